package segment

import "strings"

// Scrapers that strip a heading by its letters take the letters of it off the start of the next
// paragraph too: "mpany" is left of "The company", "rime minister" of "The prime minister".

// shortestRest and mostLost bound what is left, and what is gone, of a clipped word in letters.
const (
	shortestRest = 3
	longRest     = 5 // enough to tell any word of the article
	mostLost     = 6

	// mostMended bounds the search, which reads the article again for each clipped word.
	mostMended = 100
)

// mend gives the words that open a paragraph without their first letters the norm of the word
// that they were, where only one fits: firsts are the tokens that open paragraphs.
func (s *scanner) mend(firsts []int) {
	c := clipping{s: s}
	var clipped []int
	for _, i := range firsts {
		if i > 0 && startsLower(s.text, s.tokens[i].Start) && endsParagraph[s.tokens[i-1].Norm] {
			clipped = append(clipped, i)
			c.kept[s.tokens[i].Norm[0]] = true
		}
	}
	if len(clipped) == 0 {
		return
	}
	c.counts = make(map[string]int, len(s.tokens)/2)
	for i := range s.tokens {
		c.counts[s.tokens[i].Norm]++
	}
	for _, i := range clipped {
		c.counts[s.tokens[i].Norm]--
	}
	for _, i := range clipped[:min(len(clipped), mostMended)] {
		if whole := c.whole(i); whole != "" {
			s.tokens[i].Norm = whole
		}
	}
}

var endsParagraph = map[string]bool{".": true, "?": true, "!": true, `"`: true, "'": true, "''": true}

// exists are the words behind "there" of which "re" is left.
var exists = map[string]bool{"is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true, "will": true, "'s": true}

// A clipping is an article that lost first letters.
type clipping struct {
	s      *scanner
	counts map[string]int // of words, but for those that are clipped
	kept   [256]bool      // the letters that a clipped paragraph begins with: none of them was taken
}

// whole is the word that token i is what is left of; "" where it is a word, or more than one fits.
// A word of the article that has the same word behind it comes first, then nouns for who speaks
// and other words of the article, then the only word of the lists.
func (c *clipping) whole(i int) string {
	rest := c.s.tokens[i].Norm
	switch {
	case strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz") != "" || c.counts[rest] > 0:
		return ""
	case c.s.words.isWord(rest) || c.s.words.isWord(strings.TrimSuffix(rest, "s")):
		if rest == "re" && i+1 < len(c.s.tokens) && exists[c.s.tokens[i+1].Norm] && c.ends("there", rest) {
			return "there"
		}
		if len(rest) <= shortestRest || c.s.words.speakers[rest] || c.s.words.speakers[strings.TrimSuffix(rest, "s")] {
			return ""
		}
		return c.fits(rest, c.speaker) // "rust said", of the trust that the article is about
	}
	if next := i + 1; next < len(c.s.tokens) && len(c.s.tokens[next].Norm) > shortestRest {
		if w := c.before(rest, c.s.tokens[next].Norm); w != "" {
			return w
		}
	}
	if len(rest) < shortestRest {
		return ""
	}
	if w := c.fits(rest, c.speaker); w != "" {
		return w
	}
	if w := c.fits(rest, c.inArticle); w != "" && len(rest) >= longRest {
		return w
	}
	if len(rest) == shortestRest {
		return ""
	}
	return c.listed(rest)
}

func (v *vocabulary) isWord(w string) bool { return v.common.Get(w) || v.speakers[w] || v.given.Get(w) }

func (c *clipping) speaker(w string) bool { return c.s.words.speakers[w] }

// inArticle: a word of the article is no name that stands in it once.
func (c *clipping) inArticle(w string) bool { return c.s.words.common.Get(w) || c.counts[w] > 1 }

// before is the one word that ends in rest and has next behind it in the article. What is left of
// a word may be a letter where next is a noun for who speaks: "f executive".
func (c *clipping) before(rest, next string) string {
	if len(rest) < shortestRest && !c.s.words.speakers[next] {
		return ""
	}
	found := ""
	for i := 1; i < len(c.s.tokens); i++ {
		w := c.s.tokens[i-1].Norm
		if c.s.tokens[i].Norm == next && w != found && c.ends(w, rest) && (c.s.words.isWord(w) || !startsUpper(c.s.text, c.s.tokens[i].Start)) {
			if found != "" {
				return ""
			}
			found = w
		}
	}
	return found
}

// fits is the word of the article that ends in rest and for which ok holds, the most frequent one;
// "" where two are as frequent, or there is none.
func (c *clipping) fits(rest string, ok func(string) bool) string {
	best, most := "", 0
	for w, n := range c.counts {
		switch {
		case n < most || n == 0 || !c.ends(w, rest) || !ok(w):
		case n == most:
			best = ""
		default:
			best, most = w, n
		}
	}
	return best
}

// listed is the only noun for who speaks that ends in rest, or, where a few letters are left, the
// only word; "" where there are more.
func (c *clipping) listed(rest string) string {
	found := ""
	for _, list := range c.s.words.endings() {
		for _, w := range list[rest[len(rest)-endingLetters:]] {
			if w == found || !c.ends(w, rest) {
				continue
			}
			if found != "" {
				return ""
			}
			found = w
		}
		if found != "" && len(rest) >= longRest {
			break
		}
	}
	return found
}

// ends reports whether word ends in rest, with a few letters before it that could be taken.
func (c *clipping) ends(word, rest string) bool {
	lost, ok := strings.CutSuffix(word, rest)
	if !ok || lost == "" || len(lost) > mostLost {
		return false
	}
	for _, l := range []byte(lost) {
		if l < 'a' || l > 'z' || c.kept[l] {
			return false
		}
	}
	return true
}
