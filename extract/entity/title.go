package entity

import (
	"sort"

	"github.com/claimwire/claimwire/extract"
)

// wholeTitle takes in what belongs to a title before a name: "Russian President", "Labour's shadow
// Welsh Secretary", "Work and Pensions Secretary"; before a rank, which may follow a role, only names.
func (r *reader) wholeTitle(n *name) int {
	i, from := n.title, r.d.Sentences[n.sentence].First
	if !r.ranksOnly(i, n.first) {
		return min(i, r.phraseStart(i, from))
	}
	for {
		switch b := r.nameEnding(i, from); {
		case r.words[i].is(honorific) && r.norm(i-1) != "'s": // Director of Primary Care | Dr Ann Lee
			return i
		case b != nil:
			i = b.first
		case i > from && r.words[i-1].is(modifier) && r.d.Tokens[i-1].UPOS != "ADP":
			i-- // Chief | Constable
		default:
			return i
		}
	}
}

// personEnds reports whether the name of a person ends before token i, or before an "and"
// there: "Ann Pole and | Trade Secretary Tom Hale".
func (r *reader) personEnds(i int) bool {
	if n := r.norm(i - 1); n == "and" {
		i--
	}
	return r.personEnding(i) != nil
}

// personEnding is the person whose name ends before token i; nil if none does.
func (r *reader) personEnding(i int) *name {
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].last >= i })
	if k < len(r.names) && r.names[k].last == i && r.names[k].kind == person {
		return &r.names[k]
	}
	return nil
}

// departmental are the titles that stand after the name of a department.
var departmental = map[string]bool{
	"secretary": true, "minister": true, "undersecretary": true, "commissioner": true, "chancellor": true, "leader": true, "whip": true, "editor": true, "correspondent": true,
}

// lettersAfter is the end of the letters after a name, from token i on, that tell a seat or an
// honour of its bearer: "KC MP"; i if there are none.
func (r *reader) lettersAfter(i int) int {
	for r.seat(i) {
		i++
	}
	return i
}

// seat reports letters that tell an office: MP, KC, and MS of a member of the Senedd.
func (r *reader) seat(i int) bool {
	w := r.at(i)
	return w.caps() && w.is(title) && (w.is(initialism) || r.norm(i) == "ms")
}

// honours are letters after a name that tell no office.
var honours = map[string]bool{"mbe": true, "obe": true, "cbe": true}

// ranksOnly reports whether a title says no more than the rank, or the honour, of who bears it.
func (r *reader) ranksOnly(i, end int) bool {
	return !extract.AnyToken(i, end, func(k int) bool { return !r.words[k].is(rank|honorific) || r.words[k].is(faith) })
}

// withoutHonorific is the end of a title without the Dr. or Mr. that closes it. A professor
// is one only by what he professes.
func (r *reader) withoutHonorific(first, end int) int {
	for end > first && r.words[end-1].is(honorific) && !r.words[end-1].is(faith) {
		end--
	}
	return end
}
