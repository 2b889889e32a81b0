package main

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// switchSource is the package of the switches. It stands in the overlay only.
//
//go:embed switch.go.txt
var switchSource []byte

// switchPackage is its place in the module.
const switchPackage = "internal/mutantswitch"

// An insertion puts text into a file. Of those at one place, the ends of nested expressions
// come first, the inner before the outer, then the beginnings, the outer before the inner.
type insertion struct {
	at, order int
	text      string
}

// around puts text before and after the bytes [start, end).
func around(start, end int, before, after string) []insertion {
	const beginning = 1 << 30
	return []insertion{{start, beginning - (end - start), before}, {end, end - start, after}}
}

// writeOverlay writes the overlay in which every mutant has a switch, into the folder, and
// returns the name of its list. Mutants that cannot have one are false in the second result.
func writeOverlay(dir string, mutants []mutant) (list string, switched []bool, err error) {
	types, err := wordTypes(mutants)
	if err != nil {
		return "", nil, err
	}
	switched = make([]bool, len(mutants))
	files, lists := map[string][]insertion{}, false
	for i, m := range mutants {
		switched[i] = true
		switch off := fmt.Sprintf("mutantswitch.Off(%d)", i); {
		case filepath.Ext(m.file) == ".tsv":
			lists = true
		case m.pattern != nil:
			before := fmt.Sprintf("mutantswitch.Part(%d, %d, %d, %q, ", i, m.start-m.pattern.start-1, m.end-m.pattern.start-1, m.with)
			files[m.file] = append(files[m.file], around(m.pattern.start, m.pattern.end, before, ")")...)
		case m.with == "true":
			files[m.file] = append(files[m.file], around(m.start, m.end, fmt.Sprintf("(%s || mutantswitch.Is(%d, ", off, i), ", true))")...)
		case m.with == "false":
			files[m.file] = append(files[m.file], around(m.start, m.end, fmt.Sprintf("(!%s && mutantswitch.Is(%d, ", off, i), ", false))")...)
		case types[i] == "":
			switched[i] = false
		default:
			files[m.file] = append(files[m.file], around(m.start, m.end, fmt.Sprintf("mutantswitch.Word[%s](%d, ", types[i], i), ")")...)
		}
	}
	if lists {
		if err := switchLists(files); err != nil {
			return "", nil, err
		}
	}
	list, err = writeFiles(dir, files)
	return list, switched, err
}

// writeFiles writes the changed files, the package of the switches and the list of both.
func writeFiles(dir string, files map[string][]insertion) (list string, err error) {
	module, err := exec.Command("go", "list", "-f", "{{.Module.Path}}\t{{.Module.Dir}}", "./golden").Output()
	if err != nil {
		return "", fmt.Errorf("go list ./golden: %w", err)
	}
	name, top, _ := strings.Cut(strings.TrimSpace(string(module)), "\t")
	replace := map[string]string{}
	write := func(file string, source []byte) error {
		changed := filepath.Join(dir, fmt.Sprintf("%d.go", len(replace)))
		replace[filepath.Join(top, file)] = changed
		return os.WriteFile(changed, source, 0o600)
	}
	if err := write(filepath.Join(switchPackage, "switch.go"), switchSource); err != nil {
		return "", err
	}
	for file, put := range files {
		source, err := insert(file, name+"/"+switchPackage, put)
		if err != nil {
			return "", err
		}
		if err := write(file, source); err != nil {
			return "", err
		}
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	list = filepath.Join(dir, "overlay.json")
	return list, os.WriteFile(list, data, 0o600)
}

// insert is the source of a file with the insertions and the import of the switches, each
// line where it was.
func insert(file, imports string, put []insertion) ([]byte, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, file, source, parser.PackageClauseOnly)
	if err != nil {
		return nil, err
	}
	put = append(put, insertion{set.Position(f.Name.End()).Offset, 0, fmt.Sprintf("; import %q", imports)})
	slices.SortStableFunc(put, func(a, b insertion) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.order, b.order))
	})
	var out []byte
	last := 0
	for _, p := range put {
		out = append(append(out, source[last:p.at]...), p.text...)
		last = p.at
	}
	return append(out, source[last:]...), nil
}

// switchLists puts the switch of the word lists before the variable that holds them.
func switchLists(files map[string][]insertion) error {
	paths, err := filepath.Glob("extract/lexicon/*.go")
	if err != nil {
		return err
	}
	for _, path := range paths {
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		for _, d := range f.Decls {
			if name, end := embedded(d); name != nil {
				at := set.Position(name.Pos()).Offset
				after := fmt.Sprintf("; var %s = mutantswitch.Lists{FS: unswitched_%[1]s}", name.Name)
				files[path] = append(files[path], around(at, set.Position(end).Offset, "unswitched_", after)...)
				return nil
			}
		}
	}
	return fmt.Errorf("extract/lexicon: no variable of the type embed.FS that holds the lists")
}

// embedded is the name of a variable of the type embed.FS, and where its declaration ends.
func embedded(d ast.Decl) (*ast.Ident, token.Pos) {
	g, ok := d.(*ast.GenDecl)
	if !ok || g.Tok != token.VAR || len(g.Specs) != 1 {
		return nil, 0
	}
	spec := g.Specs[0].(*ast.ValueSpec)
	if t, ok := spec.Type.(*ast.SelectorExpr); !ok || t.Sel.Name != "FS" {
		return nil, 0
	}
	return spec.Names[0], spec.End()
}
