package golden

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/txtar"
)

// A Case is one article with the layers it pins down.
type Case struct {
	Name    string // "quantities/money.txtar#it-paid-half": file, and the name in the section or the first words
	Article *extract.Article
	Layers  []Layer
	changed error // the article is not that of the golden
}

// A Layer is the hand-checked truth of one layer of a case.
type Layer struct {
	Name  string
	Lines []string
	file  int // index of the section in the file
}

// A File is one txtar archive of cases.
type File struct {
	Path    string
	archive *txtar.Archive    // nil for a golden in JSON Lines
	present *extract.Document // what a golden in JSON Lines is written anew from
	Cases   []Case
}

// Load reads all case files under root, in the order of their paths.
func Load(root string) ([]*File, error) {
	var files []*File
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		read := load
		switch {
		case strings.HasSuffix(path, linesSuffix):
			read = loadLines
		case filepath.Ext(path) != ".txtar":
			return nil
		}
		f, err := read(root, path)
		if err != nil {
			return err
		}
		files = append(files, f)
		return nil
	})
	return files, err
}

func load(root, path string) (*File, error) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		return nil, err
	}
	name, err := filepath.Rel(root, path)
	if err != nil {
		return nil, err
	}
	f := &File{Path: path, archive: archive}
	for i, s := range archive.Files {
		if err := f.section(filepath.ToSlash(name), i, s); err != nil {
			return nil, fmt.Errorf("%s: section %d, %s: %w", path, i+1, s.Name, err)
		}
	}
	return f, nil
}

func (f *File) section(name string, i int, s txtar.File) error {
	text := string(s.Data)
	kind, given, _ := strings.Cut(s.Name, " ")
	switch kind {
	case "article-file":
		data, err := os.ReadFile(filepath.Join(filepath.Dir(f.Path), strings.TrimSpace(text)))
		if err != nil {
			return err
		}
		text = string(data)
		fallthrough
	case "article", "page":
		if given == "" {
			given = firstWords(text)
		}
		id := name + "#" + given
		for _, c := range f.Cases {
			if c.Name == id {
				return fmt.Errorf("two cases are called %q: give this one a name, -- %s NAME --", given, kind)
			}
		}
		a := &extract.Article{ID: id, Text: text}
		switch kind {
		case "article":
			a.Text = strings.TrimSuffix(text, "\n")
		case "page":
			a.Text, a.Page = "", []byte(text)
		}
		f.Cases = append(f.Cases, Case{Name: id, Article: a})
		return nil
	}
	if len(f.Cases) == 0 {
		return fmt.Errorf("comes before any article")
	}
	c := &f.Cases[len(f.Cases)-1]
	if s.Name == "published" {
		var err error
		c.Article.Published, err = extract.ParseTimestamp(strings.TrimSpace(text))
		c.Article.PublishedFrom = "caller"
		return err
	}
	if _, ok := dumpers[s.Name]; !ok {
		return fmt.Errorf("no such layer")
	}
	l := Layer{Name: s.Name, file: i}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			l.Lines = append(l.Lines, line)
		}
	}
	c.Layers = append(c.Layers, l)
	return nil
}

// wordsInName is how many words name a case that has no name.
const wordsInName = 6

// firstWords are the first words of a text, as a name: "it-paid-half-a-million".
func firstWords(text string) string {
	text = markup.ReplaceAllString(text, " ")
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words[:min(wordsInName, len(words))], "-")
}

var markup = regexp.MustCompile(`(?s)<style.*?</style>|<script.*?</script>|<[^>]*>`)

// write puts new lines under a layer's heading.
func (f *File) write(l Layer, d *extract.Document, lines []string) {
	if f.present = d; f.archive == nil {
		return
	}
	data := strings.Join(lines, "\n")
	if data != "" {
		data += "\n"
	}
	f.archive.Files[l.file].Data = []byte(data)
}

// save writes the file back.
func (f *File) save() error {
	if f.archive != nil {
		return os.WriteFile(f.Path, txtar.Format(f.archive), 0o644)
	}
	data, err := claimLines(f.present)
	if err != nil {
		return err
	}
	return os.WriteFile(f.Path, data, 0o644)
}
