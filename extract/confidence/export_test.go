package confidence

import "github.com/claimwire/claimwire/extract"

// Always is the trait of every claim.
const Always = always

// Share is what weights make of traits.
var Share = share

// Traits are those of claim i.
func Traits(d *extract.Document, i int) []string { return newReader(d).traits(&d.Claims[i]) }
