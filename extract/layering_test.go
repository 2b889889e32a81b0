package extract_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/claimwire/claimwire/"

// TestLayering holds the arrows of docs/architecture.md: extract imports the
// standard library only, and a stage imports extract, lexicon, match, number, commitment, hashed words and the weights but no
// other stage and nothing above it.
func TestLayering(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		stage := filepath.Dir(path)
		for _, imp := range f.Imports {
			name, _ := strconv.Unquote(imp.Path.Value)
			ours, isOurs := strings.CutPrefix(name, module)
			switch {
			case stage == "." && strings.Contains(strings.Split(name, "/")[0], "."):
				t.Errorf("%s imports %s: extract imports the standard library only", path, name)
			case isOurs && ours != "extract" && ours != "extract/lexicon" && ours != "extract/match" && ours != "extract/number" && ours != "extract/commitment" && ours != "internal/model" && ours != "internal/hashed":
				t.Errorf("%s imports %s: a stage imports extract, lexicon, match, number, commitment, hashed words and the weights only", path, name)
			case isOurs && stage == "lexicon" && ours != "extract/lexicon" && ours != "internal/hashed":
				t.Errorf("%s imports %s: lists know no stage and no document", path, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
