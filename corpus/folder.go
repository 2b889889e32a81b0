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
)

// A found is told of a file that an input names: below is its path below the folder where it was
// found, or its last part. With an error, there is no such file. False ends the search.
type found func(path, below string, err error) bool

// files tells of the files that an input names, in order: a file, those of a folder, or those of a
// glob. Both Open and Files go by it, so that a run over dumps reads what every verb reads.
func (o *Options) files(input string, inputs []string, f found) bool {
	if sidecarOf(input, inputs) != "" {
		o.skip(input, besideReason)
		return true
	}
	info, err := os.Stat(input)
	switch {
	case err == nil && info.IsDir():
		return o.folder(input, f)
	case err == nil || !strings.ContainsAny(input, "*?["):
		return f(input, filepath.Base(input), err)
	}
	paths, err := glob(input)
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("%s: no file of such a name", input)
	}
	if err != nil {
		return f(input, filepath.Base(input), err)
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		goOn := true
		switch {
		case err == nil && info.IsDir():
			goOn = o.folder(p, f)
		case err == nil && besideArticle(p):
			o.skip(p, besideReason)
		default:
			goOn = f(p, filepath.Base(p), err)
		}
		if !goOn {
			return false
		}
	}
	return true
}

// besideReason is why the metadata of an article is skipped.
const besideReason = "metadata beside an article"

// folder tells of the files of a folder and of those in it, by path. Links are followed. A name
// with a known extension tells the format; of a name without one the content is looked at. All
// other files are skipped, and told by their reason: hidden files and folders, kinds that are not
// read, metadata that stands beside its article, the output of the run.
func (o *Options) folder(path string, f found) bool {
	w := walker{o: o, root: path, f: f, seen: map[string]bool{}}
	goOn := w.folder(path)
	if goOn && !w.any {
		return f(path, filepath.Base(path), fmt.Errorf("%s: no articles in this folder: their names end in %s", path, strings.Join(extensions(), " ")))
	}
	return goOn
}

// A walker finds the files below a folder that hold articles.
type walker struct {
	o    *Options
	root string
	f    found
	seen map[string]bool // folders, by their real path: a link may lead to one twice, or in a ring
	any  bool            // a file has been found, or trouble
}

func (w *walker) tell(path string, err error) bool {
	w.any = true
	below, relErr := filepath.Rel(w.root, path)
	if relErr != nil || err != nil {
		below = filepath.Base(path)
	}
	return w.f(path, below, err)
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
		return w.tell(path, err)
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
		return w.tell(path, err)
	case info.IsDir():
		return w.folder(path)
	}
	if reason := w.o.unread(path, info); reason != "" {
		w.o.skip(path, reason)
		return true
	}
	return w.tell(path, nil)
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
		return besideReason
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
