package coref

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// leadSentences is how many sentences at the start of the body tell who speaks before his name;
// nearLead is how many sentences later the name comes, and leadEnd how many sentences may call somebody
// by what he is before the text says his name beside it.
const (
	leadEnd       = 4
	leadSentences = 2
	nearLead      = 2
)

// nextNamed is the chain of the person whom the sentences after description k of a lead name first,
// anew, as one who acts and speaks: "A pub landlord has said beer costs too much. Ann Pole said ..." It
// is -1 if there is none, and for a noun for who judges or pleads, as courts have several.
func (r *resolver) nextNamed(k int) int {
	m := &r.mentions[k]
	number := r.d.Sentences[m.sentence].Number
	told := m.source < 0 && m.indefinite && m.role == subject && number == 1 && !anyone[r.norm(m.head)] // of whom something happened
	if m.source < 0 && !told || m.what != person || m.plural || number > leadSentences || m.quote >= 0 || r.v.office["court"][r.norm(m.head)] || m.first == m.head && r.v.noRoles[r.norm(m.head)] {
		return -1
	}
	for j := k + 1; j < len(r.mentions) && r.mentions[j].sentence <= m.sentence+nearLead; j++ {
		a := &r.mentions[j]
		if a.form != named || a.what != person || a.quote >= 0 || a.content >= 0 && a.source < 0 {
			continue
		}
		if a.sentence == m.sentence {
			if a.role == subject || a.source >= 0 {
				return -1 // another speaks beside him
			}
			continue
		}
		if a.owner || a.governed || a.role != subject && a.source < 0 {
			continue
		}
		if r.isNew(j, m.sentence) && (told && r.ageBeside(a) != "" || !told && r.speaksSoon(j)) {
			return a.chain
		}
		return -1
	}
	return -1
}

// isSpeaker reports whom alone the article lets speak much, where a headline or a first sentence has somebody speak
// whom it only says what he is.
func (d *reading) isSpeaker() bool {
	m := d.m
	if d.c != d.r.teller || m.source < 0 || m.quote >= 0 || m.content >= 0 || d.r.d.Sentences[m.sentence].Number > 1 || !d.introduced() {
		return false
	}
	return d.told != against && d.r.d.Tokens[m.first].XPOS != "PRP$" && !slices.ContainsFunc(d.p.names, func(e int) bool { return d.r.d.Entities[e].Type == extract.PER })
}

// mainSpeaker is the chain of the person who is the source of twice as much by name as any other; -1 if none is.
func (r *resolver) mainSpeaker() int {
	said := map[int]int{}
	for k := range r.mentions {
		if m := &r.mentions[k]; m.form == named && m.what == person && m.source >= 0 {
			said[m.chain]++
		}
	}
	best, most, next := -1, 1, 0
	for c, n := range said {
		if n > most {
			best, most, next = c, n, most
		} else {
			next = max(next, n)
		}
	}
	if most < 2*next {
		return -1
	}
	return best
}

// tellsAll reports whether a role has all nouns and names of description m and of what hangs on it.
func (r *resolver) tellsAll(m *mention, q *portrait) bool {
	p := r.phrase(m)
	for _, e := range p.names {
		if !slices.ContainsFunc(q.names, func(n int) bool { return r.sameName(&r.d.Entities[e], &r.d.Entities[n]) }) && !strings.Contains(q.words, strings.ToLower(r.d.In(r.d.Entities[e].Span))) {
			return false
		}
	}
	return r.modified(m, q, "NOUN", "PROPN")
}

// modified reports whether a role has all words of these parts of speech that stand before the
// noun of description m.
func (r *resolver) modified(m *mention, q *portrait, parts ...string) bool {
	return !extract.AnyToken(m.first, m.head, func(i int) bool {
		return slices.Contains(parts, r.d.Tokens[i].UPOS) && !strings.Contains(q.words, " "+r.norm(i)+" ")
	})
}

// isNew reports whether the body has not named the bearer of mention j up to a sentence.
func (r *resolver) isNew(j, sentence int) bool {
	for i := 0; i < j && r.mentions[i].sentence <= sentence; i++ {
		if a := &r.mentions[i]; a.form == named && a.chain == r.mentions[j].chain && r.d.Sentences[a.sentence].Number > 0 {
			return false
		}
	}
	return true
}

// speaksSoon reports whether the bearer of mention j is the source of something by name there or
// a few sentences on.
func (r *resolver) speaksSoon(j int) bool {
	c, last := r.mentions[j].chain, r.mentions[j].sentence+3
	if s := r.mentions[j].sentence; r.opensParagraph(s) && r.d.Sentences[s].First == r.mentions[j].first {
		last += 12
	}
	for i := j; i < len(r.mentions) && r.mentions[i].sentence <= last; i++ {
		if a := &r.mentions[i]; a.chain == c && a.source >= 0 {
			return true
		}
	}
	return false
}

// genderIn is the gender of the first he or she that follows mention k in its sentence.
func (r *resolver) genderIn(k int) string {
	for j := k + 1; j < len(r.mentions) && r.mentions[j].sentence == r.mentions[k].sentence; j++ {
		if p := pronouns[r.norm(r.mentions[j].head)]; r.mentions[j].form == pronoun && p.animate {
			return p.gender
		}
	}
	return ""
}

// goesOn is the chain of who alone has just spoken, whom phrase k may call by something new: "“It is
// late,” Ann Pole said. The founder of the choir said it was cold." So with who alone has acted, where the text has not
// yet told what he is. -1 if others may be meant.
func (r *resolver) goesOn(k int) int {
	m := &r.mentions[k]
	if m.source < 0 || m.plural || m.quote >= 0 || anyone[r.norm(m.head)] || r.v.office["court"][r.norm(m.head)] || r.earlier(k) >= 0 || m.first < m.head && r.d.Tokens[m.first].UPOS != "DET" && !r.bare(m) {
		return -1
	}
	if w := r.norm(r.d.Sentences[m.sentence].First); w == "however" || w == "meanwhile" {
		return -1
	}
	found := -1
	for j := k - 1; j >= 0 && m.sentence-r.mentions[j].sentence <= 2 && r.d.Sentences[r.mentions[j].sentence].Number > 0; j-- {
		a := &r.mentions[j]
		if a.what != m.what || a.plural || a.quote >= 0 || a.form == named && r.isCredit(a) || a.content >= 0 || a.source < 0 && a.role != subject || a.chain >= 0 && a.chain == found {
			continue
		}
		nameless := a.chain < 0 || r.chains[a.chain].names == 0
		if found >= 0 && a.source < 0 && nameless {
			continue
		}
		if found >= 0 || a.source < 0 && (a.form != named || r.chains[a.chain].Role != "") || a.sentence == m.sentence || nameless {
			return -1
		}
		found = a.chain
	}
	return found
}
