package main

import (
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/tools/go/packages"
)

// A place is where a literal begins.
type place struct {
	file   string // absolute
	offset int
}

// wordTypes are the types of the mutants that are words in Go code, as they are written in
// their files: the call that stands for a word does not take the type that is asked for, as a
// constant does. "" for the others, and for a type that the file cannot name.
func wordTypes(mutants []mutant) ([]string, error) {
	at := map[place]int{}
	var stages []string
	for i, m := range mutants {
		if filepath.Ext(m.file) != ".go" || m.pattern != nil || m.with == "true" || m.with == "false" {
			continue
		}
		path, err := filepath.Abs(m.file)
		if err != nil {
			return nil, err
		}
		at[place{path, m.start}] = i
		if dir := "./" + filepath.ToSlash(filepath.Dir(m.file)); !slices.Contains(stages, dir) {
			stages = append(stages, dir)
		}
	}
	named := make([]string, len(mutants))
	if len(stages) == 0 {
		return named, nil
	}
	const mode = packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports
	loaded, err := packages.Load(&packages.Config{Mode: mode}, stages...)
	if err != nil {
		return nil, err
	}
	for _, p := range loaded {
		if len(p.Errors) > 0 {
			return nil, fmt.Errorf("%s: %w", p.PkgPath, p.Errors[0])
		}
		for _, f := range p.Syntax {
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok {
					where := p.Fset.Position(lit.Pos())
					if i, ok := at[place{where.Filename, where.Offset}]; ok {
						named[i] = typeIn(p, f, p.TypesInfo.TypeOf(lit))
					}
				}
				return true
			})
		}
	}
	return named, nil
}

// typeIn is the type as the file writes it; "" where the file does not import its package.
func typeIn(p *packages.Package, f *ast.File, t types.Type) string {
	known := true
	name := types.TypeString(t, func(from *types.Package) string {
		if from == p.Types {
			return ""
		}
		known = known && slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool {
			path, err := strconv.Unquote(s.Path.Value)
			return err == nil && s.Name == nil && path == from.Path()
		})
		return from.Name()
	})
	if !known {
		return ""
	}
	return name
}
