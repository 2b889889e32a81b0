package source

import (
	"cmp"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// shares are the nouns for a part of those asked: they speak for a group.
var shares = map[string]bool{
	"%": true, "percent": true, "per": true, "pc": true, "cent": true, "majority": true, "minority": true, "plurality": true, "percentage": true, "proportion": true, "half": true, "third": true,
	"quarter": true, "thirds": true, "quarters": true, "fifths": true, "tenths": true, "most": true, "many": true, "few": true, "number": true, "two": true, "three": true, "both": true, "none": true, "one": true,
}

// oneBody are plurals that one body goes by.
var oneBody = lexicon.SetOf("forces", "services")

// ordinals stand for one more of those spoken of: a second, another.
var ordinals = lexicon.SetOf("second", "fourth", "fifth", "sixth", "seventh")

// nounKind is the kind of source that the noun at token head makes; "" if its form
// does not tell.
func (a *resolver) nounKind(head int) string {
	norm, tag := a.norm(head), a.tag(head)
	switch kind := a.listedKind(head); {
	case strings.HasSuffix(norm, "-year-old"), ordinals[norm] && a.norm(head-1) == "a":
		return person
	case a.gathers(head):
		return group
	case a.isPartOf(head, document):
		return document
	case a.isPartOf(head, organisation) && norm == "one":
		return organisation
	case a.isPartOf(head, organisation):
		return group
	case tag == "NNS" && (kind == person || kind == organisation && a.lemma(head) != norm && !oneBody[norm]):
		return group
	case kind != "":
		return kind
	case roleNouns()[strings.TrimSuffix(norm, "s")] == person: // MSPs
		return group
	case shares[norm] || tag == "CD", strings.HasPrefix(norm, "under-") || strings.HasPrefix(norm, "over-"): // under-18s
		return group
	case tag == "JJ" && a.norm(head-1) == "the": // the poor
		return group
	case tag == "NNPS" && (a.tag(head-1) != "NNP" || a.entityAt(head-1) != nil):
		return group
	case tag != "NN" && tag != "NNS" || a.isAcronym(head):
		return ""
	case !lexicon.Does(a.lemma(head)):
		return document
	case tag == "NNS":
		return group
	}
	return person
}

// isAcronym reports whether token i is written in capitals.
func (a *resolver) isAcronym(i int) bool {
	if i < 0 || i >= len(a.Tokens) {
		return false
	}
	s := a.In(a.Tokens[i].Span)
	return len(s) > 1 && s == strings.ToUpper(s) && a.IsCapital(i)
}

// gathers reports whether the noun at token i counts or gathers others, and persons follow:
// a group of | comedians.
func (a *resolver) gathers(i int) bool {
	if a.norm(i+1) != "of" || a.norm(i) == "number" && a.norm(i-1) == "the" || !gatherers[a.norm(i)] && !counts[a.norm(i)] {
		return false
	}
	i += 2
	for last := i + longestTitle; i < last && modifies(a.tag(i)); i++ {
		if kind := a.listedKind(i); kind == group || a.tag(i) == "NNPS" || a.tag(i) == "NNS" && (kind == person || kind == organisation) {
			return true
		}
	}
	return false
}

// partitives are the words for some of those who follow.
var partitives = lexicon.SetOf("one", "some", "many", "most", "all", "each", "several", "both", "few", "any")

// isPartOf reports whether token i speaks of some of others, which are of this kind: one of
// her ads.
func (a *resolver) isPartOf(i int, kind string) bool {
	return partitives[a.norm(i)] && a.norm(i+1) == "of" && a.listedKind(a.lastNoun(i+2)) == kind
}

// lastNoun is the last token of the plain noun phrase that starts at token i.
func (a *resolver) lastNoun(i int) int {
	for last := i + longestTitle; i < last && modifies(a.tag(i+1)); i++ {
	}
	return i
}

var gatherers = lexicon.SetOf("group", "team", "pair", "trio", "crowd", "band", "bunch", "panel", "number", "handful", "dozen", "coalition", "delegation", "series", "couple",
	"string", "chorus", "host", "army", "raft", "slew", "majority", "minority", "cluster", "range", "array", "wave", "horde",
	"gang", "cohort", "succession", "throng", "mob", "squad", "collection", "mix", "cross-section", "procession", "roster")

// standings are what figures are that are people.
var standings = lexicon.SetOf("senior", "leading", "prominent", "influential", "opposition", "veteran", "respected", "party")

// listedKind is the kind that the lists give to the noun at token head, of a compound
// ("nominee-in-waiting", "ex-minister") its noun; "" where they say nothing.
func (a *resolver) listedKind(head int) string {
	norm := a.norm(head)
	first, _, _ := strings.Cut(strings.TrimPrefix(norm, "ex-"), "-in-")
	if norm == "tank" && a.norm(head-1) == "think" || norm == "guard" && a.norm(head-1) == "coast" || norm == "news" && strings.HasPrefix(a.tag(head-1), "NNP") {
		return organisation
	}
	if norm == "figure" || norm == "figures" {
		for i := head - 1; i > head-5 && modifies(a.tag(i)); i-- {
			if standings[a.norm(i)] {
				return person // a senior party figure
			}
		}
	}
	first, _, _ = strings.Cut(first, "-of-") // mother-of-two
	for _, w := range [...]string{norm, strings.ToLower(a.lemma(head)), first} {
		if kind, ok := sourceWords()[w]; ok {
			if kind == document && strings.HasPrefix(a.tag(head), "NNP") && (strings.HasPrefix(a.tag(head-1), "NNP") || a.norm(head-1) == "the") {
				return organisation // the Harbor Post
			}
			return kind
		}
	}
	return roleNouns()[first]
}

// refine moves the head of a source to the name that a title stands before (Secretary
// of Defense Ann Lee), and back from a bracket (Lee (R-Ohio)) or a participle that
// follows the noun (polls released Sunday).
func (a *resolver) refine(first, end, head int) int {
	for i := first + 1; i <= head; i++ {
		if a.norm(i) == "(" && !a.closes(i, head) || (extract.OneOf(a.tag(i), "VBN", "VBG") || strings.HasSuffix(a.norm(i), "ing") && a.listedKind(i-1) == person) && (extract.OneOf(a.tag(i-1), "NNS", "NN") || a.norm(i-1) == "those") {
			head = i - 1
		}
	}
	if e := a.entityAt(head); e != nil && (e.Type == extract.ORG || e.Type == extract.LOC || e.Type == extract.NORP) && e.Last < end {
		from := e.Last
		if a.norm(from) == "(" && a.norm(from+2) == ")" { // the Department for Education (DfE) | spokeswoman
			from += 3
		}
		if last := min(a.lastNoun(from), end-1); from < end && modifies(a.tag(from)) && a.tag(from) != "POS" && a.listedKind(last) == person && strings.HasPrefix(a.tag(last), "NN") {
			head = last // a Department for Education spokeswoman
		}
	}
	for a.norm(head+1) == "/" && head+2 < end { // a Times/Herald poll
		for head += 2; head+1 < end && strings.HasPrefix(a.tag(head+1), "NN"); {
			head++
		}
	}
	if a.tag(head) == "DT" && head == end-2 && extract.OneOf(a.tag(end-1), "CD", "JJ") {
		return end - 1 // the two, the poor, the WHO
	}
	if e := a.entityAt(head - 1); head > first && a.isAcronym(head) && e != nil && e.Type == extract.PER && e.Last == head && !(e.Last == e.First+1 && isArticle(a.norm(e.First-1))) {
		return head - 1 // Tom Hale MP
	}
	if roleNouns()[a.norm(head)] != person && a.norm(head) != "one" && !strings.Contains(a.norm(head), "-of-") {
		return head
	}
	if e := cmp.Or(a.bearer(head, end), a.called(head, end)); e != nil {
		return e.Last - 1
	}
	return head
}

// closes reports whether the bracket that opens at token i closes before token head.
func (a *resolver) closes(i, head int) bool {
	return extract.AnyToken(i, head, func(k int) bool { return a.norm(k) == ")" })
}

// bearer is the person, before token end, whose role the noun at token i is: the club's
// manager, Ann Lee; nil if there is none.
func (a *resolver) bearer(i, end int) *extract.Entity {
	at := a.Tokens[i].Start
	k := sort.Search(len(a.Entities), func(k int) bool { return a.Entities[k].First > i })
	for ; k < len(a.Entities) && a.Entities[k].First <= end+1 && a.Entities[k].First < i+longestTitle; k++ {
		if e := &a.Entities[k]; e.Type == extract.PER && (e.Last <= end || e.First == end+1 && a.norm(end) == ",") && e.Full.Start <= at {
			return e
		}
	}
	return nil
}

// called is the person whose name stands after a comma, before token end, beside a singular
// noun at token i that has no other: one pastor from Leeds, Ann Lee; nil if there is none.
func (a *resolver) called(i, end int) *extract.Entity {
	one := a.norm(i) == "one" && a.isPartOf(i, group)
	for k := i + 1; k < min(end-1, i+longestTitle) && (extract.OneOf(a.tag(i), "NN", "NNP") || one); k++ {
		if a.norm(k) != "," {
			continue
		}
		e := a.nameAt(k+1, end)
		if e == nil && strings.HasSuffix(a.norm(k+1), "-year-old") {
			e = a.nameAt(k+2, end)
		}
		if e != nil && (e.Type == extract.PER || one) && !(e.Last < end && a.IsFinite(e.Last)) {
			return e
		}
		return nil
	}
	return nil
}

func modifies(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || extract.OneOf(tag, "DT", "CD", "PRP$", "POS")
}
