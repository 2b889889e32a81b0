package hashed

import (
	"fmt"
	"strings"
	"testing"
)

func TestMap(t *testing.T) {
	for _, m := range []*Map[int]{{}, New[int](10), New[int](5000)} {
		if v, ok := m.Find("none"); ok || v != 0 {
			t.Errorf("an empty map has %d", v)
		}
		want := map[string]int{}
		for i := range 5000 {
			word := fmt.Sprintf("Wörd %d, Street%d", i%3000, i%3000)
			if i%2 == 0 {
				word = strings.ReplaceAll(word, "ö", "o")
			}
			want[strings.ToLower(word)] += i
			*m.AtLower(word) += i
		}
		*m.At("") = 7
		want[""] = 7
		if m.Len() != len(want) {
			t.Errorf("%d words, want %d", m.Len(), len(want))
		}
		for word, n := range want {
			if got, ok := m.Find(word); !ok || got != n || m.Get(word) != n {
				t.Fatalf("%q: %d, want %d", word, got, n)
			}
		}
		if v, ok := m.Find("Word 1, Street1"); ok {
			t.Errorf("a word in capitals has %d", v)
		}
	}
}

func TestOf(t *testing.T) {
	if Of("Porthaven Ferry") != Of([]byte("Porthaven Ferry")) || Of("a") == Of("a\x00") || Of("") == Of("\x00") {
		t.Error("bytes and their number tell texts apart, and nothing else does")
	}
}
