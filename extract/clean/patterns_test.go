package clean

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// The tests before the patterns keep nothing from them.
func TestPatternsBehindTests(t *testing.T) {
	pieces := strings.Fields(`Correction correction: Clarification — Editor’s note CORRECTION appended An earlier version of this article This story has been corrected
		COMMENTS comments advertisement Related articles Read more See also Don’t miss sign up Subscribe now Loading … click here ſhare ſee Share this © Copyright 2024 Get the newsletter print e-mail
		/ AFP AP/ (Getty Images) via Getty Reuters/ Photo by Image: Picture courtesy of Credit: Photograph ED JONES/AFP Pool / – _ 1 “ ( é the bridge reopened`)
	r := rand.New(rand.NewPCG(1, 2))
	found := [3]int{}
	for range 20_000 {
		var line []string
		for range 1 + r.IntN(6) {
			at := r.IntN(len(pieces))
			line = append(line, pieces[at:min(len(pieces), at+1+r.IntN(4))]...)
		}
		s := strings.Join(line, []string{" ", "", "  "}[r.IntN(3)])
		if r.IntN(2) == 0 {
			s = strings.ToLower(s)
		}
		for i, got := range []bool{isCorrection(s), isFurniture(s), holdsCredit(s)} {
			want := []bool{correction.MatchString(start(s, 90)), furniture.MatchString(s), credits.MatchString(s)}[i]
			if got != want {
				t.Fatalf("pattern %d of %q: %v, want %v", i, s, got, want)
			}
			if want {
				found[i]++
			}
		}
	}
	if min(found[0], found[1], found[2]) < 100 {
		t.Errorf("too few lines match: %v", found)
	}
}
