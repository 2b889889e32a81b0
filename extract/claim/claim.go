// Package claim joins what the stages found into claim records: an attribution
// with its source resolved, its commitment read off the words, and the numbers,
// dates and places inside; and clauses of the reporter that carry a number.
package claim

import (
	"cmp"
	"slices"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/commitment"
)

// Stage fills Document.Claims, in the order of their first bytes.
var Stage = extract.Stage{
	Name: "claim",
	Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Entities | extract.Quantities |
		extract.Quotes | extract.Attributions | extract.Sources,
	Uses:  extract.Phrases,
	Gives: extract.Claims,
	Run:   run,
}

// An assembler makes the claims of one document.
type assembler struct {
	*extract.Document
	id         string
	records    []record
	lastClause clause
	notes      []bool         // of each paragraph: it is a correction note
	attributed []extract.Span // stretches that are not in the reporter's voice, apart and in order
	contents   []extract.Span // all contents, apart and in order
	commitment *commitment.Reader
}

// norm, lemma and tag are those of token i; "" outside the article.
func (a *assembler) norm(i int) string  { return a.Norm(i) }
func (a *assembler) lemma(i int) string { return a.Lemma(i) }
func (a *assembler) tag(i int) string   { return a.Tag(i) }

func newAssembler(d *extract.Document) *assembler {
	a := &assembler{Document: d, id: extract.DocID(d.Text)}
	for i := range d.Attributions {
		at := &d.Attributions[i]
		a.contents = append(a.contents, at.Content...)
	}
	a.contents = union(a.contents)
	a.attributed = a.cover()
	a.commitment = commitment.NewReader(d, a.contents)
	a.findNotes()
	return a
}

// A record is a claim on its way, with what it needs for its parent and its place.
type record struct {
	claim   extract.Claim
	span    extract.Span // from the first to the last of its parts and its cue
	parent  int          // index in records; -1 at top
	reading commitment.Reading
}

func run(d *extract.Document) error {
	if d.Foreign {
		return nil
	}
	a := assemble(d)
	if err := d.Stopped(); err != nil {
		return err
	}
	claims := a.finish()
	if err := d.Stopped(); err != nil {
		return err
	}
	d.Claims = claims
	return nil
}

// assemble makes the records of a document, settled but not yet in order. They are not
// all there if the run was stopped.
func assemble(d *extract.Document) *assembler {
	a := newAssembler(d)
	index := make([]int, len(d.Attributions)) // attribution -> record
	for i := range d.Attributions {
		if d.Stopped() != nil {
			return a
		}
		index[i] = -1
		if at := &d.Attributions[i]; !a.speaks(at.Cue, at.Content) || d.Sources[i].Barred != "" {
			continue
		}
		index[i] = len(a.records)
		a.records = append(a.records, a.attribution(i))
	}
	for i := range d.Attributions {
		if p := d.Attributions[i].Parent; p >= 0 && index[i] >= 0 {
			a.records[index[i]].parent = index[p]
		}
	}
	a.reporter()
	a.corrections()
	a.settle()
	return a
}

// settle fills the commitment of the records.
func (a *assembler) settle() {
	acts := make([]commitment.Act, len(a.records))
	for i := range a.records {
		acts[i] = a.records[i].act()
	}
	commitment.Settle(acts)
	for i := range acts {
		a.records[i].parent, a.records[i].reading = acts[i].Parent, acts[i].Reading
	}
}

func (r *record) act() commitment.Act {
	return commitment.Act{Claim: &r.claim, Parent: r.parent, Reading: r.reading}
}

// speaks reports whether a cue or content lies where claims are made: the title or
// the body. Captions, credits, bylines and site furniture make none.
func (a *assembler) speaks(cue extract.Span, content []extract.Span) bool {
	at := cue
	if at.Empty() {
		if len(content) == 0 {
			return false
		}
		at = content[0]
	}
	i := a.ParagraphAt(at.Start)
	if i >= len(a.Paragraphs) || a.notes[i] {
		return false
	}
	section := a.Paragraphs[i].Section
	return section == extract.Body || section == extract.Title
}

func (a *assembler) section(at int) string {
	if i := a.ParagraphAt(at); i < len(a.Paragraphs) {
		return a.Paragraphs[i].Section
	}
	return ""
}

// attribution is the record of attribution i.
func (a *assembler) attribution(i int) record {
	at := &a.Attributions[i]
	c := extract.Claim{
		Type: at.Type, Stance: at.Stance, Source: a.Sources[i], Cue: a.passage(at.Cue), Addressee: a.passage(at.Addressee),
		Rule: at.Rule, Attribution: i,
	}
	if a.commitment.IsEpithet(at) {
		c.Source = extract.Source{Kind: extract.Implicit}
	}
	if a.confirms(at) {
		c.Stance = extract.Confirm
	}
	c.Stance = cmp.Or(a.commitment.Stance(at), c.Stance)
	for _, s := range at.Content {
		if at.Rule != turnOfTranscript {
			s = a.tidy(s)
		}
		c.Parts = append(c.Parts, a.Passage(s))
	}
	r := a.complete(c, at.Cue)
	r.claim.Times = append(a.saidTimes(i, c.Source.Kind), r.claim.Times...)
	r.reading = a.commitment.Attribution(at)
	return r
}

// turnOfTranscript is the rule whose content is a whole paragraph word for word, its full
// stop included: there is no quotation mark to take that for granted.
const turnOfTranscript = "attr.transcript/1"

// tidy leaves the comma or full stop at the end of a content outside; a full stop
// before a closing mark inside the content stays, and so does that of an abbreviation.
func (a *assembler) tidy(s extract.Span) extract.Span {
	first, end := a.TokensIn(s)
	for end > first+1 && extract.OneOf(a.norm(end-1), ",", ".") && a.Tokens[end-1].Start > s.Start {
		end--
		s.End = a.Tokens[end-1].End
	}
	return s
}

// complete fills what every record has: its place, its first words, its figures.
func (a *assembler) complete(c extract.Claim, cue extract.Span) record {
	span := cue
	for _, p := range c.Parts {
		span = span.Cover(p.Span)
	}
	c.V, c.Doc = extract.ClaimVersion, a.id
	c.Section = a.section(span.Start)
	first, last := a.SentenceAt(span.Start), a.SentenceAt(span.End-1)
	if first < len(a.Sentences) {
		c.Sentence = a.Sentences[first].Number
	}
	if last > first && last < len(a.Sentences) {
		c.LastSentence = a.Sentences[last].Number
	}
	if len(c.Parts) > 0 {
		c.Content = c.Parts[0].Text
	}
	for _, p := range c.Parts {
		c.Quantities = append(c.Quantities, a.quantities(p.Span)...)
		c.Times = append(c.Times, a.times(p.Span)...)
		c.Places = append(c.Places, a.places(p.Span)...)
	}
	c.Quantities = dropTimes(c.Quantities, c.Times)
	return record{claim: c, span: span, parent: -1}
}

func (a *assembler) passage(s extract.Span) *extract.Passage {
	if s.Empty() {
		return nil
	}
	p := a.Passage(s)
	return &p
}

// finish gives the records their ids and parents and puts them in text order. Of
// two records with the same spans, the first stands.
func (a *assembler) finish() []extract.Claim {
	order := make([]int, len(a.records))
	for i := range a.records {
		if a.Stopped() != nil {
			return nil
		}
		order[i] = i
		c := &a.records[i].claim
		parts := make([]extract.Span, len(c.Parts))
		for k, p := range c.Parts {
			parts[k] = p.Span
		}
		var cue extract.Span
		if c.Cue != nil {
			cue = c.Cue.Span
		}
		c.ID = extract.ClaimID(a.id, c.Section, cue, parts)
	}
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := a.records[i].span, a.records[j].span
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	seen := map[string]bool{}
	var out []extract.Claim
	for _, i := range order {
		r := &a.records[i]
		if seen[r.claim.ID] {
			continue
		}
		seen[r.claim.ID] = true
		if r.parent >= 0 {
			r.claim.Parent = a.records[r.parent].claim.ID
		}
		if r.claim.Parent == r.claim.ID {
			r.claim.Parent = ""
		}
		out = append(out, r.claim)
	}
	return out
}
