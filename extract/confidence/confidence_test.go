package confidence_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/confidence"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/pipeline"
)

// traits are texts, a claim of each by its first words, and all of its traits.
var traits = []struct{ text, claim, has string }{
	{
		"Ann Huber said the mine was safe.", "the mine",
		"any claim, rule attr.svo-clause, factuality CT+, type indirect, stance assert, kind person, source name, cue say, content of few words, short sentence",
	},
	{
		"Ann Huber said that if it rained the mine might flood and close, but it was safe.", "if it",
		"any claim, rule attr.svo-that, factuality Uu, conditional, type indirect, stance assert, kind person, source name, cue say, content with but",
	},
	{
		"Ann Huber, a geologist at Leeds University, told the board that Bo Grant denied the mine was shut because the pumps had failed after a storm.", "the mine",
		"any claim, rule attr.svo-np, factuality CT-, inside another claim, type indirect, stance deny, kind person, source name, other cue, content of some words, content with because, content with after, two claims in the sentence",
	},
	{
		"“The mine is safe,” said Ann Huber. “It always was a good place to work,” she added.", "It always",
		"any claim, rule attr.quote-before, factuality CT+, type direct, stance assert, kind person, source he or she, named he or she, cue add or tell, content of some words, short sentence",
	},
	{
		"A union official refused to say why the mine had closed.", "why",
		"any claim, rule attr.svo-wh, factuality Uu, type indirect, stance decline, kind person, source indefinite, role of several words, cue say, cue of several words, content of few words, short sentence",
	},
	{
		"Boone Mining opened the mine in 2003. It wants to sell the mine while prices are high.", "to sell",
		"any claim, rule attr.svo-to, factuality PR+, type indirect, stance intend, kind organisation, source it, named it, other cue, content of some words, content of an infinitive, content with while, short sentence",
	},
	{
		"Prices rose 4% in May.", "Prices",
		"any claim, rule claim.reporter-number, factuality CT+, source left out, no cue, content of some words, short sentence",
	},
	{
		"Engineers and the owners of the mine below the dam at Boone Creek in the north believe it is safe.", "it is",
		"any claim, rule attr.svo-clause, factuality PR+, type indirect, stance believe, kind group, source name, role of several words, source of many words, other cue, content of few words",
	},
	{
		"Geologist Ann Huber was certain that the mine, the dam, the road, the bridge, and the mill were safe, as they had been when her father, a miner himself, went down for the first time with his own brother, and that no one had been hurt there since the flood that took the old bridge and the houses at its foot.", "the mine",
		"any claim, rule attr.adjective, factuality PR+, type indirect, stance believe, kind person, source name, role of one word, other cue, cue of several words, content of many words, very long sentence, sentence of many commas",
	},
	{
		"Ann Huber, who predicted that the mine would close, confirmed that it had.", "the mine",
		"any claim, rule attr.svo-that, factuality PR+, type indirect, stance predict, kind person, source who, named who, other cue, content of few words, short sentence, two claims in the sentence",
	},
}

// more are texts that, with those, show each listed trait in a claim.
var more = []string{
	"According to the council, the mine will close.",
	"The Leeds council backed the plan. Its leader praised the miners.",
	"The mine is expected to close in May.",
	"They called the plan “a farce that may yet close the mine”.",
	"I think the mine is safe.",
	"Ann Huber said the mine would close if it rained. She said it may flood.",
	"On Monday chief engineer Ann Huber said the mine was safe.",
	"A report found that the mine was not safe. In May, geologists may have said it could flood.",
	"Huber's claim that the mine was safe was false.",
	"The mine, Huber said, was safe.",
	"“The mine is safe,” said Ann Huber.",
	"“The mine is safe,” Ann Huber said.",
	"Huber called for calm. Huber said the mine was “a good place to work” and urged calm, promised to pay and denied that it had closed for the winter because the miners had gone home long before the first snow fell there.",
	"A geologist said the mine was safe. The geologist, Ann Huber, lives in Leeds.",
	"Ann Huber, who predicted that the mine would close, confirmed that it had.",
	"Ann Huber, a geologist at Leeds University, said: “The mine is safe.”",
}

func annotated(t *testing.T, text string) *extract.Document {
	t.Helper()
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Annotate(context.Background(), &extract.Article{ID: "a", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTraits(t *testing.T) {
	for _, tt := range traits {
		d := annotated(t, tt.text)
		i := slices.IndexFunc(d.Claims, func(c extract.Claim) bool { return strings.HasPrefix(c.Content, tt.claim) })
		if i < 0 {
			t.Errorf("%s: no claim %q", tt.text, tt.claim)
			continue
		}
		if got := strings.Join(confidence.Traits(d, i), ", "); got != tt.has {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.has)
		}
	}
}

// TestListedTraits wants every trait that the list gives a weight in a claim of the texts above:
// one that no claim has is a mistake in writing.
func TestListedTraits(t *testing.T) {
	has := map[string]bool{}
	texts := more
	for _, tt := range traits {
		texts = append(texts, tt.text)
	}
	for _, text := range texts {
		d := annotated(t, text)
		for i := range d.Claims {
			for _, trait := range confidence.Traits(d, i) {
				has[trait] = true
			}
		}
	}
	lexicon.Each("confidence", func(cells []string) {
		if !has[cells[0]] {
			t.Errorf("no claim has the trait %q", cells[0])
		}
	})
}

// TestConfidence wants a plain claim to be trusted more than a tangled one, and the account of it
// to name what speaks for and against it.
func TestConfidence(t *testing.T) {
	plain, tangled := annotated(t, traits[0].text), annotated(t, traits[8].text)
	if p, q := plain.Claims[0].Conf, tangled.Claims[0].Conf; p < q+0.2 {
		t.Errorf("the plain claim has %.2f, the tangled one %.2f", p, q)
	}
	why := confidence.Explain(tangled)[0]
	for _, want := range []string{"the share of right ones among claims like it", "very long sentence -0", "sentence of many commas -0", "any claim +"} {
		if !strings.Contains(why, want) {
			t.Errorf("no %q in %s", want, why)
		}
	}
}
