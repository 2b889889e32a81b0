package segment

import "strings"

// shortestRest and mostLost bound what is left, and what is gone, of a clipped word in letters.
const (
	shortestRest = 3
	longRest     = 5 // enough to tell any word
	mostLost     = 6
)

// mend gives the words that open a paragraph without their first letters, as a scraper that
// loses a drop capital leaves them, the norm of the word that they were: "mpany", of "The
// company", where the article, or the list of nouns for who speaks, has one word that ends so.
func (s *scanner) mend(firsts []int) {
	var clipped []int
	for _, i := range firsts {
		if s.isClipped(i) {
			clipped = append(clipped, i)
		}
	}
	if len(clipped) == 0 {
		return
	}
	counts, small := map[string]int{}, map[string]bool{}
	for i := range s.tokens {
		t := &s.tokens[i]
		counts[t.Norm]++
		small[t.Norm] = small[t.Norm] || startsLower(s.text, t.Start)
	}
	for _, i := range clipped {
		counts[s.tokens[i].Norm]--
	}
	for _, i := range clipped {
		if whole := s.whole(s.tokens[i].Norm, counts); small[whole] || s.words.speakers[whole] {
			s.tokens[i].Norm = whole
		}
	}
}

// whole is the word that ends in rest: a noun for who speaks before others, and a word of the
// article before those of the list; "" where two are as likely, or none does.
func (s *scanner) whole(rest string, counts map[string]int) string {
	best, most, tied := "", 0, false
	for w, n := range counts {
		if !endsClipped(w, rest) || len(rest) < longRest && !s.words.speakers[w] {
			continue
		}
		if s.words.speakers[w] {
			n += 1000
		}
		if tied = tied && n <= most || n == most; n > most {
			best, most = w, n
		}
	}
	switch {
	case counts[rest] > 0 || tied:
		return ""
	case best == "":
		return s.words.clipped[rest]
	}
	return best
}

// isClipped reports whether token i, which opens a paragraph, is small and no word, and the
// paragraph before it has ended.
func (s *scanner) isClipped(i int) bool {
	t := &s.tokens[i]
	if i == 0 || len(t.Norm) < shortestRest || s.words.common[t.Norm] || s.words.speakers[t.Norm] || strings.Trim(s.text[t.Start:t.End], "abcdefghijklmnopqrstuvwxyz") != "" {
		return false
	}
	switch s.tokens[i-1].Norm {
	case ".", "?", "!", `"`, "'", "''":
		return true
	}
	return false
}

// endsClipped reports whether word ends in rest, with a few letters before it.
func endsClipped(word, rest string) bool {
	return len(word) > len(rest) && len(word) <= len(rest)+mostLost && strings.HasSuffix(word, rest) && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}
