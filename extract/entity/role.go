package entity

import (
	"cmp"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A holder is the name of a person whose role is looked for.
type holder struct {
	*name
	from   int // first token of the sentence
	start  int // first token of the title, or of the name
	letter int // token after the letters behind the name: Tom Hale MP |
}

// How directly a text says what somebody is. Of all that it says of a person the strongest
// counts, and of equals the first.
const (
	relation    = 1 + iota // whose relative somebody is
	affiliation            // no more than a rank, a seat or a body
	clause                 // by a verb
	beside                 // as a title or in apposition
)

// A roleRule finds in one way what a text says that a person is.
type roleRule struct {
	id, example string // the role in brackets, of Zork
	strength    int
	side        int // of the name on which the role joins it; 0 apart from it
	find        func(r *reader, b *holder) (first, end int)
}

const (
	before = -1
	after  = 1
)

var roleRules = []roleRule{
	{"role.title/1", "[Deputy Prime Minister] Zork left.", beside, before, (*reader).titleRole},
	{"role.before/1", "The [club captain] Zork left.", beside, before, (*reader).roleAhead},
	{"role.glossed/1", "The [chancellor] (finance minister) Mary Zork left.", beside, before, (*reader).glossed},
	{"role.before-comma/1", "The [mayor of Leeds], Mary Zork, left.", beside, before, (*reader).leadingRole},
	{"role.after/1", "Mary Zork, the [mayor of Leeds], left.", beside, after, func(r *reader, b *holder) (int, int) { return r.apposition(b.letter) }},
	{"role.as/1", "As [mayor of Leeds], Mary Zork is busy.", clause, 0, (*reader).leadingAs},
	{"role.is/1", "Mary Zork is the [mayor of Leeds].", clause, 0, (*reader).predicated},
	{"role.shared/1", "The [economists] Tom Hale and Mary Zork left.", clause, 0, (*reader).sharedRole},
	{"role.rank/1", "They saw [Capt.] Zork there.", affiliation, before, (*reader).rankRole},
	{"role.of-body/1", "Mary Zork of [Acme Inc.] said so.", affiliation, after, (*reader).attached},
	{"role.employer/1", "The [BBC]'s Mary Zork left.", affiliation, 0, (*reader).employer},
	{"role.letters/1", "Mary Zork [MP] left.", affiliation, 0, (*reader).letters},
}

// describe fills Title, Role, Of and Full of a person.
func (r *reader) describe(n *name, e *extract.Entity) {
	b := holder{n, r.d.Sentences[n.sentence].First, n.first, r.lettersAfter(n.last)}
	if n.title >= 0 {
		b.start = r.wholeTitle(n)
		e.Title = r.text(b.start, n.first)
	}
	first, last := b.start, b.letter
	for k := range roleRules {
		rule := &roleRules[k]
		i, end := rule.find(r, &b)
		for end > i && rule.side != before && (r.d.Tokens[end-1].UPOS == "ADP" || isArticle(r.norm(end-1))) {
			end-- // author of | “The Dam”
		}
		if end <= i || isArticle(r.norm(end-1)) { // a spokesman for the | Lee campaign
			continue
		}
		none := r.isNoRole(i, end)
		switch {
		case rule.side == before && r.d.Tag(i-1) == "POS":
			if owner := r.ownerStart(i-1, b.from); owner < i-1 { // Tom Hale's | aunt Ann Pole
				i = owner
			}
			fallthrough
		case rule.side == before:
			first = min(first, i)
		case rule.side == after:
			last = max(last, end)
		}
		switch {
		case none && !r.isOfPerson(i, end), rule.side == before && end == i+1 && graded[r.norm(i)], rule.side != before && honours[r.norm(i)]:
			for ; i < end && r.d.Tokens[i].UPOS != "ADP"; i++ {
				e.Gender = cmp.Or(genderOf(r.words[i].parts, roleMale, roleFemale), e.Gender) // her aunt, Ann Pole
			}
		case r.strength(rule, i, end) > e.RoleStrength, rule.side == after && r.strength(rule, i, end) == beside && formerly(e.Role) && r.norm(i) != "former":
			e.Role, e.Of = r.roleText(i, end)
			e.RoleStrength = r.strength(rule, i, end)
		}
	}
	e.Full = r.d.TokenSpan(first, last)
}

// formerly reports the role of somebody who has another now: "former nurse Ann Pole, the charity's manager".
func formerly(role string) bool {
	return strings.HasPrefix(role, "former ") || strings.HasPrefix(role, "Former ")
}

// strength is how directly a rule says what somebody is. A student, a resident or a councillor is
// something else besides, as a rule, and the article says it elsewhere.
func (r *reader) strength(rule *roleRule, first, end int) int {
	if r.isNoRole(first, end) {
		return relation
	}
	weak := false
	if n := r.norm(first); end == first+1 && (n == "councillor" || n == "cllr" || r.isParty(first)) {
		return min(clause, rule.strength) // Councillor Ann Pole, cabinet member for housing; Conservative Ann Pole, chair of the board
	}
	for i := first; i < end && r.d.Tokens[i].UPOS != "ADP"; i++ {
		switch {
		case i+1 < end && isNoun(r.d.Tokens[i+1].XPOS):
		case passingRoles[r.norm(i)], rule.side == after && r.isParty(i):
			weak = true
		case r.roleNoun(i):
			return rule.strength
		}
	}
	if weak {
		return affiliation
	}
	return rule.strength
}

// graded are roles that stand alone before a name for the role of others: senior | Pole aides.
var graded = map[string]bool{"senior": true, "junior": true, "veteran": true}

var passingRoles = map[string]bool{"student": true, "pupil": true, "resident": true, "graduate": true, "native": true, "passenger": true, "survivor": true, "fan": true, "supporter": true, "backer": true, "critic": true, "rival": true, "ally": true, "admirer": true, "opponent": true}

// isNoRole reports whether the phrase [first, end) says no more than whose relative somebody is, or
// how others look at him.
func (r *reader) isNoRole(first, end int) bool {
	none := false
	for i := first; i < end && r.d.Tokens[i].UPOS != "ADP" && r.norm(i) != ","; i++ {
		if i+1 < end && isNoun(r.d.Tokens[i+1].XPOS) || !r.words[i].is(role|humanNoun|title) {
			continue
		}
		if none = r.g.words.Get(r.norm(i))&noRole != 0; !none {
			return false
		}
	}
	return none
}

// isOfPerson reports whether the phrase [first, end) names the person whose relative or friend it calls somebody: Tom
// Hale's aunt, a friend of Tom Hale.
func (r *reader) isOfPerson(first, end int) bool {
	for i := first + 1; i < end; i++ {
		switch r.norm(i) {
		case "'s", "'":
			return r.personEnding(i) != nil
		case "of":
			return r.norm(i-1) != "victim" && r.personIn(i+1, end)
		}
	}
	return false
}

// titleRole is the title before the name, but for an honorific.
func (r *reader) titleRole(b *holder) (first, end int) {
	if r.ranksOnly(b.start, b.first) {
		return 0, 0
	}
	return r.rankRole(b)
}

// rankRole is a title that is no more than a rank.
func (r *reader) rankRole(b *holder) (first, end int) {
	if b.title < 0 {
		return 0, 0
	}
	return b.start, r.withoutHonorific(b.start, b.first)
}

// letters are those after the name that tell a seat or an office.
func (r *reader) letters(b *holder) (first, end int) {
	if b.letter == b.last || honours[r.norm(b.last)] {
		return 0, 0
	}
	return b.last, b.last + 1
}

// employer is the body that owns the name, or its title: the BBC's Ann Pole. A town or a state
// employs nobody so.
func (r *reader) employer(b *holder) (first, end int) {
	if n := r.norm(b.start - 1); n != "'s" && n != "'" {
		return 0, 0
	}
	if n := r.nameEnding(b.start-1, b.from); n != nil && n.kind == organisation && !r.sport {
		return n.first, n.last
	}
	return 0, 0
}

// attached returns the tokens of the body that a name is said to be of, at, from or with:
// "Ann Pole of [Zork Capital] said", "Ann Pole, from the [Zork Institute], said". Further into
// a sentence, where the words may belong to a verb, something must set it off.
func (r *reader) attached(n *holder) (first, end int) {
	i := n.letter
	comma := r.norm(i) == ","
	if comma {
		i++
	}
	switch r.norm(i) {
	case "of":
		if k := r.nameFrom(i + 1); n.title >= 0 && peers[r.norm(n.title)] && k != nil && k.kind != organisation {
			return i, i // Lord Hale of Duncairn
		}
	case "from":
		if k := r.nameFrom(i + 1); k != nil && k.last == i+2 && k.entry == nil {
			return i, i // from Littleover
		}
	case "at", "with":
	default:
		return i, i
	}
	if i++; r.norm(i) == "the" {
		i++
	}
	first = i
	for i < first+3 && i < len(r.words) && (!r.words[i].capitalised() && (isNoun(r.d.Tokens[i].XPOS) || r.d.Tokens[i].UPOS == "ADJ") || compound(r.norm(i))) {
		i++ // the charity | Zork
	}
	if r.norm(i) == "the" {
		i++ // of the charity | The Zorks
	}
	last := r.d.Sentences[n.sentence].Last
	if end = r.bodyEnd(i, last); end == i {
		k := r.nameFrom(i)
		for end < last && r.words[end].capitalised() {
			end++
		}
		if branch := r.at(end).is(bodyNoun); !branch && (!comma || r.norm(n.letter+1) == "from" || k == nil || k.kind == place) {
			return i, i // the Hull | branch; the Zork Review | magazine; , of Zork Economics,
		}
	}
	if town := r.nameFrom(end + 1); r.norm(end) == "in" && town != nil && town.kind == place {
		end = town.last
	}
	if r.at(end).is(bodyNoun) {
		end++ // the Unite | union
	}
	if k := r.bodyEnd(end+1, last); r.norm(end) == "of" && k > end+1 {
		end = k // the Hull branch | of Zork Action
	}
	switch next, before := r.norm(end), r.norm(n.start-1); {
	case next == "," || comma && speaks(next) || !comma && r.acts(end):
	case (r.closed(end) || next == "at") && (speaks(before) || before == "to" || finite(r.d.Tag(n.start-1)) && r.closed(n.start-2)):
	default:
		return i, i
	}
	return first, end
}

// peers are the titles that "of" and a place may follow.
var peers = map[string]bool{"lord": true, "lady": true, "baroness": true, "baron": true, "viscount": true, "earl": true, "prince": true, "princess": true}

// bodyEnd is the end of the body's name, or of one body within another, that starts at token i and
// ends before last: "University of Leeds's Rudd Center"; i if none does. A name with "for" or "of"
// in it counts, unless it opens with a place or a person.
func (r *reader) bodyEnd(i, last int) int {
	first := r.nameFrom(i)
	if first == nil || first.kind == person && first.sure {
		return i
	}
	body, joined := false, false
	end := i
	for end < last {
		n := r.nameFrom(end)
		switch w := r.norm(end); {
		case n != nil && n.kind == person && end > i && r.norm(end-1) == "and":
			end, last = end-1, end-1
		case n != nil:
			body = n.kind == organisation || body && n.kind != person
			if end = n.last; n.short {
				end += 3
			}
		case r.words[end].capitalised():
			end++
		case end > i && end+1 < last && extract.OneOf(w, "of", "for", "'s", "'", "and", "&") && (r.words[end+1].capitalised() || r.norm(end+1) == "the" && r.at(end+2).capitalised()):
			joined = joined || first.kind != place && (w == "of" || w == "for")
			if end++; r.norm(end) == "the" {
				end++
			}
		default:
			last = end
		}
	}
	if !body && !joined {
		return i
	}
	return end
}
