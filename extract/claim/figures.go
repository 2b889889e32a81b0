package claim

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// quantities are the quantities within s.
func (a *assembler) quantities(s extract.Span) []extract.Quantity {
	i := sort.Search(len(a.Quantities), func(i int) bool { return a.Quantities[i].Start >= s.Start })
	var out []extract.Quantity
	for ; i < len(a.Quantities) && a.Quantities[i].Start < s.End; i++ {
		if q := a.Quantities[i]; q.Span.End <= s.End && counted(&q) {
			out = append(out, q)
		}
	}
	return out
}

// counted tells quantities from the numbers that are recognised so that they are
// never counted: names of things, ranks, scores.
func counted(q *extract.Quantity) bool {
	switch q.Kind {
	case "identifier", "score", "rank", "ordinal":
		return false
	}
	return true
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
		if at == len(times) || !times[at].Contains(q.Span) {
			out = append(out, q)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// nearCue is how far from the cue, in tokens, the time of the act may stand.
const nearCue = 12

// saidTimes are the times beside the cue, which say when the act happened: in the
// cue's sentence, outside all content, source and nested acts.
func (a *assembler) saidTimes(at *extract.Attribution) []extract.Time {
	if at.Cue.Empty() {
		return nil
	}
	sentence := a.SentenceAt(at.Cue.Start)
	if sentence == len(a.Sentences) {
		return nil
	}
	s := a.Sentences[sentence].Span
	cue := a.TokenAt(at.Cue.Start)
	i := sort.Search(len(a.Times), func(i int) bool { return a.Times[i].Start >= s.Start })
	var out []extract.Time
	for ; i < len(a.Times) && a.Times[i].Start < s.End; i++ {
		t := a.Times[i]
		if t.Type != "DATE" && t.Type != "TIME" || t.Start >= at.Source.Start && t.Span.End <= at.Source.End {
			continue
		}
		if away := a.TokenAt(t.Start) - cue; away > nearCue || away < -nearCue || a.inContent(t.Span) || a.closerCue(t.Span, at) || a.datesAnother(t.Span, at) {
			continue
		}
		t.Role = "said"
		out = append(out, t)
	}
	return out
}

// datesAnother reports whether a time says when something else happened: after the cue,
// beyond another verb ("Lee, who said so, left on Monday"), or in the clause before "with
// Lee saying".
func (a *assembler) datesAnother(t extract.Span, at *extract.Attribution) bool {
	first, _ := a.TokensIn(at.Source)
	if t.Start < at.Cue.Start {
		return !at.Source.Empty() && a.tag(at.CueHead) == "VBG" && a.norm(first-1) == "with" && t.Start < at.Source.Start
	}
	_, k := a.TokensIn(at.Cue)
	for ; k < len(a.Tokens) && a.Tokens[k].Start < t.Start && k < at.CueHead+nearCue; k++ {
		if a.isFinite(k) && !a.inContent(a.Tokens[k].Span) {
			return true
		}
	}
	return false
}

// inContent reports whether s lies in the content of any attribution.
func (a *assembler) inContent(s extract.Span) bool { return overlapsAny(a.contents, s) }

// closerCue reports whether the cue of another attribution lies nearer to s.
func (a *assembler) closerCue(s extract.Span, at *extract.Attribution) bool {
	own := distance(s, at.Cue)
	i := sort.Search(len(a.cues), func(i int) bool { return a.cues[i].Start >= s.Start })
	for k := max(0, i-1); k < min(len(a.cues), i+1); k++ {
		if distance(s, a.cues[k]) < own {
			return true
		}
	}
	return false
}

func distance(a, b extract.Span) int {
	if a.Start >= b.End {
		return a.Start - b.End
	}
	return max(0, b.Start-a.End)
}

// places are the toponyms within s. A nationality is none.
func (a *assembler) places(s extract.Span) []extract.Place {
	i := sort.Search(len(a.Entities), func(i int) bool { return a.Entities[i].Start >= s.Start })
	var out []extract.Place
	for ; i < len(a.Entities) && a.Entities[i].Start < s.End; i++ {
		if e := &a.Entities[i]; e.Type == extract.LOC && e.Span.End <= s.End && (e.ISO != "" || isPlaceName(a.In(e.Span))) {
			out = append(out, extract.Place{Passage: a.Passage(e.Span), ISO: e.ISO})
		}
	}
	return out
}

// isPlaceName tells the name of a place that no list has from a quarter, a class of
// athletes and a body of the sky: Q3, C4-5, Mars.
func isPlaceName(name string) bool {
	switch name {
	case "Mercury", "Venus", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto", "Earth", "Moon", "Sun", "Wi-Fi", "Internet":
		return false
	}
	return !strings.ContainsAny(name, "0123456789")
}
