package quantity

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/number"
)

// phraseEnding reads the noun phrase that ends at atom i, without determiner.
func (s *scan) phraseEnding(i int) (thing, bool) {
	a := s.At(i)
	if a == nil || a.Kind == number.Mark && !s.Is(i, ")") {
		return thing{}, false
	}
	return s.tokensEnding(a.Token)
}

// namedToken reports whether token t is written as part of a name, between others.
func (s *scan) namedToken(t int) bool {
	if t <= s.Sent.First || t+1 >= s.Sent.Last || !s.Doc.IsCapital(t) {
		return false
	}
	before := &s.Doc.Tokens[t-1]
	return s.Doc.IsCapital(t+1) && (before.XPOS == "NNP" || s.Doc.IsCapital(t-1) && before.XPOS == "RB")
}

// unitToken reports whether token t is the unit of an earlier reading: "the 6kW motor".
func (s *scan) unitToken(t int) bool {
	at := s.Doc.Tokens[t].Span
	i := s.foundAt(at.Start)
	if i == len(s.found) || s.found[i].unit.unit == nil || s.found[i].unit.last == 0 {
		return false
	}
	u := s.Span(s.found[i].unit.first, s.found[i].unit.last)
	return u.Overlaps(at) || at.Overlaps(u)
}

// tokensEnding reads the noun phrase that ends with the token head, without determiner.
func (s *scan) tokensEnding(head int) (thing, bool) {
	if head < s.Sent.First || !s.noun(head) {
		return thing{}, false
	}
	first := head
	for first > max(s.Sent.First, head-12) {
		if s.Doc.Text[s.Doc.Tokens[first-1].Start] < 'A' && s.counting(first-1) || s.unitToken(first-1) {
			return s.thing(s.Doc.Tokens[first].Start, head), true // "the 25% duty on 40 goods"
		}
		switch tag := s.Doc.Tokens[first-1].XPOS; {
		case strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") && !extract.OneOf(s.Doc.Tokens[first-1].Norm, "most", "enough"):
		case strings.HasPrefix(tag, "VB") && strings.Contains(s.Doc.Tokens[first-1].Norm, "-"), tag == "VBG" && extract.OneOf(s.Doc.Tokens[first-1].Norm, "operating", "living", "starting", "running", "borrowing", "trading", "selling", "voting", "standing", "manufacturing"):
		case extract.OneOf(tag, "VB", "VBP", "GW") && first-2 >= s.Sent.First && s.Doc.Tokens[first-2].XPOS == "PRP$":
			// a noun that the tagger takes for a verb: "their win rate"
		case strings.HasPrefix(tag, "VB") && s.namedToken(first-1): // a name: "British Synchronised Swimming"
		case tag == "CC" && first-2 >= s.Sent.First && s.coordinated(first-1): // "food and fuel prices"
		case tag == "HYPH" || s.Doc.Tokens[first-1].Norm == "&", tag == "RB" && s.Doc.IsCapital(first-1) && strings.HasPrefix(s.Doc.Tokens[first].XPOS, "VB"):
		case tag == "POS" && first-2 >= s.Sent.First && s.noun(first-2) && s.Doc.Tokens[first-2].XPOS != "NNP" && !s.calendar(first-2):
		default:
			return s.thing(s.Doc.Tokens[first].Start, head), true
		}
		first--
	}
	return s.thing(s.Doc.Tokens[first].Start, head), true
}
