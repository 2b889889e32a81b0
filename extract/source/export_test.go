package source

// BarExamples are the examples of the rules that keep a source from standing behind an
// attribution, by their ids.
func BarExamples() map[string]string {
	m := map[string]string{}
	for i := range bars {
		m[bars[i].id] = bars[i].example
	}
	return m
}
