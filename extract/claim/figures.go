package claim

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// quantities are the quantities within s.
func (a *assembler) quantities(s extract.Span) []extract.Quantity {
	i := sort.Search(len(a.Quantities), func(i int) bool { return a.Quantities[i].Start >= s.Start })
	var out []extract.Quantity
	for ; i < len(a.Quantities) && a.Quantities[i].Start < s.End; i++ {
		if q := a.Quantities[i]; q.Span.End <= s.End && counted(&q) && !a.oneOfBest(&q) {
			out = append(out, q)
		}
	}
	return out
}

// counted tells quantities from the numbers that are recognised so that they are
// never counted: names of things, ranks, scores.
func counted(q *extract.Quantity) bool {
	return !extract.OneOf(q.Kind, "identifier", "score", "rank", "ordinal")
}

// oneOfBest reports whether q is the one of "one of the most exciting things", "one of these
// things", which praises or hedges and counts nothing.
func (a *assembler) oneOfBest(q *extract.Quantity) bool {
	if q.Value != "1" || q.PartOf == "" {
		return false
	}
	first, _ := a.TokensIn(q.OfSpan)
	return extract.OneOf(a.tag(first), "JJS", "RBS") || q.Of == "things" || strings.HasSuffix(q.Of, " things")
}

// times are the times within s, which say when the content holds.
func (a *assembler) times(s extract.Span) []extract.Time {
	i := sort.Search(len(a.Times), func(i int) bool { return a.Times[i].Start >= s.Start })
	var out []extract.Time
	for ; i < len(a.Times) && a.Times[i].Start < s.End; i++ {
		if t := a.Times[i]; t.Span.End <= s.End {
			t.Role = "content"
			out = append(out, t)
		}
	}
	return out
}

// dropTimes leaves to times the numbers that are part of one: the 24 of October 24,
// nine hours. Both lists are in text order.
func dropTimes(quantities []extract.Quantity, times []extract.Time) []extract.Quantity {
	out := quantities[:0]
	at := 0
	for _, q := range quantities {
		for at < len(times) && times[at].Span.End <= q.Start {
			at++
		}
		if at == len(times) || !times[at].Contains(q.Span) && !(q.Kind == "duration" && q.Contains(times[at].Span)) {
			out = append(out, q)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// places are the toponyms within s. A nationality is none.
func (a *assembler) places(s extract.Span) []extract.Place {
	i := sort.Search(len(a.Entities), func(i int) bool { return a.Entities[i].Start >= s.Start })
	var out []extract.Place
	for ; i < len(a.Entities) && a.Entities[i].Start < s.End; i++ {
		if e := &a.Entities[i]; e.Type == extract.LOC && e.Span.End <= s.End && !(a.norm(e.First-1) == "of" && peers[a.norm(e.First-2)]) && a.lemma(e.Last) != "dollar" && (e.ISO != "" || isPlaceName(a.In(e.Span))) {
			out = append(out, extract.Place{Passage: a.Passage(e.Span), ISO: e.ISO})
		}
	}
	return out
}

// isPlaceName tells the name of a place that no list has from a quarter, a class of
// athletes, a ship and a body of the sky: Q3, C4-5, HMS Dunmore, Mars.
func isPlaceName(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return !noPlaces[name] && !ships[first] && !strings.ContainsAny(name, "0123456789")
}

var (
	noPlaces = lexicon.SetOf("Mercury", "Venus", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto", "Earth", "Moon", "Sun", "Wi-Fi", "Internet", "Secretary of State")
	ships    = lexicon.SetOf("HMS", "RFA", "USS", "USNS", "RMS", "MV", "SS")
	peers    = lexicon.SetOf("prince", "princess", "duke", "duchess", "earl", "countess", "marquess") // the Prince of Wales
)
