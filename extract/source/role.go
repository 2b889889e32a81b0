package source

import (
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// roleNouns are the words of a description [first, end) that say what those are whom it describes:
// of a person the noun with what tells one office from another, but only the noun of a relative or a
// man; of several the noun, or the nouns that "and" joins; and of a part of many the noun for the whole.
func (a *resolver) roleNouns(kind string, first, head, end int) string {
	for a.norm(head) != "one" && (counts[a.norm(head)] || shares[a.norm(head)] || a.gathers(head)) { // tens of thousands of | drivers
		of := a.norm(head+1) == "of"
		if head, kind = a.lastNoun(head+2), group; !of || head >= end || !a.isPeople(head) {
			return ""
		}
	}
	switch {
	case !strings.HasPrefix(a.tag(head), "NN") || someone[a.norm(head)] || a.isFragment(head) || a.norm(head)[0] <= '9':
		return ""
	case kind == group:
		return a.joinedNouns(first, head, end)
	case noRoles()[a.norm(head)]:
		return a.plain(head, head+1)
	}
	last := head + 1
	for last < end && (a.tag(last) == "IN" || a.tag(last) == "TO" || a.tag(last) == "CC" || a.entityAt(last) != nil || modifies(a.tag(last))) {
		last++ // the head of | the port
	}
	return a.plain(a.officeStart(first, head), last)
}

// isPeople reports a noun for several persons or bodies.
func (a *resolver) isPeople(i int) bool {
	return (a.tag(i) == "NNS" || a.tag(i) == "NNPS" || a.listedKind(i) == group) && !someone[a.norm(i)]
}

// officeStart is where what stands before the noun at token head, and tells one office from another,
// begins: the | Department of Health spokesman.
func (a *resolver) officeStart(first, head int) int {
	start := head
	for start > first {
		e, tag := a.entityAt(start-1), a.tag(start-1)
		switch {
		case e != nil && e.Type != extract.NOM && e.Type != extract.PRON && e.Last == start:
			start = max(first, e.First)
		case tag == "DT" || tag == "CD" || tag == "PRP$" || tag == "POS" || others[a.norm(start-1)], !modifies(tag) && !qualifies[tag] && !qualifies[a.norm(start-1)]:
			return start
		default:
			start--
		}
	}
	return start
}

// qualifies are the tags, beside those of nouns and adjectives, and the words of what stands before the noun of an
// office: newly elected, under.
var qualifies = lexicon.SetOf("RB", "VBN", "VBG", "CC", "under", "co")

// others stand before a noun for one of many.
var others = lexicon.SetOf("other", "another", "many", "several", "few")

// joinedNouns are the noun at token head and those that "and" joins to it: politicians and voters.
func (a *resolver) joinedNouns(first, head, end int) string {
	goesOn := func(i int) bool {
		return joins[a.norm(i)] || a.tag(i) == "VBN" || modifies(a.tag(i)) && a.tag(i) != "POS" && a.tag(i) != "PRP$"
	}
	start, last := head, head+1
	for i := head - 1; i > first && goesOn(i); i-- {
		if kind := a.nounKind(i - 1); joins[a.norm(i)] && (a.tag(i-1) == "NNS" && i+1 == head || kind != "" && kind != document) {
			start = i - 1
		}
	}
	for i := last; i < end && joins[a.norm(head+1)] && goesOn(i); i++ {
		if a.isPeople(i) {
			last = i + 1
		}
	}
	return a.plain(start, last)
}

var joins = lexicon.SetOf("and", "or", ",")

// counts are the nouns for so many of those who follow.
var counts = lexicon.SetOf("dozens", "scores", "hundreds", "thousands", "millions", "tens", "lots", "plenty", "handful", "majority", "majorities", "number")

// someone are the nouns that stand for anybody, and tell no role.
var someone = lexicon.SetOf("anyone", "someone", "anybody", "somebody", "everyone", "everybody", "nobody", "others", "one", "ones", "those")
