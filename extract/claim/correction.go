package claim

import (
	"slices"

	"github.com/claimwire/claimwire/extract"
)

const correctionRule = "claim.correction/1"

// misstated are the verbs by which a correction says what was wrong.
var misstated = []string{"said", "stated", "misstated", "reported", "misidentified", "incorrectly", "gave", "misspelled", "described", "wrongly", "erroneously"}

// corrections adds a record of stance retract for each correction note: what it
// withdraws, in its own words.
func (a *assembler) corrections() {
	for i := range a.Sentences {
		s := &a.Sentences[i]
		if a.Paragraphs[s.Paragraph].Section != extract.Correction {
			continue
		}
		if cue := a.withdrawing(s); cue >= 0 {
			a.records = append(a.records, a.correction(s, cue))
		}
	}
}

func (a *assembler) withdrawing(s *extract.Sentence) int {
	found := -1
	for i := s.First; i < s.Last; i++ {
		if slices.Contains(misstated, a.Tokens[i].Norm) {
			if found < 0 || i == found+1 { // incorrectly said
				found = i
				continue
			}
			break
		}
	}
	return found
}

func (a *assembler) correction(s *extract.Sentence, cue int) record {
	first, end := cue+1, s.Last
	if first < end && a.Tokens[first].Norm == "that" {
		first++
	}
	first, end = a.trim(first, end, false)
	c := extract.Claim{
		Type: extract.Indirect, Stance: retract, Cue: a.passage(a.Tokens[cue].Span),
		Source: extract.Source{Kind: document}, Rule: correctionRule, Attribution: -1,
	}
	from := s.First
	for from < cue && (a.Tokens[from].Norm == "correction" || a.Tokens[from].Norm == ":") {
		from++
	}
	if from < cue {
		span := a.TokenSpan(from, cue)
		c.Source.Mention, c.Source.Span, c.Source.Name = a.In(span), &span, a.plain(from, cue)
	}
	if first < end {
		c.Parts = []extract.Passage{a.Passage(a.TokenSpan(first, end))}
	}
	r := a.complete(c, a.Tokens[cue].Span)
	a.commit(&r.claim, nil)
	return r
}
