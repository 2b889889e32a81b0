package treebank

import (
	"strings"
	"testing"
)

const tree = `# newdoc id = d1
# sent_id = s1
# text = They don't see him.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	see	see	VERB	VB	_	0	root	_	_
4.1	seen	see	VERB	VB	_	_	_	_	_
5	him	he	PRON	PRP	_	4	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = s2
# text = I'ma go
1-2	I'ma	_	_	_	_	_	_	_	_
1	I	I	PRON	PRP	_	3	nsubj	_	_
2	will	will	AUX	MD	_	3	aux	_	_
3	go	go	VERB	VB	_	0	root	_	_`

func TestReadCoNLLU(t *testing.T) {
	var got []string
	for s, err := range ReadCoNLLU(strings.NewReader(tree)) {
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range s.Words {
			got = append(got, s.Text[w.Start:w.End])
		}
		if s.Doc != "d1" || s.NewPar != (s.ID == "s1") {
			t.Errorf("%s: document %q, new paragraph %v", s.ID, s.Doc, s.NewPar)
		}
	}
	const want = "They do n't see him . I I'ma go"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("words lie at %q, want %q", g, want)
	}
}

func TestReadCoNLLUFaults(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"1\tx\n", "line 1: 2 columns, want 10"},
		{"# text = x\n1\ty\t_\t_\t_\t_\t0\troot\t_\t_\n", `line 2: "y" is not in the text from byte 0 on: "x"`},
		{"# text = x\n1\tx\t_\t_\t_\t_\t7\troot\t_\t_\n", "line 2: word 1 has head 7 of 1"},
		{"# text = x\n2\tx\t_\t_\t_\t_\t0\troot\t_\t_\n", "line 2: word 2 where 1 is due"},
		{"# text = x\n1\tx\t_\t_\t_\t_\t_\troot\t_\t_\n", `line 2: head "_" is no number`},
		{"# text = x\n3-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", `line 2: fused form "x" out of place`},
	} {
		var err error
		for _, err = range ReadCoNLLU(strings.NewReader(tt.text)) {
		}
		if err == nil || err.Error() != tt.want {
			t.Errorf("%q gives %v, want %s", tt.text, err, tt.want)
		}
	}
}
