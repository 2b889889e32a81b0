package parse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

func parsed(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := tagged(t, text)
	if err := Stage.Run(d); err != nil {
		t.Fatal(err)
	}
	d.Has |= Stage.Gives
	return d
}

func tagged(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, stage := range []extract.Stage{segment.Stage, tag.Stage} {
		if err := stage.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func TestTrees(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{
			"The minister said that the talks had failed.",
			"The<det<minister minister<nsubj<said said<root that<mark<failed the<det<talks talks<nsubj<failed had<aux<failed failed<ccomp<said .<punct<said",
		},
		{"Yes", "Yes<root"},
	} {
		d := parsed(t, tt.text)
		var got []string
		for _, w := range d.Tokens {
			arc := d.In(w.Span) + "<" + w.Deprel
			if w.Head >= 0 {
				arc += "<" + d.In(d.Tokens[w.Head].Span)
			}
			got = append(got, arc)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, g, tt.want)
		}
	}
}

// checkTrees reports a sentence that is no tree with one root.
func checkTrees(d *extract.Document) error {
	for _, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			w := d.Tokens[i]
			switch {
			case w.Deprel == "":
				return fmt.Errorf("token %d has no relation", i)
			case w.Head < 0:
				roots++
			case w.Head < s.First || w.Head >= s.Last:
				return fmt.Errorf("token %d of sentence %d:%d hangs on %d", i, s.First, s.Last, w.Head)
			}
		}
		if roots != 1 {
			return fmt.Errorf("sentence %d:%d has %d roots", s.First, s.Last, roots)
		}
		if err := checkAcyclic(d.Tokens, s); err != nil {
			return err
		}
	}
	return nil
}

// checkAcyclic walks up from each token, along paths not walked before.
func checkAcyclic(tokens []extract.Token, s extract.Sentence) error {
	seen := make([]int, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		for at := i; at >= 0; at = tokens[at].Head {
			if seen[at-s.First] == i+1 {
				return fmt.Errorf("token %d lies on a cycle", at)
			}
			if seen[at-s.First] != 0 {
				break
			}
			seen[at-s.First] = i + 1
		}
	}
	return nil
}

var badInputs = []string{
	"ALL CAPITALS HERE SAID THE MAYOR",
	"no punctuation at all he said the town had said nothing",
	"…\n\n—\n\n“", "مرحبا said the حكومة", "😀👍🏽 said", "e\u0301\u0301 said", "a\xffb said c",
	strings.Repeat("and he said that ", 300), strings.Repeat("( ", 500), strings.Repeat("said ", 500),
}

func TestBadInputs(t *testing.T) {
	for _, text := range badInputs {
		d := parsed(t, text)
		if err := checkTrees(d); err != nil {
			t.Errorf("%.40q: %v", text, err)
		}
		if err := d.Check(); err != nil {
			t.Errorf("%.40q: %v", text, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range badInputs {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, again := parsed(t, text), parsed(t, text)
		if err := checkTrees(d); err != nil {
			t.Fatal(err)
		}
		for i := range d.Tokens {
			if d.Tokens[i] != again.Tokens[i] {
				t.Fatalf("token %d differs between two runs", i)
			}
		}
	})
}

const paragraph = "The central bank kept its main rate at 3.5% on Thursday, and Governor Jane Doe told reporters in the capital that " +
	"inflation, which had fallen for six months, was likely to stay above target until late next year. “We are not done yet,” she said. " +
	"Analysts polled by a local newspaper had expected the decision, according to a note published on Wednesday.\n\n"

// BenchmarkParse shows the time of the parser alone, which is linear: time per
// token does not grow with the length of a document nor of a sentence.
func BenchmarkParse(b *testing.B) {
	for _, times := range []int{1, 4, 16} {
		b.Run(fmt.Sprintf("documents/%d", times), func(b *testing.B) { bench(b, strings.Repeat(paragraph, 4*times)) })
	}
	clause := strings.ReplaceAll(strings.TrimSpace(paragraph), ".", " and")
	for _, times := range []int{1, 4, 16} {
		b.Run(fmt.Sprintf("one sentence/%d", times), func(b *testing.B) { bench(b, strings.Repeat(clause+" ", 16*times)) })
	}
}

func bench(b *testing.B, text string) {
	d := tagged(b, text)
	b.ReportAllocs()
	for b.Loop() {
		if err := Stage.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
