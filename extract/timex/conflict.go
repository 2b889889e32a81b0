package timex

import (
	"slices"
	"sort"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// settle decides between quantities and times that share words, by these rules:
//
//   - conflict.calendar/1: a number inside a DATE, TIME or SET counts nothing: "23" of
//     Oct. 23, "1996", "9:30". It is an identifier without a value.
//   - conflict.duration/1: a number inside a DURATION is a measure of time as well:
//     "three days" is both, and its quantity has kind duration. So is "four hours a night", a SET.
//
// An age, a score, a sum of money and an ordinal keep what they are.
func settle(d *extract.Document) {
	for i := range d.Quantities {
		q := &d.Quantities[i]
		k := sort.Search(len(d.Times), func(k int) bool { return d.Times[k].Span.End > q.Number.Start })
		if k == len(d.Times) || !d.Times[k].Overlaps(q.Number) {
			continue
		}
		switch {
		case q.Kind == "fraction" && strings.HasSuffix(d.Times[k].Value, "Q"):
			d.Times = slices.Delete(d.Times, k, k+1) // three quarters of the voters
		case extract.OneOf(q.Kind, "age", "score", "money", "ordinal"):
		case d.Times[k].Type == tDuration, d.Times[k].Freq != "" && q.Kind == "duration":
			if extract.OneOf(q.Kind, "cardinal", "measure") {
				q.Kind = "duration"
			}
		default:
			q.Kind, q.Value, q.Low, q.High, q.Base, q.Unit, q.Of = "identifier", "", "", "", "", "", ""
			q.Rule = "conflict.calendar/1"
		}
	}
}
