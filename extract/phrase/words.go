package phrase

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract/lexicon"
)

// A vocabulary is what the lists say of words.
type vocabulary struct {
	times         map[string]bool // nouns of time
	subordinators map[string]bool
	mayGovern     map[string]bool // subordinators that are prepositions too
	contrast      map[string]bool // subordinators that turn to another subject
	reported      map[string]bool // subordinators that may begin what is asked
	takesClause   map[string]bool // verbs, by lemma
	listens       map[string]bool // verbs that name who is told before what
	asks          map[string]bool // verbs that take "if"
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, r := range lexicon.Must("time_words").Rows {
		switch r.Cells[1] {
		case "unit", "part", "day", "weekday":
			add(v.times, r.Cells[0])
		}
	}
	for _, r := range lexicon.Must("months").Rows {
		if r.Cells[0] != "may" && r.Cells[0] != "march" { // words of their own
			add(v.times, r.Cells[0])
			add(v.times, r.Cells[1])
		}
	}
	delete(v.times, "mar")
	delete(v.times, "second") // an ordinal more often
	for _, r := range lexicon.Must("subordinators").Rows {
		add(v.subordinators, r.Cells[0])
		for _, role := range lexicon.Split(r.Cells[1]) {
			switch role {
			case "preposition":
				add(v.mayGovern, r.Cells[0])
			case "contrast":
				add(v.contrast, r.Cells[0])
			case "reported":
				add(v.reported, r.Cells[0])
			}
		}
	}
	for _, r := range lexicon.Must("cues").Rows {
		if r.Cells[1] == "verb" && takesClause(r.Cells[2]) {
			add(v.takesClause, r.Cells[0])
		}
	}
	for _, r := range lexicon.Must("clause_verbs").Rows {
		for _, takes := range lexicon.Split(r.Cells[1]) {
			add(map[string]map[string]bool{"clause": v.takesClause, "listener": v.listens, "question": v.asks}[takes], r.Cells[0])
		}
	}
	return v
})

// takesClause reports whether one of the frames of a cue is a clause or a quotation.
func takesClause(frames string) bool {
	for f := range strings.SplitSeq(frames, "|") {
		switch f {
		case "that", "clause", "pre", "quote":
			return true
		}
	}
	return false
}

func add(set map[string]bool, cell string) {
	for _, w := range lexicon.Split(cell) {
		set[w] = true
	}
}
