package attribution

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A rule is one construction. Its example is a sentence with what the rule finds in
// it, as "source | cue | content"; the test runs each.
type rule struct {
	id      string
	example string
	want    string
	frame   frame // the frame that the cue must take in the lexicon; 0 if the rule asks the lexicon itself
	match   func(r *reader, v *verb) (draft, bool)
}

// tryVerb drafts the attribution whose cue is the verb t, by the first rule that matches.
func (r *reader) tryVerb(t int) {
	c := r.verbCue(t)
	if c == nil || r.questionEnd(t) >= 0 || r.inQuestion(t) {
		return
	}
	v := r.verbGroup(t)
	if r.describes(&v) {
		return
	}
	v.cue = c
	r.takeSupport(&v)
	r.findSubject(&v)
	if r.tagged(t, "VBN", "VBD") && v.group.b-v.group.a == 1 && r.is(t-1, "when", "if", "once", "while") && c.frames&fQuote != 0 && r.cues.use[r.lemma(t)]&useListen != 0 {
		v.passive = true // said so when | asked by Hale if it leaked
	}
	if urged := r.is(t+1, "to") && c.stance(fPassive) == "demand"; r.tagged(t, "VBN", "VBD") && v.group.b-v.group.a == 1 && (urged || r.is(t+1, "of", "for") && r.cues.use[r.lemma(t)]&useReproach != 0) && r.isTitle() {
		v.passive = true // Mayor urged to act; Firm accused of fraud
	}
	for i := range verbRules {
		rule := &verbRules[i]
		if rule.frame != 0 && c.frames&rule.frame == 0 {
			continue
		}
		v.edge = ""
		d, ok := rule.match(r, &v)
		if !ok {
			continue
		}
		if r.isNoAct(&v, rule.frame) {
			return
		}
		d.rule = rule.id
		if d.stance == "" {
			d.stance = c.stance(rule.frame)
		}
		d.why = append(d.why, "cue "+r.lemma(t)+" "+rule.id)
		d.edge = v.edge
		r.keep(d)
		return
	}
}

// describes reports whether the verb is only a participle before the noun it describes: "the
// repeated clashes", "an estimated 200".
func (r *reader) describes(v *verb) bool {
	if r.tagged(v.t, "VBN", "VBD") && r.tagged(v.t-1, "IN", "TO") && !r.is(v.t-1, "that", "since", "before", "after", "once", "as") || r.is(v.t, "regarding", "ranking") || r.is(v.t, "show") && r.is(v.t-1, "talk", "quiz", "chat", "reality", "radio", "tv") {
		return true // due to expected rain; regarding the plan; a talk show
	}
	if r.tagged(v.t, "VBG") && !r.isMark(v.t-1) && !r.is(v.t-1, "while", "before", "after", "by", "but", "when") && r.tagged(v.t+1, "NN", "NNS", "JJ") && r.cues.use[r.lemma(v.t)]&useDecline != 0 ||
		r.is(v.t, "alleged", "reported", "suspected") && r.is(v.t-1, "over", "another") {
		return true // amid declining prices; over alleged assaults; another alleged victim
	}
	if r.tagged(v.t, "VBG") && r.lemmaIs(v.t-1, "have") && r.tagged(v.t+1, "NN", "NNS") || r.is(v.t, "reported", "confirmed", "suspected", "alleged", "planned", "proposed", "supposed", "pledged", "promised", "feared", "perceived") && v.group.b-v.group.a == 1 && (r.tagged(v.t-1, "CD") || r.is(v.t-1, "several", "enough", "other", "these", "those", "such")) && r.tagged(v.t+1, "NN", "NNS") {
		return true // had opposing views; 40 reported cases; several supposed ghosts
	}
	if v.bare && r.tagged(v.t, "VBG") && (r.tagged(v.group.a-1, "JJ", "JJS", "JJR", "CD") || r.is(v.t-1, "best", "most", "worst")) && r.tagged(v.t+1, "NN", "NNS") {
		return true // the best supporting actress
	}
	if v.group.b-v.group.a == 1 && r.tagged(v.t, "VBN", "VBD", "JJ") && r.tagged(v.t+1, "NN", "NNS") && r.cues.use[r.lemma(v.t)]&(useListen|useWhole) == 0 &&
		(v.t == r.first || r.isVerb(v.t-1) && r.tagged(v.t, "VBN", "JJ")) {
		return true // Proposed changes would hurt it; to oppose planned cuts
	}
	return v.group.b == v.t+1 && r.tagged(v.t, "VBN", "VBD", "VBG", "JJ") && (r.is(v.group.a-1, "the", "a", "an") || r.tagged(v.group.a-1, "PRP$", "POS", "$") && (r.isNoun(v.t+1) || r.tagged(v.t+1, "JJ")))
}

// headline maps the verbs that the tagger takes for names in the capitals of a headline.
var headline = map[string]string{
	"says": "say", "say": "say", "said": "say", "tells": "tell", "told": "tell", "asks": "ask", "claims": "claim", "warns": "warn",
	"shows": "show", "finds": "find", "reveals": "reveal", "slams": "slam", "blasts": "blast", "calls": "call", "accuses": "accuse",
	"urges": "urge", "vows": "vow", "denies": "deny", "defends": "defend", "endorses": "endorse", "criticizes": "criticize", "wants": "want",
	"suggests": "suggest", "argues": "argue", "insists": "insist", "backs": "back", "praises": "praise", "mocks": "mock", "promises": "promise",
	"demands": "demand", "rips": "rip", "reports": "report", "predicts": "predict", "blames": "blame", "hits": "hit", "attacks": "attack",
}

// tryHeadline drafts an attribution whose verb is written like a name.
func (r *reader) tryHeadline(t int) bool {
	lemma := headline[r.norm(t)]
	if lemma == "" || t == r.first || !r.isNominal(t-1) || r.tag(t) != "UH" && r.text(t) == r.norm(t) || t+2 >= r.last || r.isFinite(t+1) {
		return false
	}
	v := verb{t: t, group: words{t, t + 1}, support: -1, cue: r.cues.verbs[lemma]}
	v.subject = r.nounLeft(t - 1)
	if v.cue == nil || v.subject.empty() {
		return false
	}
	d := r.begin(&v)
	d.rule, d.stance = "attr.headline/1", v.cue.senses[0].stance
	j := v.group.b
	d, ok := r.fill(d, j, r.last)
	if ok {
		r.keep(d)
	}
	return ok
}

// verbCue is the cue of the verb t, with its particle where that makes another verb of
// it: "rule out".
func (r *reader) verbCue(t int) *cue {
	if c, _ := r.particleCue(t); c != nil {
		return c
	}
	return r.cues.verbs[r.lemma(t)]
}

// particleCue is the cue of the verb t with its particle or adjective, and how many tokens these
// are: rule out, put it, make clear, make it clear, make the point. It is nil without one.
func (r *reader) particleCue(t int) (*cue, int) {
	if r.is(t+1, "it") && r.tagged(t+2, "JJ", "RB") {
		return r.cues.verbs[r.lemma(t)+" it "+r.norm(t+2)], 2
	}
	if r.is(t+1, "the") && r.isNoun(t+2) {
		return r.cues.verbs[r.lemma(t)+" the "+r.norm(t+2)], 2
	}
	if !r.tagged(t+1, "RP", "RB", "IN", "JJ") && !r.is(t+1, "it") {
		return nil, 0
	}
	return r.cues.verbs[r.lemma(t)+" "+r.norm(t+1)], 1
}

// keep adds a draft to the document's.
func (r *reader) keep(d draft) {
	d.sentence, d.parent = r.index, -1
	if d.source.empty() {
		d.head = -1
	}
	r.drafts = append(r.drafts, d)
}

// begin starts a draft with the verb's own source and cue.
func (r *reader) begin(v *verb) draft {
	d := draft{source: v.subject, head: v.subject.b - 1, cue: v.group, cueHead: v.t, negated: v.negated}
	if !v.subject.empty() {
		d.source, d.head = r.settleSource(v.subject)
		d.negated = d.negated || r.is(d.source.a, "neither", "nobody", "no", "none") && !r.tagged(d.source.a+1, "CD")
	}
	return d
}

// settleSource finds the head of a source and takes marks off its ends.
func (r *reader) settleSource(w words) (words, int) {
	w = r.trim(w)
	head := w.a
	if r.is(head, "more", "less", "fewer") && r.is(head+1, "than") && head+2 < w.b {
		head += 2
	}
	for i := head; i < w.b; i++ {
		if _, last := r.nameAround(i); last > i+1 && last < w.b && (r.isNoun(last) || r.tagged(last, "POS", "JJ") || r.is(last, "/")) {
			if head, i = last-1, last-1; r.is(last, "/") { // the Bank of Zork's | report
				i = last
			}
			continue
		}
		if r.tagged(i, "IN", "WP", "WDT", ",") && i > head || r.tagged(i, "VBG", "VBN") && r.isNoun(i-1) && i > w.a && (!r.isNoun(i+1) || r.isTemporal(i+1)) {
			break
		}
		if r.tag(i)[0] == 'N' || isPronoun(r.tag(i)) || i == w.a {
			head = i
		}
	}
	end := w.b
	if r.tagged(end-1, "-RRB-") {
		for end--; end > head+1 && !r.tagged(end, "-LRB-"); end-- {
		}
	}
	if a := r.personBefore(end); a > head && r.isTitled(a, end) && !r.tagged(a-1, "IN", "TO", "CC", "POS", "DT", ",", "PRP$") { // Director of Care | Dr Ann Lee
		head = end - 1
	}
	return w, head
}

// isTitled reports whether the name of the person that ends before token end begins with a title at token a.
func (r *reader) isTitled(a, end int) bool {
	i := sort.Search(len(r.d.Entities), func(i int) bool { return r.d.Entities[i].Last >= end })
	return i < len(r.d.Entities) && r.d.Entities[i].Title != "" && strings.HasPrefix(r.d.Entities[i].Title, r.text(a))
}

// clause makes the draft's content the tokens [a, b), without marks at the ends.
func (r *reader) fill(d draft, a, b int) (draft, bool) {
	w := words{a, b}
	for w.a < w.b && r.isMark(w.a) && !r.tagged(w.a, "-LRB-") && (!r.tagged(w.a, "``", "''") || r.quote[w.a] < 0) {
		w.a++
	}
	for w.b > w.a && (r.isMark(w.b-1) && !r.tagged(w.b-1, "-RRB-", "''", "``") || r.is(w.b-1, "which") && r.isDash(w.b-2)) { // it leaked -- which, as they say
		w.b--
	}
	if r.tagged(w.a, "-LRB-") && r.tagged(w.b-1, "-RRB-") && r.is(w.a+1, "ap", "afp", "reuters", "getty", "photo", "image", "file") { // (AP Photo/Ann Lee)
		return d, false
	}
	for w.b > w.a+1 && r.quote[w.b-1] < 0 && (r.tagged(w.b-1, "CC") || r.is(w.b-1, "with", "as", "of", "from", "than", "amid", "especially", "particularly") && r.in(w.b) && !r.isMark(w.b)) { // to go on | but, if it rains, to stop
		w.b--
	}
	s := r.wholeQuotes(r.span(w))
	if s.Empty() {
		return d, false
	}
	d.content = append(d.content, s)
	return d, true
}

// wholeQuotes widens content to the ends of quotations that it starts or ends in, and
// takes off the marks when it is one quotation.
func (r *reader) wholeQuotes(s extract.Span) extract.Span {
	if s.Empty() {
		return s
	}
	a, b := r.d.TokensIn(s)
	if b <= a {
		return extract.Span{}
	}
	if q := r.quote[b-1]; q >= 0 {
		if e := r.d.Quotes[q]; e.End > s.End {
			s.End = e.End
		}
	}
	if q := r.quote[a]; q >= 0 {
		if e := r.d.Quotes[q]; e.Start < s.Start {
			s.Start = e.Start
		}
		if e := r.d.Quotes[q]; e.Start == s.Start && e.End == s.End {
			return e.Inner
		}
	}
	return s
}
