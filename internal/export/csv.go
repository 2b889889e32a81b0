package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A table writes a row a claim (RFC 4180). Parts of a content are joined by " … ",
// values of a claim by "; ". Offsets are bytes.
type table struct {
	csv     *csv.Writer
	started bool
}

func newCSV(w io.Writer) Writer { return &table{csv: csv.NewWriter(w)} }

var columns = []string{
	"article", "url", "title", "published", "id", "section", "sentence", "type", "stance", "factuality", "negated", "conditional",
	"source", "kind", "name", "role", "cue", "addressee", "content", "content_start", "content_end", "quantities", "times", "places", "rule", "conf",
}

func (t *table) Write(r *extract.Record) error {
	if err := t.head(); err != nil {
		return err
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		start, end := "", ""
		if n := len(c.Parts); n > 0 {
			start, end = strconv.Itoa(c.Parts[0].Start), strconv.Itoa(c.Parts[n-1].End)
		}
		if err := t.csv.Write([]string{
			r.ID, r.URL, r.Title, r.Published.String(), c.ID, c.Section, strconv.Itoa(c.Sentence), c.Type, c.Stance, c.Factuality,
			strconv.FormatBool(c.Negated), strconv.FormatBool(c.Conditional),
			c.Source.Mention, c.Source.Kind, c.Source.Name, c.Source.Role, text(c.Cue), text(c.Addressee), content(c), start, end,
			joined(c.Quantities, quantity), joined(c.Times, func(t *extract.Time) string { return t.Text + " = " + t.Value }),
			joined(c.Places, func(p *extract.Place) string { return p.Text + " = " + p.ISO }), c.Rule, strconv.FormatFloat(c.Conf, 'g', -1, 64),
		}); err != nil {
			return err
		}
	}
	t.csv.Flush()
	return t.csv.Error()
}

func (t *table) head() error {
	if t.started {
		return nil
	}
	t.started = true
	return t.csv.Write(columns)
}

func (t *table) Close() error {
	if err := t.head(); err != nil {
		return err
	}
	t.csv.Flush()
	return t.csv.Error()
}

func text(p *extract.Passage) string {
	if p == nil {
		return ""
	}
	return p.Text
}

func content(c *extract.Claim) string {
	return joinedBy(" … ", c.Parts, func(p *extract.Passage) string { return p.Text })
}

// quantity is "about 3,000 = 3000 of troops", "between 2 and 4% = 2..4 %".
func quantity(q *extract.Quantity) string {
	value := string(q.Value)
	if value == "" && q.Low+q.High != "" {
		value = string(q.Low) + ".." + string(q.High)
	}
	s := q.Text + " ="
	for _, w := range []string{q.Bound, value, q.Unit} {
		if w != "" {
			s += " " + w
		}
	}
	if q.Of != "" {
		s += " of " + q.Of
	}
	return s
}

func joined[T any](items []T, write func(*T) string) string { return joinedBy("; ", items, write) }

func joinedBy[T any](sep string, items []T, write func(*T) string) string {
	var out []string
	for i := range items {
		out = append(out, write(&items[i]))
	}
	return strings.Join(out, sep)
}
