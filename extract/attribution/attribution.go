// Package attribution finds who is said to have said what: the source, the cue
// and the content of each attribution, in quotation marks or not.
//
// Quotation marks are settled first; then each word that the cue lexicon knows is
// tried against an ordered table of constructions; then overlaps are settled, so
// that an attribution inside the content of another becomes its child.
package attribution

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Stage fills Document.Attributions, in the order of their cues. It uses Phrases and
// Entities where the document has them.
var Stage = With(nil)

// With is Stage with a caller's cues.
func With(l *lexicon.Lists) extract.Stage {
	cues := sync.OnceValue(func() *cueLexicon { return english(l) })
	return extract.Stage{
		Name:  "attribution",
		Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Quotes | extract.Quantities,
		Uses:  extract.Phrases | extract.Entities | extract.Quantities | extract.Times,
		Gives: extract.Attributions,
		Edits: extract.Quotes,
		Run:   func(d *extract.Document) error { return run(d, cues()) },
	}
}

func run(d *extract.Document, cues *cueLexicon) error {
	r := newReader(d, cues)
	for i := range d.Sentences {
		if err := d.Stopped(); err != nil {
			return err
		}
		if s := &d.Sentences[i]; !reports(d.Paragraphs[s.Paragraph].Section) || isPromo(d, s.Paragraph) {
			continue
		}
		r.enter(i)
		r.sentence()
	}
	for _, step := range []func(){r.transcripts, r.bylinedQuotes, r.settle, r.write} {
		if err := d.Stopped(); err != nil {
			return err
		}
		step()
	}
	return nil
}

// reports tells whether the paragraphs of a section can hold attributions.
func reports(section string) bool { return section == extract.Title || section == extract.Body }

// isPromo reports whether a paragraph of the body is a line in capitals between others that are not:
// it points to another article.
func isPromo(d *extract.Document, paragraph int) bool {
	p := d.Paragraphs[paragraph]
	if paragraph == 0 || p.Section != extract.Body || p.Len() > 300 {
		return false
	}
	text := d.In(p.Span)
	return !strings.ContainsFunc(text, small) && strings.Count(text, " ") > 3 && text == strings.ToUpper(text) && text != strings.ToLower(text) && d.In(d.Paragraphs[0].Span) != strings.ToUpper(d.In(d.Paragraphs[0].Span))
}

func small(c rune) bool { return 'a' <= c && c <= 'z' }

// sentence drafts the attributions of the current sentence.
func (r *reader) sentence() {
	for t := r.first; t < r.last; t++ {
		if r.isInner(t) {
			continue
		}
		switch tag := r.tag(t); {
		case tag == "":
		case tag == "IN" || tag == "TO" || r.norm(t) == "according":
			r.tryPreposition(t)
		case tag[0] == 'V':
			if r.upos(t) != "AUX" && !(tag == "VBN" && r.tryAdjective(t)) { // is convinced that
				r.tryVerb(t)
			}
		case tag[0] == 'J':
			r.tryAdjective(t)
		case tag[0] == 'N':
			if !r.tryHeadline(t) {
				r.tryNoun(t)
			}
		case tag == "UH":
			r.tryHeadline(t)
		case tag == "RB":
			r.tryAdverb(t)
		case tag == ":":
			r.tryColon(t)
			r.leadIn(t)
		}
	}
}
