package claim

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/commitment"
)

const correctionRule = "claim.correction/1"

// misstated are the words by which a correction says what was wrong; true are those
// that say so by themselves, whatever their subject.
var misstated = map[string]bool{
	"misstated": true, "misidentified": true, "misspelled": true, "misspelt": true, "misquoted": true, "misattributed": true, "mischaracterized": true, "mischaracterised": true,
	"incorrectly": true, "wrongly": true, "erroneously": true, "mistakenly": true, "inaccurately": true,
	"said": false, "stated": false, "reported": false, "gave": false, "described": false, "referred": false, "identified": false, "listed": false, "suggested": false, "implied": false, "put": false,
}

// notes tells for each paragraph whether it is a correction note: by its section, by
// how it opens, or because it speaks of an earlier version of the article.
func (a *assembler) findNotes() {
	a.notes = make([]bool, len(a.Paragraphs))
	for i := range a.Paragraphs {
		p := &a.Paragraphs[i]
		a.notes[i] = p.Section == extract.Correction || p.Section == extract.Body && isNote(a.In(p.Span))
	}
}

func isNote(text string) bool {
	if i := strings.Index(text, "version of this "); i > 0 && (strings.HasSuffix(strings.ToLower(text[:i]), "earlier ") || strings.HasSuffix(strings.ToLower(text[:i]), "previous ")) {
		return true
	}
	if text == "" || text[0] != 'C' && text[0] != 'c' {
		return false
	}
	head := strings.ToLower(text[:min(len(text), 80)])
	openings := []string{"correction:", "corrections:", "correction —", "correction –", "correction -", "clarification:", "correction appended"}
	return slices.ContainsFunc(openings, func(o string) bool { return strings.HasPrefix(head, o) })
}

// corrections adds a record of stance retract for each correction note: what it
// withdraws, in its own words.
func (a *assembler) corrections() {
	for i := range a.Sentences {
		s := &a.Sentences[i]
		if !a.notes[s.Paragraph] {
			continue
		}
		if first, last := a.withdrawing(s); last > first {
			a.records = append(a.records, a.correction(s, first, last))
		}
	}
}

// withdrawing is the token range of the words that withdraw: "misstated",
// "incorrectly said".
func (a *assembler) withdrawing(s *extract.Sentence) (first, last int) {
	ours := false
	for i := s.First; i < s.Last; i++ {
		if extract.OneOf(a.norm(i), "version", "versions", "article", "story", "report", "caption", "headline", "post", "column", "graphic", "item", "update") {
			ours = true
		}
		if plain, ok := misstated[a.norm(i)]; !ok || !plain && !ours {
			continue
		}
		last = i + 1
		if strings.HasSuffix(a.norm(i), "ly") {
			last++
		}
		return i, last
	}
	return 0, 0
}

func (a *assembler) correction(s *extract.Sentence, cue, after int) record {
	from := s.First
	for from < cue && (extract.OneOf(a.norm(from), "correction", "clarification") || a.IsMark(from)) {
		from++
	}
	subject := cue
	for subject > from && commitment.IsVerbal(a.tag(subject-1)) {
		subject--
	}
	first, end := after, s.Last
	if a.norm(first) == "that" {
		first++
	}
	first, end = a.trim(first, a.noteEnd(first, end), false)
	c := extract.Claim{
		Type: extract.Indirect, Stance: extract.Retract, Cue: a.passage(a.TokenSpan(cue, after)),
		Source: extract.Source{Kind: extract.DocumentKind}, Rule: correctionRule, Attribution: -1,
	}
	switch {
	case from < subject && a.commitment.Passive(cue): // the number was misstated
		c.Source.Kind = extract.Implicit
		c.Parts = []extract.Passage{a.Passage(a.TokenSpan(from, subject))}
	case from < subject:
		span := a.TokenSpan(from, subject)
		c.Source.Mention, c.Source.Span, c.Source.Name = a.In(span), &span, a.plain(from, subject)
		fallthrough
	default:
		if first < end {
			c.Parts = []extract.Passage{a.Passage(a.TokenSpan(first, end))}
		}
	}
	r := a.complete(c, c.Cue.Span)
	r.claim.Section = extract.Body
	r.claim.Sentence = max(1, r.claim.Sentence, a.lastNumber(cue))
	return r
}

// noteEnd cuts off what a note goes on to say is right: "said 14; it was 40".
func (a *assembler) noteEnd(first, end int) int {
	for i := first; i < end; i++ {
		if a.norm(i) == ";" {
			return i
		}
	}
	return end
}

// lastNumber is the number of the last sentence of the body before token i.
func (a *assembler) lastNumber(i int) int {
	for s := a.SentenceAt(a.Tokens[i].Start); s >= 0 && s < len(a.Sentences); s-- {
		if n := a.Sentences[s].Number; n > 0 {
			return n
		}
	}
	return 0
}

// plain is a noun phrase as written, without an article before it or a clause after it.
func (a *assembler) plain(first, end int) string {
	if w := a.norm(first); extract.OneOf(w, "the", "a", "an") && end > first+1 {
		first++
	}
	last := first + 1
	for last < end && a.norm(last) != "," {
		last++
	}
	return a.In(a.TokenSpan(first, last))
}
