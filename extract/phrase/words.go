package phrase

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/internal/hashed"
)

// A vocabulary is what the lists say of words.
type vocabulary struct {
	times       *hashed.Map[bool] // nouns of time
	takesClause map[string]bool   // verbs, by lemma
	listens     map[string]bool   // verbs that name who is told before what
	tells       map[string]bool   // those of listens that take no clause without the listener
	asks        map[string]bool   // verbs that take "if"
	third       map[string]bool   // third persons that are no plurals
	past        map[string]string // irregular pasts: their lemma
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{third: lexicon.Set("third_persons"), past: map[string]string{"read": "read"}}
	times := lexicon.Where("time_words", "kind", "unit", "part", "day", "weekday")
	for _, set := range []*map[string]bool{&v.takesClause, &v.listens, &v.tells, &v.asks} {
		*set = map[string]bool{}
	}
	for w, month := range lexicon.Months() {
		if month != 3 && month != 5 { // march and may are words of their own
			times[w] = true
		}
	}
	delete(times, "second") // an ordinal more often
	v.times = hashed.From(times)
	for _, r := range lexicon.Must("lemmas").Rows {
		if form := r.Cell("form"); r.Cell("class") == "verb" && !strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ing") {
			v.past[form] = r.Cell("lemma")
		}
	}
	for _, r := range lexicon.Must("cues").Rows {
		if r.Cell("pos") == "verb" && takesClause(r.Cell("frames")) {
			lexicon.Add(v.takesClause, r.Words("cue")...)
		}
	}
	for _, r := range lexicon.Must("clause_verbs").Rows {
		for _, takes := range r.Words("takes") {
			lexicon.Add(map[string]map[string]bool{"clause": v.takesClause, "listener": v.listens, "told": v.tells, "question": v.asks}[takes], r.Words("verb")...)
		}
	}
	return v
})

// takesClause reports whether one of the frames of a cue is a clause or a quotation.
func takesClause(frames string) bool {
	for f := range strings.SplitSeq(frames, "|") {
		if extract.OneOf(f, "that", "clause", "pre", "quote") {
			return true
		}
	}
	return false
}
