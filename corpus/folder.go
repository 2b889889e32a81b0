package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/corpus/output"
	"github.com/claimwire/claimwire/extract"
)

// A walker finds the files below a folder that hold articles.
type walker struct {
	o     *Options
	read  func(path string) bool            // false ends the walk
	fail  func(path string, err error) bool // likewise
	seen  map[string]bool                   // folders, by their real path: a link may lead to one twice, or in a ring
	found bool
}

// openFolder reads the files of a folder and of those in it, by path. Links are followed. A name
// with a known extension tells the format; of a name without one the content is looked at. All
// other files are skipped, and told by their reason: hidden files and folders, kinds that are not
// read, metadata that stands beside its article, the output of the run.
func openFolder(folder string, want *format, o Options, y yield) bool {
	return walk(folder, &o, func(path string) bool { return openFile(path, want, o, y) }, func(path string, err error) bool {
		return y(&extract.Article{ID: path}, err)
	})
}

func walk(folder string, o *Options, read func(string) bool, fail func(string, error) bool) bool {
	w := walker{o: o, read: read, fail: fail, seen: map[string]bool{}}
	goOn := w.folder(folder)
	if goOn && !w.found {
		return fail(folder, fmt.Errorf("%s: no articles in this folder: their names end in %s", folder, strings.Join(extensions(), " ")))
	}
	return goOn
}

func (w *walker) folder(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil && w.seen[real] {
		w.o.skip(path, "folder read before")
		return true
	}
	w.seen[real] = true
	entries, readErr := os.ReadDir(path)
	if err := errors.Join(err, readErr); err != nil {
		w.found = true
		return w.fail(path, err)
	}
	for _, e := range entries {
		if !w.entry(filepath.Join(path, e.Name())) {
			return false
		}
	}
	return true
}

func (w *walker) entry(path string) bool {
	if hidden(path) {
		w.o.skip(path, "hidden")
		return true
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.found = true
		return w.fail(path, err)
	case info.IsDir():
		return w.folder(path)
	}
	if reason := w.o.unread(path, info); reason != "" {
		w.o.skip(path, reason)
		return true
	}
	w.found = true
	return w.read(path)
}

func hidden(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") }

// unread is why a file of a folder is no article; "" for one that is.
func (o *Options) unread(path string, info os.FileInfo) string {
	switch {
	case !info.Mode().IsRegular():
		return "no regular file"
	case output.SameFile(path, o.Output) != "":
		return "output of this run"
	case besideArticle(path):
		return "metadata beside an article"
	case byExtension(path) != nil:
		return ""
	}
	if ext := filepath.Ext(unpackedName(strings.ToLower(filepath.Base(path)))); ext != "" {
		return "kind " + ext
	}
	if !readable(path) {
		return "not text"
	}
	return ""
}

// readable reports whether a file starts like text, or like what is undone here.
func readable(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true // the reader says why
	}
	defer f.Close()
	start := make([]byte, 512)
	n, _ := io.ReadFull(f, start)
	start = start[:n]
	if unpacks(start) || sixteen(start) != nil {
		return true
	}
	return n > 0 && refused(start) == "" && bytes.IndexFunc(start, control) < 0
}

func control(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' }

// besideArticle reports whether path is the article.json of an article.txt or article.html.
func besideArticle(path string) bool {
	stem, isJSON := strings.CutSuffix(path, ".json")
	return isJSON && slices.ContainsFunc(articleNames(stem), func(name string) bool {
		_, err := os.Stat(name)
		return err == nil
	})
}

// sidecarOf is the input beside which another holds metadata; "" where it is an article of its own.
func sidecarOf(input string, inputs []string) string {
	stem, isJSON := strings.CutSuffix(input, ".json")
	if !isJSON {
		return ""
	}
	for _, name := range articleNames(stem) {
		if slices.Contains(inputs, name) {
			return name
		}
	}
	return ""
}

// articleNames are the names of the articles whose metadata would be in stem.json.
func articleNames(stem string) (names []string) {
	for _, f := range formats() {
		if f.name == "text" || f.name == "html" {
			for _, e := range f.ext {
				names = append(names, stem+e)
			}
		}
	}
	return append(names, stem+".gz", stem+".zst", stem+".bz2")
}

func extensions() []string {
	var all []string
	for _, f := range formats() {
		all = append(all, f.ext...)
	}
	return all
}
