package entity

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// sharedPlaces are the bearers of a name that several places have, by the name.
var sharedPlaces = sync.OnceValue(func() map[string][]bearer {
	m := map[string][]bearer{}
	for _, r := range lexicon.Must("shared_places").Rows {
		var bs []bearer
		for _, iso := range lexicon.Split(r.Cells[1]) {
			bs = append(bs, bearer{iso: iso})
		}
		for _, near := range lexicon.Split(r.Cells[2]) {
			iso, codes, _ := strings.Cut(near, ":")
			for i := range bs {
				if bs[i].iso == iso {
					bs[i].near = strings.Split(codes, "+")
				}
			}
		}
		m[r.Cells[0]] = bs
	}
	return m
})

// A bearer is a place that has a shared name, with the states news names beside it.
type bearer struct {
	iso  string
	near []string
}

// locate tells which place a name is of by what the article says of it: the region or state
// beside it ("Arlington, Virginia", "the Texas town of Uvalde"), and else, of places that
// share a name, the one whose neighbours the article speaks of.
func (r *reader) locate() {
	told := map[string]chosen{} // by the text of the name
	for k := range r.names {
		n := &r.names[k]
		if n.kind != place {
			continue
		}
		if iso := r.stateOf(n); iso != "" {
			r.choose(n, chosen{iso, "place.state-of/1", -1, "\"state of\" stands before it"})
		} else if iso, other := r.beside(k); iso != "" && r.settles(k, other) {
			continue
		} else if iso != "" && r.refines(n, iso) {
			r.choose(n, chosen{iso, "place.beside/1", other, "the region or state beside it"})
			if text := r.canonical(n, r.text(n.first, n.last)); told[text].iso == "" {
				told[text] = chosen{iso, "place.told/1", other, "the region or state beside another mention of it"}
			}
		}
	}
	var spoken map[string]int
	abroad := 0
	for k := range r.names {
		n := &r.names[k]
		if n.iso == "" && smallAmerican(n) {
			if spoken == nil {
				spoken = r.spoken()
			}
			if abroad == 0 {
				abroad = r.abroad(spoken)
			}
			if n.astray = abroad > 0; n.astray {
				r.d.Choices = append(r.d.Choices, extract.Choice{Span: r.d.TokenSpan(n.first, n.last), Rule: "place.elsewhere/1", Why: "a small American town, in an article on other countries: no code"})
			}
		}
		text := ""
		if n.kind == place && n.iso == "" {
			text = r.canonical(n, r.text(n.first, n.last))
		}
		if text == "" {
			continue
		}
		if t := told[text]; t.iso != "" {
			r.choose(n, t)
			continue
		}
		bearers := sharedPlaces()[text]
		if len(bearers) == 0 || n.entry != nil && n.entry.what == "capital" && n.entry.iso == bearers[0].iso && len(bearers[1].iso) > 2 { // Paris is that of France but for a Texas beside it
			continue
		}
		if spoken == nil {
			spoken = r.spoken()
		}
		told[text] = chosen{likeliest(bearers, spoken), "place.likeliest/1", -1, weighed(bearers, spoken)}
		r.choose(n, told[text])
	}
}

// settles reports whether name k, or a place that shares its name, lies in a bearer of the
// shared name beside it that is not the likeliest; it is then the one meant: Georgia in
// "Atlanta, Georgia".
func (r *reader) settles(k, other int) bool {
	n, m := &r.names[k], &r.names[other]
	if n.entry == nil {
		return false
	}
	lies := []bearer{{iso: n.entry.iso}}
	if shared := sharedPlaces()[r.canonical(n, r.text(n.first, n.last))]; len(shared) > 0 {
		lies = shared
	}
	for i, b := range sharedPlaces()[r.canonical(m, r.text(m.first, m.last))] {
		if i > 0 && slices.ContainsFunc(lies, func(l bearer) bool { return l.iso == b.iso }) {
			r.choose(n, chosen{b.iso, "place.beside/1", other, "the region or state beside it"})
			r.choose(m, chosen{b.iso, "place.holds/1", k, "the town beside it lies there"})
			return true
		}
	}
	return false
}

// A chosen is the place that a name was taken for, and why.
type chosen struct {
	iso   string
	rule  string
	other int // the name that decided; -1 without one
	why   string
}

// choose gives name n its place, and keeps why.
func (r *reader) choose(n *name, c chosen) {
	n.iso = c.iso
	choice := extract.Choice{Span: r.d.TokenSpan(n.first, n.last), Rule: c.rule, Why: c.why}
	if c.other >= 0 {
		choice.By = r.d.TokenSpan(r.names[c.other].first, r.names[c.other].last)
	}
	r.d.Choices = append(r.d.Choices, choice)
}

// weighed says what speaks for each of the bearers of a name.
func weighed(bearers []bearer, spoken map[string]int) string {
	var b strings.Builder
	b.WriteString("of the places of that name, in doubt the first:")
	for i, x := range bearers {
		near := 0
		for _, code := range x.near {
			near += spoken[code]
		}
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, " %s (the article names it %d times, its neighbours %d)", x.iso, spoken[x.iso], near)
	}
	return b.String()
}

// smallAmerican reports whether n is listed as a small town of the United States.
func smallAmerican(n *name) bool {
	e := n.entry
	return n.kind == place && e != nil && e.small && strings.HasPrefix(e.iso, "US-") && len(sharedPlaces()[e.text]) == 0
}

// abroad is 1 if the article speaks of other countries alone but for names of small American
// towns, and -1 if not: the Weston of an article on Somerset is not the one in Florida.
func (r *reader) abroad(spoken map[string]int) int {
	towns := 0
	for k := range r.names {
		if n := &r.names[k]; n.iso == "" && smallAmerican(n) {
			towns++
		}
	}
	if spoken["US"] > towns {
		return -1
	}
	for iso, times := range spoken {
		if len(iso) == 2 && iso != "US" && times > 1 {
			return 1
		}
	}
	return -1
}

// canonical is the name of a place as the lists have it: Birmingham of BIRMINGHAM.
func (r *reader) canonical(n *name, text string) string {
	if n.entry != nil && n.entry.kind == place && strings.EqualFold(n.entry.text, text) {
		return n.entry.text
	}
	return text
}

// beside is the code of the region or state that the text puts beside name k, and which
// name that is; "" without one.
func (r *reader) beside(k int) (iso string, other int) {
	n := &r.names[k]
	if k+1 < len(r.names) {
		m := &r.names[k+1]
		gap := m.first - n.last
		if e := m.entry; e != nil && e.kind == place && m.sentence == n.sentence && extract.OneOf(e.what, "region", "state") {
			switch {
			case gap == 1 && r.norm(n.last) == "," && !possessive(r.norm(m.last)) && !r.rowOfPlaces(n, m) && !r.rowGoesOn(k):
				return e.iso, k + 1
			case gap == 1 && r.norm(n.last) == "in" && e.what == "region":
				return e.iso, k + 1
			}
		}
	}
	if k == 0 {
		return "", -1
	}
	m := &r.names[k-1] // the Texas town of Uvalde, the southern Indian city of Kochi
	if e := m.entry; e != nil && m.sentence == n.sentence && (m.kind == place && (extract.OneOf(e.what, "region", "state") || len(e.iso) > 2) || m.kind == group && e.iso != "") {
		if last := n.first - 1; last > m.last && last-m.last <= 4 && (r.norm(last) == "of" && placeNouns[r.norm(last-1)] || r.norm(last) == "in" && placeNouns[r.norm(last-1)] || r.norm(last) == "in" && r.norm(last-1) == "home") && r.small(m.last, last) {
			return e.iso, k - 1
		}
	}
	return "", -1
}

// stateOf is the region that a name shared with a state means after "state of".
func (r *reader) stateOf(n *name) string {
	if r.norm(n.first-1) != "of" || r.norm(n.first-2) != "state" {
		return ""
	}
	for _, b := range sharedPlaces()[r.text(n.first, n.last)] {
		if len(b.iso) > 2 {
			return b.iso
		}
	}
	return ""
}

// small reports whether tokens [first, last) are plain words without a mark.
func (r *reader) small(first, last int) bool {
	return !extract.AnyToken(first, last, func(i int) bool { return r.words[i].capitalised() || r.words[i].shape&letters == 0 })
}

// rowOfPlaces reports whether the comma between names n and m parts two places of a row:
// "Paris, Texas, and Ohio" is none, "Scotland, Wales and England" is.
func (r *reader) rowOfPlaces(n, m *name) bool {
	for _, b := range sharedPlaces()[r.canonical(n, r.text(n.first, n.last))] {
		if b.iso == m.entry.iso { // Birmingham, Alabama
			return false
		}
	}
	if n.entry != nil && (n.entry.what == "state" || n.entry.what == "region" && m.entry.what == "region") {
		return true
	}
	if n.entry != nil && n.entry.iso != "" && len(m.entry.iso) >= 2 && strings.HasPrefix(n.entry.iso, m.entry.iso[:2]) && len(m.entry.iso) == 2 {
		return false
	}
	switch after := r.norm(m.last); {
	case after == "and" || after == "or":
		return true
	case after == ",":
		next := r.norm(m.last + 1)
		return next == "and" || next == "or"
	case n.entry == nil && m.entry.what == "state":
		return false
	}
	return false
}

// rowGoesOn reports whether the listed town k and the British city behind it, which is a region of its own, are two of a
// row that goes on with a third place: Newcastle, Birmingham, Leeds and Hull.
func (r *reader) rowGoesOn(k int) bool {
	listed := func(n *name) bool {
		return n.kind == place && (n.entry != nil || len(sharedPlaces()[r.canonical(n, r.text(n.first, n.last))]) > 0)
	}
	last := r.names[k+1].last
	return k+2 < len(r.names) && r.names[k+2].first == last+1 && extract.OneOf(r.norm(last), ",", "and") && strings.HasPrefix(r.names[k+1].entry.iso, "GB-") && listed(&r.names[k]) && listed(&r.names[k+2])
}

// refines reports whether a code that stands beside a name says more of it, or something
// else, than its entry: US-VA of a town that the list has in US-TX, not GB of GB-ENG.
func (r *reader) refines(n *name, iso string) bool {
	if n.entry == nil {
		return true
	}
	if extract.OneOf(n.entry.what, "state", "area") || n.entry.what == "region" && len(sharedPlaces()[n.entry.text]) == 0 {
		return false
	}
	return !strings.HasPrefix(n.entry.iso, iso)
}

// spoken counts how often the article names each region and each state, by places and by
// nationalities whose name no other place has.
func (r *reader) spoken() map[string]int {
	m := map[string]int{}
	for k := range r.names {
		n := &r.names[k]
		if n.kind == organisation && n.last > n.first+1 {
			if e, last := r.match(n.first, n.last, false); e != nil && e.iso != "" && last < n.last && e.kind != organisation {
				r.speak(m, e)
			}
			continue
		}
		if n.iso != "" { // its own neighbour has been counted
			continue
		}
		if e := n.entry; e != nil && e.iso != "" && (n.kind == place || n.kind == group) {
			r.speak(m, e)
		}
	}
	return m
}

func (r *reader) speak(m map[string]int, e *entry) {
	if bs := sharedPlaces()[e.text]; len(bs) > 0 {
		return
	}
	if e.kind == group && (e.iso == "GE" || strings.HasPrefix(e.text, "Congo")) {
		return
	}
	m[e.iso]++
	if len(e.iso) > 2 {
		m[e.iso[:2]]++
		m[e.iso[:2]+"-"]++ // some region of the state
	}
}

// likeliest is the code of the bearer that most of what the article names speaks for. In doubt
// it is the first: a bearer in another state needs two namings of its own region, as Texas is
// soon named in an article on Paris. A region that shares the name of a state, as Georgia does,
// is meant where others of its country are named as well.
func likeliest(bearers []bearer, spoken map[string]int) string {
	home := bearers[0]
	best, most := home.iso, 4*spoken[home.iso]+1
	if len(home.iso) > 2 && !sameState(bearers) {
		most += spoken[home.iso[:2]]
	}
	for _, near := range home.near {
		most += 3 * spoken[near]
	}
	for _, b := range bearers[1:] {
		score := 4 * spoken[b.iso]
		switch {
		case len(home.near) > 0:
			score += spoken[b.iso[:2]+"-"]
			for _, near := range b.near {
				score += 3 * spoken[near]
			}
		case b.iso[:2] != home.iso[:2] && spoken[home.iso[:2]] == 0 && spoken[b.iso[:2]] > 2: // the Camden of an article on Britain
			score += spoken[b.iso[:2]]
		case b.iso[:2] != home.iso[:2] && spoken[b.iso] < 2:
			continue
		}
		if score > most {
			best, most = b.iso, score
		}
	}
	return best
}

// sameState reports whether all bearers lie in one state.
func sameState(bearers []bearer) bool {
	return !slices.ContainsFunc(bearers, func(b bearer) bool { return b.iso[:2] != bearers[0].iso[:2] })
}
