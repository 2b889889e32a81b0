package segment

import (
	"strings"

	"github.com/claimwire/claimwire/internal/hashed"
)

// Words run together where a link or a break stood in the page: saidthat, thatRussia, Leesaid,
// PresidentAnna. They are two where both halves are known and one of them is a cue, a small word
// or a name.

// shortestHalf is the least number of letters of a half that is a name.
const shortestHalf = 3

// glued returns where the second of two words starts that are written as one in [i, end); 0 if it
// is one word.
func (s *scanner) glued(i, end int) int {
	if end-i < 6 || s.words.common.Get(s.lower[i:end]) {
		return 0
	}
	w := s.lower[i:end]
	if k := min(s.letters(i), end); k != end {
		if rest := strings.TrimPrefix(strings.TrimPrefix(w[k-i:], "'s"), "’s"); len(rest) >= shortestHalf && len(rest) < end-k && s.words.common.Get(rest) { // Lee'swar
			return end - len(rest)
		}
		return 0
	}
	if k := s.capitalInside(i, end); k > 0 {
		switch first, second := s.lower[i:k], s.lower[k:end]; {
		case end-k < shortestHalf:
		case s.text[i:k] == first && (k-i >= 2 && s.words.small[first] || s.words.speech[first]): // thatRussia, toldReuters
			return k
		case s.text[i:k] == first && k-i >= shortestHalf && s.words.common.Get(first) && s.once(w) && (s.words.given.Get(second) && (s.words.speakers[first] || startsUpper(s.text, end+1)) || s.stands(s.text[k:end])): // leaderAnna, seniorCommerce
			return k
		case isUpper(s.text[i]) && k-i > shortestHalf && end-k > shortestHalf && s.words.office[first] && s.words.given.Get(second): // PresidentAnna
			return k
		}
		return 0
	}
	if s.words.joined[w] {
		return 0
	}
	for _, cue := range gluedCues {
		if rest, ok := strings.CutSuffix(w, cue); ok && isUpper(s.text[i]) && len(rest) >= shortestHalf { // Leesaid
			return end - len(cue)
		}
		if rest, ok := strings.CutPrefix(w, cue); ok && s.words.small[rest] { // saidthat
			return i + len(cue)
		}
	}
	if isUpper(s.text[i]) {
		return s.nameAndSmall(i, end)
	}
	for _, small := range longSmall { // talkswith, thewar
		if rest, ok := strings.CutSuffix(w, small); ok && len(small) > shortestHalf && len(rest) >= shortestHalf && s.words.common.Get(rest) {
			return end - len(small)
		}
		if rest, ok := strings.CutPrefix(w, small); ok && len(rest) >= shortestHalf && s.words.common.Get(rest) {
			return i + len(small)
		}
	}
	return 0
}

// nameAndSmall returns where a small word starts that a name has run into: "Lunaris", where the
// article has Luna. Surnames in -son, people in -is, and given names are one word.
func (s *scanner) nameAndSmall(i, end int) int {
	w := s.lower[i:end]
	if s.words.given.Get(w) || strings.HasSuffix(w, "son") {
		return 0
	}
	for _, small := range smallWords {
		k := end - len(small)
		if k-i <= shortestHalf || !strings.HasSuffix(w, small) || small == "an" || small == "or" || small == "is" && !strings.ContainsRune("aeiouy", rune(w[k-i-1])) {
			continue
		}
		if s.once(w) && s.stands(s.text[i:k]) {
			return k
		}
	}
	return 0
}

// once and stands report whether a word stands no second time in the article, in any case, and whether
// a name stands in it.
func (s *scanner) once(w string) bool {
	s.count()
	return s.seen.Get(w) <= 1 // none where it is part of a longer run
}

func (s *scanner) stands(name string) bool {
	s.count()
	return s.names.Get(name)
}

// An article has about one different word in so many bytes, and one with a capital.
const (
	bytesPerWord = 12
	bytesPerName = 48
)

// count counts the words of the article, once.
func (s *scanner) count() {
	if s.seen != nil {
		return
	}
	s.seen, s.names = hashed.New[int](len(s.lower)/bytesPerWord), hashed.New[bool](len(s.lower)/bytesPerName)
	for i := 0; i < len(s.lower); i++ {
		start := i
		for i < len(s.lower) && isLower(s.lower[i]) {
			i++
		}
		if i == start {
			continue
		}
		*s.seen.At(s.lower[start:i])++
		if isUpper(s.all[start]) {
			*s.names.At(s.all[start:i]) = true
		}
	}
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

// longSmall are those that are told apart from a word before them, of four letters or more, or
// behind them.
var longSmall = []string{"that", "with", "which", "while", "from", "were", "would", "because", "between", "inside", "against", "until", "since", "the"}

// officeWords are those before a name that it runs into.
var officeWords = []string{
	"president", "minister", "senator", "secretary", "chairman", "chairwoman", "leader", "professor", "doctor", "governor", "mayor", "judge", "general", "chancellor", "prime", "director",
	"congressman", "congresswoman", "representative", "ambassador", "commissioner", "spokesman", "spokeswoman", "state", "defense", "defence", "treasury", "justice", "commerce", "democrat", "republican", "former", "king", "queen", "prince", "princess", "pope", "captain", "colonel",
}

// joinedWords end or begin like a cue and are one word.
var joinedWords = []string{"outwith", "therein", "werewolf", "werewolves", "withstand", "withstands", "withstood", "withdrew", "withdrawn", "withheld", "withhold", "withholding", "withdraw", "withdraws", "fromage", "sincerest", "whichever", "theist", "theism", "aforesaid", "foretold", "retold", "untold", "overstated", "understated", "reinstated", "unasked", "unannounced", "unconfirmed", "forewarned", "reconfirmed", "unclaimed", "reclaimed", "disclaimed", "proclaimed", "exclaimed", "acclaimed", "declaimed", "unacknowledged"}
