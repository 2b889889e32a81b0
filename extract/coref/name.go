package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// name puts a named mention into the chain that it fits, or opens one.
func (r *resolver) name(k int) {
	m := &r.mentions[k]
	e := &r.d.Entities[m.entity]
	if e.Metonym != "" && m.what == place {
		m.what = organisation
		key := e.Metonym
		if strings.HasSuffix(key, " government") {
			key = "government of " + e.ISO
		}
		r.government(k, e.Metonym, key)
		return
	}
	var c int
	switch m.what {
	case person:
		if m.plural {
			r.byKey(k, "the "+r.text(m.first, m.last))
			return
		}
		c = r.personChain(k, e)
	case organisation:
		c = r.organisationChain(k, e)
	default:
		c = r.placeChain(k, canonical(r, m, e), e.ISO)
	}
	r.enrich(c, k, e)
}

// canonical is the name a mention goes by: the listed one, else as written.
func canonical(r *resolver, m *mention, e *extract.Entity) string {
	if e.Name != "" {
		return e.Name
	}
	return r.text(m.first, m.last)
}

// byKey joins the chain of a name, or opens it.
func (r *resolver) byKey(k int, name string) int {
	if c, ok := r.byName[name]; ok && r.chains[c].what == r.mentions[k].what {
		r.join(k, c)
		return c
	}
	c := r.open(k, name)
	r.byName[name] = c
	return c
}

// placeChain joins the chain of a place of this name and code.
func (r *resolver) placeChain(k int, name, iso string) int {
	if c, ok := r.byName[name]; ok && r.chains[c].ISO != "" && iso != "" && r.chains[c].ISO != iso {
		c := r.open(k, name)
		r.byName[name] = c
		return c
	}
	return r.byKey(k, name)
}

// enrich adds what a mention tells of its chain: the role at first mention, gender,
// code, the longest name.
func (r *resolver) enrich(c, k int, e *extract.Entity) {
	m, ch := &r.mentions[k], &r.chains[c]
	if m.what == organisation && m.first > 0 && r.d.Tokens[m.first-1].XPOS == "NN" && !related[r.norm(m.first-2)] {
		s, ok := r.v.bodies[r.norm(m.first-1)]
		if !ok {
			s, ok = r.v.noun(&r.d.Tokens[m.first-1])
		}
		if ok && s.what == organisation {
			r.called(c, m.first, &s) // the broadcaster Zork
		}
	}
	if at := r.besideKin(m); m.what == person && at >= 0 && len(ch.titles) < 6 {
		ch.titles = append(ch.titles, title{m.first, portrait{heads: " " + r.norm(at) + " ", words: " " + r.norm(at) + " "}, at - 1})
	}
	if (e.Role != "" || e.Full != e.Span) && len(ch.titles) < 6 {
		ch.titles = append(ch.titles, r.title(r.mentions[k].entity))
	}
	if e.RoleStrength > ch.roleStrength {
		ch.Role, ch.roleStrength = e.Role, e.RoleStrength
	}
	if ch.ISO == "" {
		ch.ISO = e.ISO
	}
	if e.Gender != "" && ch.Gender == "" {
		ch.Gender = e.Gender
	}
}

// related are words before a noun for a body that say whose it is, not what it is: its parent company.
var related = map[string]bool{"parent": true, "sister": true, "rival": true, "fellow": true}

// besideKin is the noun for a relative before a name: her father, | Ian Pole; -1 without one.
func (r *resolver) besideKin(m *mention) int {
	at := m.first - 1
	if r.norm(at) == "," {
		at--
	}
	if !r.isKin(at-1, at) {
		return -1
	}
	return at
}

// personChain finds a person's chain by the full name, by the last word of it, or,
// for a name of one word, by the first; the gender must not differ.
func (r *resolver) personChain(k int, e *extract.Entity) int {
	m := &r.mentions[k]
	full := r.text(m.first, m.last)
	if c := r.namesake(k, e, full); c >= 0 {
		r.join(k, c)
		return c
	}
	if c, ok := r.byName[full]; ok && r.chains[c].what == person && agrees(r.chains[c].Gender, e.Gender) {
		r.join(k, c)
		return c
	}
	last := surname(full)
	for c := len(r.chains) - 1; c >= r.oldest(); c-- {
		if ch := &r.chains[c]; ch.what == person && r.samePerson(ch.Name, full, last) && agrees(ch.Gender, e.Gender) {
			r.join(k, c)
			if len(full) > len(ch.Name) {
				ch.Name = full
			}
			r.byName[full] = c
			return c
		}
	}
	for c := len(r.chains) - 1; c >= r.oldest(); c-- {
		if ch := &r.chains[c]; ch.what == person && isPart(full, ch.Name) && (!strings.Contains(full, " ") || r.isWhole(ch, full)) && agrees(ch.Gender, e.Gender) {
			r.join(k, c)
			return c
		}
	}
	c := r.open(k, full)
	r.byName[full] = c
	return c
}

// namesake is the chain of a person called by title and surname, where the surname alone is somebody
// else's: "Pole sang. Her mother, Mary Pole, was glad. Mrs Pole wept." It is -1 otherwise.
func (r *resolver) namesake(k int, e *extract.Entity, full string) int {
	if e.Title == "" || strings.Contains(full, " ") {
		return -1
	}
	key := e.Title + " " + full
	if c, ok := r.byName[key]; ok {
		return c
	}
	found := -1
	for j := k - 1; j >= max(0, k-memory); j-- {
		a := &r.mentions[j]
		if a.form != named || a.what != person || a.chain < 0 || !agrees(r.chains[a.chain].Gender, e.Gender) {
			continue
		}
		switch name := r.text(a.first, a.last); {
		case name == full && r.d.Entities[a.entity].Title != "":
			return -1
		case name == full && found >= 0 && a.chain != found && r.d.Sentences[a.sentence].Number > 0:
			r.byName[key] = found
			return found
		case found < 0 && surname(name) == full:
			found = a.chain
		}
	}
	return -1
}

func agrees(a, b string) bool { return a == "" || b == "" || a == b }

// surname is the last word of a name, "Jr." and the like left out.
func surname(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 {
		if extract.OneOf(strings.Trim(words[len(words)-1], ".,"), "Jr", "Sr", "II", "III", "IV") {
			words = words[:len(words)-1]
			continue
		}
		break
	}
	if len(words) == 0 {
		return name
	}
	return words[len(words)-1]
}

// samePerson reports whether two names can be one person's: one of a single word is
// the other's last or first, or the family names are equal and the given names go
// together (an initial, a middle name more). Korean and Chinese names have the
// family name first.
func (r *resolver) samePerson(a, b, lastB string) bool {
	lastA := surname(a)
	fa, fb := firstWord(a), firstWord(b)
	switch oneA, oneB := fa == a, fb == b; {
	case strings.EqualFold(a, b):
		return true
	case oneB:
		return strings.EqualFold(lastA, b) || strings.EqualFold(fa, b) || endsIn(a, b)
	case oneA:
		return strings.EqualFold(lastB, a) || strings.EqualFold(fb, a)
	case !strings.EqualFold(lastA, lastB):
		return false
	}
	return strings.EqualFold(fa, fb) || initialOf(fa, fb) || initialOf(fb, fa) || endsIn(a, b) || endsIn(b, a)
}

// endsIn reports whether the last words of a name are another, capitals aside: Jan van Loon, Van Loon.
func endsIn(long, name string) bool {
	at := len(long) - len(name)
	return at > 0 && long[at-1] == ' ' && strings.EqualFold(long[at:], name)
}

// isPart reports whether a name is the first words of a longer one, or a word within it or one
// part of a word with a hyphen: "Ann Mary" of "Ann Mary Pole", "Lomas" of "Andrés Lomas Marín",
// "Yoon" of "Sung-Yoon Lee".
func isPart(name, long string) bool {
	if strings.Contains(name, " ") {
		return strings.HasPrefix(long, name+" ")
	}
	if len(name) < 3 || strings.HasSuffix(name, ".") {
		return false
	}
	for w := range strings.FieldsSeq(long) {
		if _, second, ok := strings.Cut(w, "-"); w == name || ok && capital(second) && second == name {
			return true
		}
	}
	return false
}

// isWhole reports whether the name of a chain, longer than full, is one person's: the body gives it,
// and nobody goes by the last word of full. "Ann Pole Harland" heads a text on Ann Pole's Harland.
func (r *resolver) isWhole(ch *chain, full string) bool {
	last := surname(full)
	return r.d.Sentences[r.mentions[ch.first].sentence].Number > 0 && !slices.ContainsFunc(r.mentions, func(m mention) bool {
		return m.form == named && m.last == m.first+1 && r.text(m.first, m.last) == last
	})
}

func capital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

func initialOf(short, long string) bool {
	return len(short) == 2 && short[1] == '.' && long != "" && short[0] == long[0]
}

// organisationChain finds an organisation's chain by its canonical name, by its
// name without legal form, by its first words, or by its initials.
func (r *resolver) organisationChain(k int, e *extract.Entity) int {
	m := &r.mentions[k]
	written := r.text(m.first, m.last)
	name := canonical(r, m, e)
	if first := r.nationBefore(m, name); first < m.first {
		written = r.text(first, m.last)
		name = written
	}
	for _, key := range []string{name, written} {
		if c, ok := r.byName[key]; ok && r.chains[c].what == organisation {
			r.join(k, c)
			r.byName[written] = c
			r.chains[c].call(written)
			return c
		}
	}
	for c := len(r.chains) - 1; c >= r.oldest(); c-- {
		if ch := &r.chains[c]; ch.what == organisation && sameBody(ch.Name, name) && !r.makes(ch.Name, name) {
			r.join(k, c)
			ch.call(written)
			if ch.kind == "" {
				ch.kind = r.v.kindOf(name)
			}
			r.byName[written] = c
			return c
		}
	}
	if c := r.shortened(k, written); c >= 0 {
		r.join(k, c)
		r.byName[written] = c
		return c
	}
	c := r.open(k, written)
	r.byName[name], r.byName[written] = c, c
	r.chains[c].kind = r.v.kindOf(name)
	return c
}

// nationBefore is the first token of the nation before a body of it, which belongs to its name:
// the Welsh | Liberal Democrats, the Chinese | Foreign Ministry; m.first without one.
func (r *resolver) nationBefore(m *mention, name string) int {
	e := r.lastEntityBefore(m.first)
	if e < 0 || r.d.Entities[e].Last != m.first || len(r.d.Entities[e].ISO) < 2 || r.d.Entities[e].Type != extract.NORP && r.d.Entities[e].Type != extract.LOC {
		return m.first
	}
	if first, _, _ := strings.Cut(name, " "); extract.OneOf(cmp.Or(r.v.kindOf(name), r.v.heads[first]), "", "company", "media", "newspaper", "magazine", "bank", "club", "agency") {
		return m.first
	}
	return r.d.Entities[e].First
}

// call makes name the chain's if it is the longest so far.
func (ch *chain) call(name string) {
	if len(name) > len(ch.Name) {
		ch.Name = name
	}
}

// sameBody reports whether one name is the other without its last words, or its
// acronym.
func sameBody(a, b string) bool {
	a, b = strings.ReplaceAll(a, ",", ""), strings.ReplaceAll(b, ",", "") // Zork Foods, Inc.
	if len(a) < len(b) {
		a, b = b, a
	}
	if isAcronym(b) && strings.HasPrefix(a, b+" ") {
		return legalForms[a[len(b)+1:]] // not the NHS and the NHS Pay Review
	}
	if len(b) > 2 && strings.HasPrefix(a, b) && strings.HasPrefix(a[len(b):], " ") && !strings.HasPrefix(a[len(b):], " of ") && !strings.HasPrefix(a[len(b):], " and ") {
		return !strings.Contains(b, " ") || len(b)*2 > len(a) || strings.HasPrefix(a[len(b):], " & ")
	}
	return isAcronym(b) && initials(a, b)
}

// makes reports the name of a company that the list has and one of what it makes: Apple and Apple TV.
func (r *resolver) makes(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(a, b+" ")
	return ok && r.v.kinds[b] == "company" && !legalForms[rest]
}

var legalForms = map[string]bool{"Inc": true, "Inc.": true, "Limited": true, "Company": true, "Corporation": true, "Corp": true, "Corp.": true, "Ltd": true, "Ltd.": true, "plc": true, "PLC": true, "AG": true, "SA": true, "SE": true, "NV": true, "Group": true, "Co": true, "Co.": true, "Holdings": true}

// shortened finds the chain of a body that the article calls by one word of its name after
// "the", or by the noun for such bodies at the head of a sentence: the Bank, of the Bank of
// England; the Commission, of the European Commission. -1 if there is none.
func (r *resolver) shortened(k int, written string) int {
	m := &r.mentions[k]
	bare := r.d.Sentences[m.sentence].First == m.first && r.v.heads[written] != ""
	if r.norm(m.first-1) != "the" && !bare || isAcronym(written) || written == "House" || strings.Contains(written, " ") && (r.v.kinds[written] != "" || r.d.Entities[m.entity].Metonym != "") {
		return -1
	}
	for c := len(r.chains) - 1; c >= r.oldest(); c-- {
		if ch := &r.chains[c]; ch.what == organisation && (strings.HasPrefix(ch.Name, written+" of ") || strings.HasSuffix(ch.Name, " "+written)) {
			return c
		}
	}
	return -1
}

func isAcronym(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 6
}

// initials reports whether short is made of the capitals that head the words of long.
func initials(long, short string) bool {
	at := 0
	for w := range strings.FieldsSeq(long) {
		if c := w[0]; c >= 'A' && c <= 'Z' {
			if at >= len(short) || short[at] != c {
				return false
			}
			at++
		}
	}
	return at == len(short) && at > 1
}
