package attribution

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// reopens reports whether the next paragraph opens with the same mark, and so goes on with what
// the mark opened: `Lee said: "It began.` / `"It grew."`.
func reopens(d *extract.Document, o openMark, paragraph int) bool {
	if paragraph+1 >= len(d.Paragraphs) || d.Paragraphs[paragraph+1].Section != d.Paragraphs[paragraph].Section {
		return false
	}
	next := d.In(d.Paragraphs[paragraph+1].Span)
	return strings.HasPrefix(next, d.Text[o.at:o.end]) && len(next) > o.end-o.at
}

// closedBelow reports whether the closing mark of o was torn off to the start of the next
// paragraph, as scrapers leave it: `Lee said: "It began.` / `" He left.`, or `"(Ann Dale/Post)`.
func closedBelow(d *extract.Document, o openMark, paragraph int) bool {
	if paragraph+1 >= len(d.Paragraphs) {
		return false
	}
	marks := marksIn(d.Text, d.Paragraphs[paragraph+1].Span, nil)
	if len(marks) == 0 || marks[0].at != d.Paragraphs[paragraph+1].Start {
		return false
	}
	m := marks[0]
	alone := m.end == d.Paragraphs[paragraph+1].End || d.Text[m.end] == ' ' || strings.HasPrefix(d.Text[m.end:], "\u00a0")
	return (alone && m.closes || strings.HasPrefix(d.Text[m.end:], "(")) && (m.style == o.style || m.style == straight && o.style == curly || m.style == curly && o.style == straight)
}

// forgotten reports whether the mark that is open lost its closer before the cue, now that m
// opens the next quotation: “They left, she said. “Nobody stayed.”. It ends the first there.
func (p *pairer) forgotten(d *extract.Document, m mark) bool {
	q := &d.Quotes[p.stack[0].quote]
	far := max(q.Inner.Start, m.at-bytesOfCue) // a comma further off parts more than a cue
	said := strings.TrimRight(d.Text[far:m.at], " \u00a0")
	comma := strings.LastIndexAny(said, ",?!")
	if comma < 0 || !strings.HasSuffix(said, ".") {
		return false
	}
	if words := strings.Fields(said[comma+1 : len(said)-1]); len(words) > wordsOfCue || !hasPlainCue(words) {
		return false
	}
	q.Inner.End = far + comma + 1
	q.End = q.Inner.End
	return true
}

// introduced reports whether the mark that is open lost its closer before a sentence that says who speaks
// next: “They left. Hale added: “Nobody stayed.”. It ends the first before that sentence.
func (p *pairer) introduced(d *extract.Document, m mark) bool {
	q := &d.Quotes[p.stack[0].quote]
	far := max(q.Inner.Start, m.at-bytesOfCue)
	said := strings.TrimRight(d.Text[far:m.at], " \u00a0")
	stop := strings.LastIndexAny(said, ".?!")
	if stop < 0 || !strings.HasSuffix(said, ":") {
		return false
	}
	if words := strings.Fields(said[stop+1:]); len(words) == 0 || len(words) > wordsOfCue+4 || !hasPlainCue(words[len(words)-1:]) {
		return false
	}
	q.Inner.End = far + stop + 1
	q.End, q.Unclosed = q.Inner.End, true
	return true
}

// runOn reports whether m opens the next paragraph of the quotation that is open, and the break
// between them was lost: “It was late. “Nobody stayed.”. The first ends there without a closer.
func (p *pairer) runOn(d *extract.Document, m mark) bool {
	q := &d.Quotes[p.stack[0].quote]
	said := strings.TrimRight(d.Text[q.Inner.Start:m.at], " \u00a0")
	if p.stack[0].closes || m.style != curly && m.style != straight || !endsSpeech(said) || strings.HasSuffix(said, ",") {
		return false
	}
	q.Inner.End = q.Inner.Start + len(said)
	q.End, q.Unclosed = q.Inner.End, true
	return true
}

// wordsOfCue is how many words a cue and its source may have beside a mark that was lost.
const wordsOfCue = 8

// bytesOfCue is what so many words may have, so that nobody looks through a whole paragraph for each mark.
const bytesOfCue = 400

// hasPlainCue reports whether one of the words can be nothing but a cue beside a quotation.
func hasPlainCue(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"said", "says", "told", "added", "wrote", "asked"}, strings.Trim(w, ",.:"))
	})
}

// openLost makes a quotation of what ends with the closer m, whose opener was lost, where a cue
// follows: We will stay,” she said. It opens with the sentence, or with the first before it
// in which somebody speaks of himself or to another.
func (p *pairer) openLost(d *extract.Document, m mark, paragraph, first int) {
	par := d.Paragraphs[paragraph].Span
	if m.style != curly && m.style != straight || m.at == par.Start || strings.IndexByte(",.?!", d.Text[m.at-1]) < 0 {
		return
	}
	after := d.Text[m.end:min(par.End, m.end+bytesOfCue)]
	if end := strings.IndexAny(after, ".:"); end >= 0 {
		after = after[:end]
	}
	if words := strings.Fields(after); len(words) < 2 || !hasPlainCue(words[:min(len(words), wordsOfCue)]) {
		return
	}
	floor := par.Start
	if len(d.Quotes) > first {
		floor = d.Quotes[len(d.Quotes)-1].End
	}
	s := d.SentenceAt(m.at - 1)
	for s > 0 && d.Sentences[s-1].Start >= floor && d.Sentences[s-1].Paragraph == paragraph && speaksOfSelf(d, s-1) {
		s--
	}
	if a := d.Sentences[s].Start; a >= floor && a < m.at {
		d.Quotes = append(d.Quotes, extract.Quote{
			Span: extract.Span{Start: a, End: m.end}, Inner: extract.Span{Start: a, End: m.at}, Continues: -1, Paragraph: paragraph, Attributed: -1,
		})
	}
}

// speaksOfSelf reports whether sentence s has a pronoun of the first or second person, or cries out.
func speaksOfSelf(d *extract.Document, s int) bool {
	return slices.ContainsFunc(d.Tokens[d.Sentences[s].First:d.Sentences[s].Last], func(t extract.Token) bool {
		return slices.Contains([]string{"i", "we", "you", "u", "my", "our", "us", "me", "your", "!"}, t.Norm)
	})
}
