package number_test

import (
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

var vocabulary = number.NewVocabulary()

// read is the reader of one sentence.
func read(t *testing.T, text string) *number.Reader {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text, Lang: "en"}}
	for _, st := range []extract.Stage{segment.Stage, tag.Stage} {
		if err := st.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	r := &number.Reader{Doc: d, Sent: d.Sentences[0]}
	r.Lex(vocabulary)
	return r
}

// TestNumber reads the first number of a text.
func TestNumber(t *testing.T) {
	for _, tt := range []struct{ text, number, value string }{
		{"They counted 13,000 votes.", "13,000", "13000"},
		{"They counted 1,20,000 votes.", "1,20,000", "120000"},
		{"They counted 1.234,56 units.", "1.234,56", "1234.56"},
		{"They counted forty-two votes.", "forty-two", "42"},
		{"They counted one hundred and five votes.", "one hundred and five", "105"},
		{"They counted two and a half million votes.", "two and a half million", "2500000"},
		{"They counted half a dozen votes.", "half a dozen", "6"},
		{"They counted a dozen votes.", "a dozen", "12"},
		{"They counted 2.5 million votes.", "2.5 million", "2500000"},
		{"They counted two-thirds of the votes.", "two-thirds", "0.6666666667"},
		{"They counted three point five votes.", "three point five", "3.5"},
		{"They counted 10½ votes.", "10½", "10.5"},
	} {
		r := read(t, tt.text)
		n, ok := r.Number(2)
		if got := r.Doc.In(r.Span(n.First, n.Last)); !ok || got != tt.number || n.Val.Text() != tt.value {
			t.Errorf("%s: [%s] %s, want [%s] %s", tt.text, got, n.Val.Text(), tt.number, tt.value)
		}
	}
}

// TestBound reads the words before a number from their first, as the other stages ask.
func TestBound(t *testing.T) {
	for _, tt := range []struct{ text, bound, kind, past string }{
		{"Counted no fewer than 40 votes.", ">=", "", "40"},
		{"Counted fewer than 40 votes.", "<", "", "40"},
		{"Counted more than about 40 votes.", "", "approx", "40"},
		{"Counted up to 40 votes.", "<=", "", "40"},
		{"Counted nearly 40 votes.", "", "approx", "40"},
		{"Counted exactly 40 votes.", "", "", "40"},
		{"Edged up to 40 votes.", "", "", "up"},
		{"Counted votes by 40 people.", "", "", "votes"},
	} {
		r := read(t, tt.text)
		m, past := r.Bound(1)
		if m == nil {
			m = new(number.Modifier)
		}
		if m.Bound != tt.bound || m.Kind != tt.kind || r.Text(past) != tt.past {
			t.Errorf("%s: %q %q before %q, want %q %q before %q", tt.text, m.Bound, m.Kind, r.Text(past), tt.bound, tt.kind, tt.past)
		}
	}
}
