package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/pipeline"
)

// TestLists holds the word lists to their examples, lists/NAME.tsv: each word in a sentence
// that is read otherwise without it. "{}" is the word, "{Cap}" the word with a capital and
// "{UP}" the word in capitals; "see=saw" stands in the sentence as saw.
func TestLists(t *testing.T) {
	p := english(t)
	paths, err := filepath.Glob("lists/*.tsv")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range paths {
		everyWord(t, strings.TrimSuffix(filepath.Base(path), ".tsv"), tryWords(t, p, path))
	}
}

// TestWords holds words that stand in the Go code of a stage to their examples,
// words/STAGE.tsv: each in a sentence that is read otherwise without it, as in TestLists.
func TestWords(t *testing.T) {
	p := english(t)
	paths, err := filepath.Glob("words/*.tsv")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range paths {
		tryWords(t, p, path)
	}
}

// tryWords tries all words of a file of examples and returns them, each after its class.
func tryWords(t *testing.T, p *pipeline.Pipeline, path string) map[string]bool {
	t.Helper()
	proved := map[string]bool{}
	for _, e := range listExamples(t, path) {
		for _, word := range e.words {
			key, form, ok := strings.Cut(word, "=")
			if !ok {
				form = key
			}
			proved[e.class+"\t"+key] = true
			e.try(t, p, form)
		}
	}
	return proved
}

// A listExample is a row of lists/NAME.tsv.
type listExample struct {
	at       string
	class    string // the second cell of the words, where it tells rows apart
	sentence string
	reading  string // the layer, "no" for what must not be, and fields of one of its lines
	words    []string
}

func listExamples(t *testing.T, path string) (out []listExample) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		at := fmt.Sprintf("%s:%d", path, n)
		cells := strings.Split(line, "\t")
		if len(cells) != 4 {
			t.Fatalf("%s: %d cells, want class, sentence, reading, words", at, len(cells))
		}
		out = append(out, listExample{at, cells[0], cells[1], cells[2], strings.Split(cells[3], "|")})
	}
	return out
}

// try holds the sentence with one word to its reading.
func (e *listExample) try(t *testing.T, p *pipeline.Pipeline, form string) {
	t.Helper()
	in := strings.NewReplacer("{}", form, "{Cap}", strings.ToUpper(form[:1])+form[1:], "{UP}", strings.ToUpper(form))
	d := annotated(t, p, e.at, in.Replace(e.sentence))
	layer, want, _ := strings.Cut(in.Replace(e.reading), " ")
	want, not := strings.CutPrefix(want, "no ")
	lines, err := Dump(d, layer)
	if err != nil {
		t.Fatalf("%s: %v", e.at, err)
	}
	if slices.ContainsFunc(lines, func(line string) bool { return hasFields(line, want) }) == not {
		t.Errorf("%s: %s\nwant %s %s, got\n%s", e.at, d.Text, layer, strings.TrimPrefix(in.Replace(e.reading), layer+" "), strings.Join(lines, "\n"))
	}
}

// hasFields reports whether a line of a dump has all the fields.
func hasFields(line, fields string) bool {
	has := lineFields(line)
	for _, f := range lineFields(fields) {
		if !slices.Contains(has, f) {
			return false
		}
	}
	return true
}

// lineFields splits a line at the spaces that stand in no brackets.
func lineFields(line string) (out []string) {
	depth, from := 0, 0
	for i, r := range line + " " {
		switch {
		case r == '[' || r == '(':
			depth++
		case r == ']' || r == ')':
			depth--
		case r == ' ' && depth <= 0:
			if i > from {
				out = append(out, line[from:i])
			}
			from = i + 1
		}
	}
	return out
}

// unproved are the words without an example yet, by list: a number that may only fall.
var unproved = map[string]int{
	"abbreviations":      11,
	"areas":              69,
	"clause_verbs":       35,
	"countries":          8,
	"currencies":         24,
	"company_suffixes":   7,
	"cue_words":          181,
	"cues":               43,
	"groups":             13,
	"hedges":             2,
	"holidays":           2,
	"metonyms":           2,
	"numbers":            2,
	"office_words":       16,
	"organisation_nouns": 6,
	"person_titles":      64,
	"quantity_modifiers": 1,
	"quantity_words":     358,
	"regions":            47,
	"role_kinds":         6,
	"shared_places":      67,
	"source_nouns":       145,
	"subordinators":      12,
	"time_clues":         25,
	"time_words":         36,
	"units":              29,
}

// wordColumns are the columns of words in lists whose first is a name or a code.
var wordColumns = map[string][]int{"units": {1, 2}, "currencies": {2, 3}, "countries": {1, 2, 3, 4}, "regions": {1, 2, 3}}

// everyWord wants an example for each word of a list.
func everyWord(t *testing.T, list string, proved map[string]bool) {
	t.Helper()
	table, err := lexicon.Open(list)
	if err != nil {
		t.Error(err)
		return
	}
	var without []string
	for _, r := range table.Rows {
		columns, ok := wordColumns[list]
		if !ok {
			columns = []int{0}
		}
		for _, i := range columns {
			if i >= len(r.Cells) {
				continue
			}
			for _, w := range lexicon.Split(r.Cells[i]) {
				if !proved["\t"+w] && (len(r.Cells) < 2 || !proved[r.Cells[1]+"\t"+w]) {
					without = append(without, w)
				}
			}
		}
	}
	if len(without) > unproved[list] {
		t.Errorf("lists/%s.tsv: %d words have no example, at most %d may: %s", list, len(without), unproved[list], strings.Join(without, ", "))
	}
}
