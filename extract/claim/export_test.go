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

// A Row is a line of a table with a way to run something without it.
type Row struct {
	ID, Example string
	Without     func(run func())
}

// Withholdings are the lines of withholdings.
func Withholdings() []Row {
	var out []Row
	for i := range withholdings {
		out = append(out, Row{withholdings[i].id, withholdings[i].example, func(run func()) {
			kept := withholdings[i].holds
			defer func() { withholdings[i].holds = kept }()
			withholdings[i].holds = func(*assembler, *cueWords) bool { return false }
			run()
		}})
	}
	return out
}
