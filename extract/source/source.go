// Package source says who stands behind each attribution: it resolves the noun phrase
// of the source to a name, a kind and a role, by the chains that coref made, by the noun
// that heads it, by the clause that a relative pronoun belongs to, and by what the text
// says of sources that it does not name.
package source

import (
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Stage fills Document.Sources, one for each attribution.
var Stage = extract.Stage{
	Name:  "source",
	Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Entities | extract.Attributions,
	Uses:  extract.Phrases | extract.Chains | extract.Times,
	Gives: extract.Sources,
	Run:   run,
}

// Kinds of sources.
const (
	person       = "person"
	group        = "group"
	organisation = "organisation"
	document     = "document"
	anonymous    = "anonymous"
	implicit     = "implicit"
)

// A resolver resolves the sources of one document.
type resolver struct {
	*extract.Document
	named  []bool                 // of each chain: it holds a name
	heads  map[int]int            // token that heads a source, by the byte where the source ends
	spans  map[int]extract.Span   // sources by the token that heads them
	told   map[extract.Span][]int // attributions with a cue, by their first content
	levels int                    // of speech that are being looked through
	veils  []int                  // of each sentence: the token that says a source is not named, or -1
}

// norm, lemma and tag are those of token i; "" outside the article.
func (a *resolver) norm(i int) string  { return a.Norm(i) }
func (a *resolver) lemma(i int) string { return a.Lemma(i) }
func (a *resolver) tag(i int) string   { return a.Tag(i) }

func newResolver(d *extract.Document) *resolver {
	a := &resolver{Document: d, heads: map[int]int{}, spans: map[int]extract.Span{}, told: map[extract.Span][]int{}}
	for i := range d.Attributions {
		at := &d.Attributions[i]
		if at.Head >= 0 {
			a.heads[at.Source.End] = at.Head
			a.spans[at.Head] = at.Source
		}
		if len(at.Content) > 0 && at.CueHead >= 0 {
			a.told[at.Content[0]] = append(a.told[at.Content[0]], i)
		}
	}
	a.findVeils()
	a.findNamed()
	return a
}

func (a *resolver) findNamed() {
	a.named = make([]bool, len(a.Chains))
	for i := range a.Entities {
		if e := &a.Entities[i]; a.Has&extract.Chains != 0 && e.Chain >= 0 && e.Chain < len(a.named) && e.Type != extract.PRON && e.Type != extract.NOM && e.Type != extract.NORP {
			a.named[e.Chain] = true
		}
	}
	for i := range a.Chains {
		a.named[i] = a.named[i] || strings.HasSuffix(a.Chains[i].Name, " government") && !strings.EqualFold(a.Chains[i].Name, "the government")
	}
}

// isNamed reports whether the chain of e holds a name.
func (a *resolver) isNamed(e *extract.Entity) bool {
	return e.Chain >= 0 && e.Chain < len(a.named) && a.named[e.Chain]
}

func run(d *extract.Document) error {
	d.Sources = make([]extract.Source, len(d.Attributions))
	if d.Foreign {
		return nil
	}
	a := newResolver(d)
	for i := range d.Attributions {
		if err := d.Stopped(); err != nil {
			return err
		}
		d.Sources[i] = a.source(&d.Attributions[i])
	}
	for i := range d.Attributions {
		d.Sources[i].Barred = a.barred(i)
	}
	return nil
}

// source resolves who stands behind an attribution.
func (a *resolver) source(at *extract.Attribution) extract.Source {
	if at.Source.Empty() || a.isExpletive(at) {
		return extract.Source{Kind: implicit}
	}
	at = a.wholePhrase(a.wholeName(a.withoutLead(a.withoutThing(at))))
	span := at.Source
	s := extract.Source{Mention: a.In(span), Span: &span}
	p := a.phrase(at)
	s.Kind, s.Name, s.Role, s.Ref = p.kind, p.name, p.role, p.ref
	if first, end := a.TokensIn(span); first+1 == end && a.isFragment(first) {
		s.Name, s.Role = "", ""
	}
	if s.Kind == anonymous {
		s.Reason = a.reason(at)
	}
	return s
}

// withoutThing leaves out of a source the thing before "and" and the person who speaks, which belongs to
// the clause before: they lifted the ban last month and | Lee said.
func (a *resolver) withoutThing(at *extract.Attribution) *extract.Attribution {
	first, end := a.TokensIn(at.Source)
	for k := end - 2; k > first && k > end-longestTitle; k-- {
		if a.norm(k) != "and" {
			continue
		}
		e, w, before := a.nameAt(k+1, end), a.norm(k+1), a.entityAt(k-1)
		speaks := k+2 == end && (w == "he" || w == "she") || e != nil && (e.Type == extract.PER || e.Metonym != "") && e.Last == end
		if speaks && before == nil && a.isThing(k-1) {
			alone := *at
			alone.Source, alone.Head = a.TokenSpan(k+1, end), max(at.Head, k+1)
			return &alone
		}
		return at
	}
	return at
}

// withoutLead leaves out of a source what the clause before it says: a year, a time, or a thing or a
// number right before a person: in 2019 | the government, in the final frame | Lee, won 3-1 | Lee.
func (a *resolver) withoutLead(at *extract.Attribution) *extract.Attribution {
	first, end := a.TokensIn(at.Source)
	from := first
	if t, last := a.timeAround(first); t == first && last < end {
		if n := a.nameAt(last, end); extract.OneOf(a.tag(last), "DT", "PRP") || n != nil && n.Last == end {
			from = last
		}
	}
	if e := a.lastPerson(from, end); e != nil {
		name := a.TokenAt(e.Full.Start)
		if k := name - 1; k > from && !a.IsMark(k) && (a.tag(k) == "CD" || a.isLead(k, from)) || k == from && a.tag(k) == "CD" {
			from = name
		}
	}
	if a.norm(from+1) == "," && pleading[a.norm(from)] {
		from += 2 // Prosecuting, | Ann Lee
	}
	if from == first || from >= end {
		return at
	}
	alone := *at
	alone.Source, alone.Head = a.TokenSpan(from, end), max(at.Head, from)
	return &alone
}

var pleading = lexicon.SetOf("prosecuting", "defending", "mitigating", "representing")

// lastPerson is the person whose name ends a source, or stands before the comma of what is said of
// him there; nil without one.
func (a *resolver) lastPerson(first, end int) *extract.Entity {
	for k := sort.Search(len(a.Entities), func(k int) bool { return a.Entities[k].First >= first }); k < len(a.Entities) && a.Entities[k].First < end; k++ {
		if e := &a.Entities[k]; e.Type == extract.PER && (e.Last == end || a.norm(e.Last) == ",") {
			return e
		}
	}
	return nil
}

// isLead reports whether the word at token i before a person's name is a thing, or ends the name of an
// event, that belongs to the clause before. The phrase starts at token first.
func (a *resolver) isLead(i, first int) bool {
	if e := a.entityAt(i); e != nil && e.Type != extract.NOM {
		return e.Type == extract.MISC || e.Type == extract.PER // after meeting Mr Hale
	}
	return extract.OneOf(a.tag(i), "NN", "NNS") && a.isThing(i) && a.tag(first) != "PRP$" && a.listedKind(i) != document && a.norm(i) != "aka"
}

// wholeName lets a source begin with the name that runs into it, and with what hangs on that by a
// preposition: A spokesman for the Department for Business, | Energy and Trade.
func (a *resolver) wholeName(at *extract.Attribution) *extract.Attribution {
	first, end := a.TokensIn(at.Source)
	if p := a.lastPerson(first, end); p != nil && len(a.conjuncts(first, end)) < 2 && (len(at.Content) == 0 || !p.Full.Overlaps(at.Content[0])) {
		from, last := a.TokensIn(p.Full)
		switch w := a.norm(from - 1); {
		case w == "(" || from > first:
			from = first // Taoiseach (Irish prime minister) | Ann Lee
		case isArticle(w) || a.tag(from-1) == "PRP$" || w == "one" || w == "another":
			from--
		}
		whole := *at
		whole.Source = a.TokenSpan(from, max(last, end)) // Zork | boss Ann Lee | , also a nurse
		return &whole
	}
	e := a.entityAt(first)
	if first >= end || e == nil || e.Type != extract.ORG || e.First >= first || e.Last <= first+1 {
		return at
	}
	from := e.First
	if isArticle(a.norm(from - 1)) {
		from--
	}
	for k := a.NounAt(from - 2); k >= 0 && a.tag(from-1) == "IN" && a.Nouns[k].Last == from-1; k = a.NounAt(from - 2) {
		from = a.Nouns[k].First
	}
	whole := *at
	whole.Source = a.TokenSpan(from, end)
	return &whole
}

// isThing reports whether the word at token i is no name and no noun for who can speak.
func (a *resolver) isThing(i int) bool {
	if a.IsMark(i) || a.IsCapital(i) {
		return false
	}
	kind := a.nounKind(i)
	return kind == document || kind == ""
}

// wholePhrase takes into a source the adjectives before it that pass for verbs: Oslo-based | analyst Ann
// Lee, leading | lawyers.
func (a *resolver) wholePhrase(at *extract.Attribution) *extract.Attribution {
	first, end := a.TokensIn(at.Source)
	if first >= end || !modifies(a.tag(first)) || extract.OneOf(a.tag(first), "DT", "PRP$", "POS") {
		return at
	}
	from, k := a.Sentences[a.SentenceAt(at.Source.Start)].First, first
	for k > from && (strings.HasSuffix(a.norm(k-1), "-based") || a.norm(k-1) == "leading") {
		k--
	}
	if k == first {
		return at
	}
	whole := *at
	whole.Source = a.TokenSpan(k, end)
	return &whole
}

// isFragment reports whether token i, which opens a paragraph, is what a scraper left of a word: r, re.
func (a *resolver) isFragment(i int) bool {
	t := &a.Tokens[i]
	w := a.In(t.Span)
	return len(w) <= 2 && w == t.Norm && w[0] >= 'a' && w[0] <= 'z' && !(t.Start > 0 && a.Text[t.Start-1] != '\n') && !wordlets[w]
}

// wordlets are the whole words of one or two letters that may open a paragraph.
var wordlets = lexicon.SetOf("a", "an", "i", "it", "he", "we", "no", "my", "me", "us", "in", "on", "at", "by", "of", "or", "so", "to", "up", "as", "if", "is", "do", "go", "be", "am")
