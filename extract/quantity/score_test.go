package quantity

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	phrases "github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// annotate runs the stages that quantity needs, and quantity.
func annotate(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text, Lang: "en"}}
	for _, st := range []extract.Stage{segment.Stage, tag.Stage, phrases.Stage, Stage} {
		if err := st.Run(d); err != nil {
			t.Fatalf("%s: %v", st.Name, err)
		}
	}
	return d
}

// data is the folder of the development sets; tests that need it skip without it.
func data(t *testing.T, path ...string) string {
	t.Helper()
	root := os.Getenv("CLAIMWIRE_DATA")
	if root == "" {
		t.Skip("CLAIMWIRE_DATA is not set")
	}
	return filepath.Join(append([]string{root}, path...)...)
}

// A cell is a quantity in NewsQuant's spelling.
type cell struct {
	Bound   string   `json:"bound"`
	Value   any      `json:"value"`
	Unit    string   `json:"unit"`
	Concept []string `json:"concept"`
	text    string
	whole   string // the unit by its name in units.tsv, or the whole counted phrase
}

// TestScoreNewsQuant compares with NewsQuant's quantities: value, unit, bound,
// concept. Unit names are mapped by the file beside the data, as the scoring program beside it does.
func TestScoreNewsQuant(t *testing.T) {
	f, err := os.Open(data(t, "newsquant", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	units := map[string]string{}
	if b, err := os.ReadFile(data(t, "..", "eval", "newsquant_units.json")); err != nil || json.Unmarshal(b, &units) != nil {
		t.Skip("no unit names")
	}
	var hits [5]int
	golds, preds := 0, 0
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var row struct {
			Text       string `json:"text"`
			Quantities []cell `json:"quantities"`
		}
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		var pred []cell
		for _, q := range annotate(t, row.Text).Quantities {
			if c, ok := spell(q, units); ok {
				pred = append(pred, c)
			}
		}
		golds += len(row.Quantities)
		preds += len(pred)
		pair(t, row.Text, row.Quantities, pred, &hits)
	}
	for i, name := range []string{"value", "value+unit", "value+bound", "concept partial", "value+unit, by our names and whole phrases"} {
		fmt.Printf("score: newsquant %s\t%.1f\n", name, 200*float64(hits[i])/float64(golds+preds))
	}
}

// spell writes a quantity as the scoring program beside it does.
func spell(q extract.Quantity, units map[string]string) (cell, bool) {
	c := cell{Bound: q.Dir, text: q.Text}
	num := func(d extract.Decimal) float64 { f, _ := strconv.ParseFloat(string(d), 64); return f }
	switch {
	case q.Value != "":
		c.Value = num(q.Value)
	case q.Low != "" && q.High != "":
		c.Value = []any{num(q.Low), num(q.High)}
	case q.Low != "":
		c.Value = num(q.Low)
	default:
		return c, false
	}
	unit, rate, rated := strings.Cut(q.Unit, "/")
	name := func(u string) string {
		if n, ok := units[u]; ok {
			return n
		}
		return u
	}
	c.Unit = name(unit)
	if c.Unit == "" {
		c.Unit = "-"
		if f := strings.Fields(strings.ToLower(q.Of)); len(f) > 0 {
			c.Unit = singular(f[len(f)-1])
		}
	}
	switch c.whole = unitNames()[unit]; {
	case unit != "":
	case q.OfSpan.Start < q.Start: // the number measures what stands before it, and counts nothing
		c.whole = "-"
	default:
		c.whole = phraseLemma(q.Of)
	}
	if rated {
		c.Unit += " per " + name(rate)
		c.whole += " per " + name(rate)
	}
	if c.Bound == "" {
		c.Bound = map[string]string{">=": ">", "<=": "<", ">": ">", "<": "<"}[q.Bound]
	}
	if c.Bound == "" {
		c.Bound = "="
		if q.Modifier == "approx" {
			c.Bound = "~"
		}
	}
	c.Concept = strings.Fields(q.Of)
	if q.Of == "" {
		c.Concept = []string{"-"}
	}
	return c, true
}

// unitNames maps codes to the names of units.tsv, which the file beside the data has a part of.
var unitNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range lexicon.Must("units").Rows {
		m[r.Cells[3]] = r.Cells[0]
	}
	return m
})

// phraseLemma is a counted phrase as NewsQuant writes units: without conjunctions, its head in the singular.
func phraseLemma(of string) string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(of)) {
		if w != "and" && w != "of" && w != "the" {
			out = append(out, w)
		}
	}
	if n := len(out); n > 0 {
		out[n-1] = singular(out[n-1])
	}
	return strings.Join(out, " ")
}

func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// pair matches one to one, best pairs first, and counts the four levels.
func pair(t *testing.T, text string, gold, pred []cell, hits *[5]int) {
	used := make([]bool, len(pred))
	done := make([]bool, len(gold))
	for want := 1111; want >= 1000; want-- {
		for g := range gold {
			for p := range pred {
				if done[g] || used[p] || weigh(gold[g], pred[p]) != want {
					continue
				}
				done[g], used[p] = true, true
				hits[0]++
				if want/100%10 == 1 || strings.EqualFold(gold[g].Unit, pred[p].whole) {
					hits[4]++
				}
				for k, bit := range []int{100, 10, 1} {
					hits[k+1] += want / bit % 10
				}
				if want/100%10 == 0 {
					t.Logf("unit  %q, whole %q, gold %q of %q | %s", pred[p].Unit, pred[p].whole, gold[g].Unit, pred[p].text, text)
				}
				if want/10%10 == 0 {
					t.Logf("bound %q gold %q of %q | %s", pred[p].Bound, gold[g].Bound, pred[p].text, text)
				}
				if want%10 == 0 {
					t.Logf("thing %q gold %q of %q | %s", pred[p].Concept, gold[g].Concept, pred[p].text, text)
				}
			}
		}
	}
	for g := range gold {
		if !done[g] {
			t.Logf("miss  %v %q | %s", gold[g].Value, gold[g].Unit, text)
		}
	}
	for p := range pred {
		if !used[p] {
			t.Logf("extra %v %q %q | %s", pred[p].Value, pred[p].Unit, pred[p].text, text)
		}
	}
}

func weigh(g, p cell) int {
	if !sameValue(g.Value, p.Value) {
		return 0
	}
	w := 1000
	if strings.EqualFold(g.Unit, p.Unit) {
		w += 100
	}
	if g.Bound == p.Bound {
		w += 10
	}
	for _, a := range g.Concept {
		for _, b := range p.Concept {
			if strings.EqualFold(strings.Trim(a, ","), strings.Trim(b, ",")) {
				return w + 1
			}
		}
	}
	return w
}

func sameValue(a, b any) bool {
	x, okX := a.([]any)
	y, okY := b.([]any)
	if okX != okY {
		return false
	}
	if okX {
		return sameValue(x[0], y[0]) && sameValue(x[1], y[1])
	}
	return math.Abs(a.(float64)-b.(float64)) <= 1e-8+1e-5*math.Abs(b.(float64))
}

// A spec is one case of the Recognizers specs.
type spec struct {
	Recognizer, Mode, Kind, Input string
	Results                       []struct{ Text, Type, Value, Unit string }
}

// TestScoreRecognizers counts the cases of the Recognizers specs whose results we
// give in full, text and value.
func TestScoreRecognizers(t *testing.T) {
	f, err := os.Open(data(t, "recognizers", "specs_en.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	models := []string{"NumberModel", "PercentModel", "CurrencyModel", "DimensionModel", "AgeModel", "TemperatureModel", "OrdinalModel"}
	pass, total, bared := map[string]int{}, map[string]int{}, 0
	for line := range bytes.Lines(all) {
		var sp spec
		if json.Unmarshal(line, &sp) != nil || sp.Mode != "default" || sp.Kind != "model" {
			continue
		}
		model := sp.Recognizer[strings.Index(sp.Recognizer, "/")+1:]
		total[model]++
		bare := false
		got, ok := matchSpec(t, model, &sp, &bare)
		if ok && bare && containsString(models, model) {
			bared++
			continue
		}
		if ok {
			pass[model]++
		} else if containsString(models, model) {
			t.Logf("spec %s: %q\n  want %v\n  got  %v", model, sp.Input, sp.Results, got)
		}
	}
	sum, n := 0, 0
	for _, m := range models {
		fmt.Printf("score: recognizers %s\t%d of %d\n", m, pass[m], total[m])
		sum, n = sum+pass[m], n+total[m]
	}
	fmt.Printf("score: recognizers right but for results without a number\t%d\n", bared)
	fmt.Printf("score: recognizers all\t%.1f\n", 100*float64(sum)/float64(n))
}

func containsString(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// matchSpec compares our readings, spelled as the model's results are, with those wanted.
// Results without a number (the word "celsius") are none of ours: they set bare.
func matchSpec(t *testing.T, model string, sp *spec, bare *bool) ([]string, bool) {
	got := results(t, model, sp.Input)
	var want []string
	for _, r := range sp.Results {
		if r.Value == "" {
			*bare = true
			continue
		}
		want = append(want, strings.ToLower(strings.TrimSpace(r.Text))+"="+specValue(r.Value))
	}
	if len(got) != len(want) {
		return got, false
	}
	for i := range got {
		if got[i] != want[i] {
			return got, false
		}
	}
	return got, true
}

func specValue(v string) string {
	v = strings.TrimSuffix(v, "%")
	if f, err := strconv.ParseFloat(v, 64); err == nil {
		return strconv.FormatFloat(f, 'g', 6, 64)
	}
	return v
}
