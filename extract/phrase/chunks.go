package phrase

import (
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
)

// A chunk is a row of the table of phrases. Rows are tried in order at each word; the first
// whose text fits wins, and takes as many words as it can. The text is over classes of
// words (class.go), with | ( ) [ ] ? * + as in a regular expression.
type chunk struct {
	id      string
	text    string
	example string
	want    string // the chunks of the example, see chunksOf
}

// before is what may stand before the nouns of a phrase: numbers and adjectives, with the
// adverbs and hyphens that belong to them.
const before = `(?:[aR]*[C$]h?|R*A(?:KR*A|KN)?h?|[EG]h)`

var chunks = []chunk{
	{"vp.modal/1", `M[nR]*(?:[bge][nR]*)*(?:[BGEV]r?|[bge]n?)?n?`, "They will not have left.", "[They] {will not have left}"},
	{"vp.auxiliary/1", `v[nR]*(?:[bge][nR]*)*[BGEV]r?`, "It has been closed.", "[It] {has been closed}"},
	{"vp.be/1", `v(?:[nR]*[bge])*n?`, "It is not safe.", "[It] {is not} safe"},
	{"vp.finite/1", `Vr?`, "Lee gave up.", "[Lee] {gave up}"},
	{"vp.infinitive/1", `n?T[nR]*(?:[bge][nR]*)*(?:[BGE]r?|[bge])`, "Lee wants to have closed it.", "[Lee] {wants} {to have closed} [it]"},
	{"np.time/1", `[DY]?D?(?:[aR]*[AC])*t(?:s?t)*(?:C(?:,C)?)?`, "They met last week.", "[They] {met} [last week]t"},
	{
		"np.noun/1", `(?:a*[DY]?D?` + before + `*(?:[NPt]h?|[AC])*[NPt]s)*(?:a*[DY]D?(?:R*A,)?)?a*D?` + before + `*(?:[NPt]h?|[CA$]|KP)*[NPC]`,
		"The company's two old bridges fell.", "[The company's two old bridges] {fell}",
	},
	{"np.pronoun/1", `O`, "She left.", "[She] {left}"},
	{"vp.participle/1", `n?(?:g[nR]*)?(?:e[nR]*)?[GE]r?|[ge]`, "We met people living there.", "[We] {met} [people] {living} there"},
	{"vp.base/1", `[Bb]r?`, "Go home.", "{Go} home"},
	{"np.determiner/1", `[DY](?:R*A)?`, "This is true.", "[This] {is} true"},
}

// A matcher is the table compiled.
type matcher struct {
	rows  []automaton
	verb  []bool
	first [256][]int // the rows that can begin with a class
}

var matching = sync.OnceValue(func() *matcher {
	m := &matcher{}
	for i, c := range chunks {
		a := compile(c.text)
		m.rows = append(m.rows, a)
		m.verb = append(m.verb, strings.HasPrefix(c.id, "vp."))
		for k := range len(classes) {
			if b := classes[k]; a.begins(b) {
				m.first[b] = append(m.first[b], i)
			}
		}
	}
	return m
})

// chunk cuts the sentence into noun phrases and verb groups.
func (r *reader) chunk() {
	m := matching()
	for i := 0; i < len(r.class); {
		i += max(1, r.chunkAt(m, i))
	}
}

// chunkAt adds the phrase that begins at word i and returns its length; 0 if none does.
func (r *reader) chunkAt(m *matcher, i int) int {
	for _, k := range m.first[r.class[i]] {
		n := m.rows[k].longest(r.class[i:])
		if n == 0 {
			continue
		}
		if m.verb[k] {
			r.addVerb(i, n, chunks[k].id)
		} else {
			r.addNoun(i, n, chunks[k].id)
		}
		return n
	}
	return 0
}

func (r *reader) addVerb(i, n int, rule string) {
	v := extract.VerbGroup{First: i, Last: i + n, Head: i, Own: -1, Rule: rule}
	be := false
	for k := i; k < i+n; k++ {
		switch c := r.class[k]; c {
		case 'n':
			v.Negated = true
		case 'T':
			v.To = true
		case 'M':
			v.Modal, v.Head = true, k
		case 'V', 'v', 'B', 'b', 'G', 'g', 'E', 'e':
			v.Passive = v.Passive || be && (c == 'E' || c == 'V')
			lemma := r.tokens[k].Lemma
			be = lemma == "be" || lemma == "get" && c != 'b'
			v.Head = k
		}
		r.verbAt[k] = int32(len(r.verbs))
	}
	switch rule {
	case "vp.modal/1", "vp.auxiliary/1", "vp.be/1", "vp.finite/1":
		v.Finite = true
	}
	r.verbs = append(r.verbs, v)
}

var (
	nounLike    = maskOf("NPt")
	determiners = maskOf("DY")
)

func (r *reader) addNoun(i, n int, rule string) {
	a := extract.NounPhrase{First: i, Last: i + n, Head: i + n - 1, Det: -1, Prep: -1, On: -1, Tail: i + n, Full: i + n, Rule: rule}
	if r.is(i, determiners) {
		a.Det = i
	}
	// A number behind the noun is no head: page 4, May 12.
	for k := i + n - 1; k > i; k-- {
		if r.is(k, nounLike) {
			a.Head = k
			break
		}
	}
	a.Time = r.class[a.Head] == 't' || n == 1 && isYear(r.norm(i))
	for k := i; k < i+n; k++ {
		r.nounAt[k] = int32(len(r.nouns))
	}
	r.nouns = append(r.nouns, a)
}

func isYear(s string) bool {
	return len(s) == 4 && extract.OneOf(s[:2], "19", "20") && '0' <= s[2] && s[2] <= '9' && '0' <= s[3] && s[3] <= '9'
}
