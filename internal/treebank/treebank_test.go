package treebank

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
)

const hyphenTree = `# sent_id = made-1
# text = A well-known aide can't say.
1	A	a	DET	DT	_	5	det	_	_
2	well	well	ADV	RB	_	4	advmod	_	_
3	-	-	PUNCT	HYPH	_	4	punct	_	_
4	known	known	ADJ	JJ	_	5	amod	_	_
5	aide	aide	NOUN	NN	_	8	nsubj	_	_
6-7	can't	_	_	_	_	_	_	_	_
6	ca	can	AUX	MD	_	8	aux	_	_
7	n't	not	PART	RB	_	8	advmod	_	_
8	say	say	VERB	VB	_	0	root	_	_
9	.	.	PUNCT	.	_	8	punct	_	_

`

// TestDocumentJoinsHyphens shows that a tree is cut as our tokens are.
func TestDocumentJoinsHyphens(t *testing.T) {
	for s, err := range ReadCoNLLU(strings.NewReader(hyphenTree)) {
		if err != nil {
			t.Fatal(err)
		}
		d, err := s.Document(segment.Stage)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range d.Tokens {
			head := "root"
			if w.Head >= 0 {
				head = d.Tokens[w.Head].Norm
			}
			got = append(got, w.Norm+"/"+w.XPOS+"/"+head)
		}
		want := strings.Fields("a/DT/aide well-known/JJ/aide aide/NN/say ca/MD/say n't/RB/say say/VB/root ././say")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if err := d.Check(); err != nil {
			t.Error(err)
		}
	}
}

func arcTree(arcs ...string) *extract.Document {
	d := &extract.Document{}
	for _, a := range arcs {
		f := strings.Fields(a)
		d.Tokens = append(d.Tokens, extract.Token{Lemma: f[0], XPOS: f[1], Head: int(f[2][0]-'0') - 1, Deprel: f[3]})
	}
	return d
}

func TestTreeScores(t *testing.T) {
	gold := arcTree("Jane NNP 3 nsubj", "Doe NNP 1 flat", "say VBD 0 root", "price NNS 5 nsubj", "rise VBD 3 ccomp")
	found := arcTree("Jane NNP 2 compound", "Doe NNP 3 nsubj", "say VBD 0 root", "price NNS 5 nsubj:pass", "rise VBD 4 acl")
	var trees TreeScore
	trees.Add(gold, found)
	if diff := cmp.Diff(TreeScore{Tokens: 5, Attached: 2, Labelled: 2}, trees); diff != "" {
		t.Error(diff)
	}
	var clauses ClauseScore
	clauses.Add(gold, found, map[string]bool{"say": true})
	want := ClauseScore{Subjects: Hits{Right: 1, Found: 1, Known: 1}, Complements: Hits{Known: 1}}
	if diff := cmp.Diff(want, clauses); diff != "" {
		t.Error(diff)
	}
}
