// Package confidence says how likely a claim is right: in what share of records like it
// strict readers found source, cue, content and commitment as they should be.
package confidence

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// Stage fills Conf of the claims.
var Stage = extract.Stage{
	Name:  "confidence",
	Needs: extract.Tokens | extract.Sentences | extract.Claims,
	Edits: extract.Claims,
	Run:   run,
}

func run(d *extract.Document) error {
	r := newReader(d)
	for i := range d.Claims {
		if err := d.Stopped(); err != nil {
			return err
		}
		c := &d.Claims[i]
		c.Conf = math.Round(100*share(weights(), r.traits(c))) / 100
	}
	return nil
}

// Explain says of each claim what its confidence rests on: its traits that have a weight.
func Explain(d *extract.Document) []string {
	r := newReader(d)
	out := make([]string, len(d.Claims))
	for i := range d.Claims {
		c := &d.Claims[i]
		var weighed []string
		for _, t := range r.traits(c) {
			if w := weights()[t]; w != 0 {
				weighed = append(weighed, fmt.Sprintf("%s %+.2f", t, w))
			}
		}
		out[i] = fmt.Sprintf("%.2f, the share of right ones among claims like it: %s", c.Conf, strings.Join(weighed, ", "))
	}
	return out
}

// share is the logistic function of the sum of the traits' weights.
func share(weights map[string]float64, traits []string) float64 {
	sum := 0.0
	for _, t := range traits {
		sum += weights[t]
	}
	return 1 / (1 + math.Exp(-sum))
}

// always is the trait of every claim.
const always = "any claim"

// weights are those of confidence.tsv. A trait that is not listed weighs nothing.
var weights = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	lexicon.Each("confidence", func(cells []string) {
		// The table's reader has checked that it is a number.
		out[cells[0]], _ = strconv.ParseFloat(cells[1], 64)
	})
	return out
})
