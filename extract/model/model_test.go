package model

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
	narrow, err := decodeNarrow(learned(3).Narrow(3).encode())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		features []uint64
		want     int
	}{{set(1), 0}, {set(2), 1}, {append(set(1), set(7, 8, 9)...), 0}} {
		scores := make([]int32, 5)
		wide.Score(tt.features, scores)
		if got := top(scores); got != tt.want {
			t.Errorf("wide: class %d, want %d of %v", got, tt.want, scores)
		}
		three := narrow.Score(tt.features)
		if got := top(three[:]); got != tt.want {
			t.Errorf("narrow: class %d, want %d of %v", got, tt.want, three)
		}
	}
	scores := make([]int32, 5)
	if wide.Score(set(3), scores); !cmp.Equal(scores, make([]int32, 5)) {
		t.Errorf("scores of an unknown feature: %v", scores)
	}
}

// TestShipped reads the embedded files and looks at what their heads must say.
func TestShipped(t *testing.T) {
	tagger, err := EnglishTagger()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := EnglishParser()
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range []Header{tagger.Header, parser.Header} {
		if h.Licence != "CC BY-SA 4.0" || !strings.Contains(h.Attribution, "UD_English-EWT") || !strings.Contains(h.Score, "EWT test") {
			t.Errorf("head %+v", h)
		}
	}
	words, err := EnglishVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(words.Licence, "PDDL") || !strings.Contains(words.Attribution, "GloVe") || !strings.Contains(words.Attribution, "WordNet") {
		t.Errorf("head %+v", words.Header)
	}
	if size := len(taggerFile) + len(parserFile) + len(vocabularyFile); size > 12<<20 {
		t.Errorf("weights of %d bytes", size)
	}
}

func TestVocabulary(t *testing.T) {
	said := WordInfo{NewCluster(3, 15), Verb | Past | ThatClause}
	noon := WordInfo{Cluster: NewCluster(0, 0)}
	file, err := EncodeVocabulary(Header{Data: "a", Licence: "b", Attribution: "c", Score: "d"}, map[string]WordInfo{"said": said, "noon": noon})
	if err != nil {
		t.Fatal(err)
	}
	v, err := DecodeVocabulary(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		word string
		want WordInfo
	}{{"said", said}, {"noon", noon}, {"mayor", WordInfo{}}} {
		if got := v.Of(Hash(tt.word)); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.word, got, tt.want)
		}
	}
	if said.Cluster.Group() != 4 || noon.Cluster.Group() != 1 || Cluster(0).Group() != 0 {
		t.Errorf("groups %d and %d, want 4 and 1", said.Cluster.Group(), noon.Cluster.Group())
	}
}

func TestVocabularyFaults(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"12345", "vocabulary weights: half a word at the end"},
		{"1234\xff\xff\x00\x00", "vocabulary weights: a word of cluster 65535 of 1024, traits 0"},
		{"1234\x00\x00\x00\x00", "vocabulary weights: a word of cluster 0 of 1024, traits 0"},
	} {
		file, err := encodeFile(Header{"vocabulary", VocabularyFeatures, "a", "b", "c", "d"}, []section{{"words", []byte(tt.words)}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := DecodeVocabulary(file); err == nil || err.Error() != tt.want {
			t.Errorf("%q: error %v, want %s", tt.words, err, tt.want)
		}
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

func small(t testing.TB) (tagger, parser []byte) {
	h := Header{Data: "none", Licence: "none", Attribution: "none", Score: "none"}
	tagger, err := (&Tagger{Header: h, Classes: []string{"A", "B", "C"}, Known: map[uint64]byte{1: 2}, Weights: learned(3).Wide(0)}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	parser, err = (&Parser{Header: h, Labels: []string{"a", "b", "c"}, Actions: learned(3).Narrow(2), Label: learned(3).Wide(0)}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	return tagger, parser
}

// FuzzDecode holds that any bytes give an error or a model that scores, and that
// sections survive a round trip.
func FuzzDecode(f *testing.F) {
	tagger, parser := small(f)
	f.Add(tagger)
	f.Add(parser)
	f.Add([]byte("claimwire weights 2\nkind: tagger\n\n"))
	if words, err := EncodeVocabulary(Header{Data: "a", Licence: "b", Attribution: "c", Score: "d"}, map[string]WordInfo{"said": {1, Verb}}); err == nil {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		scores := make([]int32, 256)
		if m, err := DecodeTagger(data); err == nil {
			m.Weights.Score(set(1, 2, 3), scores)
		}
		if m, err := DecodeParser(data); err == nil {
			m.Actions.Score(set(1, 2, 3))
			m.Label.Score(set(1, 2, 3), scores)
		}
		if v, err := DecodeVocabulary(data); err == nil {
			v.Of(Hash("said"))
		}
	})
}

// FuzzTables feeds tables without the packing around them, which a fuzzer cannot undo.
func FuzzTables(f *testing.F) {
	f.Add(learned(3).Wide(0).encode())
	f.Add(learned(3).Narrow(2).encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		scores := make([]int32, 256)
		if w, err := decodeWide(data); err == nil {
			w.Score(set(1, 2, 3), scores)
		}
		if n, err := decodeNarrow(data); err == nil {
			n.Score(set(1, 2, 3))
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.SetBytes(int64(len(taggerFile) + len(parserFile) + len(vocabularyFile)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DecodeTagger(taggerFile); err != nil {
			b.Fatal(err)
		}
		if _, err := DecodeParser(parserFile); err != nil {
			b.Fatal(err)
		}
		if _, err := DecodeVocabulary(vocabularyFile); err != nil {
			b.Fatal(err)
		}
	}
}
