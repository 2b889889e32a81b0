package corpus

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/extract"
)

// readCSV reads a table whose first row names the columns, by the names that JSON
// Lines use. Columns of other names are kept in Extra. A row that cannot be read is an
// error; a quotation mark that nothing closes costs the row that it stands in.
func readCSV(s *source, y yield) bool {
	rows := rowReader{r: bufio.NewReaderSize(s.r, 256<<10)}
	var names []string
	for {
		row, line, offset, err := rows.next()
		if errors.Is(err, io.EOF) {
			return true
		}
		if names == nil {
			if err != nil {
				return s.fail(y, "", fmt.Errorf("%s:%d: %w", s.name, line, err))
			}
			names = row
			continue
		}
		a := s.article(fmt.Sprintf("%s:%d", s.name, line), offset)
		if err == nil {
			err = fillRow(a, names, row)
		}
		if err != nil {
			err = fmt.Errorf("%s:%d: %w", s.name, line, err)
		}
		if !y(a, err) || rows.broken {
			return false
		}
	}
}

func fillRow(a *extract.Article, names, row []string) error {
	if len(row) != len(names) {
		return fmt.Errorf("%d cells for %d columns", len(row), len(names))
	}
	r := record{Article: a}
	for i, name := range names {
		switch {
		case row[i] == "":
		case own[name]:
			r.set(name, fix(a, []byte(row[i])))
		default:
			r.extra(name, string(fix(a, []byte(row[i]))))
		}
	}
	return r.complete()
}

// A rowReader cuts a table into rows. A row goes on over the end of a line inside quotation
// marks, but no further than the cap: then it is an error, and the next line is tried as a row.
type rowReader struct {
	r      *bufio.Reader
	back   []byte // lines to be read again
	offset int64  // of the next line
	line   int    // of the last line read
	broken bool   // the input can be read no further
}

var errOpenQuote = errors.New(`a quotation mark (") is not closed`)

// next returns a row, and the number and the offset of its first line.
func (c *rowReader) next() (row []string, line int, offset int64, err error) {
	var text []byte
	quoted, first := false, 0
	for {
		here := c.offset
		part, err := c.read()
		if len(part) == 0 && err != nil {
			switch {
			case len(text) > 0:
				c.giveBack(text, first, offset)
				return nil, first, offset, errOpenQuote
			case !errors.Is(err, io.EOF) && !errors.Is(err, errTooLarge):
				c.broken = true
			}
			return nil, c.line, here, err
		}
		if len(text) == 0 {
			if len(bytes.TrimSpace(part)) == 0 {
				continue
			}
			first, offset = c.line, here
		}
		if text = append(text, part...); len(text) > maxLine {
			c.giveBack(text, first, offset)
			return nil, first, offset, fmt.Errorf("row is %w of %d bytes, or %w", errTooLarge, maxLine, errOpenQuote)
		}
		var sound bool
		quoted, sound = endsQuoted(part, quoted)
		if quoted && sound {
			continue
		}
		row, err := csv.NewReader(bytes.NewReader(text)).Read()
		var fault *csv.ParseError
		if errors.As(err, &fault) {
			err = fault.Err
		}
		if !sound {
			c.giveBack(text, first, offset)
			if err == nil {
				err = csv.ErrQuote
			}
		}
		return row, first, offset, err
	}
}

// giveBack keeps all but the first line of a failed row for the next.
func (c *rowReader) giveBack(text []byte, first int, offset int64) {
	_, rest, _ := bytes.Cut(text, []byte("\n"))
	c.back = append(append([]byte{}, rest...), c.back...)
	c.line, c.offset = first, offset+int64(len(text)-len(rest))
}

func (c *rowReader) read() (part []byte, err error) {
	c.line++
	defer func() { c.offset += int64(len(part)) }()
	if len(c.back) > 0 {
		end := bytes.IndexByte(c.back, '\n') + 1
		if end == 0 {
			end = len(c.back)
		}
		part = c.back[:end]
		c.back = c.back[end:]
		return part, nil
	}
	part, err = readLine(c.r, maxLine)
	if len(part) > 0 && errors.Is(err, io.EOF) {
		err = nil
	}
	if len(part) == 0 && err == nil {
		err = io.EOF
	}
	return part, err
}

// endsQuoted reports whether a line ends inside a cell in quotation marks, given whether it
// starts in one. It is not sound where a mark stands in a cell without marks, or something other
// than the end of the cell after the mark that closes it.
func endsQuoted(line []byte, quoted bool) (in, sound bool) {
	start, closed := !quoted, false // at the start of a cell; just after a mark that closed one
	for _, b := range line {
		switch {
		case quoted:
			quoted = b != '"'
			closed = !quoted
			continue
		case b == '"' && (start || closed): // "" within a cell opens it again
			quoted = true
		case b == '"', closed && b != ',' && b != '\r' && b != '\n':
			return false, false
		}
		start, closed = b == ',', false
	}
	return quoted, true
}
