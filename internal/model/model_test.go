package model

import (
	"strings"
	"testing"
)

// learned teaches that feature 1 means class 0, feature 2 class 1, both class 2.
func learned(classes int) *Trainer {
	t := NewTrainer(classes)
	for _, f := range []struct {
		features []uint64
		class    int
	}{{set(1), 0}, {set(2), 1}, {set(1, 2), 2}, {set(1), 0}, {set(2), 1}} {
		for other := range 3 {
			if other != f.class {
				t.Update(f.features, f.class, other, 1)
			}
		}
		t.Step()
	}
	return t
}

func set(templates ...uint64) []uint64 {
	var out []uint64
	for _, n := range templates {
		out = append(out, Feature(n, Hash("word"), 0, 0))
	}
	return out
}

func top(scores []int32) int {
	best := 0
	for i := range scores {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return best
}

func TestTables(t *testing.T) {
	wide, err := decodeWide(learned(5).Wide(0).encode())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		features []uint64
		want     int
	}{{set(1), 0}, {set(2), 1}, {append(set(1), set(7, 8, 9)...), 0}} {
		var scores Scores
		wide.Score(tt.features, &scores)
		if got := top(scores[:5]); got != tt.want {
			t.Errorf("wide: class %d, want %d of %v", got, tt.want, scores)
		}
	}
	var scores Scores
	if wide.Score(set(3), &scores); scores != (Scores{}) {
		t.Errorf("scores of an unknown feature: %v", scores)
	}
}

// TestShipped reads the embedded files and looks at what their heads must say.
func TestShipped(t *testing.T) {
	tagger, err := EnglishTagger()
	if err != nil {
		t.Fatal(err)
	}
	h := tagger.Header
	if h.Licence != "CC BY-SA 4.0" || !strings.Contains(h.Attribution, "UD_English-EWT") || !strings.Contains(h.Score, "EWT test") {
		t.Errorf("head %+v", h)
	}
	if size := len(taggerFile); size > 3<<20 {
		t.Errorf("weights of %d bytes", size)
	}
}

func TestHeaderFaults(t *testing.T) {
	good, err := encodeFile(Header{"tagger", TaggerFeatures, "a", "b", "c", "d"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ file, want string }{
		{"", `tagger weights: first line is not "claimwire weights 2"`},
		{strings.Replace(string(good), "kind: tagger", "kind: parser", 1), "tagger weights: file holds a parser"},
		{strings.Replace(string(good), TaggerFeatures, "tag-0", 1), "tagger weights: made for feature set tag-0, the code has " + TaggerFeatures + ": run make model"},
		{strings.Replace(string(good), "licence", "license", 1), `tagger weights: line 5: want "licence: ..."`},
		{string(good), `tagger weights: section "" where "classes" is due`},
		{string(good) + "more", "tagger weights: checksum differs: the file is damaged"},
	} {
		_, err := DecodeTagger([]byte(tt.file))
		if err == nil || err.Error() != tt.want {
			t.Errorf("%.60q: error %v, want %s", tt.file, err, tt.want)
		}
	}
	if _, err := encodeFile(Header{Kind: "tagger"}, nil); err == nil {
		t.Error("a head without licence was written")
	}
}

func small(t testing.TB) []byte {
	h := Header{Data: "none", Licence: "none", Attribution: "none", Score: "none"}
	tagger, err := (&Tagger{Header: h, Classes: []string{"A", "B", "C"}, Known: map[uint64]byte{1: 2}, Weights: learned(3).Wide(0)}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

// FuzzDecode holds that any bytes give an error or a model that scores, and that
// sections survive a round trip.
func FuzzDecode(f *testing.F) {
	f.Add(small(f))
	f.Add([]byte("claimwire weights 2\nkind: tagger\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var scores Scores
		if m, err := DecodeTagger(data); err == nil {
			m.Weights.Score(set(1, 2, 3), &scores)
		}
	})
}

// FuzzTables feeds tables without the packing around them, which a fuzzer cannot undo.
func FuzzTables(f *testing.F) {
	f.Add(learned(3).Wide(0).encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		var scores Scores
		if w, err := decodeWide(data); err == nil {
			w.Score(set(1, 2, 3), &scores)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.SetBytes(int64(len(taggerFile)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DecodeTagger(taggerFile); err != nil {
			b.Fatal(err)
		}
	}
}
