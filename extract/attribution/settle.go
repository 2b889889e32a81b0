package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// settle decides between drafts: a cue inside the content of another becomes its child,
// contents end where the next source begins, and quotations without a cue join the
// attribution they go on with.
func (r *reader) settle() {
	slices.SortStableFunc(r.drafts, func(a, b draft) int { return a.cue.a - b.cue.a })
	r.mergeCues()
	r.dropTopics()
	r.dropReader()
	r.nest()
	r.cut()
	r.limit()
	r.joinQuotes()
}

// mergeCues drops the draft whose cue another takes in.
func (r *reader) mergeCues() {
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return d.dropped })
	for i := range r.drafts {
		for j := i + 1; j < len(r.drafts) && r.drafts[j].cue.a < r.drafts[i].cue.b; j++ {
			if r.drafts[i].cue.b < r.drafts[j].cue.b {
				r.drafts[i].dropped = true
			} else {
				r.drafts[j].dropped = true
			}
		}
	}
	for i := range r.drafts {
		for j := i + 1; j < len(r.drafts) && j < i+4; j++ {
			r.mergeSame(&r.drafts[i], &r.drafts[j])
		}
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return d.dropped || len(d.content) == 0 })
}

// mergeSame drops one of two drafts that take the same content, of which d has the first cue: a lead-in before a cue
// (Lee doubled down: “No,” she said), a noun for where it was said (admitted in | his plea that), the
// cue that is farther from a quotation.
func (r *reader) mergeSame(d, o *draft) {
	if len(d.content) == 0 || len(o.content) == 0 || d.content[0].Start != o.content[0].Start {
		return
	}
	switch same := d.content[0] == o.content[0]; {
	case d.rule == "attr.lead-in/1":
		d.dropped = d.dropped || o.sentence == d.sentence
	case o.rule == "attr.noun/1":
		o.dropped = o.dropped || o.source.a > 0 && r.d.Tokens[o.source.a-1].XPOS == "IN"
	case same && d.rule == "attr.quote-after/1" && (o.rule == d.rule && r.touches(o) || o.rule == "attr.quote-before/1") && !r.touches(d):
		d.dropped = true
	case same && d.rule == "attr.quote-after/1" && o.rule == "attr.quote-before/1":
		o.dropped = true
	}
}

// touches reports whether no word stands between the cue of a draft and its content behind it.
func (r *reader) touches(d *draft) bool {
	return r.d.TokenAt(d.content[0].Start)-d.cue.b < 3
}

// nest gives each draft the smallest content that its cue lies in as parent.
func (r *reader) nest() {
	for i := range r.drafts {
		d := &r.drafts[i]
		at := r.d.Tokens[d.cueHead].Start
		best := -1
		for j := i - window; j < i+window; j++ {
			if j < 0 || j >= len(r.drafts) || j == i {
				continue
			}
			within := r.holding(i, r.d.Tokens[r.drafts[j].cueHead].Start) > 0 // each in the other's content
			if r.drafts[j].weak && within || r.drafts[j].rule == "attr.adverb/1" {
				continue // it qualifies the clause that d reports
			}
			if size := r.holding(j, at); size > 0 && (!within || r.isOuter(j, i) || d.weak) && (best < 0 || size < r.drafts[best].size()) {
				best = j
			}
		}
		if d.parent = best; best >= 0 {
			d.endIn(&r.drafts[best])
		}
	}
}

// isOuter reports which of two drafts, each in the content of the other, reports the other: a cue in
// passing what stands before it without a clause ("he denies it, she said"), else the one with the
// longer content.
func (r *reader) isOuter(j, i int) bool {
	first, last := &r.drafts[min(i, j)], &r.drafts[max(i, j)]
	if last.rule == "attr.parenthesis/1" && len(last.content) == 1 && last.source.b == last.cue.a && !clausal[first.rule] && r.speaksAt(last.cueHead) {
		return j > i
	}
	return r.drafts[j].size() > r.drafts[i].size()
}

// endIn ends the content of d where the content of its parent ends that it starts in.
func (d *draft) endIn(parent *draft) {
	for i := range d.content {
		s := &d.content[i]
		for _, p := range parent.content {
			if p.Start <= s.Start && s.Start < p.End && p.End < s.End {
				s.End, d.edge = p.End, edgeParent
			}
		}
	}
}

// window is how many cues away the parent of a draft may lie.
const window = 12

// size is the number of bytes of the content.
func (d *draft) size() int {
	n := 0
	for _, s := range d.content {
		n += s.Len()
	}
	return n
}

// holding is the size of draft j's content if byte at lies in it, else 0.
func (r *reader) holding(j, at int) int {
	for _, s := range r.drafts[j].content {
		if s.Start <= at && at < s.End {
			return r.drafts[j].size()
		}
	}
	return 0
}

// cut ends contents where the source of a later attribution of the same level begins.
func (r *reader) cut() {
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.direct || d.parent >= 0 {
			continue
		}
		for j := i + 1; j < len(r.drafts) && r.drafts[j].sentence == d.sentence; j++ {
			if o := &r.drafts[j]; o.parent < 0 {
				r.cutBefore(d, o)
			}
		}
	}
}

func (r *reader) cutBefore(d, o *draft) {
	at := o.cue.a
	if !o.source.empty() && o.source.a < at && o.source.a >= d.cue.b && r.d.Tokens[o.cueHead].XPOS != "VBG" && !r.saysElse(o) {
		at = o.source.a
	}
	pos := r.d.Tokens[at].Start
	for k := range d.content {
		if s := &d.content[k]; s.Start < pos && pos < s.End {
			b := r.d.TokenAt(pos)
			a := r.d.TokenAt(s.Start)
			for b > a && (r.isMarkAt(b-1) || r.d.Tokens[b-1].XPOS == "CC") {
				b--
			}
			if b > a {
				s.End, d.edge = r.d.Tokens[b-1].End, edgeNext
			}
		}
	}
}

// saysElse reports whether the source of o is the subject of another verb before its cue: said | he
// left and hoped to stay.
func (r *reader) saysElse(o *draft) bool {
	k := o.source.b
	for k < o.cue.a && r.d.Tokens[k].XPOS == "RB" {
		k++
	}
	return r.d.IsFinite(k) && k < o.cue.a
}

func (r *reader) isMarkAt(i int) bool { return r.d.Tokens[i].UPOS == "PUNCT" }

// joinQuotes gives quotations without a cue to the attribution they go on with: the
// speech of the same paragraph, or the paragraph before; and the paragraphs of a speech
// whose speaker comes in its last to that speaker.
func (r *reader) joinQuotes() {
	owner := r.owners()
	for q := range r.d.Quotes {
		e := &r.d.Quotes[q]
		if p := e.Continues; p >= 0 && owner[q] == nil && owner[p] != nil && r.takes(owner[p], p) && owner[p].rule != "attr.transcript/1" {
			owner[p].content = append(owner[p].content, e.Inner)
			owner[q] = owner[p]
			continue
		}
		if e.Depth > 0 || owner[q] != nil || !reports(r.d.Paragraphs[e.Paragraph].Section) || !r.follows(q) && (r.wordsIn(q) < 3 || e.Use != speech) {
			continue
		}
		if d := r.goesOnWith(q); d != nil {
			d.content = append(d.content, e.Inner)
			owner[q] = d
		}
	}
	for q := len(r.d.Quotes) - 1; q >= 0; q-- {
		p := r.d.Quotes[q].Continues
		d := owner[q]
		if p < 0 || owner[p] != nil || d == nil || d.parent >= 0 {
			continue
		}
		if r.d.Text[r.d.Quotes[p].Start] == r.d.Text[r.d.Quotes[q].Start] && r.opensUpper(p) { // not speech within a passage quoted whole
			d.content = append(d.content, r.d.Quotes[p].Inner)
			owner[p] = d
		}
	}
	r.bareQuotes(owner)
}

// bareQuotes drafts the quotations that no draft has taken, before the drafts in the order of their cues.
func (r *reader) bareQuotes(owner []*draft) {
	var bare []draft
	end := 0 // of the last of them
	for q := range r.d.Quotes {
		e := &r.d.Quotes[q]
		if owner[q] != nil || e.Depth > 0 || e.Use != speech || !reports(r.d.Paragraphs[e.Paragraph].Section) {
			continue
		}
		if last := len(bare) - 1; last >= 0 && strings.Trim(r.d.Text[end:e.Start], ".\"”’' \u00a0\n") == "" {
			bare[last].content = append(bare[last].content, e.Inner)
			end = e.End
		} else if source := r.tellsOfItself(q); !source.empty() {
			d := draft{rule: "attr.bare/1", cueHead: -1, stance: extract.Assert, parent: -1, sentence: r.index, direct: true, content: []extract.Span{e.Inner}}
			d.source, d.head = r.settleSource(source)
			bare = append(bare, d)
			end = e.End
		}
	}
	for i := range r.drafts {
		if r.drafts[i].parent >= 0 {
			r.drafts[i].parent += len(bare)
		}
	}
	r.drafts = append(bare, r.drafts...)
}

// tellsOfItself is the person that the sentence before quotation q is about, if the speaker goes on about
// itself: Lee rows every day. “I love the river.”
func (r *reader) tellsOfItself(q int) words {
	e := &r.d.Quotes[q]
	at := r.d.SentenceAt(e.Start)
	a, b := r.d.TokensIn(e.Inner)
	mine := extract.AnyToken(a, b, func(i int) bool { return extract.OneOf(r.norm(i), "i", "me", "my", "myself") })
	if at == 0 || !mine || r.d.Sentences[at].Start != e.Start || !endsSpeech(r.d.In(e.Inner)) || strings.HasSuffix(r.d.In(e.Inner), ",") {
		return words{}
	}
	r.enter(at - 1)
	isMain := func(k int) bool {
		return r.in(r.d.Clauses[k].First) && r.d.Clauses[k].Kind == extract.MainClause && r.d.Clauses[k].Subject >= 0
	}
	c := r.d.ClauseAt(r.first)
	if c < 0 || !isMain(c) || r.norm(r.last-1) != "." || r.quote[max(r.first, r.last-2)] >= 0 || extract.AnyToken(c+1, min(c+window, len(r.d.Clauses)), isMain) {
		return words{}
	}
	n := r.d.Nouns[r.d.Clauses[c].Subject]
	if w := (words{n.First, n.Last}); r.is(n.Head, "he", "she") || r.isPersonName(w) {
		return w
	}
	return words{}
}

// sameMarks reports whether e, a paragraph of its own, has the marks of the speech that ends in span
// s, and is no heading: “It is closed,” she said. / ‘Nobody left.’
func (r *reader) sameMarks(s extract.Span, e *extract.Quote) bool {
	q := r.quote[r.d.TokenAt(s.Start)]
	isDouble := func(at int) bool { return r.d.Text[at] == '"' || strings.HasPrefix(r.d.Text[at:], "“") }
	return q < 0 || isDouble(e.Start) == isDouble(r.d.Quotes[q].Start)
}

// takes reports whether all of quotation q is a part of the content of d.
func (r *reader) takes(d *draft, q int) bool {
	return d.direct || slices.Contains(d.content, r.d.Quotes[q].Inner)
}

// owners is, for each quotation, the first draft in whose content it lies; nil for none.
func (r *reader) owners() []*draft {
	owner := make([]*draft, len(r.d.Quotes))
	for i := range r.drafts {
		for _, s := range r.drafts[i].content {
			a, b := r.d.TokensIn(s)
			for k := a; k < b; k++ {
				if q := r.quote[k]; q >= 0 && owner[q] == nil && (r.quote[r.drafts[i].cueHead] != q || r.drafts[i].rule == "attr.transcript/1") { // not what is told within it
					owner[q] = &r.drafts[i]
				}
			}
		}
	}
	return owner
}

// follows reports whether a quotation, however short, is a sentence of its own right after
// one that ends with the cue or the source of speech: “It is closed,” she said. “Not for long.”
func (r *reader) follows(q int) bool {
	e := &r.d.Quotes[q]
	i, _ := slices.BinarySearchFunc(r.drafts, e.Start, func(d draft, at int) int { return r.d.Tokens[d.cue.a].Start - at })
	if i == 0 || !r.opensUpper(q) || !endsSpeech(r.d.In(e.Inner)) {
		return false
	}
	d := &r.drafts[i-1]
	end := r.d.Sentences[d.sentence].End
	return d.direct && d.parent < 0 && r.paragraphOf(d) == e.Paragraph && end <= e.Start && strings.TrimSpace(r.d.Text[end:e.Start]) == ""
}

// lookBack is how many cues before a quotation the speech it goes on with may be.
const lookBack = 60

// goesOnWith is the draft whose speech the quotation q continues; nil if there is none.
func (r *reader) goesOnWith(q int) *draft {
	e := &r.d.Quotes[q]
	i, _ := slices.BinarySearchFunc(r.drafts, e.Start, func(d draft, at int) int { return r.d.Tokens[d.cue.a].Start - at })
	var voiced *draft // one who speaks in so many words comes first
	for k := i - 1; k >= max(0, i-lookBack); k-- {
		d := &r.drafts[k]
		if r.paragraphOf(d) < e.Paragraph {
			break
		}
		if d.direct && r.quote[d.cueHead] < 0 || d.parent < 0 && r.reportsBefore(d, q) {
			if voiced = cmp.Or(voiced, d); r.opensUpper(q) && !d.direct && !clausal[d.rule] {
				continue
			}
			if r.opensUpper(q) || r.adjoins(d, e) {
				return d
			}
			return nil
		}
	}
	if voiced != nil || !r.opensUpper(q) {
		return voiced
	}
	p := r.d.Paragraphs[e.Paragraph]
	if strings.Trim(r.d.Text[p.Start:e.Start], "\"” \u00a0") == "" && (p.End-e.End <= 1 || r.endsApart(e) && (i == len(r.drafts) || r.paragraphOf(&r.drafts[i]) > e.Paragraph)) {
		for k := i - 1; k >= max(0, i-lookBack) && r.paragraphOf(&r.drafts[k]) >= e.Paragraph-3; k-- {
			if d := &r.drafts[k]; d.direct && r.quote[d.cueHead] < 0 || d.parent < 0 && (d.direct || r.reportsBefore(d, q)) {
				if last := d.content[len(d.content)-1]; r.d.ParagraphAt(last.Start) == e.Paragraph-1 && r.sameMarks(last, e) {
					return d
				}
				return nil
			}
		}
	}
	return nil
}

// endsApart reports whether a quotation ends as a sentence does, and another starts behind it.
func (r *reader) endsApart(e *extract.Quote) bool {
	s := r.d.SentenceAt(e.Start)
	return strings.ContainsRune(".?!", rune(r.d.Text[e.Inner.End-1])) && s+1 < len(r.d.Sentences) && strings.TrimSpace(r.d.Text[e.End:max(e.End, r.d.Sentences[r.d.SentenceAt(e.Inner.End-1)].End)]) == "" && r.d.Sentences[s].Start == e.Start
}

// reportsBefore reports whether the sentence right before quotation q, a sentence of its own, tells
// in d what somebody said: Lee said it was sad. “We will miss the pier.”
func (r *reader) reportsBefore(d *draft, q int) bool {
	e := &r.d.Quotes[q]
	at := r.d.SentenceAt(e.Start)
	return d.sentence == at-1 && !d.source.empty() && (clausal[d.rule] || r.voices(d)) && r.tag(d.cueHead) != "VBG" &&
		r.d.Sentences[at].Start == e.Start && endsSpeech(r.d.In(e.Inner)) && !strings.HasSuffix(r.d.In(e.Inner), ",")
}

// voices reports whether d tells of an opinion or an answer whose words may follow: Lee criticized the plan. “It is a joke.”
func (r *reader) voices(d *draft) bool {
	if extract.OneOf(d.rule, "attr.svo-wh/1", "attr.svo-np/1", "attr.svo-prep/1", "attr.light/1") {
		return r.d.Tokens[d.source.a].Norm != "i" && r.d.Tokens[d.cue.a].XPOS != "TO" && (r.speaksAt(d.cueHead) || r.cues.use[r.d.Tokens[d.cueHead].Lemma]&(useReproach|useAttitude) != 0 || r.d.Tokens[d.cueHead].Lemma == "describe")
	}
	return false
}

// clausal are the rules whose content is what somebody said in so many words.
var clausal = lexicon.SetOf("attr.svo-that/1", "attr.svo-clause/1", "attr.parenthesis/1", "attr.parenthesis-inverted/1")

// adjoins reports whether a quotation comes right after the cue and source of a draft.
func (r *reader) adjoins(d *draft, e *extract.Quote) bool {
	end := max(r.d.Tokens[d.cue.b-1].End, r.span(d.source).End)
	return e.Start > end && e.Start-end < 40
}

func (r *reader) paragraphOf(d *draft) int { return r.d.Sentences[d.sentence].Paragraph }
