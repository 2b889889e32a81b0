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
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
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
func Must(name string) *Table { return must(name, nil) }

// Each is Must for long lists, of which it makes no table: row gets the cells of each row,
// in a slice that it must not keep.
func Each(name string, row func(cells []string)) { must(name, row) }

func must(name string, each func(cells []string)) *Table {
	data, err := files.ReadFile(name + ".tsv")
	if err != nil {
		panic(err)
	}
	t, err := (&parser{each: each}).parse(name+".tsv", string(data))
	if err != nil {
		panic(err)
	}
	return t
}

// Parse reads a list from text. Faults read "units.tsv:41: ...".
func Parse(name, text string) (*Table, error) { return parse(name, text, true) }

// parse reads a list. A strict one is held to its types, and its keys to be told apart.
func parse(name, text string, strict bool) (*Table, error) {
	p := parser{strict: strict, seen: map[string]int{}}
	t, err := p.parse(name, text)
	switch {
	case err != nil:
		return nil, err
	case strict && (t.Source == "" || t.Licence == ""):
		return nil, fmt.Errorf("lexicon/%s:1: the head names no source or no licence", name)
	case strict && t.untyped() != "":
		return nil, fmt.Errorf("lexicon/%s:1: the head gives no type of column %q", name, t.untyped())
	}
	return t, nil
}

// A parser reads a list line by line.
type parser struct {
	t      *Table
	strict bool
	each   func(cells []string) // what the rows are given to, instead of the table
	line   int
	lines  int            // of the list
	cells  []string       // of all rows, in one piece
	keyed  []int          // the columns of the key, where the head names them
	seen   map[string]int // the line of each key
}

func (p *parser) parse(name, text string) (*Table, error) {
	p.t, p.lines = &Table{Name: name}, strings.Count(text, "\n")+1
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		p.line++
		var err error
		if line = strings.TrimRight(line, "\r"); strings.HasPrefix(line, "#") {
			err = p.head(line[1:])
		} else if line != "" {
			err = p.row(line)
		}
		if err != nil {
			return nil, fmt.Errorf("lexicon/%s:%d: %w", name, p.line, err)
		}
	}
	return p.t, nil
}

// head reads a comment, behind its mark.
func (p *parser) head(comment string) error {
	comment = strings.TrimSpace(comment)
	if typed, ok := strings.CutPrefix(comment, "column "); ok && p.strict {
		if err := p.t.addType(typed); err != nil {
			return err
		}
	}
	field, value, _ := strings.Cut(comment, ":")
	value = strings.TrimSpace(value)
	switch field {
	case "source":
		p.t.Source = value
	case "licence":
		p.t.Licence = value
	case "columns":
		p.t.Columns = strings.Split(value, "\t")
		if p.each == nil {
			p.cells = make([]string, 0, p.lines*len(p.t.Columns))
			p.t.Rows = make([]Row, 0, p.lines)
		}
	case "key":
		for _, k := range strings.Fields(value) {
			i := p.t.Column(k)
			if i < 0 {
				return fmt.Errorf("key %q is no column", k)
			}
			p.keyed = append(p.keyed, i)
		}
	}
	return nil
}

// row reads a line that is no comment.
func (p *parser) row(line string) error {
	if p.t.Columns == nil {
		return errors.New("a row before the \"# columns:\" line")
	}
	from := len(p.cells)
	for rest, more := line, true; more; {
		var cell string
		cell, rest, more = strings.Cut(rest, "\t")
		p.cells = append(p.cells, cell)
	}
	cells := p.cells[from:len(p.cells):len(p.cells)]
	if len(cells) != len(p.t.Columns) {
		return fmt.Errorf("%d cells for %d columns", len(cells), len(p.t.Columns))
	}
	if p.each != nil {
		p.each(cells)
		p.cells = p.cells[:0]
		return nil
	}
	p.t.Rows = append(p.t.Rows, Row{Line: p.line, Cells: cells, table: p.t})
	if !p.strict {
		return nil
	}
	if err := p.t.Check(cells); err != nil {
		return err
	}
	k := key(cells, p.keyed)
	if first, ok := p.seen[k]; ok {
		return fmt.Errorf("%q listed twice, first at line %d", strings.TrimSpace(k), first)
	}
	p.seen[k] = p.line
	return nil
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

// Set is the first column of the list name.tsv, with the alternatives in it. It is made once
// and shared: it must not be changed.
func Set(name string) map[string]bool {
	if set, ok := sets.Load(name); ok {
		return set.(map[string]bool)
	}
	set := map[string]bool{}
	Each(name, func(cells []string) {
		for word, rest, more := "", cells[0], true; more && rest != ""; {
			word, rest, more = strings.Cut(rest, "|")
			set[word] = true
		}
	})
	shared, _ := sets.LoadOrStore(name, set)
	return shared.(map[string]bool)
}

var sets sync.Map // of Set, by name

// Where is the first column of the rows that have one of the values in a column.
func Where(name, column string, values ...string) map[string]bool {
	set := map[string]bool{}
	for _, r := range Must(name).Rows {
		if slices.Contains(values, r.Cell(column)) {
			Add(set, Split(r.Cells[0])...)
		}
	}
	return set
}

// Pairs is the second column by the words of the first.
func Pairs(name string) map[string]string {
	pairs := map[string]string{}
	for _, r := range Must(name).Rows {
		for _, w := range Split(r.Cells[0]) {
			pairs[w] = r.Cells[1]
		}
	}
	return pairs
}

// SetOf is a set of the words.
func SetOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	Add(set, words...)
	return set
}

// Add puts the words into a set.
func Add(set map[string]bool, words ...string) {
	for _, w := range words {
		set[w] = true
	}
}
