// Package treebank reads trees in CoNLL-U, to train and to measure with.
package treebank

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A Sentence is one tree of a treebank in CoNLL-U.
type Sentence struct {
	ID       string
	Doc      string // id of the document it belongs to
	NewDoc   bool   // the first of its document
	NewPar   bool   // the first of its paragraph
	Text     string // as written
	Comments []string
	Words    []Word
}

// A Word is one line of a tree. Words of a fused form (don't, gonna) have spans of
// their own where the parts spell the whole, else the span of the whole.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // index in Words; -1 at the root
	Deprel, Misc                   string
	extract.Span                   // bytes of Sentence.Text
}

// ReadCoNLLU yields the trees of r in order. After an error it stops; the error
// names the line.
func ReadCoNLLU(r io.Reader) iter.Seq2[*Sentence, error] {
	return func(yield func(*Sentence, error) bool) {
		in := bufio.NewScanner(r)
		in.Buffer(nil, 1<<20)
		p := treeReader{}
		for in.Scan() {
			p.line++
			done, err := p.add(in.Text())
			if err != nil {
				yield(nil, fmt.Errorf("line %d: %w", p.line, err))
				return
			}
			if done != nil && !yield(done, nil) {
				return
			}
		}
		if err := in.Err(); err != nil {
			yield(nil, fmt.Errorf("line %d: %w", p.line, err))
			return
		}
		if done, err := p.add(""); err != nil {
			yield(nil, fmt.Errorf("line %d: %w", p.line, err))
		} else if done != nil {
			yield(done, nil)
		}
	}
}

// OpenCoNLLU reads all trees of a file, which may be compressed with gzip.
func OpenCoNLLU(path string) ([]*Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	var all []*Sentence
	for s, err := range ReadCoNLLU(r) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, s)
	}
	return all, nil
}

// A treeReader gathers the lines of one tree at a time.
type treeReader struct {
	line           int
	doc            string
	newDoc, newPar bool
	comments       []string
	text           string
	id             string
	words          []Word
	at             int // end of the last form in text
	fused          extract.Span
	fusedEnd       int // words up to this index lie in fused
}

// add takes one line, and returns the tree that it ends.
func (p *treeReader) add(line string) (*Sentence, error) {
	switch {
	case strings.TrimSpace(line) == "":
		return p.finish()
	case line[0] == '#':
		p.comment(line)
		return nil, nil
	}
	cells := strings.Split(line, "\t")
	if len(cells) != 10 {
		return nil, fmt.Errorf("%d columns, want 10", len(cells))
	}
	if strings.Contains(cells[0], ".") {
		return nil, nil // an empty node of the enhanced graph
	}
	if first, last, ok := strings.Cut(cells[0], "-"); ok {
		return nil, p.fuse(first, last, cells[1])
	}
	return nil, p.word(cells)
}

func (p *treeReader) comment(line string) {
	p.comments = append(p.comments, line)
	key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
	value = strings.TrimSpace(value)
	switch key = strings.TrimSpace(key); {
	case key == "newdoc id" || key == "newdoc":
		p.doc, p.newDoc, p.newPar = value, true, true
	case key == "newpar" || strings.HasPrefix(key, "newpar id"):
		p.newPar = true
	case key == "sent_id":
		p.id = value
	case key == "text":
		p.text = value
	}
}

func (p *treeReader) fuse(first, last, form string) error {
	from, err1 := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || from != len(p.words)+1 || to < from {
		return fmt.Errorf("fused form %q out of place", form)
	}
	span, err := p.place(form)
	if err != nil {
		return err
	}
	p.fused, p.fusedEnd = span, to
	p.at = span.Start
	return nil
}

// place finds form in the text, behind what was placed before.
func (p *treeReader) place(form string) (extract.Span, error) {
	i := strings.Index(p.text[p.at:], form)
	if i < 0 {
		return extract.Span{}, fmt.Errorf("%q is not in the text from byte %d on: %q", form, p.at, p.text)
	}
	p.at += i + len(form)
	return extract.Span{Start: p.at - len(form), End: p.at}, nil
}

func (p *treeReader) word(cells []string) error {
	n := len(p.words) + 1
	if cells[0] != strconv.Itoa(n) {
		return fmt.Errorf("word %s where %d is due", cells[0], n)
	}
	head, err := strconv.Atoi(cells[6])
	if err != nil {
		return fmt.Errorf("head %q is no number", cells[6])
	}
	w := Word{
		Form: cells[1], Lemma: cells[2], UPOS: cells[3], XPOS: cells[4], Feats: cells[5],
		Head: head - 1, Deprel: cells[7], Misc: cells[9],
	}
	switch {
	case n > p.fusedEnd:
		w.Span, err = p.place(w.Form)
	case strings.HasPrefix(p.text[p.at:p.fused.End], w.Form):
		w.Span, err = p.place(w.Form)
	default:
		w.Span = p.fused
	}
	if n == p.fusedEnd {
		p.at = p.fused.End
	}
	p.words = append(p.words, w)
	return err
}

func (p *treeReader) finish() (*Sentence, error) {
	if len(p.words) == 0 {
		return nil, nil
	}
	for i, w := range p.words {
		if w.Head < -1 || w.Head >= len(p.words) {
			return nil, fmt.Errorf("word %d has head %d of %d", i+1, w.Head+1, len(p.words))
		}
	}
	s := &Sentence{ID: p.id, Doc: p.doc, NewDoc: p.newDoc, NewPar: p.newPar, Text: p.text, Comments: p.comments, Words: p.words}
	*p = treeReader{line: p.line, doc: p.doc}
	return s, nil
}
