package commitment

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A withholding is a line of the table of what takes an act of saying back: its source did
// not say so.
type withholding struct {
	id      string
	example string // with the attribution marked as in the tests; it is Uu by this line alone
	holds   func(a *Reader, w *cueWords) bool
}

// cueWords are the tokens of an attribution that withholdings look at.
type cueWords struct {
	at         *extract.Attribution
	first, end int // of the cue
	from, to   int // of the source
}

// withholdings are looked through in order; the first that holds decides.
var withholdings = []withholding{
	{"withheld.neither/1", "Grant neither confirmed nor <denied:deny> that {the fund was empty}.", func(a *Reader, w *cueWords) bool {
		return in(a.norm(w.first-1), "neither", "nor", "never", "without")
	}},
	{"withheld.negated/1", "[She] <did not say:assert> {the plant would close}.", (*Reader).isCueNegated},
	{"withheld.yet/1", "[The club] <has yet to confirm:confirm> that {it signed him}.", func(a *Reader, w *cueWords) bool {
		return a.anyInCue(w, func(i int) bool { return a.norm(i) == "yet" })
	}},
	{"withheld.failed/1", "[Grant] <failed to say:assert> that {the fund was empty}.", func(a *Reader, w *cueWords) bool {
		return a.anyInCue(w, func(i int) bool { return withholds[a.lemma(i)] })
	}},
	{"withheld.joined/1", "[The mayor] has n’t confirmed or <denied:deny> that {the fund was empty}.", func(a *Reader, w *cueWords) bool {
		return in(a.norm(w.first-1), "or", "nor") && a.heldBack(w.first-2)
	}},
	{"withheld.short-of/1", "[The minister] stopped short of <saying:assert> {the bank was broke}.", func(a *Reader, w *cueWords) bool {
		return a.norm(w.first-1) == "of" && a.norm(w.first-2) == "short" || in(a.lemma(w.first-1), "avoid", "stop", "cease", "quit") && !negations().inVerb[a.norm(w.first-2)] || a.norm(w.first-1) == "from" && a.lemma(w.first-2) == "refrain"
	}},
	{"withheld.unable/1", "[Officials] were unable <to say:assert> that {the dam was safe}.", func(a *Reader, w *cueWords) bool {
		k := w.first
		if a.tag(k-1) == "TO" {
			k--
		}
		return in(a.norm(k-1), "unable", "unwilling", "reluctant") || a.norm(k-1) == "able" && negations().inVerb[a.norm(k-2)]
	}},
	{"withheld.no-source/1", "[No official] <said:assert> that {the fund was empty}.", func(a *Reader, w *cueWords) bool {
		return w.has() && (a.tag(w.from+1) != "CD" && in(a.norm(w.from), "no", "none", "nobody", "no-one") || a.norm(w.from-1) == "not" && in(a.norm(w.from), "one", "all", "every", "many", "a", "everyone", "everybody", "most", "any"))
	}},
	{"withheld.nor-source/1", "Neither Lee nor [Rowe] <said:assert> that {the fund was empty}.", func(a *Reader, w *cueWords) bool {
		for i := w.from - 1; w.has() && i < w.to; i++ {
			if in(a.norm(i), "nor", "neither") {
				return true
			}
		}
		return false
	}},
	{"withheld.few/1", "[Few analysts] <believe:believe> {the vote was fair}.", func(a *Reader, w *cueWords) bool {
		return w.has() && (in(a.norm(w.from), "few", "hardly", "barely", "scarcely") || in(a.norm(w.from-1), "hardly", "barely", "scarcely"))
	}},
}

// withholds are the lemmas after which an infinitive of saying was not done.
var withholds = map[string]bool{"fail": true, "decline": true, "refuse": true}

// has reports whether there is a source, before the cue.
func (w *cueWords) has() bool { return w.from < w.to && w.at.CueHead >= w.from }

// isWithheld reports whether a line of the table holds for an attribution.
func (a *Reader) isWithheld(at *extract.Attribution) bool {
	w := cueWords{at: at, first: -1, end: -1}
	if !at.Cue.Empty() {
		w.first, w.end = a.TokensIn(at.Cue)
	}
	w.from, w.to = a.TokensIn(at.Source)
	for i := range withholdings {
		if withholdings[i].holds(a, &w) {
			return true
		}
	}
	return false
}

// isCueNegated reports whether a negation stands in the cue before its verb: "did not say",
// not "not only said"; nor where what is wondered at is so: can hardly believe, was not surprised.
func (a *Reader) isCueNegated(w *cueWords) bool {
	k := w.at.CueHead
	if in(a.norm(k), "surprised", "shocked") || a.norm(k) == "believe" && a.denial(k) == beyond {
		return false
	}
	return a.anyInCue(w, func(i int) bool {
		return negations().inVerb[a.norm(i)] && !in(a.norm(i+1), "only", "just") || a.norm(i) == "no" && a.norm(i+1) == "longer"
	})
}

// anyInCue reports whether holds is true of a token of the cue but the last.
func (a *Reader) anyInCue(w *cueWords, holds func(int) bool) bool {
	return extract.AnyToken(max(w.first, 0), w.end-1, holds)
}

// heldBack reports whether the verb at token i is negated, or is what somebody refused to do.
func (a *Reader) heldBack(i int) bool {
	v := a.VerbAt(i)
	if v < 0 {
		return false
	}
	g := &a.Verbs[v]
	if g.Negated {
		return true
	}
	before := a.VerbAt(g.First - 1)
	return g.To && before >= 0 && withholds[a.lemma(a.Verbs[before].Head)]
}

func in(word string, any ...string) bool { return slices.Contains(any, word) }

// isUndoubted reports whether the cue is a noun for a doubt that is denied: "no doubt that",
// "without question that". The content is then stated.
func (a *Reader) isUndoubted(at *extract.Attribution) bool {
	k := at.CueHead
	return k > 0 && k < len(a.Tokens) && strings.HasPrefix(a.tag(k), "NN") && in(a.lemma(k), "doubt", "question") && in(a.norm(k-1), "no", "little", "zero", "without", "beyond")
}

// isSupposedClause reports whether the clause of the verb at token k only sets a condition:
// "only when doctors find", "until the court rules".
func (a *Reader) isSupposedClause(k int) bool {
	v := a.VerbAt(k)
	if v < 0 || a.Verbs[v].Own < 0 {
		return false
	}
	c := &a.Clauses[a.Verbs[v].Own]
	if c.Kind != extract.AdverbialClause || c.Mark < 0 || a.tag(a.Verbs[v].First) == "VBD" {
		return false
	}
	switch a.norm(c.Mark) {
	case "if", "unless", "until", "till":
		return true
	case "when", "once", "after":
		return a.norm(c.Mark-1) == "only"
	}
	return false
}
