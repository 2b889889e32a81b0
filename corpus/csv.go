package corpus

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/extract"
)

// readCSV reads a table whose first row names the columns, by the names that JSON
// Lines use. Columns of other names are kept in Extra.
func readCSV(s *source, y yield) bool {
	r := csv.NewReader(s.r)
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	names, err := r.Read()
	if err != nil {
		return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
	}
	names = append([]string{}, names...)
	for {
		offset := r.InputOffset()
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return true
		}
		line, _ := 0, 0
		var fault *csv.ParseError
		if errors.As(err, &fault) {
			line = fault.StartLine
		} else if err == nil {
			line, _ = r.FieldPos(0)
		}
		a := s.article(fmt.Sprintf("%s:%d", s.name, line), offset)
		if err == nil {
			err = fillRow(a, names, row)
		} else if fault == nil {
			return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
		}
		if err != nil {
			err = fmt.Errorf("%s:%d: %w", s.name, line, err)
		}
		if !y(a, err) {
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
			r.set(name, []byte(row[i]))
		default:
			r.extra(name, row[i])
		}
	}
	return r.complete()
}
