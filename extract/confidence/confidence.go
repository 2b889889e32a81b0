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
		c.Conf = share(r.traits(c))
	}
	return nil
}

// Why says what the confidence of claim i rests on: its traits that have a weight.
func Why(d *extract.Document, i int) string {
	c := &d.Claims[i]
	var b strings.Builder
	fmt.Fprintf(&b, "%.2f, the share of right ones among claims like it:", c.Conf)
	for _, t := range newReader(d).traits(c) {
		if w := weights()[t]; w != 0 {
			fmt.Fprintf(&b, " %s %+.2f,", t, w)
		}
	}
	fmt.Fprintf(&b, " %s %+.2f", always, weights()[always])
	return b.String()
}

// share is the logistic function of the sum of the traits' weights, in hundredths.
func share(traits []string) float64 {
	sum := weights()[always]
	for _, t := range traits {
		sum += weights()[t]
	}
	return math.Round(100/(1+math.Exp(-sum))) / 100
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
