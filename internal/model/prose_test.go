package model

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	prose "github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tag/aptagmodel"
)

// Words in any order, as they stand and bent, get the tags that prose gives them.
func TestProse(t *testing.T) {
	ours, err := EnglishProse()
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := prose.New()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../corpus/founding/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	words := append(strings.Fields(string(text)), strings.Fields(`
		The the THE ex-mayor -year Mid-2024 2024 +123 -123 1,200 12.5 3rd 0 * *-1 *T*-2 *U* *?* -LRB- -RRB- -ABCD- -abc- @press - -- . , ; : ? ! ( ) [ ]
		'' ' " 's n't don't 'll $ % & # :-) :D xD XD 8D o_O O.o v_v XDD (: ÉCOLE école naïve Straße İstanbul K — – … € x a I U.S. u.s. can not rose left
		said says told that which who -START- -END- !YEAR !DIGITS !HYPHEN`)...)
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 3000 {
		sentence := make([]prose.Token, 1+r.IntN(30))
		at := r.IntN(len(words))
		for i := range sentence {
			if r.IntN(4) == 0 {
				at = r.IntN(len(words))
			}
			w := words[at]
			at = (at + 1) % len(words)
			switch r.IntN(12) {
			case 0:
				w = strings.ToUpper(w)
			case 1:
				w = strings.ToLower(w)
			case 2:
				w += []string{"s", "ed", "ing", "ly", "-like", "D", "."}[r.IntN(7)]
			case 3:
				w = w[r.IntN(len(w)):]
			}
			sentence[i].Text = w
		}
		want := append([]prose.Token(nil), sentence...)
		theirs.TagTokens(want)
		ours.TagTokens(sentence)
		for i := range want {
			if sentence[i] != want[i] {
				t.Fatalf("round %d, word %d of %v: %s, prose says %s", round, i, want, sentence[i].Tag, want[i].Tag)
			}
		}
	}
}

// What plainForm calls plain, prose asks its weights about: every text of up to three
// characters of those that it lets pass.
func TestPlainForm(t *testing.T) {
	p, err := EnglishProse()
	if err != nil {
		t.Fatal(err)
	}
	const passing = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',"
	for n := 2; n <= 3; n++ {
		for code := range []int{2: 64 * 64, 3: 64 * 64 * 64}[n] {
			var word [3]byte
			for i := range n {
				word[i] = passing[code>>(6*i)&63]
			}
			w := string(word[:n])
			if tag := ""; plainForm(w) {
				if tag = p.askForm(w); tag != "" {
					t.Errorf("%q is plain, and prose tags it %s by its form", w, tag)
				}
			}
		}
	}
}

func TestDamagedProse(t *testing.T) {
	p, err := decodeProse([]byte(emptyProse))
	if err == nil {
		t.Errorf("a file without classes: %v", p)
	}
	for _, data := range []string{"", "PROSETAG", "PROSETAG\x02\x00\x00\x00", emptyProse[:30]} {
		if _, err := decodeProse([]byte(data)); err == nil {
			t.Errorf("no error for %q", data)
		}
	}
}

func BenchmarkDecodeProse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decodeProse(aptagmodel.English); err != nil {
			b.Fatal(err)
		}
	}
}
