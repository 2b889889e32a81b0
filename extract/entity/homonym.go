package entity

import "strings"

// A homonym is a state whose name a region of another state shares.
type homonym struct {
	state, within string // codes of the state, and of the one that holds the region
	region        entry
}

var homonyms = map[string]homonym{
	"Georgia": {"GE", "US", entry{text: "Georgia", name: "Georgia", kind: place, iso: "US-GA", what: "region"}},
}

// homonyms picks the region where the article speaks of its state and of nothing
// else of the state that shares the name, or where "state of" goes before.
func (r *reader) homonyms() {
	for name := range homonyms {
		h := homonyms[name]
		abroad := r.speaksOf(h.within) && !r.speaksOf(h.state)
		for k := range r.names {
			n := &r.names[k]
			if n.entry == nil || n.entry.text != name || n.entry.iso != h.state {
				continue
			}
			if abroad || r.norm(n.first-1) == "of" && r.norm(n.first-2) == "state" {
				n.entry = &h.region
			}
		}
	}
}

// speaksOf reports whether a name in the article, homonyms aside, belongs to a state.
func (r *reader) speaksOf(state string) bool {
	for k := range r.names {
		if e := r.names[k].entry; e != nil && strings.HasPrefix(e.iso, state) {
			if _, same := homonyms[e.text]; !same {
				return true
			}
		}
	}
	return false
}
