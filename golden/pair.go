package golden

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Pair is a line that was wanted beside the line that came in its place. One of the
// two is empty where nothing like it stands on the other side.
type Pair struct {
	Sentence          string // of the article, that the line is about
	Want, Got         string
	WantOnly, GotOnly []string // the fields of Want that Got lacks, and the other way round
}

// pairs puts each missing line beside the extra line that shares most fields with it.
func pairs(d *extract.Document, layer string, diff Diff) []Pair {
	extra := slices.Clone(diff.Extra)
	var out []Pair
	for _, want := range diff.Missing {
		best, most := -1, 1 // one field in common is no likeness
		for i, got := range extra {
			if n := shared(fields(want), fields(got)); n > most {
				best, most = i, n
			}
		}
		p := Pair{Sentence: sentenceOf(d, want), Want: want}
		if best >= 0 {
			p.Got = extra[best]
			p.WantOnly, p.GotOnly = without(fields(p.Want), fields(p.Got)), without(fields(p.Got), fields(p.Want))
			extra = slices.Delete(extra, best, best+1)
		}
		out = append(out, p)
	}
	for _, got := range extra {
		out = append(out, Pair{Sentence: sentenceOf(d, got), Got: got})
	}
	return out
}

// fields cuts a golden line at its blanks, but for those between brackets.
func fields(line string) []string {
	var out []string
	depth, start := 0, 0
	for i, r := range line {
		switch r {
		case '[', '(':
			depth++
		case ']', ')':
			depth--
		case ' ':
			if depth <= 0 {
				if start < i {
					out = append(out, line[start:i])
				}
				start = i + 1
			}
		}
	}
	if start < len(line) {
		out = append(out, line[start:])
	}
	return out
}

func shared(a, b []string) int { return len(a) - len(without(a, b)) }

// without returns the items of a that b does not hold.
func without(a, b []string) []string {
	left := slices.Clone(b)
	var out []string
	for _, x := range a {
		if i := slices.Index(left, x); i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		out = append(out, x)
	}
	return out
}

// sentenceOf is the sentence that a golden line is about: the one it numbers, or the
// first that holds its first bracketed text.
func sentenceOf(d *extract.Document, line string) string {
	var section string
	var n int
	if head, rest, ok := strings.Cut(line, ":"); ok && !strings.ContainsAny(head, " [") {
		if _, err := fmt.Sscan(rest, &n); err == nil {
			section = head
		}
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if section == extract.Body && s.Number == n && n > 0 {
			return d.In(s.Span)
		}
	}
	_, rest, ok := strings.Cut(line, "[")
	if text, _, closed := strings.Cut(rest, "]"); ok && closed {
		if at := strings.Index(d.Text, text); at >= 0 {
			if i := d.SentenceAt(at); i < len(d.Sentences) {
				return d.In(d.Sentences[i].Span)
			}
		}
	}
	return ""
}
