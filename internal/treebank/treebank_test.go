package treebank

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		d, err := s.Tree(segment.Stage)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, w := range d.Tokens {
			head := "root"
			if d.Head[i] >= 0 {
				head = d.Tokens[d.Head[i]].Norm
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

// crossed is a tree whose words cross when those with hyphens are joined.
const crossed = `# sent_id = made-2
# text = A so-called one-off.
1	A	a	DET	DT	_	0	root	_	_
2	so	so	ADV	RB	_	1	advmod	_	_
3	-	-	PUNCT	HYPH	_	2	punct	_	_
4	called	call	VERB	VBN	_	5	amod	_	_
5	one	one	NUM	CD	_	1	dep	_	_
6	-	-	PUNCT	HYPH	_	5	punct	_	_
7	off	off	NOUN	NN	_	2	dep	_	_
8	.	.	PUNCT	.	_	1	punct	_	_

`

// TestNoCircles shows that from every token a way leads up to a root.
func TestNoCircles(t *testing.T) {
	for s, err := range ReadCoNLLU(strings.NewReader(hyphenTree + crossed)) {
		if err != nil {
			t.Fatal(err)
		}
		d, err := s.Tree(segment.Stage)
		if err != nil {
			t.Fatal(err)
		}
		for i := range d.Tokens {
			steps := 0
			for at := i; at >= 0; at = d.Head[at] {
				if steps++; steps > len(d.Tokens) {
					t.Fatalf("%s: token %d, %s, hangs in a circle: heads %v", s.ID, i, d.Tokens[i].Norm, d.Head)
				}
			}
		}
	}
}
