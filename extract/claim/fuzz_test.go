package claim_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/extract/entity"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/source"
	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/internal/cputime"
)

// tagged runs the stages before attribution.
func tagged(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, s := range []extract.Stage{segment.Stage, tag.Stage, phrase.Stage, entity.Stage} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	return d
}

// run gives the attributions of a document their sources and makes its claims.
func run(d *extract.Document) error {
	if err := source.Stage.Run(d); err != nil {
		return err
	}
	return claim.Stage.Run(d)
}

// FuzzClaim lays attributions anywhere over any text: nothing may panic, every span of
// every claim must hold, ids must be unique, and two runs must agree.
func FuzzClaim(f *testing.F) {
	f.Add("Lee said the bridge may be closed if it rains. Was it? “No,” he said.", []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 1})
	f.Add("Correction: An earlier version of this article said 14 people died.", []byte{1, 1, 1, 1, 1, 1})
	f.Add("\xff\x00“““\n\n3 % if should had were not no", []byte{9, 8, 7, 6, 5, 4})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		d := tagged(t, text)
		span := func(a, b byte) extract.Span {
			n := len(d.Tokens)
			if n == 0 || a == 0 {
				return extract.Span{}
			}
			first := int(a) % n
			return d.TokenSpan(first, min(n, first+1+int(b)%12))
		}
		for ; len(places) >= 6; places = places[6:] {
			a := extract.Attribution{
				Source: span(places[0], places[1]), Cue: span(places[2], 0), Head: int(places[0]) - 1, CueHead: int(places[2]) - 1,
				Type: extract.Indirect, Stance: "assert", Negated: places[5]&1 > 0, Parent: int(places[5])%(len(d.Attributions)+1) - 1,
			}
			if s := span(places[3], places[4]); !s.Empty() {
				a.Content = []extract.Span{s}
			}
			d.Attributions = append(d.Attributions, a)
		}
		if err := run(d); err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for i := range d.Claims {
			if id := d.Claims[i].ID; seen[id] {
				t.Fatalf("id %s twice", id)
			} else {
				seen[id] = true
			}
		}
		first := d.Claims
		if err := run(d); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, d.Claims); diff != "" {
			t.Fatalf("two runs differ:\n%s", diff)
		}
	})
}

// TestHostile holds assembly to linear time on texts with a great many attributions in
// one sentence: twice the text may take four times as long at most.
func TestHostile(t *testing.T) {
	const unit = "[Lee] <said:assert> {the toll of 40 may rise if it rains, which nobody knows} and "
	took := func(n int) time.Duration {
		d := marked(t, strings.Repeat(unit, n))
		return cputime.Best(3, func() {
			if err := run(d); err != nil {
				t.Fatal(err)
			}
		})
	}
	small, large := took(500), took(2000)
	if large > 12*small+50*time.Millisecond {
		t.Errorf("500 attributions take %v, 2000 take %v", small, large)
	}
}

func BenchmarkClaim(b *testing.B) {
	d := marked(b, strings.Repeat("[Lee] <said:assert> on Monday that {about 40 people may have died}. [The mayor] <denied:deny> that {the bridge was closed}.\n\n", 50))
	b.ReportAllocs()
	for b.Loop() {
		if err := run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
