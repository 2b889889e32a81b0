package attribution

import (
	"sort"
	"strings"
	"unicode"

	"github.com/claimwire/claimwire/extract"
)

// tryColon drafts the headline forms "Lee: Bridge must close" and "Bridge must close - survey".
func (r *reader) tryColon(t int) {
	w, told := words{r.first, t}, words{t + 1, r.last}
	if last := r.nounRight(t+1, false); r.isTitle() && r.isDash(t) && t-r.first > 3 && last.b == r.last && last.b-last.a < 6 && (r.canSpeak(last) || r.isWriting(last)) {
		w, told = last, w
	} else if r.norm(t) != ":" || t-r.first > 6 || r.last-t < 4 || !r.isHeadline() || extract.AnyToken(w.a, w.b, func(i int) bool { return !r.tagged(i, "NNP", "NNPS") }) {
		return
	}
	d := draft{rule: "attr.headline-colon/1", cue: words{t, t + 1}, cueHead: t, stance: "assert"}
	d.source, d.head = r.settleSource(w)
	if d, ok := r.fill(d, told.a, told.b); ok {
		r.keep(d)
	}
}

// leadIn drafts a quotation after a colon that no cue takes: the subject of the clause before
// it speaks. "The board issued a statement: “We will pay.”"
func (r *reader) leadIn(t int) {
	if r.norm(t) != ":" || r.quote[t] >= 0 || r.drafted(t) {
		return
	}
	d, ok := r.message(t)
	g, acts := r.verbBefore(t)
	a := r.personBefore(t)
	switch {
	case ok:
	case acts:
		d = r.begin(&g)
	case a >= 0 && (a == r.first || r.isDash(a-1)): // Hale: “It is late.”
		d.cue, d.cueHead = words{t, t + 1}, t
		d.source, d.head = r.settleSource(words{a, t})
	default:
		return
	}
	d.rule, d.stance, d.cue.b, d.direct = "attr.lead-in/1", "assert", t+1, true
	if t+1 < r.last {
		if q := r.quote[t+1]; q >= 0 && r.isSpeech(int(q)) && r.opensUpper(int(q)) && !r.shortQuote(int(q)) {
			d.content = append(d.content, r.d.Quotes[q].Inner)
			r.keep(d)
		}
		return
	}
	if q := r.quotedBlock(); q >= 0 {
		d.content = append(d.content, r.d.Quotes[q].Inner)
		r.keep(d)
	}
}

// message drafts the words that open a sentence with somebody's answer and end it with the colon t: Her | message
// was simple:.
func (r *reader) message(t int) (draft, bool) {
	for i := r.first + 1; i < min(t, r.first+wordsOfAnswer); i++ {
		source, a := r.possessor(i)
		if source.empty() || r.cues.use[r.lemma(i)]&useAnswer == 0 || i+1 < t && !r.lemmaIs(i+1, "be", "to", "on") {
			continue
		}
		d := draft{cue: words{a, t}, cueHead: i}
		d.source, d.head = r.settleSource(source)
		return d, true
	}
	return draft{}, false
}

// verbBefore is the group of the last finite verb before token t in its clause, with its
// subject; false where there is none, or it is no act of its subject.
func (r *reader) verbBefore(t int) (verb, bool) {
	for k := t - 1; k >= r.first && r.quote[k] < 0 && !(r.isMark(k) && !r.isComma(k)); k-- {
		if !r.isVerb(k) || r.upos(k) == "AUX" {
			continue
		}
		g := r.verbGroup(k)
		if r.takeSupport(&g); g.bare || g.to {
			continue
		}
		r.findSubject(&g)
		return g, !g.subject.empty() && !g.passive && g.subject.b <= k && r.lemma(k) != "follow"
	}
	return verb{}, false
}

// drafted reports whether a cue of the current sentence has the colon t or what follows it.
func (r *reader) drafted(t int) bool {
	for i := len(r.drafts) - 1; i >= 0 && r.drafts[i].sentence == r.index; i-- {
		if d := &r.drafts[i]; d.cue.b == t+1 || len(d.content) > 0 && d.content[len(d.content)-1].End > r.d.Tokens[t].End {
			return true
		}
	}
	return false
}

// quotedBlock is the quotation that opens the paragraph after the one that the current
// sentence ends; -1 without one.
func (r *reader) quotedBlock() int {
	s := r.d.Sentences[r.index]
	p := s.Paragraph + 1
	if p >= len(r.d.Paragraphs) || s.End != r.d.Paragraphs[p-1].End || r.d.Paragraphs[p].Section != r.d.Paragraphs[p-1].Section {
		return -1
	}
	if a, _ := r.d.TokensIn(r.d.Paragraphs[p].Span); a < len(r.quote) && r.quote[a] >= 0 && r.d.Quotes[r.quote[a]].Start == r.d.Paragraphs[p].Start {
		return int(r.quote[a])
	}
	return -1
}

// isHeadline reports whether the sentence is a title, or a first line without verbs around it.
func (r *reader) isHeadline() bool {
	return r.isTitle() || r.d.Sentences[r.index].Paragraph == 0
}

func (r *reader) isTitle() bool {
	return r.d.Paragraphs[r.d.Sentences[r.index].Paragraph].Section == extract.Title
}

// transcripts drafts the turns of a transcript: a paragraph that opens with a name in capitals
// and a colon, or with a name in small letters where one name opens several. A label of which all
// comes once is a turn where the next paragraph is one too or it names a person, and else a
// heading ("TOP STORY:").
func (r *reader) transcripts() {
	turnsOf := map[string]int{}
	repeated := false
	for i := range r.d.Paragraphs {
		if colon := r.labelEnd(i); colon > 0 {
			label := r.label(i, colon)
			turnsOf[label]++
			repeated = repeated || turnsOf[label] > 1
		}
	}
	before := len(r.drafts)
	var turns []words // in text order
	for i := range r.d.Paragraphs {
		colon := r.labelEnd(i)
		if colon <= 0 {
			continue
		}
		if repeated && (isSpeaker(r.label(i, colon)) || r.hasVerb(i)) || isSpeaker(r.label(i, colon)) && (r.answered(i) || r.labelsPerson(i, colon)) {
			if t := r.turn(&r.d.Paragraphs[i], r.d.Paragraphs[i].Start+colon); !t.empty() {
				turns = append(turns, t)
			}
		}
	}
	for i := range r.drafts[:before] { // a turn is content as a whole
		d := &r.drafts[i]
		k := sort.Search(len(turns), func(k int) bool { return turns[k].b > d.cue.a })
		d.dropped = d.dropped || k < len(turns) && turns[k].a <= d.cue.a
	}
}

// answered reports whether the paragraph before or after i has a label in capitals too.
func (r *reader) answered(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(r.d.Paragraphs) {
			continue
		}
		if colon := r.labelEnd(k); colon > 0 {
			return true
		}
	}
	return false
}

// labelsPerson reports whether the label of paragraph i is or ends with the name of a person.
func (r *reader) labelsPerson(i, colon int) bool {
	p := r.d.Paragraphs[i]
	label := r.label(i, colon)
	end := p.Start + strings.Index(r.d.In(p.Span), label) + len(label)
	_, b := r.d.TokensIn(extract.Span{Start: p.Start, End: end})
	return r.d.Has&extract.Entities == 0 || r.personBefore(b) >= 0 || strings.HasPrefix(label, "UNIDENTIFIED ")
}

// hasVerb reports whether paragraph i has a finite verb, as speech has and a list of players has not.
func (r *reader) hasVerb(i int) bool {
	a, b := r.d.TokensIn(r.d.Paragraphs[i].Span)
	return extract.AnyToken(a, b, r.d.IsFinite)
}

// labelEnd is how far into paragraph i the colon stands that ends a name, in bytes; 0 where
// the paragraph opens with none. What the person is and how he is heard may follow the name:
// "ANN LEE, CHANNEL NINE ANCHOR (voice-over):".
func (r *reader) labelEnd(i int) int {
	p := &r.d.Paragraphs[i]
	if !reports(p.Section) {
		return 0
	}
	colon := strings.IndexByte(r.d.In(p.Span), ':')
	if colon < 2 || colon > lengthOfLabel || p.Len()-colon < 12 {
		return 0
	}
	if label := r.label(i, colon); isSpeaker(label) && len(strings.Fields(label)) <= wordsOfLabel {
		if r.isPlaceAt(p.Start) || r.cues.use[strings.ToLower(label)]&useNotice != 0 {
			return 0
		}
		return colon
	}
	a, b := r.d.TokensIn(extract.Span{Start: p.Start, End: p.Start + colon})
	names := 0
	for ; a < b; a++ {
		switch {
		case r.d.Tokens[a].UPOS == "PROPN" || r.text(a) == strings.ToUpper(r.text(a)) && r.tag(a)[0] == 'N':
			names++
		case r.d.Tokens[a].UPOS != "PUNCT":
			return 0
		}
	}
	if names == 0 || names > wordsOfLabel || colon > 30 {
		return 0
	}
	return colon
}

// lengthOfLabel and wordsOfLabel bound a label, in bytes, and the name in it; wordsOfAnswer what names an answer.
const (
	lengthOfLabel = 90
	wordsOfLabel  = 4
	wordsOfAnswer = 10
)

// isPlaceAt reports whether a place is named at byte at: the dateline of a report.
func (r *reader) isPlaceAt(at int) bool {
	all := r.d.Entities
	i := sort.Search(len(all), func(i int) bool { return r.d.Tokens[all[i].First].Start >= at })
	return i < len(all) && r.d.Tokens[all[i].First].Start == at && all[i].Type == extract.LOC
}

// plainLabel is a label without marks and without what stands in brackets at its end.
func plainLabel(label string) string {
	if b := strings.IndexByte(label, '('); b > 0 {
		label = label[:b]
	}
	return strings.Trim(label, "\"“'‘ ")
}

// label is the name before the colon, without marks and without what the person is.
func (r *reader) label(i, colon int) string {
	p := r.d.Paragraphs[i].Start
	name, _, _ := strings.Cut(plainLabel(r.d.Text[p:p+colon]), ",")
	return name
}

// isSpeaker reports whether the label of a turn is a name in capitals, not a phrase.
func isSpeaker(label string) bool {
	letters := 0
	for _, w := range strings.Fields(label) {
		if extract.OneOf(w, "OF", "THE", "A", "IN", "ON", "UP", "TO", "AND", "DEAR") {
			return false
		}
	}
	for _, c := range label {
		switch {
		case unicode.IsUpper(c):
			letters++
		case unicode.IsLower(c) || unicode.IsDigit(c):
			return false
		}
	}
	return letters >= 2
}

// turn drafts a paragraph as a turn, and returns its tokens from the name on; none if it is no turn.
func (r *reader) turn(p *extract.Paragraph, colon int) words {
	a, b := r.d.TokensIn(extract.Span{Start: p.Start, End: colon})
	c, e := r.d.TokensIn(extract.Span{Start: colon, End: p.End})
	for a < b && r.isMarkAt(a) {
		a++
	}
	for i := a; i < b; i++ {
		if r.norm(i) == "(" {
			b = i
		}
	}
	if a >= b || e-c < 3 {
		return words{}
	}
	r.drafts = append(r.drafts, draft{
		rule: "attr.transcript/1", source: words{a, b}, head: r.nameEnd(a, b) - 1, cue: words{c, c + 1}, cueHead: c, stance: "assert", parent: -1,
		sentence: r.d.SentenceAt(p.Start), direct: true, content: []extract.Span{r.span(words{c + 1, e})},
	})
	return words{a, e}
}

// nameEnd is the end of the name that opens the tokens [a, b): their first comma, or b.
func (r *reader) nameEnd(a, b int) int {
	for i := a + 1; i < b; i++ {
		if r.norm(i) == "," {
			return i
		}
	}
	return b
}

// bylinedQuotes drafts a paragraph that is a quotation, a dash and a name, also where the dash opens the next.
func (r *reader) bylinedQuotes() {
	for q := range r.d.Quotes {
		if e := &r.d.Quotes[q]; e.Depth > 0 || e.Paragraph >= len(r.d.Paragraphs) || e.Start != r.d.Paragraphs[e.Paragraph].Start {
			continue
		}
		r.bylined(q)
	}
}

func (r *reader) bylined(q int) {
	e := &r.d.Quotes[q]
	p := r.d.Paragraphs[e.Paragraph]
	a, b := r.d.TokensIn(extract.Span{Start: e.End, End: p.End})
	if a == b { // “No.” / – Ann Lee
		p = r.d.Paragraphs[min(e.Paragraph+1, len(r.d.Paragraphs)-1)]
		a, b = r.d.TokensIn(p.Span)
	}
	if b-a < 2 || b-a > 8 || strings.Trim(r.norm(a), "-—–―") != "" || r.tag(a + 1)[0] != 'N' || p.Start > e.End && !r.d.IsCapital(a+1) {
		return
	}
	for i := range r.drafts { // ‘No’ - Lee slams the plan
		if r.drafts[i].content[0] == e.Inner {
			return
		}
	}
	end := a + 1
	for end < b && r.tag(end) != "," && (r.tag(end) != "." || end < b-1) {
		end++
	}
	r.drafts = append(r.drafts, draft{
		rule: "attr.dash-name/1", source: words{a + 1, end}, head: end - 1, cue: words{a, a + 1}, cueHead: a, stance: "assert", parent: -1,
		sentence: r.d.SentenceAt(p.Start), direct: true, content: []extract.Span{e.Inner},
	})
}
