package claimwire_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/claimwire/claimwire"
)

const (
	cueColumns  = "# columns: cue\tpos\tframes\tstance\n"
	unitColumns = "# columns: name\twords\tsymbols\tcode\tdimension\tfactor\tbase\n"
)

func folder(files map[string]string) fstest.MapFS {
	fs := fstest.MapFS{}
	for name, text := range files {
		fs[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fs
}

// Every list that takes own rows changes what is found, for those who gave them and for nobody else.
func TestOwnWords(t *testing.T) {
	own := extractor(t, claimwire.Options{Lexicon: folder(map[string]string{
		"cues.tsv":          "# Ours.\n" + cueColumns + "pontificate\tverb\tthat\tbelieve\ndeny\tverb\tthat\tassert\n",
		"organisations.tsv": "# columns: name\taliases\tkind\nReef Watch\tReefwatch\tbody\n",
		"units.tsv":         unitColumns + "smoot\tsmoot|smoots\t\t{smoot}\tlength\t1.7018\tm\n",
		"abbreviations.tsv": "# columns: abbreviation\tkind\nqty\tany\n",
		"person_titles.tsv": "# columns: word\tgender\tkind\nGrandmistress\tf\thonorific\n",
	})})
	ours := extractor(t, claimwire.Options{})
	for _, tt := range []struct {
		text      string
		find      func(*claimwire.Document) string
		mine, std string
	}{
		{"Hale pontificated that the road was closed.", claim, "believe the road was closed attr.svo-that/1+cues.tsv:3", ""},
		{"Hale denied that the road was closed.", claim, "assert the road was closed attr.svo-that/1+cues.tsv:4", "deny the road was closed attr.svo-that/1"},
		{"Hale said the bridge is 364 smoots long.", quantity, "{smoot} qty.measure/1+units.tsv:2", " qty.cardinal/2"},
		{"The road was closed, Reefwatch said.", entity, "ORG Reefwatch ent.listed/2+organisations.tsv:2", "ORG Reefwatch ent.unknown/1"},
		{"The order was for qty. Twelve of them.", sentences, "1", "2"},
		{"The road was safe, Grandmistress Ann Weiss said.", title, "Grandmistress", ""},
	} {
		for who, c := range map[string]*claimwire.Extractor{"with own words": own, "without": ours} {
			d, err := c.Annotate(context.Background(), &claimwire.Article{Text: tt.text})
			if err != nil {
				t.Fatal(err)
			}
			want := tt.mine
			if who == "without" {
				want = tt.std
			}
			if got := tt.find(d); got != want {
				t.Errorf("%s: %s: %q, want %q", tt.text, who, got, want)
			}
		}
	}
	if a, b := own.Engine(), ours.Engine(); a.Lists == b.Lists || a.Version != b.Version {
		t.Errorf("engines %v and %v", a, b)
	}
}

func claim(d *claimwire.Document) string {
	for _, c := range d.Claims {
		return c.Stance + " " + c.Content + " " + c.Rule
	}
	return ""
}

func quantity(d *claimwire.Document) string {
	for _, q := range d.Quantities {
		return q.Unit + " " + q.Rule
	}
	return ""
}

func entity(d *claimwire.Document) string {
	for _, e := range d.Entities {
		return e.Type + " " + d.In(e.Span) + " " + e.Rule
	}
	return ""
}

func sentences(d *claimwire.Document) string {
	return strings.Repeat("1", 2-len(d.Sentences)) + strings.Repeat("2", len(d.Sentences)-1)
}

func title(d *claimwire.Document) string {
	for _, e := range d.Entities {
		return e.Title
	}
	return ""
}

func TestFaultsOfOwnWords(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"cues.tsv", cueColumns + "say\tverb\tthat\tshout\nyell\tverbs\tthat\tassert\n", []string{`cues.tsv:2: stance "shout" is none of assert, `, `cues.tsv:3: pos "verbs" is none of adj, adv, noun, verb`}},
		{"cues.tsv", cueColumns + "say\tverb\tthat\n", []string{"cues.tsv:2: 3 cells for 4 columns"}},
		{"cues.tsv", "say\tverb\tthat\tassert\n", []string{`cues.tsv:1: a row before the "# columns:" line`}},
		{"cues.tsv", "# columns: cue\tpos\n", []string{`cues.tsv: the columns are "cue pos", want "cue pos frames stance"`}},
		{"units.tsv", unitColumns + "smoot\tsmoots\t\t{smoot}\tlength\tmany\tm\n", []string{`units.tsv:2: factor "many" is no number`}},
		{"abbreviations.tsv", "# columns: abbreviation\tkind\n\tany\nqty\t\n", []string{"abbreviations.tsv:2: abbreviation is empty", "abbreviations.tsv:3: kind is empty"}},
		{"verbs.tsv", "", []string{"verbs.tsv: no list of that name takes own rows: there are abbreviations, cues, "}},
		{"readme.txt", "", []string{"no .tsv file"}},
	} {
		_, err := claimwire.New(claimwire.Options{Lexicon: folder(map[string]string{tt.name: tt.text})})
		for _, want := range tt.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s %q: %v, want %s", tt.name, tt.text, err, want)
			}
		}
	}
	if _, err := claimwire.New(claimwire.Options{Lexicon: os.DirFS("no such folder")}); err == nil {
		t.Error("a folder that is not there")
	}
}
