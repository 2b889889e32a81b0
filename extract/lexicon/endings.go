package lexicon

import "sync"

// A Formed is what the ending of a noun makes it, where no list has the noun.
type Formed string

// What a noun can be by its ending.
const (
	Person Formed = "person" // cellist, neurosurgeon
	Agent  Formed = "agent"  // who does something, a person or a firm: defender, publisher
	Idea   Formed = "idea"   // what can be said or thought of: statement
	Plain  Formed = ""       // its ending does not tell
)

var nounEndings = sync.OnceValue(func() map[string]Formed {
	m := map[string]Formed{}
	Each("noun_endings", func(cells []string) {
		for _, end := range Split(cells[0]) {
			m[end] = Formed(cells[1])
		}
	})
	return m
})

// longestEnding is the length of the longest of noun_endings.tsv, which a test holds.
const longestEnding = 6

// Ending is what the ending of a noun in small letters makes it; the longest that it has decides.
func Ending(noun string) Formed {
	ends := nounEndings()
	for n := min(longestEnding, len(noun)-2); n > 1; n-- {
		if kind, ok := ends[noun[len(noun)-n:]]; ok {
			return kind
		}
	}
	return Plain
}

// Does reports whether the ending of a noun in small letters makes it one for who does or is something.
func Does(noun string) bool {
	kind := Ending(noun)
	return kind == Person || kind == Agent
}
