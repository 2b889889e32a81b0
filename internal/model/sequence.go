package model

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// A Sequence is a stretch of tokens as the perceptron sees them: each word as
// hashes of its parts, with two words of padding on both sides.
type Sequence struct {
	words    []Word
	model    *Tagger
	alone    *memory[alone]
	tagged   *memory[tagged]
	features [64]uint64
	scores   Scores
}

// A Word is the hashes of what a token looks like.
type Word struct {
	form, norm                uint64
	suffix1, suffix2, suffix3 uint64
	suffix4, prefix1, prefix3 uint64
	shape                     uint64
	hint                      uint64 // what prose takes it for; the tag itself of a mark
	first                     uint64
	class                     uint64 // what it was decided to be
	fixed                     bool   // a mark, whose tag is settled by its form
}

// Look hashes a word and its lower-case form, with the tag that it has or that prose gives it. It
// may be the first of a sentence or a quotation, and its tag may be fixed.
func Look(form, norm, tag string, first, fixed bool) Word {
	n := len(norm)
	w := Word{
		form: Hash(form), norm: Hash(norm),
		suffix1: Hash(norm[max(0, n-1):]), suffix2: Hash(norm[max(0, n-2):]),
		suffix3: Hash(norm[max(0, n-3):]), suffix4: Hash(norm[max(0, n-4):]),
		prefix1: Hash(norm[:min(n, 1)]), prefix3: Hash(norm[:min(n, 3)]),
		shape: shape(form), hint: Hash(tag), first: Number(0), fixed: fixed,
	}
	if first {
		w.first = Number(1)
	}
	return w
}

// pad is how many words of padding stand before and after a sequence.
const pad = 2

var opening, closing = margin("<s>"), margin("</s>")

func margin(name string) Word {
	h := Hash(name)
	return Word{form: h, norm: h, suffix1: h, suffix2: h, suffix3: h, suffix4: h, prefix1: h, prefix3: h, shape: h, hint: h, class: h}
}

// Set fills the sequence with words.
func (s *Sequence) Set(words []Word) {
	s.words = append(s.words[:0], opening, opening)
	s.words = append(s.words, words...)
	s.words = append(s.words, closing, closing)
}

// Decide yields the tag of each word that has none yet.
func (s *Sequence) Decide(m *Tagger) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		s.use(m)
		scores := s.scores[:m.Weights.Classes()]
		for i := pad; i < len(s.words)-pad; i++ {
			w := &s.words[i]
			if w.fixed {
				w.class = w.hint
				continue
			}
			class, ok := m.Known[w.form]
			if !ok {
				s.sum(i)
				m.Weights.Add(s.lookAround(i), &s.scores)
				class = byte(best(scores))
			}
			tag := m.Classes[class]
			w.class = Hash(tag)
			if !yield(i-pad, tag) {
				return
			}
		}
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

func best[T int32 | float32](scores []T) int {
	top, most := 0, scores[0]
	for i, s := range scores {
		if s > most {
			top, most = i, s
		}
	}
	return top
}

// look computes the features of word i, those before it being decided. What each
// template combines is listed in docs/models.md.
func (s *Sequence) look(i int) []uint64 {
	own, tags := s.words[i].look(), s.lookTags(i)
	return append(append(s.lookAround(i), own[:]...), tags[:]...)
}

// ownTemplates is how many templates see nothing but the word.
const ownTemplates = 15

// look computes the features that do not depend on the neighbours.
func (w *Word) look() [ownTemplates]uint64 {
	return [...]uint64{
		Feature(1, 0, 0, 0),
		Feature(2, w.form, 0, 0),
		Feature(3, w.norm, 0, 0),
		Feature(4, w.suffix1, 0, 0),
		Feature(5, w.suffix2, 0, 0),
		Feature(6, w.suffix3, 0, 0),
		Feature(7, w.suffix4, 0, 0),
		Feature(8, w.prefix1, 0, 0),
		Feature(9, w.prefix3, 0, 0),
		Feature(10, w.shape, w.first, 0),
		Feature(24, w.suffix3, w.shape, 0),
		Feature(30, w.hint, 0, 0),
		Feature(31, w.hint, w.norm, 0),
		Feature(37, w.hint, w.suffix3, 0),
		Feature(38, w.hint, w.shape, w.first),
	}
}

// tagTemplates is how many templates see nothing but what the word and the next one are taken
// for and the tag before.
const tagTemplates = 5

// lookTags computes those features.
func (s *Sequence) lookTags(i int) [tagTemplates]uint64 {
	hint, right, before := s.words[i].hint, s.words[i+1].hint, s.words[i-1].class
	return [...]uint64{
		Feature(11, before, 0, 0),
		Feature(32, hint, before, 0),
		Feature(33, hint, right, 0),
		Feature(34, right, before, 0),
		Feature(36, hint, right, before),
	}
}

// lookAround computes the other features that depend on the neighbours.
func (s *Sequence) lookAround(i int) []uint64 {
	w, l, r, l2, r2 := &s.words[i], &s.words[i-1], &s.words[i+1], &s.words[i-2], &s.words[i+2]
	p1, p2 := l.class, l2.class
	return append(s.features[:0],
		Feature(12, p1, p2, 0),
		Feature(13, p1, w.norm, 0),
		Feature(14, l.norm, 0, 0),
		Feature(15, r.norm, 0, 0),
		Feature(16, l2.norm, 0, 0),
		Feature(17, r2.norm, 0, 0),
		Feature(18, l.suffix3, 0, 0),
		Feature(19, r.suffix3, 0, 0),
		Feature(20, p1, r.norm, 0),
		Feature(21, w.norm, r.norm, 0),
		Feature(22, l.norm, w.norm, 0),
		Feature(23, w.shape, r.shape, l.shape),
		Feature(25, p1, w.suffix3, 0),
		Feature(26, r.suffix2, w.suffix2, p1),
		Feature(27, r.norm, r2.norm, 0),
		Feature(28, p1, r.suffix3, 0),
		Feature(29, p1, p2, w.norm),
		// What prose takes the words for.
		Feature(35, r.hint, r2.hint, p1),
		Feature(39, r.hint, w.norm, 0),
		Feature(40, w.hint, l.hint, 0),
	)
}
