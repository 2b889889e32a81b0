package golden

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/internal/cputime"
)

// folder writes files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func check(t *testing.T, dir string, o Options) *Report {
	t.Helper()
	r, err := Check(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const (
	dam  = "Mayor Tom Hale said on Tuesday the dam was safe.\n"
	want = "body:1 indirect assert CT+ source=[Mayor Tom Hale] kind=person name=[Tom Hale] role=Mayor cue=said content=[the dam was safe] time=([Tuesday] DATE 2024-10-22 role=said)"
)

// TestCheck wants a line that differs shown with its sentence and the field, known faults
// passed over, and both mended by hand alone.
func TestCheck(t *testing.T) {
	right := "-- article dam --\n" + dam + "-- published --\n2024-10-24\n-- claims --\n" + strings.Replace(want, "cue=said", "cue=[said]", 1) + "\n"
	dir := folder(t, map[string]string{"a.txtar": right})
	if r := check(t, dir, Options{}); !r.OK() || r.Scores["claims"].Right != 1 {
		t.Fatalf("the right line differs: %+v", r.Cases)
	}
	wrong := strings.Replace(right, "assert", "deny", 1)
	dir = folder(t, map[string]string{"a.txtar": wrong})
	r := check(t, dir, Options{})
	var b strings.Builder
	if err := r.Write(&b, false); err != nil {
		t.Fatal(err)
	}
	for _, piece := range []string{"a.txtar#dam", "Mayor Tom Hale said on Tuesday the dam was safe.", "- claims deny\n", "+ claims assert\n", "1 cases, 1 differ"} {
		if r.OK() || !strings.Contains(b.String(), piece) {
			t.Errorf("no %q in\n%s", piece, b.String())
		}
	}
	b.Reset()
	if err := r.JUnit(&b); err != nil {
		t.Fatal(err)
	}
	var suite struct {
		Failures int `xml:"failures,attr"`
		Cases    []struct {
			Name string `xml:"name,attr"`
		} `xml:"testcase"`
	}
	if err := xml.Unmarshal([]byte(b.String()), &suite); err != nil || suite.Failures != 1 || len(suite.Cases) != 1 || suite.Cases[0].Name != "dam" {
		t.Errorf("%v %+v\n%s", err, suite, b.String())
	}
	if r := check(t, dir, Options{Layers: []string{"times"}}); !r.OK() {
		t.Error("claims were compared, though times were asked for")
	}
	if _, err := Check(t.Context(), dir, Options{Layers: []string{"claim"}}); err == nil || !strings.Contains(err.Error(), "there are attributions, claims") {
		t.Errorf("layer claim: %v", err)
	}
	if r := check(t, dir, Options{Update: true}); !r.OK() || r.Wrote != 1 {
		t.Errorf("not written: %+v", r)
	}
	if r := check(t, dir, Options{}); !r.OK() {
		t.Errorf("what was written differs: %+v", r.Cases)
	}
}

// TestKnown never lets Update write over a layer with a known fault, and wants a fault that
// is gone off the list.
func TestKnown(t *testing.T) {
	present := strings.Replace(want, "cue=said", "cue=[said]", 1)
	truth := strings.Replace(present, "assert", "confirm", 1)
	file := "-- article dam --\n" + dam + "-- published --\n2024-10-24\n-- claims --\n" + truth + "\n"
	known := "a.txtar#dam\tclaims\tmissing\t" + truth + "\ta fault\na.txtar#dam\tclaims\textra\t" + present + "\ta fault\n"
	dir := folder(t, map[string]string{"a.txtar": file, "known.txt": known})
	if r := check(t, dir, Options{Update: true}); !r.OK() || r.Known != 2 || r.Wrote != 0 {
		t.Errorf("%+v", r)
	}
	shifted := strings.Replace(known, present, strings.Replace(present, "Mayor Tom", "Tom", 1), 1)
	dir = folder(t, map[string]string{"a.txtar": file, "known.txt": shifted})
	r := check(t, dir, Options{Update: true})
	if data, err := os.ReadFile(filepath.Join(dir, "a.txtar")); err != nil || string(data) != file {
		t.Errorf("the fault in another shape was written over the truth: %s %v", data, err)
	}
	if r.OK() || len(r.Healed) != 1 {
		t.Errorf("%+v", r)
	}
}

// TestLines makes goldens in JSON Lines, reads them, and says which span moved when the
// article changed.
func TestLines(t *testing.T) {
	dir := folder(t, map[string]string{"x/dam.txt": dam, "x/dam.json": `{"published":"2024-10-24"}`})
	if made, err := Init(t.Context(), dir, Options{}); err != nil || made != 1 {
		t.Fatalf("%d made, %v", made, err)
	}
	if made, err := Init(t.Context(), dir, Options{}); err != nil || made != 0 {
		t.Errorf("%d made again, %v", made, err)
	}
	if r := check(t, dir, Options{}); !r.OK() || r.Scores["claims"].True != 1 {
		t.Errorf("%+v", r)
	}
	if err := os.WriteFile(filepath.Join(dir, "x/dam.txt"), []byte("Big "+dam), 0o644); err != nil {
		t.Fatal(err)
	}
	r := check(t, dir, Options{})
	if r.OK() || r.Cases[0].Err == nil || !strings.Contains(r.Cases[0].Err.Error(), `golden has "Mayor Tom Hale", article has "Big Mayor Tom "`) {
		t.Errorf("%+v", r.Cases)
	}
	check(t, dir, Options{Update: true})
	if r := check(t, dir, Options{}); !r.OK() {
		t.Errorf("what was written differs: %+v", r.Cases)
	}
}

func TestTXTAR(t *testing.T) {
	annotate, err := Options{}.annotate()
	if err != nil {
		t.Fatal(err)
	}
	files, err := Load(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range files[0].Cases {
		d, err := annotate(t.Context(), c.Article)
		if err != nil {
			t.Fatal(err)
		}
		data, err := TXTAR(d, "one", []string{"claims", "times"})
		if err != nil {
			t.Fatal(err)
		}
		dir := folder(t, map[string]string{"one.txtar": string(data)})
		if r := check(t, dir, Options{}); !r.OK() || r.Cases[0].Name != "one.txtar#one" {
			t.Errorf("%+v\n%s", r.Cases, data)
		}
	}
}

func TestBadFolders(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"empty":      {nil, "no goldens"},
		"no article": {map[string]string{"a.claims.jsonl": "{}\n"}, "its article"},
		"no record":  {map[string]string{"a.txt": "x", "a.claims.jsonl": "rubbish\n"}, "a.claims.jsonl:1: no claim/1 record"},
		"no date":    {map[string]string{"a.txt": "x", "a.claims.jsonl": "", "a.json": `{"published":"soon"}`}, "a.json: published"},
	} {
		_, err := Check(t.Context(), folder(t, c.files), Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	var b bytes.Buffer
	if err := (&Report{}).Write(&b, true); err != nil {
		t.Error(err)
	}
}

// TestCheckIsQuick wants a hundred goldens of two hundred words to be checked in 3 s of
// processor time, loading included; they took 0.9 s.
func TestCheckIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("the time of check is measured in the whole test")
	}
	texts, err := filepath.Glob("whole/[a-r]*.txt") // score.txt is none
	if err != nil || len(texts) < 5 {
		t.Fatalf("%d texts: %v", len(texts), err)
	}
	files := map[string]string{}
	for i := range 100 {
		text, err := os.ReadFile(texts[i%len(texts)])
		if err != nil {
			t.Fatal(err)
		}
		files[fmt.Sprintf("%03d.txt", i)] = string(text)
	}
	dir := folder(t, files)
	if n, err := Init(t.Context(), dir, Options{}); n != 100 || err != nil {
		t.Fatalf("%d goldens: %v", n, err)
	}
	if took := cputime.Best(2, func() {
		if r, err := Check(t.Context(), dir, Options{}); err != nil || len(r.Cases) != 100 || !r.OK() {
			t.Fatalf("%+v, %v", r, err)
		}
	}); took > 3*time.Second {
		t.Errorf("a hundred goldens took %v of processor time", took)
	} else {
		t.Logf("a hundred goldens took %v of processor time", took)
	}
}
