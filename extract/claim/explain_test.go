package claim_test

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/attribution"
	"github.com/claimwire/claimwire/extract/claim"
)

// TestExplain wants of the explanation of a text's first claim that it holds each line.
func TestExplain(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Ann Huber told the board on Monday that 40 mines may close.", []string{
			"sentence     1: Ann Huber told the board on Monday that 40 mines may close.",
			"rule         attr.svo-that/1, ",
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
		attribution.Explain(d)
		if len(d.Claims) == 0 {
			t.Errorf("%s: no claim", tt.text)
			continue
		}
		got, err := claim.Explain(d, d.Claims[0].ID)
		if err != nil {
			t.Fatal(err)
		}
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
	got, err := claim.Explain(d, d.Claims[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if want := "inside       " + d.Claims[0].ID + ": Bo Grant denied the mine was shut"; !strings.Contains(got, want) {
		t.Errorf("no line %q in\n%s", want, got)
	}
}

func TestExplainUnknown(t *testing.T) {
	if _, err := claim.Explain(&extract.Document{}, "c1"); err == nil {
		t.Error("no error for a claim that is not there")
	}
}
