package phrase

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
	"github.com/claimwire/claimwire/internal/treebank"
)

// A span is tokens [first, last) of one tree.
type span struct{ first, last int }

// A picture is what a tree, or the layer, says of one sentence.
type picture struct {
	nouns, tails map[span]bool // noun phrases, and with the prepositional phrases on them
	subjects     map[int]int   // the finite token: the head of its subject
	saying       map[int]bool  // the finite tokens of verbs of saying and thinking
	complements  map[span]bool // of those verbs
	relatives    map[span]bool
	adverbials   map[span]bool // finite, with their mark
	cores        map[int]span  // of the head of each noun phrase
}

func newPicture() *picture {
	return &picture{map[span]bool{}, map[span]bool{}, map[int]int{}, map[int]bool{}, map[span]bool{}, map[span]bool{}, map[span]bool{}, map[int]span{}}
}

// A count is of things right, found and known.
type count struct{ right, found, known int }

func (c *count) add(gold, found map[span]bool) {
	c.known, c.found = c.known+len(gold), c.found+len(found)
	for s := range gold {
		if found[s] {
			c.right++
		}
	}
}

func (c *count) f1() float64 { return 200 * float64(c.right) / float64(max(1, c.found+c.known)) }

// counts are those of the lines of the score, in their order.
type counts [6]count

var lines = [...]string{
	"noun phrases", "noun phrases with their prepositional phrases", "subjects of finite verbs, by head",
	"complements of verbs of saying, both edges", "relative clauses, both edges", "finite adverbial clauses, both edges",
}

func (c *counts) add(gold, found *picture) {
	c[0].add(gold.nouns, found.nouns)
	c[1].add(gold.tails, found.tails)
	c[2].known, c[2].found = c[2].known+len(gold.subjects), c[2].found+len(found.subjects)
	for verb, head := range gold.subjects {
		if s, ok := found.subjects[verb]; ok && (s == head || gold.cores[head].holds(s)) {
			c[2].right++
		}
	}
	c[3].add(gold.complements, found.complements)
	c[4].add(gold.relatives, found.relatives)
	c[5].add(gold.adverbials, found.adverbials)
}

func (s span) holds(t int) bool { return s.first <= t && t < s.last }

// TestScorePhrases measures the layer, with our tags, on treebanks whose words are given.
func TestScorePhrases(t *testing.T) {
	dir := os.Getenv("CLAIMWIRE_DATA")
	if dir == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	for _, set := range []struct{ name, files, prefix string }{
		{"ewt dev", "ewt-dev.conllu.gz", ""},
		{"gum dev+test", "gum-[dt]e*.conllu.gz", ""},
		{"gum news dev+test", "gum-[dt]e*.conllu.gz", "GUM_news"},
	} {
		files, err := filepath.Glob(filepath.Join(dir, "ud", set.files))
		if err != nil {
			t.Fatal(err)
		}
		var c counts
		for _, f := range files {
			trees, err := treebank.Open(f, segment.Stage)
			if err != nil {
				t.Fatal(err)
			}
			for _, gold := range trees {
				if !strings.HasPrefix(gold.ID, set.prefix) {
					continue
				}
				d := gold.Copy()
				for _, s := range []extract.Stage{tag.Stage, Stage} {
					if err := s.Run(d); err != nil {
						t.Fatal(err)
					}
				}
				c.add(ofTree(gold), ofLayer(d))
			}
		}
		for i := range c {
			t.Logf("score: phrase %s %s F1\t%.1f", set.name, lines[i], c[i].f1())
		}
	}
}

// ofLayer is the picture that the layer gives.
func ofLayer(d *extract.Document) *picture {
	p := newPicture()
	for _, n := range d.Nouns {
		if n.Rule != relativePronoun {
			p.nouns[span{n.First, n.Last}], p.tails[span{n.First, n.Tail}] = true, true
		}
	}
	for _, v := range d.Verbs {
		if v.Own < 0 || !v.Finite {
			continue
		}
		f := v.First
		for f < v.Last-1 && !isFiniteTag(d.Tokens[f].XPOS) {
			f++
		}
		if s := d.Clauses[v.Own].Subject; s >= 0 {
			p.subjects[f] = d.Nouns[s].Head
		}
	}
	ends := joinedEnds(d)
	for i, c := range d.Clauses {
		if c.Joined || c.Verb < 0 {
			continue
		}
		s := span{c.First, ends[i]}
		switch c.Kind {
		case extract.ComplementClause:
			if c.OfVerb >= 0 && sayVerbs[d.Tokens[d.Verbs[c.OfVerb].Head].Lemma] && c.First > d.Verbs[c.OfVerb].Head {
				p.complements[trim(d, s, true)] = true
			}
		case extract.RelativeClause:
			p.relatives[trim(d, s, false)] = true
		case extract.AdverbialClause:
			p.adverbials[trim(d, s, false)] = true
		}
	}
	return p
}

// joinedEnds are the ends of the clauses with those that are joined to them, as trees have them.
func joinedEnds(d *extract.Document) []int {
	ends := make([]int, len(d.Clauses))
	for i, c := range d.Clauses {
		ends[i] = c.Last
		if !c.Joined {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if o := &d.Clauses[k]; !o.Joined && o.Kind == c.Kind && o.Parent == c.Parent && o.OfNoun == c.OfNoun && o.OfVerb == c.OfVerb {
				for ; k >= 0; k = d.Clauses[k].Parent {
					ends[k] = max(ends[k], c.Last)
				}
				break
			}
		}
	}
	return ends
}

func isFiniteTag(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

// trim is a span without the marks at its ends, and without "that" where asked.
func trim(d *extract.Document, s span, that bool) span {
	for s.first < s.last && d.Tokens[s.first].UPOS == "PUNCT" {
		s.first++
	}
	if that && s.first < s.last && d.Tokens[s.first].Norm == "that" {
		s.first++
	}
	for s.last > s.first && d.Tokens[s.last-1].UPOS == "PUNCT" {
		s.last--
	}
	return s
}
