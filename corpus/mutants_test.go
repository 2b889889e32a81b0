package corpus

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/golden"
	"github.com/claimwire/claimwire/internal/cputime"
	"github.com/claimwire/claimwire/pipeline"
)

// A mutator damages what is sound, as networks, disks and careless programs do.
type mutator struct {
	*rand.Rand
	texts [][]byte
	pages [][]byte
}

func newMutator(t *testing.T) *mutator {
	t.Helper()
	m := &mutator{}
	files, err := golden.Load("../golden")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		for _, c := range f.Cases {
			switch {
			case c.Article.Page != nil:
				m.pages = append(m.pages, c.Article.Page)
			case c.Article.Text != "":
				m.texts = append(m.texts, []byte(c.Article.Text))
			}
		}
	}
	pages, _ := filepath.Glob("../extract/clean/testdata/*.html")
	if data := os.Getenv("CLAIMWIRE_DATA"); data != "" { // pages as they come, where they are at hand
		more, _ := filepath.Glob(filepath.Join(data, "pages", "*", "html", "*.html.gz"))
		pages = append(pages, more...)
	}
	for _, path := range pages {
		for a, err := range Open(t.Context(), []string{path}, Options{From: "html"}) {
			if err == nil && len(a.Page) < 500_000 {
				m.pages = append(m.pages, a.Page)
			}
		}
	}
	if len(m.texts) < 20 || len(m.pages) < 3 {
		t.Fatalf("only %d texts and %d pages", len(m.texts), len(m.pages))
	}
	return m
}

func (m *mutator) pick(from [][]byte) []byte { return bytes.Clone(from[m.IntN(len(from))]) }

// damage changes data in one to three ways.
func (m *mutator) damage(data []byte, others [][]byte) []byte {
	for range 1 + m.IntN(3) {
		if len(data) == 0 {
			return data
		}
		at := m.IntN(len(data))
		switch m.IntN(8) {
		case 0: // bits turned over
			for range 1 + m.IntN(20) {
				data[m.IntN(len(data))] ^= 1 << m.IntN(8)
			}
		case 1: // cut
			data = data[:at]
		case 2: // joined to another
			data = append(data, m.pick(others)...)
		case 3: // another within it
			data = append(append(append([]byte{}, data[:at]...), m.pick(others)...), data[at:]...)
		case 4: // part of it in another encoding
			for i := at; i < min(len(data), at+200); i++ {
				if data[i] == 'e' || data[i] == '"' {
					data[i] = []byte{0xe9, 0x93, 0x94, 0xff, 0xc3}[m.IntN(5)]
				}
			}
		case 5: // a piece said again and again
			piece := data[at:min(len(data), at+1+m.IntN(60))]
			data = append(data[:at:at], bytes.Repeat(piece, 1+m.IntN(400))...)
		case 6: // a piece gone
			end := min(len(data), at+m.IntN(300))
			data = append(data[:at], data[end:]...)
		case 7: // marks strewn in
			for range 1 + m.IntN(30) {
				i := m.IntN(len(data))
				data = append(data[:i:i], append([]byte([]string{"“", "”", "\"", "<", ">", "\x00", "\n\n", "{", "(", "'", "\u202e", "said "}[m.IntN(12)]), data[i:]...)...)
			}
		}
	}
	return data[:min(len(data), 1<<20)]
}

// input is a damaged input and its format, with how many records must come of it; -1 where that
// depends on the damage.
func (m *mutator) input() (from string, data []byte, records int) {
	switch m.IntN(6) {
	case 0, 1:
		return "text", m.damage(m.pick(m.texts), m.texts), 1
	case 2, 3:
		return "html", m.damage(m.pick(m.pages), m.pages), 1
	}
	var b bytes.Buffer
	for i := range 1 + m.IntN(5) {
		line, _ := json.Marshal(map[string]string{"id": strconv.Itoa(i), "text": string(m.damage(m.pick(m.texts), m.texts))})
		b.Write(append(line, '\n'))
	}
	if m.IntN(2) == 0 {
		return "jsonl", b.Bytes(), bytes.Count(b.Bytes(), []byte("\n"))
	}
	data = m.damage(b.Bytes(), m.texts)
	return []string{"jsonl", "csv", "auto", "warc", "feed", "json"}[m.IntN(6)], data, -1
}

// outcome is what a run writes: a record of each article, or of its failure.
func outcome(t *testing.T, p *pipeline.Pipeline, from string, data []byte) []string {
	all, err := extract.ParseLayers([]string{"all"})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for d, err := range p.Run(context.Background(), Open(context.Background(), []string{"-"}, Options{From: from, Stdin: bytes.NewReader(data)})) {
		var record any
		switch {
		case err == nil:
			record = d.Record(all)
			if err := d.Check(); err != nil {
				t.Error(err)
			}
		default:
			record = pipeline.FailureOf(d, err)
			if errors.As(err, new(*pipeline.Panic)) {
				t.Error(err)
			}
		}
		line, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(line))
	}
	return lines
}

// TestMutants damages sound articles. CLAIMWIRE_MUTANTS is how many; CLAIMWIRE_DATA may add pages.
func TestMutants(t *testing.T) {
	runs, most := 40, 10*time.Second
	if v := os.Getenv("CLAIMWIRE_MUTANTS"); v != "" {
		var err error
		if runs, err = strconv.Atoi(v); err != nil {
			t.Fatal(err)
		}
	}
	m := newMutator(t)
	one, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	eight, _ := pipeline.New(pipeline.English()...)
	one.Workers, eight.Workers = 1, 8
	slowest := time.Duration(0)
	for run := range runs {
		m.Rand = rand.New(rand.NewPCG(uint64(run), 7))
		from, data, records := m.input()
		var lines []string
		took := cputime.Best(1, func() { lines = outcome(t, one, from, data) })
		slowest = max(slowest, took)
		again := outcome(t, eight, from, data)
		name := fmt.Sprintf("run %d (%s, %d bytes)", run, from, len(data))
		switch {
		case t.Failed():
			t.Fatal(name)
		case len(lines) == 0 && from != "warc" && from != "auto" && from != "csv": // a dump may hold no page, a table no row
			t.Errorf("%s: no record at all", name)
		case records >= 0 && len(lines) != records:
			t.Errorf("%s: %d records, want %d", name, len(lines), records)
		case strings.Join(lines, "\n") != strings.Join(again, "\n"):
			t.Errorf("%s: one worker and eight write other bytes", name)
		case took > most:
			t.Errorf("%s: %v of processor time", name, took)
		}
	}
	peak := cputime.Peak()
	if peak > 500<<20 {
		t.Errorf("%d MB at the peak", peak>>20)
	}
	t.Logf("%d runs, the slowest took %v, %d MB at the peak", runs, slowest, peak>>20)
}
