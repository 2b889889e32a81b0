package attribution_test

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
	"unicode"

	"github.com/claimwire/claimwire/extract"
)

// A known attribution of the development set, in bytes of the text.
type known struct{ source, cue, content []extract.Span }

var (
	thing = regexp.MustCompile(`^(T\d+)\t\S+ ([\d; ]+)\t`)
	role  = regexp.MustCompile(`^([A-Za-z]+)\d*:(T\d+)$`)
)

// readKnown reads one file of standoff annotation, whose offsets count code points.
func readKnown(t *testing.T, path, text string) []known {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var at []int // byte offset of each code point
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	things := map[string][]extract.Span{}
	var out []known
	for line := range strings.Lines(string(data)) {
		if m := thing.FindStringSubmatch(line); m != nil {
			for _, p := range strings.Split(m[2], ";") {
				a, b, _ := strings.Cut(p, " ")
				s, _ := strconv.Atoi(a)
				e, _ := strconv.Atoi(b)
				things[m[1]] = append(things[m[1]], extract.Span{Start: at[min(s, len(at)-1)], End: at[min(e, len(at)-1)]})
			}
		}
	}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "E") {
			continue
		}
		var k known
		for _, f := range strings.Fields(line)[1:] {
			m := role.FindStringSubmatch(f)
			if m == nil {
				continue
			}
			switch m[1] {
			case "Source":
				k.source = things[m[2]]
			case "Cue":
				k.cue = things[m[2]]
			case "Content":
				k.content = things[m[2]]
			}
		}
		if len(k.cue) > 0 && len(k.content) > 0 {
			out = append(out, k)
		}
	}
	return out
}

// under is the set of letters and digits under spans: two passages are the same where
// only marks and white space differ, and a leading "that".
func under(text string, spans []extract.Span) map[int]bool {
	set := map[int]bool{}
	for i, s := range spans {
		part := text[s.Start:s.End]
		if i == 0 && (strings.HasPrefix(part, "that ") || strings.HasPrefix(part, "That ")) {
			s.Start += 5
		}
		for k, c := range text[s.Start:s.End] {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				set[s.Start+k] = true
			}
		}
	}
	return set
}

func common(a, b map[int]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// A tally counts what was found of what is known.
type tally struct{ found, known, content, source, cue, full int }

// TestScorePolNeAR measures attributions on the development set of PolNeAR, first
// annotator, by words: an attribution found at the top level is right where the words of
// its content are those of a known one with an overlapping cue.
func TestScorePolNeAR(t *testing.T) {
	dir := os.Getenv("CLAIMWIRE_DATA")
	if dir == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	sum, _ := scorePart(t, filepath.Join(dir, "polnear", "dev"))
	f := func(hit int) string { return fmt.Sprintf("%.1f", 200*float64(hit)/float64(sum.found+sum.known)) }
	t.Logf("score: attribution content words F1\t%s", f(sum.content))
	t.Logf("score: attribution source words F1\t%s", f(sum.source))
	t.Logf("score: attribution cue words F1\t%s", f(sum.cue))
	t.Logf("score: attribution full words F1\t%s", f(sum.full))
}

// TestScorePrecision reports how often each rule is right on the train set of PolNeAR, whose
// articles were not read when the rules were written: the cue met, four fifths of the content
// and half of the source the same.
func TestScorePrecision(t *testing.T) {
	dir := os.Getenv("CLAIMWIRE_DATA")
	if dir == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	_, rules := scorePart(t, filepath.Join(dir, "polnear", "train"))
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		n := rules[id]
		t.Logf("score: precision of %s\t%.0f %% of %d", id, 100*float64(n[1])/float64(n[0]), n[0])
	}
}

// scorePart scores the articles of a folder, each by its first annotator.
func scorePart(t *testing.T, dir string) (tally, map[string]*[2]int) {
	texts, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(texts) == 0 {
		t.Skip("no PolNeAR in CLAIMWIRE_DATA")
	}
	var sum tally
	rules := map[string]*[2]int{}
	for _, path := range texts {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		anns, _ := filepath.Glob(filepath.Join(dir, "attributions", name+"_*.ann"))
		if len(anns) == 0 {
			continue
		}
		slices.Sort(anns)
		scoreOne(t, string(data), readKnown(t, anns[0], string(data)), &sum, rules)
	}
	return sum, rules
}

func scoreOne(t *testing.T, text string, gold []known, sum *tally, rules map[string]*[2]int) {
	d := read(t, text)
	sum.known += len(gold)
	taken := make([]bool, len(gold))
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if a.Parent >= 0 {
			continue
		}
		sum.found++
		if rules[a.Rule] == nil {
			rules[a.Rule] = new([2]int)
		}
		rules[a.Rule][0]++
		cue, content, source := under(text, []extract.Span{a.Cue}), under(text, a.Content), under(text, []extract.Span{a.Source})
		best, most := -1, -1
		for k, g := range gold {
			gc, n := under(text, g.cue), common(content, under(text, g.content))
			if met := common(cue, gc) > 0 || len(cue)+len(gc) == 0 && n > 0; !taken[k] && met && n > most {
				best, most = k, n
			}
		}
		if best < 0 {
			continue
		}
		taken[best] = true
		g := &gold[best]
		same := func(x, y map[int]bool) bool { return len(x) == len(y) && common(x, y) == len(x) }
		c, s, q := same(content, under(text, g.content)), same(source, under(text, g.source)), same(cue, under(text, g.cue))
		sum.content += one(c)
		sum.source += one(s)
		sum.cue += one(q)
		sum.full += one(c && s && q)
		rules[a.Rule][1] += one(near(content, under(text, g.content), 0.8) && near(source, under(text, g.source), 0.5))
	}
}

// near reports whether two passages share at least a part of their words, or are both empty.
func near(x, y map[int]bool, part float64) bool {
	n := common(x, y)
	return float64(n) >= part*float64(len(x)+len(y)-n)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
