package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// noRules are packages of extract without rules of language.
var noRules = []string{"lexicon", "clean", "match", "internal"}

// longestList bounds the lists whose words are tried: longer ones are lists of names.
const longestList = 300

// candidates are all conditions and words that can be switched off.
func candidates(only string) (conditions, words []mutant, err error) {
	err = filepath.WalkDir("extract", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if slices.Contains(noRules, e.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		stage := filepath.Base(filepath.Dir(path))
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || stage == "extract" || only != "" && stage != only {
			return nil
		}
		c, w, err := ofFile(path)
		conditions, words = append(conditions, c...), append(words, w...)
		return err
	})
	if err != nil || only != "" {
		return conditions, words, err
	}
	lists, err := filepath.Glob("extract/lexicon/*.tsv")
	if err != nil {
		return nil, nil, err
	}
	for _, path := range lists {
		w, err := ofList(path)
		if err != nil {
			return nil, nil, err
		}
		words = append(words, w...)
	}
	return conditions, words, nil
}

// ofFile are the operands of && and || of a Go file, and its words: strings of small
// letters among the arguments of a call or the elements of a list. The parts of a pattern are
// conditions too, and its choices words.
func ofFile(path string) (conditions, words []mutant, err error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, path, source, 0)
	if err != nil {
		return nil, nil, err
	}
	add := func(to []mutant, n ast.Node, with string) []mutant {
		start, end := set.Position(n.Pos()), set.Position(n.End())
		return append(to, mutant{path, start.Line, start.Offset, end.Offset, string(source[start.Offset:end.Offset]), with, nil})
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			for _, side := range []ast.Expr{n.X, n.Y} {
				if b, ok := side.(*ast.BinaryExpr); ok && b.Op == n.Op {
					continue // its own operands come by themselves
				}
				switch n.Op {
				case token.LAND:
					conditions = add(conditions, side, "true")
				case token.LOR:
					conditions = add(conditions, side, "false")
				}
			}
		case *ast.CallExpr:
			if lit := patternOf(n); lit != nil {
				at := set.Position(lit.Pos())
				c, w := ofPattern(path, at.Line, at.Offset, lit.Value)
				conditions, words = append(conditions, c...), append(words, w...)
				return true
			}
			for _, a := range n.Args {
				if isWord(a) {
					words = add(words, a, strconv.Quote("\x00"))
				}
			}
		case *ast.CompositeLit:
			for _, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					e = kv.Key
				}
				if isWord(e) {
					words = add(words, e, strconv.Quote("\x00"))
				}
			}
		}
		return true
	})
	return conditions, words, nil
}

// patternOf is the text of a pattern of tokens: the only argument of a call of at.
func patternOf(call *ast.CallExpr) *ast.BasicLit {
	name, _ := call.Fun.(*ast.Ident)
	if f, ok := call.Fun.(*ast.SelectorExpr); ok {
		name = f.Sel
	}
	if name == nil || name.Name != "at" || len(call.Args) != 1 {
		return nil
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return nil
	}
	return lit
}

// ofPattern are the parts of a pattern, each of which would let any token pass, and where a part has
// several choices these, each of which would be no token's. The literal begins at byte offset at of the file.
func ofPattern(path string, line, at int, literal string) (conditions, words []mutant) {
	lit := &span{at, at + len(literal)}
	from := 1
	for _, part := range strings.SplitAfter(literal[1:len(literal)-1], " ") {
		start := at + from
		from += len(part)
		part = strings.TrimRight(part, " ")
		core := strings.TrimRight(part, "?*")
		looks := strings.HasPrefix(part, "{")
		switch {
		case part == "_" || part == "" || part == ".":
			continue
		case looks:
			conditions = append(conditions, mutant{path, line, start, start + len(part), part, "", lit})
		case core == part:
			conditions = append(conditions, mutant{path, line, start, start + len(part), part, ".", lit})
		}
		inner := strings.TrimLeft(strings.TrimSuffix(core, "}"), "{!")
		choice := start + strings.Index(part, inner)
		for _, c := range strings.Split(inner, "|") {
			if inner != c || core != part {
				words = append(words, mutant{path, line, choice, choice + len(c), c, "\x00", lit})
			}
			choice += len(c) + 1
		}
	}
	return conditions, words
}

// isWord reports whether the expression is a string of small letters.
func isWord(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return false
	}
	s, err := strconv.Unquote(lit.Value)
	return err == nil && s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz'-") == ""
}

// ofList are the alternatives in the first column of a short list.
func ofList(path string) ([]mutant, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var words []mutant
	rows, at, line := 0, 0, 0
	for row := range strings.Lines(string(data)) {
		line++
		if cell, _, ok := strings.Cut(row, "\t"); ok && !strings.HasPrefix(row, "#") {
			rows++
			from := at
			for i, w := range strings.Split(cell, "|") {
				words = append(words, mutant{path, line, from, from + len(w), w, fmt.Sprintf("switched-off-%d", i), nil})
				from += len(w) + 1
			}
		}
		at += len(row)
	}
	if rows > longestList {
		return nil, nil
	}
	return words, nil
}
