package quantity

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rules are all rules that read a value, each with a sentence it fires on.
var rules = []struct{ id, example, want string }{
	{"qty.cardinal/1", "The court heard seventeen witnesses.", "[seventeen] cardinal 17 of=witnesses"},
	{"qty.cardinal/2", "The plant employs 13,500 workers.", "[13,500] cardinal 13500 of=workers"},
	{"qty.vague/1", "Hundreds of homes were damaged.", "[Hundreds] cardinal 100..1000 of=homes mod=vague"},
	{"qty.money/1", "The penalty was about $2,000.", "[about $2,000] money 2000 USD of=penalty mod=approx"},
	{"qty.money/2", "The penalty was 2,000 euros.", "[2,000 euros] money 2000 EUR of=penalty"},
	{"qty.percent/1", "Turnout was at least 64%.", "[at least 64%] percent 64 % of=Turnout bound=>="},
	{"qty.point/1", "The rate rose by 25 basis points.", "[25 basis points] point 25 [bp] of=rate role=change dir=up"},
	{"qty.duration/1", "The talks lasted six hours.", "[six hours] duration 6 h of=talks"},
	{"qty.measure/1", "The bridge is 1.2 km long.", "[1.2 km] measure 1.2 km of=bridge"},
	{"qty.fraction/1", "Two-thirds of voters agreed.", "[Two-thirds] fraction 0.6666666667 of=voters"},
	{"qty.ratio/1", "One in five children is poor.", "[One in five] ratio 0.2 ratio of=children"},
	{"qty.range/1", "Between 10 and 20 soldiers fled.", "[Between 10 and 20] cardinal 10..20 of=soldiers"},
	{"qty.multiple/1", "The gap is three times as wide.", "[three times] multiple 3 x of=gap role=ratio"},
	{"qty.multiple/2", "It is double the estimate.", "[double] multiple 2 x of=estimate role=ratio"},
	{"qty.age/1", "The 45-year-old teacher left.", "[45-year-old] age 45 {age} of=teacher"},
	{"qty.age/2", "Children aged 11 may enter.", "[11] age 11 {age} of=Children"},
	{"qty.age/3", "Senator Maria Lopez, 58, won.", "[58] age 58 {age} of=Senator Maria Lopez"},
	{"qty.shared-unit/1", "Eight or nine euros is fair.", "[Eight] money 8 EUR"},
	{"qty.ordinal/2", "It was the third attempt.", "[third] ordinal"},
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		var got string
		for _, q := range annotate(t, r.example).Quantities {
			if q.Rule == r.id {
				got = short(&q)
			}
		}
		if diff := cmp.Diff(r.want, got); diff != "" {
			t.Errorf("%s, %s\n%s", r.id, r.example, diff)
		}
	}
}

// TestSpellings reads numbers and units by their spelling; what looks like one and is none stays apart.
func TestSpellings(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"One twenty-fifth of the budget was cut.", "[One twenty-fifth] fraction 0.04 of=budget"},
		{"Three forty-firsts of the hall burned.", "[Three forty-firsts] fraction 0.0731707317 of=hall"},
		{"A thirtieth of the fleet is idle.", "[A thirtieth] fraction 0.0333333333 of=fleet"},
		{"The chance is one over 20.", "[one over 20] fraction 0.05"},
		{"The debt is one billion and a half million.", "[one billion and a half million] cardinal 1000500000 of=debt"},
		{"The debt is one billion and a half.", "[one billion and a half] cardinal 1500000000 of=debt"},
		{"The grant is two million and six hundred thousand.", "[two million and six hundred thousand] cardinal 2600000 of=grant"},
		{"The 13F filing came late.", "[13F] identifier"},
		{"The goalkeeper is 6 ft 3 in.", "[6 ft 3 in] measure 6.25 [ft_i] of=goalkeeper"},
		{"They met at a thirtieth anniversary.", "[thirtieth] ordinal"},
	} {
		got := ""
		if q := annotate(t, tt.text).Quantities; len(q) > 0 {
			got = short(&q[0])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s\n%s", tt.text, diff)
		}
	}
}
