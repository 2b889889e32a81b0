package claim_test

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/extract/coref"
)

// TestExplain wants of the explanation of a text's first claim that it holds each line.
func TestExplain(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Ann Huber told the board on Monday that 40 mines may close.", []string{
			"sentence     1: Ann Huber told the board on Monday that 40 mines may close.",
			"rule         attr.svo-that/1",
			"example      Lee told the council",
			"source       \"Ann Huber\" is person Ann Huber",
			"cue          \"told\", stance assert",
			"addressee    \"the board\"",
			"content      \"40 mines may close\", indirect",
			"quantity     \"40\" is cardinal 40 of mines",
			"commitment   PS+ by line possible: a hedge makes the content no more than possible; hedge \"may\"",
			"runner-up    none, no later rule fits the cue",
			"time         \"Monday\" is DATE, when it was said",
		}},
		{"Ann Huber said that the mine was safe.", []string{"runner-up    attr.svo-clause/1 would have said Ann Huber | said | "}},
		{"Ann Huber denied that the mine was not safe.", []string{"commitment   CT- by line deny: the cue denies the content; negated content"}},
		{"Ann Huber would not say whether the mine was shut.", []string{"commitment   Uu by line withheld: "}},
		{"The mine is shut, Ann Huber said.", []string{"commitment   CT+ by line certain: ", "runner-up    "}},
		{"Prices rose 4% in May.", []string{"rule         claim.reporter-number/1", "example      Prices rose 3% in May.", "source       none: author", "quantity     \"4%\" is percent 4 % of Prices"}},
	} {
		d := annotated(t, tt.text)
		attribution.Explain(d, nil)
		if len(d.Claims) == 0 {
			t.Errorf("%s: no claim", tt.text)
			continue
		}
		got := claim.Explain(d)[0].String()
		for _, want := range tt.want {
			if !strings.Contains("\n"+got, "\n"+want) {
				t.Errorf("%s\nno line %q in\n%s", tt.text, want, got)
			}
		}
	}
}

// TestExplainNested wants the claim that another lies in to be named.
func TestExplainNested(t *testing.T) {
	d := annotated(t, "Ann Huber said that Bo Grant denied the mine was shut.")
	if len(d.Claims) != 2 {
		t.Fatalf("%d claims, want 2", len(d.Claims))
	}
	got := claim.Explain(d)[1].String()
	if want := "inside       " + d.Claims[0].ID + ": Bo Grant denied the mine was shut"; !strings.Contains(got, want) {
		t.Errorf("no line %q in\n%s", want, got)
	}
}

// TestExplainChoices wants of the explanation of a text's last claim who its source is,
// which day, and which place, each with its reason.
func TestExplainChoices(t *testing.T) {
	for _, tt := range []struct {
		text, published string
		want            []string
	}{
		{"Bo Grant met Mayor Ann Huber. She said the mine was shut on Wednesday.", "2024-10-24", []string{
			"source       \"She\" is person Ann Huber (Mayor)",
			"who          \"She\" (sentence 2) goes back to \"Ann Huber\" (sentence 1) by coref.pronoun/1: score ",
			"who          \"She\" is one of 2 mentions of Ann Huber, first named in full (sentence 1)",
			"time         \"Wednesday\" is DATE 2024-10-23, when it was so: time.weekday/1, counted from the day of publication, Thursday 2024-10-24 (from caller), in the past by the nearest such day, ",
		}},
		{"Mayor Ann Huber came. Huber said it would shut by Friday.", "2024-10-24", []string{
			"who          \"Huber\" is one of 2 mentions of Ann Huber, first named in full (sentence 1)",
			"time         \"Friday\" is DATE 2024-10-25, when it was so: time.weekday/1, counted from the day of publication, Thursday 2024-10-24 (from caller), in the future by the word \"by\"",
		}},
		{"Ann Huber said the mine shut on Wednesday.", "", []string{"unknown, as the article carries no date of publication"}},
		{"Ann Huber said the mine shut on May 3, 2021.", "", []string{"is DATE 2021-05-03, when it was so: time.date/1, as written"}},
		{"The board met. The mayor, Ann Huber, left. The mayor said the mine was shut.", "", []string{"goes back to \"Ann Huber\" (sentence 2) by coref.description/1: score 54: as near as it is, desc.told/1 +44"}},
		{"When he came, Bo Grant said the mine was shut. “I shut it,” said Grant. He said so in Paris, Texas.", "", []string{"place        \"Paris\" is US-TX by place.beside/1: the region or state beside it, \"Texas\" (sentence 3)"}},
		{"Ann Huber said the mine in Georgia was shut.", "", []string{"place        \"Georgia\" is GE by place.likeliest/1: of the places of that name, in doubt the first: GE (the article names it 0 times, its neighbours 0), US-GA "}},
		{"Ann Huber said the mine in Norway was shut.", "", []string{"place        \"Norway\" is NO: as the lists have it"}},
		{"The door fell. He said the mine was shut.", "", []string{"who          \"He\" goes back to nobody: no person or body before it fits"}},
	} {
		d := published(t, tt.text, tt.published)
		attribution.Explain(d, nil)
		coref.Explain(d)
		if len(d.Claims) == 0 {
			t.Errorf("%s: no claim", tt.text)
			continue
		}
		all := claim.Explain(d)
		got := all[len(all)-1].String()
		for _, want := range tt.want {
			if !strings.Contains("\n"+got, want) {
				t.Errorf("%s\nno %q in\n%s", tt.text, want, got)
			}
		}
	}
}

// TestClauseEnds reads where the reporter's clause of a text ends.
func TestClauseEnds(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The toll rose by 50 euros (42 pounds).", "The toll rose by 50 euros (42 pounds)"},
		{"The toll rose by 50 euros.", "The toll rose by 50 euros"},
	} {
		d := annotated(t, tt.text)
		if len(d.Claims) != 1 || d.Claims[0].Content != tt.want {
			t.Errorf("%s: got %v", tt.text, d.Claims)
		}
	}
}
