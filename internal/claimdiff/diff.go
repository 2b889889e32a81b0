// Package claimdiff compares two runs over the same articles, claim by claim.
package claimdiff

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Run is the claims of one run, by article.
type Run struct {
	Articles []string // in the order of the run
	claims   map[string][]extract.Claim
	texts    map[string]string
}

// maxLine is the longest record that Read takes: a page of 5 MB with all its layers is below it.
const maxLine = 256 << 20

// Read reads the records of a run: claim/1 lines as extract writes them, or doc/1 lines
// as annotate does, which carry the text too. Records of errors are passed over. The
// name stands in errors.
func Read(r io.Reader, name string) (*Run, error) {
	run := &Run{claims: map[string][]extract.Claim{}, texts: map[string]string{}}
	scan := bufio.NewScanner(r)
	scan.Buffer(make([]byte, 1<<16), maxLine)
	for n := 1; scan.Scan(); n++ {
		line := scan.Bytes()
		if len(strings.TrimSpace(string(line))) == 0 {
			continue
		}
		var head struct {
			V, ID, Article, Text, Error, Offsets string
			Claims                               []extract.Claim
		}
		if err := json.Unmarshal(line, &head); err != nil {
			return nil, fmt.Errorf("%s:%d: no record: %w", name, n, err)
		}
		if head.Offsets != "" {
			return nil, fmt.Errorf("%s:%d: offsets in %s: compare runs with --offsets bytes", name, n, head.Offsets)
		}
		switch head.V {
		case extract.ClaimVersion:
			var c extract.Claim
			if err := json.Unmarshal(line, &c); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			run.add(head.Article, c)
		case "doc/1":
			run.add(head.ID, head.Claims...)
			run.texts[head.ID] = head.Text
		case "empty/1":
			run.add(head.Article)
		default:
			if head.Error == "" {
				return nil, fmt.Errorf("%s:%d: neither claim/1 nor doc/1: compare what extract or annotate wrote", name, n)
			}
		}
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return run, nil
}

func (r *Run) add(article string, claims ...extract.Claim) {
	if _, ok := r.claims[article]; !ok {
		r.Articles = append(r.Articles, article)
		r.claims[article] = nil
	}
	r.claims[article] = append(r.claims[article], claims...)
}

// A Report is what differs between two runs.
type Report struct {
	Articles int            `json:"articles"` // of both
	Old      int            `json:"old"`      // claims
	New      int            `json:"new"`
	Same     int            `json:"same"`
	OnlyOld  []string       `json:"only_old,omitempty"` // articles that the new run lacks
	OnlyNew  []string       `json:"only_new,omitempty"`
	Fields   map[string]int `json:"fields"` // how many claims changed in each field
	Kinds    map[string]int `json:"kinds"`  // how often each code changed into which: "factuality CT+ to PR+"
	Rules    map[string]int `json:"rules"`  // how many claims each rule gained (+), lost (-) or changed (~): "+attr.svo-that/1"
	Changes  []Change       `json:"changes"`
}

// Empty reports whether the runs are the same.
func (r *Report) Empty() bool { return len(r.Changes)+len(r.OnlyOld)+len(r.OnlyNew) == 0 }

// A Change is a claim that came, went or differs.
type Change struct {
	Article  string         `json:"article"`
	Sentence string         `json:"sentence,omitempty"` // where the runs carry the text
	Old      *extract.Claim `json:"old,omitempty"`      // nil for a claim that came
	New      *extract.Claim `json:"new,omitempty"`      // nil for one that went
	Fields   []Field        `json:"fields,omitempty"`
}

// A Field is one field of a claim in both runs, as JSON.
type Field struct {
	Name string `json:"name"`
	Old  string `json:"old"`
	New  string `json:"new"`
}

// Compare compares the claims of the articles that both runs hold. Claims with one id
// are one claim; of the others those are paired whose cues overlap, or else whose
// contents overlap most.
func Compare(was, now *Run) *Report {
	r := &Report{Fields: map[string]int{}, Kinds: map[string]int{}, Rules: map[string]int{}, Changes: []Change{}}
	for _, a := range was.Articles {
		if _, ok := now.claims[a]; !ok {
			r.OnlyOld = append(r.OnlyOld, a)
		}
	}
	for _, a := range now.Articles {
		if _, ok := was.claims[a]; !ok {
			r.OnlyNew = append(r.OnlyNew, a)
			continue
		}
		r.Articles++
		text := now.texts[a]
		if text == "" {
			text = was.texts[a]
		}
		r.article(a, text, was.claims[a], now.claims[a])
	}
	return r
}

func (r *Report) article(name, text string, was, now []extract.Claim) {
	r.Old += len(was)
	r.New += len(now)
	partner := pair(was, now)
	taken := make([]bool, len(now))
	for i := range was {
		c := Change{Article: name, Old: &was[i]}
		if j := partner[i]; j >= 0 {
			taken[j] = true
			c.New = &now[j]
			if c.Fields = fields(c.Old, c.New); len(c.Fields) == 0 {
				r.Same++
				continue
			}
		}
		r.note(c, text)
	}
	for j := range now {
		if !taken[j] {
			r.note(Change{Article: name, New: &now[j]}, text)
		}
	}
}

// note counts a change and keeps it.
func (r *Report) note(c Change, text string) {
	switch {
	case c.New == nil:
		r.Rules["-"+c.Old.Rule]++
		c.Sentence = around(text, c.Old)
	case c.Old == nil:
		r.Rules["+"+c.New.Rule]++
		c.Sentence = around(text, c.New)
	default:
		r.Rules["~"+c.New.Rule]++
		c.Sentence = around(text, c.New)
		for _, f := range c.Fields {
			r.Fields[f.Name]++
			switch f.Name {
			case "type", "stance", "factuality", "negated", "conditional", "source.kind":
				r.Kinds[fmt.Sprintf("%s %s to %s", f.Name, f.Old, f.New)]++
			}
		}
	}
	r.Changes = append(r.Changes, c)
}

// pair gives each claim of was the index of its partner in now, or -1.
func pair(was, now []extract.Claim) []int {
	partner := make([]int, len(was))
	byID := map[string]int{}
	for j := range now {
		byID[now[j].ID] = j
	}
	taken := make([]bool, len(now))
	for i := range was {
		partner[i] = -1
		if j, ok := byID[was[i].ID]; ok && !taken[j] {
			partner[i], taken[j] = j, true
		}
	}
	for i := range was {
		if partner[i] >= 0 {
			continue
		}
		best, most := -1, 0
		for j := range now {
			if n := likeness(&was[i], &now[j]); !taken[j] && n > most {
				best, most = j, n
			}
		}
		if best >= 0 {
			partner[i], taken[best] = best, true
		}
	}
	return partner
}

// likeness is the number of bytes of content that two claims share; a cue that they
// share outweighs it.
func likeness(a, b *extract.Claim) int {
	n := 0
	if a.Cue != nil && b.Cue != nil && a.Cue.Overlaps(b.Cue.Span) {
		n = 1 << 20
	} else if a.Cue != nil && b.Cue != nil {
		return 0 // two acts
	}
	for _, p := range a.Parts {
		for _, q := range b.Parts {
			n += max(0, min(p.End, q.End)-max(p.Start, q.Start))
		}
	}
	return n
}

// fields lists the fields that differ, those of the source by their own names.
func fields(a, b *extract.Claim) []Field {
	var out []Field
	x, y := flat(a), flat(b)
	names := make([]string, 0, len(x))
	for n := range x {
		names = append(names, n)
	}
	for n := range y {
		if _, ok := x[n]; !ok {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	for _, n := range names {
		if !reflect.DeepEqual(x[n], y[n]) {
			out = append(out, Field{n, short(x[n]), short(y[n])})
		}
	}
	return out
}

// passing are fields that follow from others or say nothing of the claim itself.
var passing = []string{"v", "id", "doc", "parent", "conf", "content", "last_sentence", "sentence"}

func flat(c *extract.Claim) map[string]any {
	data, err := json.Marshal(c)
	if err != nil {
		return nil
	}
	var m map[string]any
	if json.Unmarshal(data, &m) != nil {
		return nil
	}
	for _, n := range passing {
		delete(m, n)
	}
	if source, ok := m["source"].(map[string]any); ok {
		delete(m, "source")
		for n, v := range source {
			if n != "start" && n != "end" {
				m["source."+n] = v
			}
		}
	}
	return m
}

func short(v any) string {
	switch v := v.(type) {
	case nil:
		return "none"
	case string:
		return v
	case map[string]any:
		if text, ok := v["text"].(string); ok {
			return text
		}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, short(x))
			if m, ok := x.(map[string]any); ok {
				for _, n := range []string{"value", "unit", "of", "bound", "role", "iso"} {
					if s := fmt.Sprint(m[n]); m[n] != nil && s != "" {
						out[len(out)-1] += " " + n + "=" + s
					}
				}
			}
		}
		return strings.Join(out, " | ")
	}
	return fmt.Sprint(v)
}

// around is the line of text that the claim stands in.
func around(text string, c *extract.Claim) string {
	at := -1
	switch {
	case c.Cue != nil:
		at = c.Cue.Start
	case len(c.Parts) > 0:
		at = c.Parts[0].Start
	}
	if at < 0 || at > len(text) {
		return ""
	}
	start := strings.LastIndexByte(text[:at], '\n') + 1
	end := len(text)
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		end = at + i
	}
	return strings.TrimSpace(text[start:end])
}
