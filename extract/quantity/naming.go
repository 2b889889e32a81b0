package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract/number"
)

// namedRules are tried in order at each number in words.
var namedRules = []identRule{
	{"qty.ident-label/2", "Season eight of the show begins in May.", "identifier", labelledWord},
	{"qty.ident-name/2", "The Fab Four sang.", "identifier", nameWord},
	{"qty.ident-zero/2", "The plan for net zero failed.", "identifier", zeroWord},
	{"qty.ident-round/2", "They reached the last eight.", "identifier", knockout},
	{"qty.ident-rank/2", "He is in the top ten.", "identifier", topRank},
	{"qty.ident-title/2", "She sold the painting 'Two Children' at once.", "identifier", titledWord},
	{"qty.ident-fixed/2", "The lead passed from one generation to another.", "identifier", fixedOne},
	{"qty.ident-times/2", "The two-time world champion Adam Roe lost.", "identifier", epithet},
	{"qty.ident-scale/2", "On a scale of one to ten, it was good.", "identifier", scaleEnds},
}

// labelledWord takes the number of a season, phase, chapter or the like, and of a second one
// joined to it: "berths eight and nine".
func labelledWord(s *scan, i int) int {
	n := s.CardinalFrom(i, i)
	if n.Last == i || s.nounAt(n.Last) && !s.IsWord(i-1, "number") || len(s.unitsAt(n.Last)) > 0 || s.Is(n.Last, "-") || s.IsWord(n.Last, "to") {
		return 0
	}
	if w := s.word(n.Last); w != nil && (w.Mag != 0 || w.Part != 0) {
		return 0
	}
	j := i - 1
	if k := len(s.found) - 1; k >= 0 && s.found[k].rule == "qty.ident-label/2" && s.found[k].last == j && s.IsWord(j, "and", "or") {
		return n.Last
	}
	w := s.word(j)
	if s.Tag(j-1) == "CD" {
		return 0
	}
	if w == nil || w.class&label == 0 || !strings.HasPrefix(s.Tag(j), "NN") && !(s.IsWord(j, "round") && s.IsWord(j-1, "in")) {
		t := strings.TrimSuffix(s.Lower(j), "s")
		if w = s.find(t); w == nil || w.class&label == 0 || !s.IsWord(n.Last, "and", "or") {
			return 0
		}
	}
	if w.class&(up|down|reach|when|since|street|scoreword|people|person) != 0 && !(w.class&when != 0) {
		return 0
	}
	return n.Last
}

// nameWord takes the number of a name: "the Fab Four", "the Group of Seven", "the Big Five banks".
// In a headline, which has all its words in capitals, it takes none.
func nameWord(s *scan, i int) int {
	if i == 0 || !s.Capital(i) && !s.Is(i, "ten") {
		return 0
	}
	if s.Is(i, "ten") && s.Capital(i-1) && s.Capital(i+1) {
		return i + 1 // a name from the Dutch: Erik ten Hag
	}
	if i < 2 || !s.Capital(i) || s.Atoms[i-1].Kind != number.Letters || s.Capital(i-1) && s.word(i-1) != nil && s.word(i-1).leads() || s.titled() {
		return 0
	}
	if n := s.CardinalFrom(i, i); n.Last == i+1 && !(s.Is(i+1, "-") && s.Glued(i+1)) {
		return n.Last
	}
	return 0
}

// titled reports whether the sentence has all its long words in capitals, as headlines have.
func (s *scan) titled() bool {
	capitals := 0
	for k := range s.Atoms {
		switch a := &s.Atoms[k]; {
		case a.Kind != number.Letters || a.End-a.Start < 5:
		case !s.Capital(k):
			return false
		default:
			capitals++
		}
	}
	return capitals > 2
}

// leads reports whether a word may stand before a number that counts.
func (w *word) leads() bool { return len(w.Left) > 0 || w.class&(when|up|down) != 0 }

// zeroWord takes the zero of fixed phrases: "net zero", "ground zero", "zero tolerance".
func zeroWord(s *scan, i int) int {
	if !s.IsWord(i, "zero") {
		return 0
	}
	if s.IsWord(i-1, "net", "ground", "patient", "absolute", "year") {
		return i + 1
	}
	j := i + 1
	if s.Is(j, "-") && s.Glued(j) || s.IsWord(j, "in") && s.IsWord(j+1, "on") {
		return i + 1 // a compound, as in zero-emission and zero-hours; "to zero in on"
	}
	if s.IsWord(j, "tolerance", "sum", "hour", "hours", "carbon", "covid", "waste", "emission", "gravity", "rating") {
		return i + 1
	}
	return 0
}

// titledWord takes the number that a title in quotation marks begins with: the painting "Two
// Children".
func titledWord(s *scan, i int) int {
	if i > 1 && s.Capital(i) && quoted(s.Text(i-1)) && s.Glued(i) && s.Capital(i+1) && (strings.HasPrefix(s.Tag(i-2), "NN") || s.Tag(i-2) == "POS") {
		return i + 1
	}
	return 0
}

// fixedOne takes the "one" of phrases that count nothing: "from one side to the other", "a one
// nation party", "put it to one side".
func fixedOne(s *scan, i int) int {
	if !s.IsWord(i, "one") {
		return 0
	}
	switch s.Lower(i-1) + " one " + s.Lower(i+1) {
	case "in one go", "in one fell", "at one point", "at one stage", "at one time", "to one side", "on one side", "to one hand", "on one hand":
		return i + 1
	}
	if s.IsWord(i+1, "nation") {
		return i + 1
	}
	if s.IsWord(i-1, "from") && s.IsWord(i+2, "to", "into") && s.IsWord(i+3, "another", "the") {
		return i + 1
	}
	return 0
}

// epithet takes the number of what someone is called for having won it: "a four-time winner".
func epithet(s *scan, i int) int {
	n, _ := s.Number(i)
	if s.Is(n.Last, "-") && s.IsWord(n.Last+1, "time") && s.nounAt(n.Last+2) {
		return n.Last + 2
	}
	return 0
}
