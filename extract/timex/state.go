package timex

import "github.com/claimwire/claimwire/extract"

// A told is the state that a text names most, by its ISO 3166-1 code; "" where it names none, or two alike.
type told struct {
	state        string
	names, known bool // names any; was looked for
}

// state is the one that the sentence, or else the article, names most. Each is looked through once.
func (r *reader) state() string {
	if !r.here.known {
		end := r.entity
		for end < len(r.d.Entities) && r.d.Entities[end].First < r.last {
			end++
		}
		r.here = mostNamed(r.d.Entities[r.entity:end])
	}
	if r.here.names {
		return r.here.state
	}
	if !r.all.known {
		r.all = mostNamed(r.d.Entities)
	}
	return r.all.state
}

// mostNamed counts states, their capitals and nationalities.
func mostNamed(entities []extract.Entity) told {
	t, most, times := told{known: true}, 0, map[string]int{}
	for k := range entities {
		if iso := entities[k].ISO; len(iso) == 2 {
			times[iso]++
		}
	}
	for iso, n := range times {
		if n > most {
			most, t.state = n, iso
		} else if n == most {
			t.state = ""
		}
	}
	t.names = most > 0
	return t
}
