// Package parquet writes claims as Apache Parquet, a nested row a claim, for
// DuckDB, pandas, Spark and their like.
package parquet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/claimwire/claimwire/corpus/batch"
	"github.com/claimwire/claimwire/store"
)

// Format is --to parquet.
var Format = batch.Format{
	Name: "parquet", Ext: ".parquet",
	Open: func(w io.Writer) (io.WriteCloser, error) { return NewWriter(w), nil },
	Copy: func(path string, to io.WriteCloser) (batch.Copier, error) { return newCopier(path, to.(*Writer)) },
}

// A Row is one claim, or an article without claims, whose ID is then null.
type Row struct {
	Article      string           `parquet:"article"`
	URL          string           `parquet:"url,optional"`
	Title        string           `parquet:"title,optional"`
	Published    *time.Time       `parquet:"published,optional,timestamp(millisecond)"`
	ID           string           `parquet:"id,optional"`
	Doc          string           `parquet:"doc,dict"`
	Section      string           `parquet:"section,dict"`
	Sentence     int32            `parquet:"sentence"`
	LastSentence int32            `parquet:"last_sentence"`
	Type         string           `parquet:"type,dict"`
	Stance       string           `parquet:"stance,dict"`
	Factuality   string           `parquet:"factuality,dict"`
	Negated      bool             `parquet:"negated"`
	Conditional  bool             `parquet:"conditional"`
	Cue          *store.Passage   `parquet:"cue,optional"`
	Source       store.Source     `parquet:"source"`
	Addressee    *store.Passage   `parquet:"addressee,optional"`
	Content      string           `parquet:"content"`
	Parts        []store.Passage  `parquet:"parts,list"`
	Hedges       []store.Passage  `parquet:"hedges,list"`
	Quantities   []store.Quantity `parquet:"quantities,list"`
	Times        []store.Time     `parquet:"times,list"`
	Places       []store.Place    `parquet:"places,list"`
	Parent       string           `parquet:"parent,optional"`
	Rule         string           `parquet:"rule,dict"`
	Conf         float64          `parquet:"conf"`
}

// rowsInGroup bounds what is in memory before it is written.
const rowsInGroup = 20_000

// A Writer takes one record a Write.
type Writer struct {
	w    *parquet.GenericWriter[Row]
	rows []Row
}

// NewWriter returns a writer of one file; Close ends it.
func NewWriter(w io.Writer) *Writer {
	return &Writer{w: parquet.NewGenericWriter[Row](w, parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowsInGroup))}
}

// Write takes a line of JSON.
func (w *Writer) Write(line []byte) (int, error) {
	c, err := store.Parse(bytes.Clone(line)) // rows wait for others
	if err != nil {
		return 0, err
	}
	return len(line), w.Claim(c)
}

// Claim writes a record that was read before.
func (w *Writer) Claim(c *store.Claim) error {
	return w.add(row(c))
}

// rowsAtOnce is how many rows go to the columns in one piece.
const rowsAtOnce = 256

func (w *Writer) add(r Row) error {
	w.rows = append(w.rows, r)
	if len(w.rows) < rowsAtOnce {
		return nil
	}
	return w.flush()
}

func (w *Writer) flush() error {
	_, err := w.w.Write(w.rows)
	w.rows = w.rows[:0]
	return err
}

// Close writes the last rows and the footer.
func (w *Writer) Close() error { return errors.Join(w.flush(), w.w.Close()) }

func row(c *store.Claim) Row {
	r := Row{
		Article: c.Article, URL: c.URL, Title: c.Title, ID: c.ID, Doc: c.Doc, Section: c.Section, Sentence: c.Sentence,
		LastSentence: c.LastSentence, Type: c.Type, Stance: c.Stance, Factuality: c.Factuality, Negated: c.Negated,
		Conditional: c.Conditional, Cue: c.Cue, Source: c.Source, Addressee: c.Addressee, Content: c.Content, Parts: c.Parts,
		Hedges: c.Hedges, Quantities: c.Quantities, Times: c.Times, Places: c.Places, Parent: c.Parent, Rule: c.Rule, Conf: c.Conf,
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, c.Published); err == nil {
			r.Published = &t
			break
		}
	}
	return r
}

// Write writes the claims of all shards to one file, which appears when it is whole.
func Write(path string, shards []store.Shard) (l store.Loaded, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".tmp-*")
	if err != nil {
		return l, err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	buf := bufio.NewWriterSize(f, 1<<20)
	w := NewWriter(buf)
	for c, err := range claims(shards) {
		if err == nil {
			err = w.Claim(c)
		}
		if err != nil {
			return l, err
		}
		l.Claims++
	}
	l.Shards = len(shards)
	if err := errors.Join(w.Close(), buf.Flush(), f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return l, err
	}
	return l, os.Rename(f.Name(), path)
}

// claims yields the claims of all shards. They are read on a goroutine of their own, as reading
// takes as long as writing.
func claims(shards []store.Shard) iter.Seq2[*store.Claim, error] {
	type some struct {
		claims []*store.Claim
		err    error
	}
	return func(yield func(*store.Claim, error) bool) {
		ready, left := make(chan some, 2), make(chan struct{})
		defer close(left)
		go func() {
			defer close(ready)
			send := func(s some) error {
				select {
				case ready <- s:
					return nil
				case <-left:
					return errLeft
				}
			}
			var hand some
			for _, s := range shards {
				err := batch.Lines(s.Path, func(line []byte) error {
					c, err := store.Parse(line)
					if err != nil {
						return err
					}
					if hand.claims = append(hand.claims, c); len(hand.claims) < rowsAtOnce {
						return nil
					}
					full := hand
					hand = some{}
					return send(full)
				})
				if err != nil {
					hand.err = fmt.Errorf("%s: %w", s.Path, err)
					break
				}
			}
			send(hand)
		}()
		for s := range ready {
			for _, c := range s.claims {
				if !yield(c, nil) {
					return
				}
			}
			if s.err != nil {
				yield(nil, s.err)
				return
			}
		}
	}
}

// errLeft ends the reading for a writer that wants no more.
var errLeft = errors.New("left")
