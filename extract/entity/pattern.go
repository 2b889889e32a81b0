package entity

import "github.com/claimwire/claimwire/extract/match"

// A pattern is what stands around a name. Its language is that of match.Compile.
type pattern = match.Pattern[*reader]

// at reads a pattern of the tables.
func at(text string) pattern { return match.Must(text, tests) }

// tests are what the patterns of the tables may ask of a token by name.
var tests = match.Tests[*reader]{
	"speaks":       func(r *reader, i int) bool { return speaks(r.norm(i)) },
	"acts":         (*reader).acts,
	"role":         func(r *reader, i int) bool { return r.at(i).is(role) },
	"relative":     func(r *reader, i int) bool { return r.at(i).is(noRole) },
	"dash":         func(r *reader, i int) bool { return isDash(r.norm(i)) },
	"owned":        func(r *reader, i int) bool { return ownedNouns[r.norm(i)] },
	"office":       func(r *reader, i int) bool { return officeNouns[r.norm(i)] },
	"company-noun": func(r *reader, i int) bool { return companyNouns[r.norm(i)] },
	"place-noun":   func(r *reader, i int) bool { return placeNouns[r.norm(i)] },
	"ruled":        func(r *reader, i int) bool { return ruledBy[r.norm(i)] },
	"near":         func(r *reader, i int) bool { return nearWords[r.norm(i)] },
	"bearing":      func(r *reader, i int) bool { return bearings[r.norm(i)] },
}
