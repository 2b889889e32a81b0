package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestAllLists(t *testing.T) {
	entries, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		table, err := Open(strings.TrimSuffix(e.Name(), ".tsv"))
		if err != nil {
			t.Error(err)
			continue
		}
		if len(table.Rows) == 0 {
			t.Errorf("%s has no rows", e.Name())
		}
	}
}

func TestParseFaults(t *testing.T) {
	const head = "# source: x\n# licence: y\n# columns: name\tcode\n# column name: word\n# column code: like [0-9]\n"
	for _, tt := range []struct{ text, want string }{
		{head + "yd\t1\nyd\t2\n", `lexicon/u.tsv:7: "yd" listed twice, first at line 6`},
		{head + "yd\n", "lexicon/u.tsv:6: 1 cells for 2 columns"},
		{"yd\t1\n", `lexicon/u.tsv:1: a row before the "# columns:" line`},
		{head + "yd\tx\n", `lexicon/u.tsv:6: code "x" is not like ^(?:[0-9])$`},
		{head + "# column cod: word\n", `lexicon/u.tsv:6: "cod" is no column`},
		{head + "# column code: letter\n", `lexicon/u.tsv:6: no type "letter": there are word, words, int, number, one of, any of, like, likes`},
		{"# source: x\n# licence: y\n# columns: name\tcode\n# column name: word\n", `lexicon/u.tsv:1: the head gives no type of column "code"`},
		{"# columns: name\nyd\n", "lexicon/u.tsv:1: the head names no source or no licence"},
		{"# columns: name\n# key: nom\n", `lexicon/u.tsv:2: key "nom" is no column`},
	} {
		_, err := Parse("u.tsv", tt.text)
		if err == nil || err.Error() != tt.want {
			t.Errorf("Parse(%q) gives %v, want %s", tt.text, err, tt.want)
		}
	}
}

func TestTypes(t *testing.T) {
	for _, tt := range []struct{ kind, good, bad, want string }{
		{"word", "yd", "", "is empty"},
		{"word", "yd", " yd", `" yd" has a space at its edge`},
		{"word", "yd", "a|b", `"a|b": want one word, not alternatives`},
		{"words", "a|b", "a||b", "has an empty alternative"},
		{"words", "a|b", "a|b|a", `has "a" twice`},
		{"words or nothing", "", "a|", "has an empty alternative"},
		{"int", "-90", "9O", `"9O" is no whole number`},
		{"number", "0.5", "0,5", `"0,5" is no number`},
		{"one of f, m or nothing", "", "n", `"n" is none of f, m`},
		{"any of noun, verb", "noun|verb", "noun|vreb", `"vreb" is none of noun, verb`},
		{"like [A-Z]{2}", "GB", "gb", `"gb" is not like ^(?:[A-Z]{2})$`},
		{"likes [a-z]+", "a|b", "a|B", `"B" is not like ^(?:[a-z]+)$`},
	} {
		c, err := parseType(tt.kind)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.check(tt.good); err != nil {
			t.Errorf("%s: %q %v", tt.kind, tt.good, err)
		}
		if err := c.check(tt.bad); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %q gives %v, want %s", tt.kind, tt.bad, err, tt.want)
		}
	}
}

// TestTypingErrors puts slips into rows of our lists, each of which must be found.
func TestTypingErrors(t *testing.T) {
	for _, tt := range []struct{ list, old, slip string }{
		{"numbers", "ninety\tten\t90", "ninety\tten\t9O"},
		{"numbers", "ninety\tten\t90", "ninety\ttne\t90"},
		{"cues", "\tverb\tthat|clause|quote|pre|wh|if\tassert", "\tverb\tthat|claus|quote|pre|wh|if\tassert"},
		{"cues", "conclude\tverb\tquote\tassert", "conclude\tverb\tquote\tasert"},
		{"months", "may\t\t5", "may\t\t15"},
		{"countries", "\nGB\t", "\ngb\t"},
		{"first_names", "Anna\tf", "Anna\tw"},
		{"units", "acre\tacre|acres\t", "acre\tacre||acres\t"},
		{"hedges", "\tprobable\t", "\tprobably\t"},
		{"holidays", "12-25", "25-12-"},
		{"time_words", "weekday\t1", "weekday\t8"},
		{"quantity_modifiers", "\tleft\t<\t", "\tleft\t=<\t"},
		{"person_titles", "\trank\n", "\trnak\n"},
		{"negations", "never|", "never |"},
		{"regions", "US-TX", "US_TX"},
	} {
		data, err := files.ReadFile(tt.list + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(data), tt.old, tt.slip, 1)
		if text == string(data) {
			t.Errorf("%s has no %q", tt.list, tt.old)
			continue
		}
		if _, err := Parse(tt.list+".tsv", text); err == nil {
			t.Errorf("%s: %q for %q is not found", tt.list, tt.slip, tt.old)
		}
	}
}

// TestNames holds the first column of units, by which a caller's row replaces ours, to the
// words that are looked for: a unit is called by one of its words or symbols.
func TestNames(t *testing.T) {
	for _, r := range Must("units").Rows {
		if !slices.Contains(append(Split(r.Cells[1]), Split(r.Cells[2])...), r.Cells[0]) {
			t.Errorf("units.tsv:%d: %s is none of its words and symbols", r.Line, r.Cells[0])
		}
	}
}

func TestEndings(t *testing.T) {
	for noun, want := range map[string]Formed{
		"cellist": Person, "saleswoman": Person, "publisher": Agent, "statement": Idea, "dam": Plain, "or": Plain, "": Plain,
	} {
		if got := Ending(noun); got != want {
			t.Errorf("Ending(%q) = %q, want %q", noun, got, want)
		}
	}
	for end := range nounEndings() {
		if len(end) > longestEnding {
			t.Errorf("noun_endings.tsv: %s is longer than longestEnding", end)
		}
	}
}
