package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// readJSON reads a file of one object, of several, or of an array of them, each with the
// members that a line of JSON Lines has.
func readJSON(s *source, y yield) bool {
	data, err := s.all(maxLine)
	if err != nil {
		return s.fail(y, "", err)
	}
	d := jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	for n := 0; ; {
		kind := d.PeekKind()
		if kind == '[' && d.StackDepth() == 0 || kind == ']' && d.StackDepth() == 1 {
			if _, err := d.ReadToken(); err != nil {
				return s.fail(y, "", fmt.Errorf("%s: %w", s.name, err))
			}
			continue
		}
		value, err := d.ReadValue()
		if errors.Is(err, io.EOF) {
			if n == 0 {
				return s.fail(y, "", fmt.Errorf("%s: no object in it", s.name))
			}
			return true
		}
		n++
		a := s.article(s.name, d.InputOffset()-int64(len(value)))
		if n > 1 || d.StackDepth() > 0 {
			a.ID = fmt.Sprintf("%s#%d", s.name, n)
		}
		if err != nil {
			return y(a, fmt.Errorf("%s: object %d: %w", s.name, n, err))
		}
		if err = parseLine(a, value); err != nil {
			err = fmt.Errorf("%s: object %d: %w", s.name, n, err)
		}
		if !y(a, err) {
			return false
		}
	}
}
