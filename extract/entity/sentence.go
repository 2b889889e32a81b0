package entity

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// sentence finds the names of a sentence in plain style.
func (r *reader) sentence(s *extract.Sentence) {
	at := r.d.SentenceAt(s.Start)
	for i := s.First; i < s.Last; {
		if !r.begins(i, s.Last) {
			i++
			continue
		}
		end := r.runEnd(i, s.Last)
		from := len(r.names)
		r.run(i, end)
		for k := from; k < len(r.names); k++ {
			r.names[k].sentence = at
			end = max(end, r.names[k].last)
		}
		i = end
	}
}

// begins reports whether a name may begin at token i.
func (r *reader) begins(i, end int) bool {
	w := &r.words[i]
	if w.shape&letters == 0 {
		return w.shape&digits != 0 && r.first(i) != nil // 49ers, 76ers
	}
	if w.shape&(capital|inner) == 0 {
		return r.smallStart(i, end)
	}
	if r.calendarWord(i, end) || r.pluralTitle(i) {
		return false
	}
	return !r.ordinary(i, end)
}

// smallStart accepts the few names that begin with a small word: al-Qaeda, al
// Shabaab, bin Laden, pro-Russian.
func (r *reader) smallStart(i, end int) bool {
	n := r.d.Tokens[i].Norm
	switch {
	case strings.HasPrefix(n, "al-") || strings.HasPrefix(n, "pro-") || strings.HasPrefix(n, "anti-") || strings.HasPrefix(n, "neo-"):
		return r.words[i].shape == letters|small|inner
	case extract.OneOf(n, "al", "bin", "van", "de"):
		return i+1 < end && (r.words[i+1].capitalised() || i+2 < end && r.words[i+1].is(particle) && r.words[i+2].capitalised())
	}
	return false
}

// calendarWord reports a month or day, unless a family name follows ("April Smith").
func (r *reader) calendarWord(i, end int) bool {
	w := &r.words[i]
	if timeNouns[r.norm(i)] && extract.OneOf(r.norm(i-1), "last", "this", "next") {
		return true // Last Year
	}
	if !w.is(calendar) {
		return false
	}
	if r.shortSurname(i) {
		return false
	}
	if n := r.norm(i); !weekday(n) && (r.at(i-1).is(given|honorific) && r.at(i-1).capitalised() && r.at(i+1).shape&digits == 0 || n == "may" && speaks(r.norm(i+1))) {
		return false // Theresa May; Mrs May; May said; Mina Winter
	}
	if !w.is(given) || i+1 >= end || !r.words[i+1].capitalised() || r.words[i+1].is(calendar) || r.dated(i) {
		return true
	}
	return !r.surname(i+1, end) && !(speaks(r.norm(i+2)) && r.first(i+1) == nil) // April Stone; June Abbot said
}

// shortSurname reports a short form of a day or month that can only be a family name, by the name
// before it and what follows: Yun Sun, senior fellow; Wei Sat said.
func (r *reader) shortSurname(i int) bool {
	if before := r.at(i - 1); r.d.Tokens[i].Len() != 3 || r.words[i].caps() || r.norm(i) == "may" || !before.capitalised() || before.caps() || before.is(usual|calendar) {
		return false
	}
	switch next := r.norm(i + 1); {
	case next == ",":
		w := r.at(i + 2)
		return w.shape&digits == 0 && !w.is(calendar)
	default:
		return speaks(next)
	}
}

// dated reports whether the words before token i are those before a month: in, last.
func (r *reader) dated(i int) bool {
	switch r.norm(i - 1) {
	case "last", "next", "this", "late", "early", "mid", "since", "until", "every", "of":
		return true
	}
	return i > 0 && !r.words[i].starts && (r.d.Tokens[i-1].UPOS == "ADP" || r.words[i-1].shape&digits != 0)
}

func weekday(norm string) bool { return strings.HasSuffix(strings.TrimSuffix(norm, "s"), "day") }

// ordinary reports a capital that only the place in the sentence explains, or the
// word I.
func (r *reader) ordinary(i, end int) bool {
	t, w := &r.d.Tokens[i], &r.words[i]
	if r.givenWord(i, end) {
		return false
	}
	if t.Norm == "i" || strings.HasPrefix(t.Norm, "i'") || partyTag(t.Norm) {
		return true
	}
	if compound(t.Norm) {
		return true
	}
	if w.is(initialism) && (w.caps() || r.d.Tokens[i].Len() < 5) && !r.listedLong(i, end) {
		return !w.is(title) || i+1 >= end || !r.words[i+1].capitalised() // but "CEO Ann Lee"
	}
	switch t.UPOS {
	case "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "INTJ":
		return !(w.caps() && !w.starts) && !r.listed(i, end) || w.starts && !r.listedLong(i, end)
	case "ADP":
		return w.starts || !w.caps()
	}
	if !w.starts {
		return false
	}
	if r.listed(i, end) {
		return t.UPOS != "PROPN" && r.common[t.Norm] && !r.listedLong(i, end)
	}
	if w.is(title|role|modifier|given) && i+1 < end && r.words[i+1].capitalised() {
		return false
	}
	if r.common[t.Norm] {
		return r.nationalEnd(i, min(i+4, end)) == i
	}
	return t.UPOS != "PROPN" && (w.is(usual) || inflected(t)) && !w.is(given|title|role|modifier|orgHead|orgOf|placeLead|eventLead) && !w.caps()
}

// givenWord reports a given name that is also a small word where it opens a sentence, no
// question, before a family name: "Will Kerrow, the director, said".
func (r *reader) givenWord(i, end int) bool {
	w := &r.words[i]
	if u := r.d.Tokens[i].UPOS; !w.starts || !w.is(given) || w.caps() || u != "AUX" && u != "VERB" || !r.surname(i+1, end) {
		return false
	}
	s := &r.d.Sentences[r.d.SentenceAt(r.d.Tokens[i].Start)]
	if i+2 >= s.Last || r.norm(s.Last-1) == "?" {
		return false
	}
	return slices.Contains([]string{",", "VBD", "VBZ", "MD", "POS", "CC"}, r.d.Tokens[i+2].XPOS)
}

// listed reports whether a listed name begins at i.
func (r *reader) listed(i, end int) bool {
	e, _ := r.match(i, end, false)
	return e != nil
}

// listedLong reports whether a listed name of two words or more begins at i.
func (r *reader) listedLong(i, end int) bool {
	e, last := r.match(i, end, false)
	return e != nil && last > i+1
}

// runEnd returns the end of the run of capitalised words that starts at i, with the
// small words that join names.
func (r *reader) runEnd(i, end int) int {
	if _, last := r.match(i, end, false); last > i+1 {
		i = last - 1
	}
	j := i + 1
	for j < end {
		switch {
		case r.joins(j, end):
			_, last := r.match(j, end, false)
			j = max(j+1, last)
		case r.bridge(j, end) > j:
			j = r.bridge(j, end) + 1
		default:
			if _, last := r.match(j-1, end, false); last > j {
				j = last
				continue
			}
			return j
		}
	}
	return j
}

// joins reports whether token j goes on with the name before it.
func (r *reader) joins(j, end int) bool {
	w := &r.words[j]
	t := &r.d.Tokens[j]
	if w.shape&(capital|inner) == 0 {
		return false
	}
	if !w.capitalised() {
		return strings.HasPrefix(t.Norm, "al-") || strings.HasPrefix(t.Norm, "el-")
	}
	if t.Norm == "i" || r.pluralTitle(j) {
		return false
	}
	return !r.calendarWord(j, end)
}

// pluralTitle reports those who bear a title of capitals: MPs, PMs.
func (r *reader) pluralTitle(i int) bool {
	single, ok := strings.CutSuffix(r.norm(i), "s")
	p := r.g.words.Get(single)
	return ok && r.words[i].shape&(inner|small) == inner|small && p&initialism != 0 && p&(title|calendar) != 0
}

// bridge returns the capitalised word that the small words from j on lead to; j if
// they join nothing. "of", "for" and "and" join only within the name of a body.
func (r *reader) bridge(j, end int) int {
	k := j
	for k < end && k < j+3 && r.words[k].is(particle) {
		k++
	}
	if k > j && k < end && r.words[k].capitalised() {
		return k
	}
	switch r.norm(j) {
	case "&":
		if j+1 < end && r.words[j+1].capitalised() {
			return j + 1
		}
	case "of", "for", "on":
		return r.bridgeOf(j, end)
	case "and":
		return r.bridgeAnd(j, end)
	case ",":
		return r.bridgeList(j, end)
	case "to":
		return r.bridgeTo(j, end)
	case "'s", "'":
		if j+1 < end && r.words[j+1].capitalised() && (r.words[j-1].is(owner) || r.saint(j-2) && r.words[j+1].is(orgHead)) {
			return j + 1
		}
	}
	return j
}

// bridgeOf joins "Ministry of Defence", "University of the Arts", "Institute for
// Fiscal Studies": the word before heads an organisation, or is a title before its
// field ("Secretary of State").
func (r *reader) bridgeOf(j, end int) int {
	k := r.afterThe(j+1, end)
	if k >= end || !r.words[k].capitalised() || r.calendarWord(k, end) {
		return j
	}
	before := &r.words[j-1]
	switch {
	case !before.capitalised():
		return j
	case before.is(orgOf):
		return k
	case (r.norm(j) == "of" || before.is(title)) && r.fieldBefore(j) >= 0:
		return k // the Institute for the Study | of War, the Office of the High Commissioner | for Refugees
	case r.norm(j) == "of" && before.is(title) && !strings.HasSuffix(r.norm(j-1), "s") && r.words[k].is(modifier|orgHead):
		return k
	case r.norm(j) == "of" && before.is(placeHead|eventHead) && k == j+1 && (before.is(placeHead) || r.first(k) != nil):
		return k // Gulf of Mexico, Bay of Bengal; Treaty of Rome
	}
	return j
}

// bridgeAnd joins "Department of Health and Human Services", where an "of" went
// before in the same run, and ordinary words before the head of a body: "Fire and Rescue Service".
func (r *reader) bridgeAnd(j, end int) int {
	if j+1 >= end || !r.words[j+1].capitalised() {
		return j
	}
	if r.words[j+1].is(given) && !r.words[j+1].is(usual) && j+2 < end && r.words[j+2].capitalised() {
		return j // the University of Zork and | Ann Pole
	}
	if r.member(j-1) && !r.words[j-1].starts {
		k := j + 1
		for k < end && r.member(k) && (k == j+1 || !r.words[k].is(orgHead)) {
			k++
		}
		if k > j+1 && k < end && r.words[k].capitalised() && r.words[k].is(orgHead) {
			return j + 1 // Hostages | and Missing Families Forum
		}
	}
	for k := j - 1; k > 0 && k > j-5; k-- {
		w := &r.words[k]
		if n := r.norm(k); extract.OneOf(n, "of", "for", "on") && r.words[k-1].is(orgOf) && r.words[k-1].capitalised() {
			if e := r.first(j + 1); e != nil {
				return j
			}
			return j + 1
		}
		if !w.capitalised() {
			return j
		}
	}
	return j
}

// afterThe is token i, or the next if that is an article.
func (r *reader) afterThe(i, end int) int {
	if i < end && r.norm(i) == "the" {
		return i + 1
	}
	return i
}

// fieldBefore is the "for" or "of" behind the head of a body whose field token j goes on with, a few
// words before: the Society | for | the Prevention of Cruelty to; -1 if there is none.
func (r *reader) fieldBefore(j int) int {
	for k := j - 1; k > 0 && k > j-9; k-- {
		switch n := r.norm(k); {
		case extract.OneOf(n, "for", "of", "on") && r.words[k-1].is(orgOf) && r.words[k-1].capitalised():
			return k
		case !r.words[k].capitalised() && !extract.OneOf(n, "of", "the", "and", ",", "&"):
			return -1
		}
	}
	return -1
}

// bridgeList joins the list of what a body is for: "Department for Food, | Farms and Rural Affairs". Its
// members are ordinary words, and none is a name of its own.
func (r *reader) bridgeList(j, end int) int {
	from := r.fieldBefore(j)
	if from < 0 {
		return j
	}
	for k := from + 1; k < end; k++ {
		w := &r.words[k]
		switch n := r.norm(k); {
		case n == "," || n == "the":
		case n == "and" || n == "&":
			if k+1 < end && k > j && r.member(k+1) {
				return k + 1
			}
			return j
		case !w.capitalised() || !r.member(k):
			return j
		}
	}
	return j
}

// member reports a capitalised ordinary word that is no name.
func (r *reader) member(i int) bool {
	w := &r.words[i]
	return w.capitalised() && w.is(usual|orgHead) && !w.is(given) && r.first(i) == nil
}

// envoys are the bodies that are sent to another: the Mission of Zork to.
var envoys = map[string]bool{"mission": true, "delegation": true, "representation": true}

// bridgeTo joins whom envoys are sent to, and "the Society for the Prevention of Cruelty | to Animals".
func (r *reader) bridgeTo(j, end int) int {
	k, f := r.afterThe(j+1, end), r.fieldBefore(j)
	if k < end && r.words[k].capitalised() && f > 0 && (envoys[r.norm(f-1)] || r.norm(j-2) == "of" && f < j-2) {
		return k
	}
	return j
}

// inflected reports a verb, adverb or adjective whose ending shows it.
func inflected(t *extract.Token) bool {
	if t.UPOS == "NOUN" {
		return strings.HasSuffix(t.Norm, "ers") || strings.HasSuffix(t.Norm, "ions") || strings.HasSuffix(t.Norm, "ing")
	}
	return slices.ContainsFunc([]string{"ing", "ed", "ly", "al", "ous", "ive", "less", "able", "ful", "n't"}, func(end string) bool { return strings.HasSuffix(t.Norm, end) })
}

// partyTag reports how American news marks a lawmaker's party and state: D-Va., R-Ohio.
func partyTag(norm string) bool {
	return len(norm) > 3 && norm[1] == '-' && (norm[0] == 'd' || norm[0] == 'r' || norm[0] == 'i')
}

// saint reports "St.", as before the patron of a hospital or school.
func (r *reader) saint(i int) bool {
	n := r.norm(i)
	return extract.OneOf(n, "st.", "st", "saint")
}

// compound reports an adjective made with a name: Oslo-based, ex-Harland.
func compound(norm string) bool {
	k := strings.LastIndexByte(norm, '-')
	if k < 0 {
		return false
	}
	return compoundLeads[norm[:strings.IndexByte(norm, '-')]] || compoundEnds[norm[k+1:]]
}

// compoundLeads and compoundEnds are what such an adjective begins or ends with.
var (
	compoundLeads = lexicon.SetOf("ex", "non", "then", "pre", "post")
	compoundEnds  = lexicon.SetOf("based", "led", "backed", "born", "style", "area", "era", "related", "run", "owned", "controlled", "held", "occupied", "dominated", "educated",
		"trained", "listed", "wide", "allied", "aligned", "supported", "sponsored", "funded", "appointed", "made", "speaking", "inspired", "free", "bound", "like")
)
