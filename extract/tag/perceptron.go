package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/model"
)

// A sequence is a stretch of tokens as the perceptron sees them: each word as
// hashes of its parts, with two words of padding on both sides.
type sequence struct {
	words    []word
	cases    *cases // nil in training
	memory   memory
	features [64]uint64
	scores   model.Scores
}

// A word is the hashes of what a token looks like.
type word struct {
	form, norm                uint64
	suffix1, suffix2, suffix3 uint64
	suffix4, prefix1, prefix3 uint64
	shape                     uint64
	hint                      uint64 // what prose takes it for; the tag itself of a mark
	first                     uint64
	class                     uint64 // what it was decided to be
	fixed                     bool   // a mark, whose tag is settled by its form
}

// pad is how many words of padding stand before and after a sequence.
const pad = 2

var (
	before = edge("<s>")
	behind = edge("</s>")
)

func edge(name string) word {
	h := model.Hash(name)
	return word{form: h, norm: h, suffix1: h, suffix2: h, suffix3: h, suffix4: h, prefix1: h, prefix3: h, shape: h, hint: h, class: h}
}

// prepare hashes the tokens [first, last), whose XPOS hold prose's tags.
func (s *sequence) prepare(d *extract.Document, first, last int) {
	s.words = append(s.words[:0], before, before)
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		w := look(s.cases.form(d, i), t.Norm)
		w.fixed = markTag(d, i) != ""
		if bracketed(d, i, first, last) {
			w.fixed, t.XPOS = true, "NNP"
		}
		w.hint = model.Hash(t.XPOS)
		w.first = model.Number(0)
		if i == first || d.Tokens[i-1].XPOS == "``" || d.Tokens[i-1].XPOS == ":" {
			w.first = model.Number(1)
		}
		s.words = append(s.words, w)
	}
	s.words = append(s.words, behind, behind)
}

// bracketed reports whether token i is an acronym alone in brackets: (WHO). The web
// text of the treebank knows such words mostly as shouted pronouns.
func bracketed(d *extract.Document, i, first, last int) bool {
	if i == first || i+1 == last || d.Tokens[i-1].Norm != "(" || d.Tokens[i+1].Norm != ")" {
		return false
	}
	form := d.In(d.Tokens[i].Span)
	for k := range len(form) {
		if form[k] < 'A' || form[k] > 'Z' {
			return false
		}
	}
	return len(form) > 1
}

func look(form, norm string) word {
	n := len(norm)
	return word{
		form: model.Hash(form), norm: model.Hash(norm),
		suffix1: model.Hash(norm[max(0, n-1):]), suffix2: model.Hash(norm[max(0, n-2):]),
		suffix3: model.Hash(norm[max(0, n-3):]), suffix4: model.Hash(norm[max(0, n-4):]),
		prefix1: model.Hash(norm[:min(n, 1)]), prefix3: model.Hash(norm[:min(n, 3)]),
		shape: shape(form),
	}
}

// shape hashes a word with each letter replaced by its class, runs cut to two.
func shape(form string) uint64 {
	var out [24]byte
	n := 0
	for i := 0; i < len(form) && n < len(out); {
		r, size := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(form[i:])
		}
		i += size
		c := letterClass(r)
		if n >= 2 && out[n-1] == c && out[n-2] == c {
			continue
		}
		out[n] = c
		n++
	}
	h := uint64(n)
	for _, c := range out[:n] {
		h = (h ^ uint64(c)) * 0x9E3779B97F4A7C15
		h ^= h >> 32
	}
	return h
}

func letterClass(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return '?'
}

// decide sets XPOS of the tokens from first on that the sequence was prepared for.
func (s *sequence) decide(m *model.Tagger, d *extract.Document, first int) {
	s.memory.use(m)
	scores := s.scores[:m.Weights.Classes()]
	for i := pad; i < len(s.words)-pad; i++ {
		w := &s.words[i]
		t := &d.Tokens[first+i-pad]
		if !w.fixed {
			class, ok := m.Known[w.form]
			if !ok {
				copy(scores, s.memory.own(w))
				m.Weights.Add(s.lookAround(i), &s.scores)
				class = byte(best(scores))
			}
			t.XPOS = m.Classes[class]
		}
		w.class = model.Hash(t.XPOS)
	}
}

func best[T int32 | float32](scores []T) int {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return top
}

// look computes the features of word i, those before it being decided. What each
// template combines is listed in docs/models.md.
func (s *sequence) look(i int) []uint64 {
	own, around := s.words[i].look(), s.lookAround(i)
	copy(s.features[len(around):], own[:])
	return s.features[:len(around)+len(own)]
}

// ownTemplates is how many templates see nothing but the word.
const ownTemplates = 15

// look computes the features that do not depend on the neighbours.
func (w *word) look() [ownTemplates]uint64 {
	return [...]uint64{
		model.Feature(1, 0, 0, 0),
		model.Feature(2, w.form, 0, 0),
		model.Feature(3, w.norm, 0, 0),
		model.Feature(4, w.suffix1, 0, 0),
		model.Feature(5, w.suffix2, 0, 0),
		model.Feature(6, w.suffix3, 0, 0),
		model.Feature(7, w.suffix4, 0, 0),
		model.Feature(8, w.prefix1, 0, 0),
		model.Feature(9, w.prefix3, 0, 0),
		model.Feature(10, w.shape, w.first, 0),
		model.Feature(24, w.suffix3, w.shape, 0),
		model.Feature(30, w.hint, 0, 0),
		model.Feature(31, w.hint, w.norm, 0),
		model.Feature(37, w.hint, w.suffix3, 0),
		model.Feature(38, w.hint, w.shape, w.first),
	}
}

// lookAround computes the features that depend on the neighbours.
func (s *sequence) lookAround(i int) []uint64 {
	w, l, r, l2, r2 := &s.words[i], &s.words[i-1], &s.words[i+1], &s.words[i-2], &s.words[i+2]
	p1, p2 := l.class, l2.class
	return append(s.features[:0],
		model.Feature(11, p1, 0, 0),
		model.Feature(12, p1, p2, 0),
		model.Feature(13, p1, w.norm, 0),
		model.Feature(14, l.norm, 0, 0),
		model.Feature(15, r.norm, 0, 0),
		model.Feature(16, l2.norm, 0, 0),
		model.Feature(17, r2.norm, 0, 0),
		model.Feature(18, l.suffix3, 0, 0),
		model.Feature(19, r.suffix3, 0, 0),
		model.Feature(20, p1, r.norm, 0),
		model.Feature(21, w.norm, r.norm, 0),
		model.Feature(22, l.norm, w.norm, 0),
		model.Feature(23, w.shape, r.shape, l.shape),
		model.Feature(25, p1, w.suffix3, 0),
		model.Feature(26, r.suffix2, w.suffix2, p1),
		model.Feature(27, r.norm, r2.norm, 0),
		model.Feature(28, p1, r.suffix3, 0),
		model.Feature(29, p1, p2, w.norm),
		// What prose takes the words for.
		model.Feature(32, w.hint, p1, 0),
		model.Feature(33, w.hint, r.hint, 0),
		model.Feature(34, r.hint, p1, 0),
		model.Feature(35, r.hint, r2.hint, p1),
		model.Feature(36, w.hint, r.hint, p1),
		model.Feature(39, r.hint, w.norm, 0),
		model.Feature(40, w.hint, l.hint, 0),
	)
}
