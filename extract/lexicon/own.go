package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

// Lists are the embedded lists with the rows of a caller before them. A nil *Lists is
// the embedded ones alone. They are read-only and may be shared.
type Lists struct {
	own    map[string]*Table
	digest string
	made   sync.Map // by Once: what was made of them
}

// ownLists are the lists that a caller may add to.
var ownLists = []string{"abbreviations", "cues", "organisations", "person_titles", "units"}

// Own reads the lists of a folder, named and written as ours: cues.tsv. A row adds to our
// list; of what it has the first cell of, ours is replaced, word by word (in cues, words
// of the same part of speech). Faults read "cues.tsv:3: …". A folder without any list is a fault too.
func Own(folder fs.FS) (*Lists, error) {
	names, err := fs.Glob(folder, "*.tsv")
	if err != nil || len(names) == 0 {
		_, statErr := fs.Stat(folder, ".")
		return nil, errors.Join(err, statErr, errors.New("own words: no .tsv file in the folder"))
	}
	l := &Lists{own: map[string]*Table{}}
	sum := sha256.New()
	sum.Write([]byte(Digest()))
	var faults []error
	for _, file := range names {
		data, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		sum.Write([]byte(file + "\x00"))
		sum.Write(data)
		name := strings.TrimSuffix(path.Base(file), ".tsv")
		if !slices.Contains(ownLists, name) {
			faults = append(faults, fmt.Errorf("%s: no list of that name takes own rows: there are %s", file, strings.Join(ownLists, ", ")))
			continue
		}
		t, err := parse(file, string(data), false)
		if err != nil {
			faults = append(faults, errors.New(strings.TrimPrefix(err.Error(), "lexicon/")))
			continue
		}
		for i := range t.Rows {
			t.Rows[i].Own = fmt.Sprintf("%s:%d", file, t.Rows[i].Line)
		}
		faults = append(faults, checkOwn(name, t)...)
		l.own[name] = t
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	l.digest = hex.EncodeToString(sum.Sum(nil)[:6])
	return l, nil
}

// checkOwn holds own rows to the columns of our list and to their types.
func checkOwn(name string, t *Table) (faults []error) {
	ours, err := Open(name)
	if err != nil {
		return []error{err}
	}
	if !slices.Equal(ours.Columns, t.Columns) {
		return []error{fmt.Errorf("%s: the columns are %q, want %q", t.Name, strings.Join(t.Columns, " "), strings.Join(ours.Columns, " "))}
	}
	for i := range t.Rows {
		if err := ours.Check(t.Rows[i].Cells); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", t.Rows[i].Own, err))
		}
	}
	return faults
}

// Table is a list: the caller's rows first, then ours but for the words that those have.
// It panics as Must does.
func (l *Lists) Table(name string) *Table {
	ours := Must(name)
	if l == nil || l.own[name] == nil {
		return ours
	}
	pos := -1
	if name == "cues" {
		pos = ours.Column("pos")
	}
	key := func(r Row, word string) string {
		if pos >= 0 {
			return word + "\t" + r.Cells[pos]
		}
		return word
	}
	replaced := map[string]bool{}
	merged := &Table{Name: ours.Name, Source: ours.Source, Licence: ours.Licence, Columns: ours.Columns}
	for _, r := range l.own[name].Rows {
		merged.Rows = append(merged.Rows, r)
		for _, w := range Split(r.Cells[0]) {
			replaced[key(r, w)] = true
		}
	}
	for _, r := range ours.Rows {
		words := Split(r.Cells[0])
		left := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return replaced[key(r, w)] })
		if len(left) == 0 {
			continue
		}
		if len(left) < len(words) {
			r.Cells = append([]string{strings.Join(left, "|")}, r.Cells[1:]...)
		}
		merged.Rows = append(merged.Rows, r)
	}
	return merged
}

// Digest tells these lists from others, as the function of that name.
func (l *Lists) Digest() string {
	if l == nil {
		return Digest()
	}
	return l.digest
}

// Once makes of lists what a stage needs, once for each Lists.
func Once[T any](f func(*Lists) T) func(*Lists) T {
	embedded := sync.OnceValue(func() T { return f(nil) })
	key := new(byte)
	return func(l *Lists) T {
		if l == nil {
			return embedded()
		}
		made, _ := l.made.LoadOrStore(key, sync.OnceValue(func() T { return f(l) }))
		return made.(func() T)()
	}
}
