package clean

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
)

func sections(t *testing.T, text string) []string {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	if err := Stage.Run(d); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range d.Paragraphs {
		out = append(out, p.Section+": "+d.In(p.Span))
	}
	return out
}

func TestPlainSections(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"The minister said no.", []string{"body: The minister said no."}},
		{
			"Minister Says No to Tax\n\nBy Priya Raman\n\nSEOUL, Oct. 23 (Reuters) — The minister said no.\n\nHe left.\n\nCOMMENTS",
			[]string{"title: Minister Says No to Tax", "byline: By Priya Raman", "dateline: SEOUL, Oct. 23 (Reuters) —", "body: The minister said no.", "body: He left.", "boilerplate: COMMENTS"},
		},
		{
			"Troops Seen in City\n\nSoldiers march in a square\nED JONES/AFP via Getty\n\nTroops were seen.",
			[]string{"title: Troops Seen in City", "caption: Soldiers march in a square", "credit: ED JONES/AFP via Getty", "body: Troops were seen."},
		},
		{
			"Prices rose in May.\n\nThey fell in June.\n\nCorrection: An earlier version of this article misstated the month.",
			[]string{"body: Prices rose in May.", "body: They fell in June.", "correction: Correction: An earlier version of this article misstated the month."},
		},
		{
			"Bank cuts rates\n\nThe bank cut rates.\n\n(Reporting by Ann Lee; editing by Tom Hale)\n\nAnn Lee is a reporter in London.",
			[]string{"title: Bank cuts rates", "body: The bank cut rates.", "credit: (Reporting by Ann Lee; editing by Tom Hale)", "bio: Ann Lee is a reporter in London."},
		},
		{
			"Bank cuts rates\n\nThe bank cut rates.\n\nMINISTER SAYS BANK ERRED, 3 DISSENT\n\nPRICES FELL.\n\nEND",
			[]string{"title: Bank cuts rates", "body: The bank cut rates.", "related: MINISTER SAYS BANK ERRED, 3 DISSENT", "body: PRICES FELL.", "body: END"},
		},
		{"BANK CUTS RATES\n\nTHE BANK CUT RATES.\n\nIT SAID RATES WERE HIGH", []string{"title: BANK CUTS RATES", "body: THE BANK CUT RATES.", "body: IT SAID RATES WERE HIGH"}},
		{"“I will go,” he said\n\nHe went.", []string{"body: “I will go,” he said", "body: He went."}},
		{"", nil},
	} {
		if diff := cmp.Diff(tt.want, sections(t, tt.text)); diff != "" {
			t.Errorf("%q: %s", tt.text, diff)
		}
	}
}

func TestRuleExamples(t *testing.T) {
	for _, r := range rules {
		if r.example == "" {
			continue
		}
		l := labeller{text: r.example, spans: []extract.Span{{Start: 0, End: len(r.example)}}}
		if !r.match(&l, 0, r.example) {
			t.Errorf("%s does not match its example %q", r.id, r.example)
		}
	}
}
