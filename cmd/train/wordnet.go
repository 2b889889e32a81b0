package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract/model"
)

// A wordNet tells the traits of lemmas.
type wordNet map[string]model.Traits

// openWordNet reads the dictionary files of WordNet, as "man 5 wndb" describes them.
func openWordNet(dir string) (wordNet, error) {
	net := wordNet{}
	for _, f := range []struct {
		name string
		read func(line string) error
	}{
		{"index.noun", net.lemma(model.Noun)},
		{"index.verb", net.lemma(model.Verb)},
		{"index.adj", net.lemma(model.Adjective)},
		{"index.adv", net.lemma(model.Adverb)},
		{"data.verb", net.synset},
	} {
		if err := eachLine(filepath.Join(dir, f.name), f.read); err != nil {
			return nil, err
		}
	}
	return net, nil
}

// eachLine calls read for each line below the licence, which is indented.
func eachLine(file string, read func(line string) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); !strings.HasPrefix(line, " ") {
			if err := read(line); err != nil {
				return fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
	}
	return lines.Err()
}

// lemma reads a line of an index, whose first word is a lemma.
func (net wordNet) lemma(t model.Traits) func(line string) error {
	return func(line string) error {
		lemma, _, _ := strings.Cut(line, " ")
		net[lemma] |= t
		return nil
	}
}

// frameTraits are the traits of the numbered sentence frames of verbs.
var frameTraits = map[string]model.Traits{
	"01": model.Intransitive, "02": model.Intransitive, "04": model.Intransitive, "22": model.Intransitive,
	"08": model.Transitive, "09": model.Transitive, "10": model.Transitive, "11": model.Transitive,
	"24": model.ObjectInfinitive, "25": model.ObjectInfinitive,
	"26": model.ThatClause, "29": model.ThatClause, "34": model.ThatClause,
	"28": model.Infinitive, "33": model.GerundObject,
}

// synset reads the frames in a line of data.verb: those that start with a plus, of all
// its verbs or of the one whose number follows.
func (net wordNet) synset(line string) error {
	line, _, _ = strings.Cut(line, " | ")
	cells := strings.Fields(line)
	if len(cells) < 4 {
		return fmt.Errorf("%d cells", len(cells))
	}
	count, err := strconv.ParseInt(cells[3], 16, 0)
	if err != nil || len(cells) < 4+2*int(count) {
		return fmt.Errorf("count of words %q", cells[3])
	}
	for i := 4 + 2*int(count); i+2 < len(cells); i++ {
		if cells[i] != "+" {
			continue
		}
		which, err := strconv.ParseInt(cells[i+2], 16, 0)
		if err != nil || which > count {
			continue // a pointer to a derived word, not a frame
		}
		for w := range count {
			if which == 0 || which == w+1 {
				net[cells[4+2*w]] |= frameTraits[cells[i+1]]
			}
		}
	}
	return nil
}

// inflections undo the regular endings of English.
var inflections = []struct {
	ending, base string
	doubles      bool // the last letter of the base may be doubled
	of, form     model.Traits
}{
	{"s", "", false, model.Noun, model.Plural},
	{"es", "", false, model.Noun, model.Plural},
	{"ies", "y", false, model.Noun, model.Plural},
	{"s", "", false, model.Verb, model.ThirdPerson},
	{"es", "", false, model.Verb, model.ThirdPerson},
	{"ies", "y", false, model.Verb, model.ThirdPerson},
	{"ed", "", true, model.Verb, model.Past},
	{"ed", "e", false, model.Verb, model.Past},
	{"ied", "y", false, model.Verb, model.Past},
	{"ing", "", true, model.Verb, model.Gerund},
	{"ing", "e", false, model.Verb, model.Gerund},
	{"er", "", true, model.Adjective, model.Comparative},
	{"er", "e", false, model.Adjective, model.Comparative},
	{"ier", "y", false, model.Adjective, model.Comparative},
	{"est", "", true, model.Adjective, model.Superlative},
	{"est", "e", false, model.Adjective, model.Superlative},
	{"iest", "y", false, model.Adjective, model.Superlative},
}

// traits are those of a form: of itself as a lemma, and of what it may be a form of.
func (net wordNet) traits(form string) model.Traits {
	t := net[form]
	for _, r := range inflections {
		stem, ok := strings.CutSuffix(form, r.ending)
		if !ok || len(stem) < 2 {
			continue
		}
		t |= net.inflected(stem+r.base, r.of, r.form)
		if n := len(stem); r.doubles && stem[n-1] == stem[n-2] {
			t |= net.inflected(stem[:n-1], r.of, r.form)
		}
	}
	return t
}

// inflected are the traits of an inflected form of a lemma, if it is one.
func (net wordNet) inflected(lemma string, of, form model.Traits) model.Traits {
	switch t := net[lemma]; {
	case t&of == 0:
		return 0
	case of == model.Verb:
		return form | t&model.Frames
	}
	return form
}
