package tag

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// document makes one sentence of tokens separated by spaces.
func document(sentence string) *extract.Document {
	d := &extract.Document{Article: &extract.Article{Text: sentence}}
	at := 0
	for word := range strings.FieldsSeq(sentence) {
		start := at + strings.Index(sentence[at:], word)
		at = start + len(word)
		norm := strings.NewReplacer("’", "'", "“", `"`, "”", `"`).Replace(strings.ToLower(word))
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: start, End: at}, Norm: norm, Head: -1})
	}
	d.Paragraphs = []extract.Paragraph{{Span: extract.Span{End: len(sentence)}, Section: extract.Body}}
	d.Sentences = []extract.Sentence{{Span: extract.Span{End: len(sentence)}, Last: len(d.Tokens), Number: 1}}
	return d
}

func TestXPOS(t *testing.T) {
	for _, tt := range []struct{ sentence, want string }{
		{"The mayor ’s office said she had not seen it .", "DT NN POS NN VBD PRP VBD RB VBN PRP ."},
	} {
		d := document(tt.sentence)
		if err := run(d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, tok := range d.Tokens {
			got = append(got, tok.XPOS)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.sentence, g, tt.want)
		}
	}
}
