package golden

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/pipeline"
)

// sentencesOfRow bounds how many sentences of a row are read: of a longer row as many, in even steps.
const sentencesOfRow = 120

// TestGrids holds constructions to their readings in all their combinations, grids/NAME.grid:
//
//	[(Ann Lee|The council)](, who won in May,|) <(said|warned)> {(the dam leaked|it was late)}. ## CT+ kind=person
//
// is a row of 8 sentences: (a|b) is a or b, and ⏎ ends a line. [ ] is the source of a claim, < > its cue, { }
// its content or a piece of it; a digit after the bracket tells several claims apart: <2 added> {2 it rained}.
// No claim may come that is not marked, but for those of the reporter. After "##" stand further fields of the
// golden line of the first claim, after another "##" of the second; one with "-" before it is not there. "known=9"
// says how many of a row's sentences are read otherwise today, a number that may only fall.
func TestGrids(t *testing.T) {
	p := english(t)
	paths, err := filepath.Glob("grids/*.grid")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no grids: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				tryRow(t, p, fmt.Sprintf("%s:%d", path, n), line)
			}
		}
	}
}

func tryRow(t *testing.T, p *pipeline.Pipeline, at, row string) {
	t.Helper()
	cells := strings.Split(row, " ## ")
	known := 0
	for i, fields := range cells[1:] {
		if rest, n, ok := strings.Cut(fields, "known="); ok {
			var err error
			if known, err = strconv.Atoi(n); err != nil {
				t.Fatalf("%s: known=%s: want a number", at, n)
			}
			cells[i+1] = rest
		}
	}
	sentences := combine(cells[0])
	var wrong []string
	for _, marked := range sentences {
		if fault := faultOf(t, p, marked, cells[1:]); fault != "" {
			wrong = append(wrong, marked+"\n"+fault)
		}
	}
	if len(wrong) != known {
		t.Errorf("%s: of %d sentences %d are read otherwise, known=%d (lower it where a mend has made them right):\n%s", at, len(sentences), len(wrong), known, strings.Join(wrong[:min(len(wrong), 4)], "\n"))
	}
}

var alternatives = regexp.MustCompile(`\(([^()]*)\)`)

// combine are the sentences of a row, with their marks.
func combine(row string) []string {
	var slots [][]string // what may stand at each place, one after the other
	all, at := 1, 0
	for _, m := range alternatives.FindAllStringSubmatchIndex(row, -1) {
		choice := strings.Split(row[m[2]:m[3]], "|")
		slots = append(slots, []string{row[at:m[0]]}, choice)
		all, at = all*len(choice), m[1]
	}
	slots = append(slots, []string{row[at:]})
	out := make([]string, min(all, sentencesOfRow))
	for i := range out {
		k := i * all / len(out)
		words := make([]string, len(slots))
		for j, s := range slices.Backward(slots) {
			words[j] = s[k%len(s)]
			k /= len(s)
		}
		out[i] = strings.Join(words, "")
	}
	return out
}

// faultOf says what of a sentence is read otherwise than its marks and the further fields of its claims have it.
func faultOf(t *testing.T, p *pipeline.Pipeline, marked string, further []string) string {
	t.Helper()
	text, claims := unmark(marked)
	d := annotated(t, p, marked, text)
	var got []string
	for i, line := range dumpClaims(d) {
		if d.Claims[i].Type != "none" {
			got = append(got, line)
		}
	}
	lines := slices.Clone(got)
	for i, n := range slices.Sorted(maps.Keys(claims)) {
		want := claims[n]
		if i < len(further) {
			want += further[i]
		}
		k := slices.IndexFunc(lines, func(line string) bool { return reads(line, want) })
		if k < 0 {
			return "\twant " + want + "\n\tgot  " + strings.Join(got, "\n\t     ")
		}
		lines = slices.Delete(lines, k, k+1)
	}
	if len(lines) > 0 {
		return "\tnot marked: " + strings.Join(lines, "\n\t     ")
	}
	return ""
}

// reads reports whether a line has all the fields, and none of those with "-" before them.
func reads(line, fields string) bool {
	has := lineFields(line)
	for _, f := range lineFields(fields) {
		if f, not := strings.CutPrefix(f, "-"); slices.Contains(has, f) == not {
			return false
		}
	}
	return true
}

var fieldOfMark = map[byte]string{'[': "source", '<': "cue", '{': "content"}

// unmark takes the marks out of a sentence and returns its text and, by their digits, the fields of its claims.
func unmark(marked string) (text string, claims map[byte]string) {
	type open struct {
		field string
		claim byte
		start int
	}
	var b strings.Builder
	var stack []open
	claims = map[byte]string{}
	for i := 0; i < len(marked); i++ {
		switch c := marked[i]; c {
		case '[', '<', '{':
			o := open{fieldOfMark[c], '1', b.Len()}
			if i+2 < len(marked) && '1' <= marked[i+1] && marked[i+1] <= '9' && marked[i+2] == ' ' {
				o.claim = marked[i+1]
				i += 2
			}
			stack = append(stack, o)
		case ']', '>', '}':
			o := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			claims[o.claim] += o.field + "=[" + b.String()[o.start:] + "] "
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), claims
}
