// Package lexicon holds every word list of the pipeline, one .tsv file each, and
// the loader that reads them.
//
// A file starts with comment lines that say what the list is, where it comes from
// and under which licence:
//
//	# Units of measure.
//	# source: written for claimwire; codes from UCUM 2.1
//	# licence: Apache-2.0
//	# columns: name	surfaces	code
//
//	# column name: word
//	# column surfaces: words
//	# column code: like [a-z]+
//
// Every other line is one row of exactly as many tab-separated cells as there are
// columns. Within a cell, alternatives are separated by "|". The first column is
// the key; a list whose rows are told apart by more says so: "# key: lemma frame".
// Each column has its type (cellType, in types.go); columns whose cells depend on one
// another have one together, over the cells with "/" between: "# column class+value: like …".
package lexicon

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed *.tsv
var files embed.FS

// A Table is one word list.
type Table struct {
	Name    string
	Source  string
	Licence string
	Columns []string
	Rows    []Row
	types   []columnType // in the order of the head
}

// A columnType is the type of one column, or of the cells of several with "/" between.
type columnType struct {
	name    string
	columns []int
	cells   cellType
}

// A Row is one line of a list.
type Row struct {
	Line  int
	Cells []string
	Own   string // "cues.tsv:3" of a caller's row, see Own; "" of ours
	table *Table
}

// Cell is the cell of the row in the column of that name. It panics where the list has no
// such column.
func (r *Row) Cell(column string) string {
	i := r.table.Column(column)
	if i < 0 {
		panic(fmt.Sprintf("lexicon: %s has no column %q", r.table.Name, column))
	}
	return r.Cells[i]
}

// Words are the alternatives of a cell; none for an empty one.
func (r *Row) Words(column string) []string { return Split(r.Cell(column)) }

// Check reports the first cell that is not of the type of its column: `code "K m" is not
// like [a-z]+`.
func (t *Table) Check(cells []string) error {
	for i := range t.types {
		c := &t.types[i]
		cell := cells[c.columns[0]]
		for _, k := range c.columns[1:] {
			cell += "/" + cells[k]
		}
		if err := c.cells.check(cell); err != nil {
			return fmt.Errorf("%s %w", c.name, err)
		}
	}
	return nil
}

// addType reads "value: int" of the head.
func (t *Table) addType(text string) error {
	name, kind, _ := strings.Cut(text, ":")
	c := columnType{name: strings.TrimSpace(name)}
	for part := range strings.SplitSeq(c.name, "+") {
		i := t.Column(part)
		if i < 0 {
			return fmt.Errorf("%q is no column", part)
		}
		c.columns = append(c.columns, i)
	}
	var err error
	c.cells, err = parseType(strings.TrimSpace(kind))
	t.types = append(t.types, c)
	return err
}

// untyped is a column that has no type; "" if all have.
func (t *Table) untyped() string {
	for i, name := range t.Columns {
		typed := false
		for k := range t.types {
			typed = typed || slices.Contains(t.types[k].columns, i)
		}
		if !typed {
			return name
		}
	}
	return ""
}

// Open reads the embedded list name.tsv.
func Open(name string) (*Table, error) {
	data, err := files.ReadFile(name + ".tsv")
	if err != nil {
		return nil, fmt.Errorf("lexicon: no list %s.tsv", name)
	}
	return Parse(name+".tsv", string(data))
}

// Must is Open for the lists a stage is built on. It panics on a fault in an
// embedded list, which the test over all lists rules out, so that types and keys listed
// twice are not looked for again.
func Must(name string) *Table {
	data, err := files.ReadFile(name + ".tsv")
	if err != nil {
		panic(err)
	}
	t, err := parse(name+".tsv", string(data), false)
	if err != nil {
		panic(err)
	}
	return t
}

// Parse reads a list from text. Faults read "units.tsv:41: ...".
func Parse(name, text string) (*Table, error) { return parse(name, text, true) }

// parse reads a list. A strict one is held to its types, and its keys to be told apart.
func parse(name, text string, strict bool) (*Table, error) {
	t := &Table{Name: name}
	var keyed []int
	lines := strings.Count(text, "\n") + 1
	seen := map[string]int{}
	t.Rows = make([]Row, 0, lines)
	var all []string // the cells of all rows, in one piece
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			continue
		}
		if comment, ok := strings.CutPrefix(line, "#"); ok {
			comment = strings.TrimSpace(comment)
			if typed, ok := strings.CutPrefix(comment, "column "); ok && strict {
				if err := t.addType(typed); err != nil {
					return nil, fmt.Errorf("lexicon/%s:%d: %w", name, n, err)
				}
			}
			field, value, _ := strings.Cut(comment, ":")
			value = strings.TrimSpace(value)
			switch field {
			case "source":
				t.Source = value
			case "licence":
				t.Licence = value
			case "columns":
				t.Columns = strings.Split(value, "\t")
				all = make([]string, 0, lines*len(t.Columns))
			case "key":
				for _, k := range strings.Fields(value) {
					i := t.Column(k)
					if i < 0 {
						return nil, fmt.Errorf("lexicon/%s:%d: key %q is no column", name, n, k)
					}
					keyed = append(keyed, i)
				}
			}
			continue
		}
		if t.Columns == nil {
			return nil, fmt.Errorf("lexicon/%s:%d: a row before the \"# columns:\" line", name, n)
		}
		if cells := strings.Count(line, "\t") + 1; cells != len(t.Columns) {
			return nil, fmt.Errorf("lexicon/%s:%d: %d cells for %d columns", name, n, cells, len(t.Columns))
		}
		from := len(all)
		for cell := range strings.SplitSeq(line, "\t") {
			all = append(all, cell)
		}
		cells := all[from:len(all):len(all)]
		if strict {
			if err := t.Check(cells); err != nil {
				return nil, fmt.Errorf("lexicon/%s:%d: %w", name, n, err)
			}
			k := key(cells, keyed)
			if first, ok := seen[k]; ok {
				return nil, fmt.Errorf("lexicon/%s:%d: %q listed twice, first at line %d", name, n, strings.TrimSpace(k), first)
			}
			seen[k] = n
		}
		t.Rows = append(t.Rows, Row{Line: n, Cells: cells, table: t})
	}
	if strict && (t.Source == "" || t.Licence == "") {
		return nil, fmt.Errorf("lexicon/%s:1: the head names no source or no licence", name)
	}
	if c := t.untyped(); strict && c != "" {
		return nil, fmt.Errorf("lexicon/%s:1: the head gives no type of column %q", name, c)
	}
	return t, nil
}

// key joins the cells that tell rows apart: the first, or those that the head names.
func key(cells []string, keyed []int) string {
	if keyed == nil {
		return cells[0]
	}
	k := ""
	for _, i := range keyed {
		k += cells[i] + "\t"
	}
	return k
}

// Column is the index of a column; -1 if the list has none of that name.
func (t *Table) Column(name string) int {
	for i, c := range t.Columns {
		if c == name {
			return i
		}
	}
	return -1
}

// Split returns the alternatives of a cell; none for an empty one.
func Split(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// Set is the first column of the list name.tsv, with the alternatives in it.
func Set(name string) map[string]bool {
	set := map[string]bool{}
	for _, r := range Must(name).Rows {
		for _, w := range Split(r.Cells[0]) {
			set[w] = true
		}
	}
	return set
}
