package segment

import "strings"

// Words run together where a link or a break stood in the page: saidthat, thatRussia, Leesaid,
// PresidentAnna. They are two where both halves are known and one of them is a cue, a small word
// or a name.

// shortestHalf is the least number of letters of a half that is a name.
const shortestHalf = 3

// glued returns where the second of two words starts that are written as one in [i, end); 0 if it
// is one word.
func (s *scanner) glued(i, end int) int {
	if end-i < 6 || s.letters(i) != end || s.words.common[s.lower[i:end]] {
		return 0
	}
	if k := s.capitalInside(i, end); k > 0 {
		first, second := s.lower[i:k], s.lower[k:end]
		switch {
		case end-k < shortestHalf || s.letters(k) != end:
		case s.text[i:k] == first && k-i >= 2 && s.words.small[first]: // thatRussia
			return k
		case s.text[i:k] == first && s.words.speech[first]: // toldReuters
			return k
		case isUpper(s.text[i]) && k-i > shortestHalf && end-k > shortestHalf && s.words.office[first] && s.words.given.Get(second): // PresidentAnna
			return k
		}
		return 0
	}
	if s.words.joined[s.lower[i:end]] {
		return 0
	}
	for _, cue := range gluedCues {
		w := s.lower[i:end]
		if rest, ok := strings.CutSuffix(w, cue); ok && isUpper(s.text[i]) && len(rest) >= shortestHalf { // Leesaid
			return end - len(cue)
		}
		if rest, ok := strings.CutPrefix(w, cue); ok && s.words.small[rest] { // saidthat
			return i + len(cue)
		}
	}
	return 0
}

// capitalInside returns the only capital of [i, end) behind a small letter; 0 if there is none, or
// more than one.
func (s *scanner) capitalInside(i, end int) int {
	at := 0
	for k := i + 1; k < end; k++ {
		if !isUpper(s.text[k]) {
			continue
		}
		if at > 0 || isUpper(s.text[k-1]) {
			return 0
		}
		at = k
	}
	return at
}

// gluedCues are the cues that are told apart from a name before them or a small word behind them.
var gluedCues = []string{"said", "told", "asked", "argued", "announced", "stated", "confirmed", "warned", "responded", "acknowledged", "claimed"}

// smallWords are those that a name or a cue runs into.
var smallWords = []string{
	"the", "that", "to", "in", "of", "from", "with", "and", "by", "on", "at", "as", "an", "between", "against", "including", "because", "until", "since", "during", "while",
	"he", "she", "they", "it", "his", "her", "their", "is", "was", "are", "will", "would", "could", "but", "or", "about", "over", "into", "than", "when", "who", "which",
}

// officeWords are those before a name that it runs into.
var officeWords = []string{
	"president", "minister", "senator", "secretary", "chairman", "chairwoman", "leader", "professor", "doctor", "governor", "mayor", "judge", "general", "chancellor", "prime", "director",
	"congressman", "congresswoman", "representative", "ambassador", "commissioner", "spokesman", "spokeswoman", "state", "defense", "defence", "treasury", "justice", "commerce", "democrat", "republican", "former", "king", "queen", "prince", "princess", "pope", "captain", "colonel",
}

// joinedWords end or begin like a cue and are one word.
var joinedWords = []string{"aforesaid", "foretold", "retold", "untold", "overstated", "understated", "reinstated", "unasked", "unannounced", "unconfirmed", "forewarned", "reconfirmed", "unclaimed", "reclaimed", "disclaimed", "proclaimed", "exclaimed", "acclaimed", "declaimed", "unacknowledged"}

func setOf(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, w := range list {
		m[w] = true
	}
	return m
}
