package claim

// An Example is the text that a rule has to match.
type Example struct{ ID, Example string }

// Backings are the examples of the rules of backings.
var Backings = backingExamples()

func backingExamples() []Example {
	var out []Example
	for i := range backings {
		out = append(out, Example{backings[i].id, backings[i].example})
	}
	return out
}
