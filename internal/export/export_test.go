package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// articles hold what exports go wrong on: characters of two and four bytes, a content in
// two parts, a quotation over paragraphs, an article without claims, marks of HTML and CSV.
var articles = []*extract.Article{
	{ID: "../../etc/passwd", Title: "Dam", URL: "https://news.example/dam?a=1&b=2", Text: "😀 The café’s owner, Zoë Brûlé, said the dam “will hold”. “We tested it,” she said. “Twice.”\n\n“It held in May.\n\n“It will hold again,” Brûlé said.\n"},
	{ID: "../../etc/passwd", Text: "Nothing was said."},
	{ID: "quotes", Text: "“A \"1,000\" <b>, or more” people left, Mayor Tom Hale said on Tuesday, Oct. 22, 2024.\n"},
	{ID: "empty", Text: ""},
}

func records(t *testing.T) []*extract.Record {
	t.Helper()
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	var out []*extract.Record
	claims := 0
	for _, a := range articles {
		d, err := p.Annotate(t.Context(), a)
		if err != nil && a.Text != "" {
			t.Fatal(err)
		}
		r := d.Record(extract.Claims | extract.Tokens)
		claims += len(r.Claims)
		out = append(out, r)
	}
	if claims < 4 {
		t.Fatalf("%d claims are too few to test with", claims)
	}
	return out
}

// write exports the articles and returns the path of the file or folder.
func write(t *testing.T, format string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out")
	var w Writer
	var err error
	if WantsFolder(format) {
		w, err = NewFolder(format, path)
	} else {
		f, ferr := os.Create(path)
		if ferr != nil {
			t.Fatal(ferr)
		}
		defer f.Close()
		w, err = New(format, f)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records(t) {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestReaders reads each export with the tool's own reader, in the Python that
// CLAIMWIRE_PYTHON names.
func TestReaders(t *testing.T) {
	python := os.Getenv("CLAIMWIRE_PYTHON")
	if python == "" {
		t.Skip("CLAIMWIRE_PYTHON names no Python with spacy, label-studio-sdk, pybrat and pyld")
	}
	for _, format := range Formats() {
		if format == "csv" {
			continue
		}
		t.Run(format, func(t *testing.T) {
			out, err := exec.Command(python, "testdata/check.py", format, write(t, format)).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			t.Logf("%s", out)
		})
	}
}

func TestCSV(t *testing.T) {
	data, err := os.ReadFile(write(t, "csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	claims := 0
	for _, r := range records(t) {
		claims += len(r.Claims)
	}
	if len(rows) != claims+1 || strings.Join(rows[0], ",") != strings.Join(columns, ",") {
		t.Errorf("%d rows for %d claims, head %v", len(rows), claims, rows[0])
	}
}

// TestBrat holds brat's names within its folder, one article a name.
func TestBrat(t *testing.T) {
	dir := write(t, "brat")
	var names []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	want := "_.._etc_passwd-2.ann _.._etc_passwd-2.txt _.._etc_passwd.ann _.._etc_passwd.txt annotation.conf empty.ann empty.txt quotes.ann quotes.txt"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("files %s, want %s", got, want)
	}
}

// TestEmpty wants a valid file where no article came.
func TestEmpty(t *testing.T) {
	for _, format := range Formats() {
		if WantsFolder(format) {
			continue
		}
		var b bytes.Buffer
		w, err := New(format, &b)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		switch format {
		case "labelstudio":
			if !json.Valid(b.Bytes()) {
				t.Errorf("%s: %q", format, b.String())
			}
		case "csv":
			if !strings.HasPrefix(b.String(), "article,") {
				t.Errorf("%s: %q", format, b.String())
			}
		default:
			if b.Len() > 0 {
				t.Errorf("%s: %q", format, b.String())
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	if _, err := New("conll", nil); err == nil || !strings.Contains(err.Error(), "there are brat, csv") {
		t.Errorf("conll: %v", err)
	}
	if _, err := New("brat", nil); err == nil {
		t.Error("brat writes a stream")
	}
	if _, err := NewFolder("csv", t.TempDir()); err == nil {
		t.Error("csv writes a folder")
	}
	if _, err := NewFolder("brat", "/dev/null/x"); err == nil || errors.Is(err, os.ErrExist) {
		t.Errorf("brat wrote below a file: %v", err)
	}
}
