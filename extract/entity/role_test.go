package entity

import (
	"strings"
	"testing"
)

// TestRoleRules holds the example of every rule against it: the role in brackets is that of Zork.
func TestRoleRules(t *testing.T) {
	for _, rule := range roleRules {
		inner, ok := between(rule.example)
		if !ok {
			t.Errorf("%s: the example %q marks no role", rule.id, rule.example)
			continue
		}
		text := strings.NewReplacer("[", "", "]", "").Replace(rule.example)
		if got, strength := roleOf(t, text); got != inner || strength != rule.strength {
			t.Errorf("%s: %q\n got %q, strength %d\nwant %q, strength %d", rule.id, text, got, strength, inner, rule.strength)
		}
	}
}

func between(s string) (inner string, ok bool) {
	_, rest, ok := strings.Cut(s, "[")
	inner, _, ok2 := strings.Cut(rest, "]")
	return inner, ok && ok2
}

// roleOf is the role of Zork, and how directly the text says it.
func roleOf(t *testing.T, text string) (role string, strength int) {
	d := annotate(t, text)
	for _, e := range d.Entities {
		if strings.HasSuffix(d.In(e.Span), "Zork") {
			return e.Role, e.RoleStrength
		}
	}
	return "no Zork", 0
}

// TestRoles pins down what is told of Zork in brackets, and what is no role.
func TestRoles(t *testing.T) {
	for _, text := range []string{
		// The field of an office stands before the name.
		"[Director of Midwifery] Anna Zork said so.",
		"The [Minister for Climate Change] Anna Zork said so.",
		"The [Associate Director of Primary Care] Anna Zork said so.",
		"[Vice-President of the European Commission] Anna Zork said so.",
		"[MP for Orkney and Shetlands] Anna Zork said so.",
		"The [chairman of the party] Anna Zork said so.",

		// Names and capitals before an office belong to it.
		"[Tennis Australia chief executive] Anna Zork said so.",
		"[King's Lea's director of admissions], Anna Zork, said so.",
		"[Eye surgeon] Anna Zork said so.",
		"[England and Leeds University coach] Anna Zork said so.",
		"[Tour de France chief] Anna Zork said so.",
		"In September [new Ferguson boss] Anna Zork said so.",
		"[House Budget Committee Ranking Member] Anna Zork said so.",
		"[Puppeteer] Anna Zork said so.",
		"[World number one] Anna Zork said so.",

		// What heads an apposition, and how it ends.
		"Anna Zork, the [number 31 seed], said so.",
		"Anna Zork, the [company's public health lead], said so.",
		"Anna Zork, the [senior House Republican], said so.",
		"Anna Zork, an [EU official] cited a user, saying it was late.",
		"Anna Zork - [Leeds's head of news] - said so.",
		"Anna Zork, [defending], said so.",
		"Anna Zork, 34, who works as a [nurse], said so.",
		"Anna Zork, who was then the [mayor], said so.",

		"([Irish prime minister]) Anna Zork said so.",

		"Councillor Anna Zork, [cabinet member for housing], said so.",
		"Anna Zork (right), [head of the port], said so.",
		"Anna Zork, of Leeds, a [retired nurse], said so.",
		"[Labour MP for Batley and Leeds], Anna Zork, said so.",
		"[Ukrainian mayor of Leeds], Anna Zork, said so.",
		"[Former striker turned pundit] Anna Zork said so.",

		"Former nurse Anna Zork, the [charity's manager], said so.",

		// What somebody becomes, or is kept as.
		"Anna Zork is back as [home secretary].",
		"They kept Anna Zork as [chancellor].",
		"Anna Zork remains [defence secretary].",
		"Anna Zork took over as [chief executive].",
		"Anna Zork was named [head coach of Leeds].",

		// The body that somebody is of, whatever its name looks like.
		"Anna Zork of the [British Chambers of Trade] said so.",
		"“It is late,” says Anna Zork at the [University of Leeds' Rudd Center].",
		"“It is late,” says Anna Zork of [Velmo Endowment for International Peace].",

		"A row began when [Women's rights minister] Anna Zork said so.",
		"The [newly elected harbour committee chair] Anna Zork said so.",
		"They were led by [ousted president] Anna Zork.",
		"The story of [2019 Dale Cup winner] Anna Zork is told.",
		"[Food campaigner and chef] Anna Zork said so.",
		"[Gwent Police and Crime Commissioner] Anna Zork said so.",
		"[Former Doctor Who star] Anna Zork said so.",
		"[Tánaiste] (Irish deputy prime minister) Anna Zork said so.",
		"[Women and Equalities minister] Anna Zork said so.",
		"[Oslo's new mayor] Anna Zork said so.",
		"The [clubs' Brazil midfielder] Anna Zork said so.",
		"Mr Hale and [President] Zork left.",
		"Meanwhile [Finnish President] Zork left.",
		"They met backlash over the mission [President] Zork described.",
		"After meeting Mr Hale [party leader] Anna Zork left.",

		// Apposition, and what a clause says.
		"Anna Zork, [Association of Irish Writers president and editor of the Courier], said so.",
		"Anna Zork, [professor at Dale University], said so.",
		"Anna Zork, his [instructor at the club in Leeds], said so.",
		"Anna Zork, who is the [club's treasurer], said so.",
		"Anna Zork is [solicitor for the survivors].",
		"It is a risk, according to Anna Zork of the [Ada Lovell Institute].",
		"Anna Zork, from [market research firm Mintling], said so.",

		"Last week [education secretary] Anna Zork said so.",
		"[Prop] Anna Zork said so.",

		"Now a [research officer with the Velmo Institute], Anna Zork is sharing it.",
		"Anna Zork was appointed [home secretary] in May.",
		"Anna Zork is on her second stint as [leader of the board].",
		"Anna Zork [KC] said so.",
		"[]It may be the only candidate to succeed Anna Zork.",

		"Anna Zork, is a [politics student].",
		"In her message, [First Minister of Scotland], Anna Zork, said so.",
		"[]They met Anna Zork, the writer and DJ Tom Hale and others.",
		"Anna Zork, [Tom Hale's lawyer], left.",
		"They met the [club's manager], Anna Zork, there.",
		"In June her [lawyer], Anna Zork, left.",
		"Another [MP], Anna Zork, left.",
		"[]They met his former minister Lord Frost, Anna Zork, and others.",

		"The [head of Malta's executive], Anna Zork, left.",
		"They met the [manager of Leeds's port], Anna Zork, there.",
		"“No,” [harbor analyst], Anna Zork, said.",
		"Anna Zork, also a [nurse], left.",
		"Anna Zork, herself a [nurse], left.",
		"Anna Zork, now a [nurse] herself, left.",
		"Anna Zork, another [former envoy], left.",
		"Anna Zork, a [novelist, farmer and mother of three], left.",
		"Anna Zork, [secretary of state for energy, security and net zero], left.",
		"Anna Zork was dismissed on Monday as [campaign manager].",
		"When [deputy presiding officer] Anna Zork left, it rained.",
		"[New York City Public Advocate] Anna Zork left.",
		"[Velmoleaks editor-in-chief] Anna Zork left.",

		// A relative or a rival has no role by that.
		"[]His father, Tom Zork, left.",
		"[]His sister Anna Zork left.",
		"[]Anna Zork, mother of two, left.",
		"[]They beat old rival Anna Zork.",
		"Fellow [comedian and friend] Anna Zork left.",
		"[]The rivals Anna Zork and Tom Hale left.",
		"[]Anna Zork has been appointed CBE for her work.",
		"[]Anna Zork, from Blorbover in Leeds, left.",
		"Last year [Leeds United's founder], Anna Zork, left.",
		"[]To the judges, Anna Zork was late.",

		// What the tagger takes for a verb.
		"“No,” said Anna Zork, an [international relations expert at Leeds University].",
		"“No,” said Anna Zork, a [30-year-old Hale supporter in Leeds].",

		// How high somebody stands, and among how many.
		"[Norway's most decorated climber] Anna Zork left.",
		"[One of the port's founders], Anna Zork, left.",
		"“No,” explains [chief administrative officer], Anna Zork.",
		"Anna Zork, the [third-highest ranking Republican in the House], left.",
		"Anna Zork, a [lifelong Republican] who left, said so.",
		"[]The speaker for Orkney and Anna Zork left.",

		// No noun before "turned" and "Who".
		"To turned [pundit] Anna Zork, it was late.",
		"In Who [star] Anna Zork, it was late.",

		// Whose owner lost its name.
		"'s [owner] Anna Zork said so.",
	} {
		want, _ := between(text)
		if got, _ := roleOf(t, strings.NewReplacer("[", "", "]", "").Replace(text)); got != want {
			t.Errorf("%s\n got %q", text, got)
		}
	}
}
