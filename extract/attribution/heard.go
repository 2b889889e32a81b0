package attribution

import "github.com/claimwire/claimwire/extract/lexicon"

// reachOfClause bounds how long a clause may be that stands in the way: a question that a
// participle reports, an aside, what follows a colon.
const reachOfClause = 40

// questionEnd is the comma that ends what was put to the subject of the main clause, if
// the verb t is the participle that says so: "Lee, asked about the deal, said", "Asked
// why, Lee said", "Lee, when told of it, said"; -1 if it is not.
func (r *reader) questionEnd(t int) int {
	k := r.questionStart(t)
	if k < 0 {
		return -1
	}
	for j := t + 1; j < r.last-1 && j-t < reachOfClause; j++ {
		switch {
		case !r.isComma(j) || r.quote[j] != r.quote[t]:
		case k == r.first && r.opensMain(j+1), k > r.first && r.tagged(r.skipAdverbs(j+1), "VBD", "VBZ", "VBN", "MD"):
			return j
		}
	}
	return -1
}

// questionStart is where a participle with the verb t may start, the word before it
// included that makes it a time: "when asked"; -1 if t is none.
func (r *reader) questionStart(t int) int {
	if !r.tagged(t, "VBD", "VBN") || r.cues.use[r.lemma(t)]&useListen == 0 || !r.tagged(t+1, "IN", "WRB", "WP", "RB") {
		return -1
	}
	if r.is(t-1, "when", "if", "once", "while") {
		t--
	}
	if t == r.first || r.isComma(t-1) && r.isNominal(t-2) {
		return t
	}
	return -1
}

// beforeQuestion is the end of the subject of a verb that has such a participle between
// it and its subject, the comma k closing it; -1 if there is none.
func (r *reader) beforeQuestion(k int) int {
	if !r.isComma(k) {
		return -1
	}
	for t := k - 1; t > r.first+1 && k-t < reachOfClause; t-- {
		if start := r.questionStart(t); start > r.first && r.questionEnd(t) == k {
			return start - 2
		}
	}
	return -1
}

// inQuestion reports whether the verb t stands in what was put to somebody by such a
// participle: "Asked whether he feared it, Lee said". Nobody vouches for it.
func (r *reader) inQuestion(t int) bool {
	for k := t - 1; k >= r.first && t-k < reachOfClause; k-- {
		if r.tagged(k, "VBD", "VBN") && r.questionEnd(k) > t {
			return true
		}
	}
	return false
}

// opensWithQuestion reports whether the sentence opens with such a participle, the comma k
// closing it.
func (r *reader) opensWithQuestion(k int) bool {
	return r.isComma(k) && (r.questionEnd(r.first) == k || r.questionEnd(r.first+1) == k)
}

// hearings are those before whom others speak: the court heard that.
var hearings = lexicon.SetOf("court", "coroner", "jury", "jurors", "jurymen", "magistrates", "inquest", "inquiry", "enquiry", "tribunal", "hearing", "committee", "subcommittee", "panel", "commission", "mps", "msps", "peers", "councillors", "tynwald", "senedd", "parliament")

// addressed starts a draft whose verb may have somebody spoken to beside it, as its object or as the subject of a passive.
func (r *reader) addressed(v *verb) draft {
	d := r.begin(v)
	d.addressee = r.addressee(v)
	r.listener(&d, v)
	return d
}

// listener makes the subject of a passive the one spoken to, and its agent the source:
// "Lee was told by the board that", "Lee was asked whether", "the court heard that".
func (r *reader) listener(d *draft, v *verb) {
	if !v.passive && !(r.lemmaIs(v.t, "hear") && !v.to && d.head >= 0 && hearings[r.norm(d.source.b-1)]) {
		return
	}
	d.source, d.head, d.kind = words{}, -1, "implicit"
	if !r.is(v.subject.a, "it") {
		d.addressee = v.subject
	}
	if !r.is(v.group.b, "by") {
		return
	}
	if agent := r.nounRight(v.group.b+1, false); !agent.empty() {
		d.source, d.head = r.settleSource(agent)
		d.kind = ""
	}
}
