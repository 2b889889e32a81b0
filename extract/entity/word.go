package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// A word is what the look of a token says.
type word struct {
	shape
	parts   part
	starts  bool // first word of a sentence, of a quotation or after a colon
	heading bool // in a sentence that is a headline
}

// A shape is the set of properties of a word's letters.
type shape uint8

const (
	letters shape = 1 << iota // has a letter
	capital                   // begins with one
	inner                     // has a capital further on
	small                     // has a lower-case letter
	digits                    // has a digit
)

func shapeOf(s string) shape {
	var sh shape
	for i := 0; i < len(s); {
		c := s[i]
		n := 1
		switch {
		case 'a' <= c && c <= 'z':
			sh |= letters | small
		case 'A' <= c && c <= 'Z':
			sh |= upper(i)
		case '0' <= c && c <= '9':
			sh |= digits
		case c >= utf8.RuneSelf:
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			if unicode.IsUpper(r) {
				sh |= upper(i)
			} else if unicode.IsLetter(r) {
				sh |= letters | small
			}
		}
		i += n
	}
	return sh
}

func upper(i int) shape {
	if i == 0 {
		return letters | capital
	}
	return letters | inner
}

// is reports whether the word can play any of the parts p.
func (w *word) is(p part) bool { return w.parts&p != 0 }

func (w *word) capitalised() bool { return w.shape&capital != 0 }

// caps reports a word of capitals only, of two letters or more.
func (w *word) caps() bool { return w.shape&(capital|inner|small) == capital|inner }

// look fills the words. Parts are looked up for words that have a capital, for nouns
// and what stands before a capital, and for the few small words that matter to names.
func (r *reader) look() {
	if cap(r.words) < len(r.d.Tokens) {
		r.words = make([]word, len(r.d.Tokens))
	}
	r.words = r.words[:len(r.d.Tokens)]
	sports, numbers := 0, 0
	for i := range r.d.Tokens {
		t := &r.d.Tokens[i]
		w := word{shape: shapeOf(r.d.In(t.Span))}
		if w.shape&letters != 0 && (w.shape&(capital|inner) != 0 || isNoun(t.XPOS) || len(t.Norm) < 4 || r.beforeCapital(i)) {
			w.parts = r.g.partsOf(t.Norm)
		}
		r.words[i] = w
		if w.is(sport) {
			sports++
		}
		if w.shape == digits {
			numbers++
		}
	}
	r.sport = sports >= 4 && sports*60 >= len(r.words) || sports >= 1 && numbers*10 >= len(r.words)*3
	for _, s := range r.d.Sentences {
		for i := s.First; i < s.Last; i++ {
			r.words[i].starts = i == s.First || opens(r.d, i-1)
		}
	}
}

// beforeCapital reports whether a capital follows token i: a role before a name passes for
// an adjective at times.
func (r *reader) beforeCapital(i int) bool {
	return i+1 < len(r.d.Tokens) && shapeOf(r.d.In(r.d.Tokens[i+1].Span)[:1])&capital != 0
}

// partsOf is the parts that the word can play. July-September is of the calendar, as both
// halves are; a waiter-turned-actor is what the last part says.
func (g *gazetteer) partsOf(norm string) part {
	if p, known := g.words.Find(norm); known {
		return p
	}
	if a, b, ok := strings.Cut(norm, "-"); ok {
		if a == "mid" { // mid-May
			return g.words.Get(b) & calendar
		}
		return g.words.Get(a)&g.words.Get(b)&calendar | g.words.Get(norm[strings.LastIndexByte(norm, '-')+1:])&(role|humanNoun|roleMale|roleFemale)
	}
	return 0
}

func isNoun(xpos string) bool { return len(xpos) >= 2 && xpos[0] == 'N' && xpos[1] == 'N' }

// opens reports whether the word after token i begins something new.
func opens(d *extract.Document, i int) bool {
	switch d.In(d.Tokens[i].Span) {
	case "\"", "“", "‘", "``", ":", "•", "*", "—", "--", "-", "(", "[", "...", "…":
		return true
	}
	return false
}

// A style is how a sentence uses capitals.
type style uint8

const (
	plain   style = iota
	titled        // Most Words Have a Capital
	shouted       // ALL OF THEM ARE CAPITALS
)

// classify finds the style of each sentence, and marks the words of headlines.
func (r *reader) classify() {
	r.styles = r.styles[:0]
	for _, s := range r.d.Sentences {
		st := r.style(&s)
		r.styles = append(r.styles, st)
		for i := s.First; st != plain && i < s.Last; i++ {
			r.words[i].heading = true
		}
	}
}

// style judges by the words of four letters and more: short ones are small in
// headlines too. A sentence of names only is no headline, nor one whose verb is small.
func (r *reader) style(s *extract.Sentence) style {
	long, big, caps, verbs := 0, 0, 0, 0
	anySmall, acts := false, false
	for i := s.First; i < s.Last; i++ {
		w := &r.words[i]
		acts = acts || w.shape == letters|small && r.d.Tokens[i].UPOS == "VERB"
		anySmall = anySmall || w.shape&(letters|small) == letters|small
		if w.shape&letters == 0 || r.d.Tokens[i].Span.Len() < 4 {
			continue
		}
		long++
		if w.capitalised() {
			big++
			if w.shape&small == 0 {
				caps++
			}
			if w.is(usual) && !w.is(given|title|suffix|calendar) && r.first(i) == nil {
				verbs++
			}
		}
	}
	switch {
	case long >= 3 && caps*10 >= long*8, caps > 0 && caps == long && !anySmall && s.Last-s.First > 1:
		return shouted
	case long >= 4 && big*10 >= long*8 && verbs >= 2 && !acts && (long > 4 || !strings.HasSuffix(r.d.In(s.Span), ".")):
		return titled
	}
	return plain
}

// first returns an entry that the token alone spells.
func (r *reader) first(i int) *entry {
	e, _ := r.match(i, i+1, false)
	return e
}

// lowercase notes which of the words that sentences begin with the article also
// writes small: their capital says nothing.
func (r *reader) lowercase() {
	if r.common == nil {
		r.common = map[string]bool{}
	}
	for i := range r.words {
		if w := &r.words[i]; (w.starts || w.heading) && w.capitalised() {
			r.common[r.d.Tokens[i].Norm] = false
		}
	}
	for i := range r.words {
		if r.words[i].shape == letters|small {
			if _, ok := r.common[r.d.Tokens[i].Norm]; ok {
				r.common[r.d.Tokens[i].Norm] = true
			}
		}
	}
}
