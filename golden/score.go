package golden

import (
	"fmt"
	"sort"
	"strings"
)

// A Score counts the lines of a layer: right, given by the pipeline, and true.
type Score struct{ Right, Given, True int }

// P is the share of the lines given that are right.
func (s Score) P() float64 { return share(s.Right, s.Given) }

// R is the share of the true lines that are given.
func (s Score) R() float64 { return share(s.Right, s.True) }

// F is the harmonic mean of P and R.
func (s Score) F() float64 { return share(2*s.Right, s.Given+s.True) }

func share(a, b int) float64 {
	if b == 0 {
		return 100
	}
	return 100 * float64(a) / float64(b)
}

// A Diff is what one layer of one case lacks, and what it has too much.
type Diff struct{ Missing, Extra []string }

// Compare matches lines one to one, whatever their order.
func Compare(want, got []string) (Diff, Score) {
	left := map[string]int{}
	for _, l := range want {
		left[l]++
	}
	s := Score{Given: len(got), True: len(want)}
	var d Diff
	for _, l := range got {
		if left[l] > 0 {
			left[l]--
			s.Right++
			continue
		}
		d.Extra = append(d.Extra, l)
	}
	for _, l := range want {
		if left[l] > 0 {
			left[l]--
			d.Missing = append(d.Missing, l)
		}
	}
	return d, s
}

// Table is score.txt: precision, recall and F1 of each layer.
func Table(scores map[string]Score) string {
	return "# Lines of the golden files that the pipeline gives, against the hand-checked truth.\n" +
		"# Written by: go test ./golden -update\n" + rows(scores)
}

// rows are precision, recall and F1 of each layer under a heading.
func rows(scores map[string]Score) string {
	names := make([]string, 0, len(scores))
	for n := range scores {
		names = append(names, n)
	}
	sort.Strings(names)
	var b strings.Builder
	fmt.Fprintf(&b, "%-14s %6s %6s %6s %7s\n", "layer", "P", "R", "F1", "true")
	for _, n := range names {
		s := scores[n]
		fmt.Fprintf(&b, "%-14s %6.1f %6.1f %6.1f %7d\n", n, s.P(), s.R(), s.F(), s.True)
	}
	return b.String()
}
