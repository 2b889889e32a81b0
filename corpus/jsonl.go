package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/claimwire/claimwire/extract"
)

// readJSONL reads JSON Lines: an object with text or html a line, and, as far as
// they are known, id, url, title and published. All other fields are kept in
// Extra. Each line that is not blank yields one article or one error.
func readJSONL(s *source, y yield) bool {
	counted := &counter{r: s.r, n: s.base}
	r := bufio.NewReaderSize(counted, 256<<10)
	for n := s.line + 1; ; n++ {
		offset := counted.n - int64(r.Buffered())
		line, err := readLine(r, s.opts.maxLine())
		if len(bytes.TrimSpace(line)) > 0 || errors.Is(err, errTooLarge) {
			a := s.article(fmt.Sprintf("%s:%d", s.name, n), offset)
			fault := err
			if fault == nil || errors.Is(fault, io.EOF) {
				fault = parseLine(a, line)
			}
			if fault != nil {
				fault = fmt.Errorf("%s:%d: %w", s.name, n, fault)
			}
			if !y(a, fault) {
				return false
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil && !errors.Is(err, errTooLarge):
			return s.fail(y, "", fmt.Errorf("%s:%d: %w", s.name, n, err))
		}
	}
}

func (o *Options) maxLine() int {
	if o.MaxLine > 0 {
		return o.MaxLine
	}
	return maxLine
}

// readLine reads to the end of a line, however long. A line over the cap is
// skipped to its end and gives errTooLarge.
func readLine(r *bufio.Reader, most int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > most; long {
			line = nil
		} else if err == nil && line == nil {
			return part, nil // valid until the next read, which is when it has been parsed
		} else {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long && (err == nil || errors.Is(err, io.EOF)) {
			return nil, fmt.Errorf("line is %w of %d bytes", errTooLarge, most)
		}
		return line, err
	}
}

// ParseArticle reads one article from a JSON object with the fields of a line of JSON
// Lines: text or html, and, as far as they are known, id, url, title and published. An
// object with neither text nor html is ErrNoText; the article then holds the other fields.
func ParseArticle(data []byte) (*extract.Article, error) {
	a := &extract.Article{}
	err := parseLine(a, data)
	if err != nil && !errors.Is(err, ErrNoText) {
		return nil, err
	}
	return a, err
}

// ErrNoText is the error of an object that holds no article.
var ErrNoText = errors.New("neither text nor html")

func parseLine(a *extract.Article, line []byte) error {
	r := record{Article: a}
	if err := r.object(fix(a, line)); err != nil {
		return err
	}
	return r.complete()
}

// A record is an article whose fields are being read.
type record struct {
	*extract.Article
	err error // the first field that could not be read
}

// complete is why a record makes no article: a field, or none that holds one.
func (r *record) complete() error {
	if r.Text == "" && r.Page == nil && r.err == nil {
		return ErrNoText
	}
	return r.err
}

// object reads the members of a JSON object. The error is of JSON, not of a field.
func (r *record) object(data []byte) error {
	d := jsontext.NewDecoder(bytes.NewBuffer(bytes.TrimPrefix(data, []byte("\ufeff"))), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	start, err := d.ReadToken()
	if err == nil && start.Kind() != '{' {
		err = errors.New("no braces around it")
	}
	for err == nil && d.StackDepth() > 0 {
		err = r.member(d)
	}
	if err == nil {
		if _, after := d.ReadToken(); after == nil {
			err = errors.New("more than one value")
		} else if !errors.Is(after, io.EOF) {
			err = fmt.Errorf("after its end: %w", after)
		}
	}
	if err != nil {
		return fmt.Errorf("no JSON object: %w", err)
	}
	return nil
}

// member reads the next member of an object, or its end.
func (r *record) member(d *jsontext.Decoder) error {
	token, err := d.ReadToken()
	if err != nil || token.Kind() != '"' {
		return err
	}
	name := token.String()
	value, err := d.ReadValue()
	switch {
	case err != nil:
		return err
	case !own[name]:
		r.extra(name, json.RawMessage(value.Clone()))
	case value.Kind() == '"':
		text, _ := jsontext.AppendUnquote(make([]byte, 0, len(value)), value) // its one error is of bytes that it has replaced
		r.set(name, text)
	case name == "id" && value.Kind() != 'n': // a number is an id too
		r.ID = string(value)
	case name == "published" && value.Kind() == '0': // seconds or milliseconds since 1970
		r.set(name, value)
	case value.Kind() != 'n':
		r.err = or(r.err, fmt.Errorf("field %s is no string", name))
	}
	return nil
}

// own are the fields that an article has itself.
var own = map[string]bool{"id": true, "url": true, "title": true, "published": true, "text": true, "html": true}

func (r *record) extra(name string, value any) {
	if r.Extra == nil {
		r.Extra = map[string]any{}
	}
	r.Extra[name] = value
}

// set gives one of the own fields its text.
func (r *record) set(name string, text []byte) {
	switch name {
	case "id":
		r.ID = redacted(string(text))
	case "url":
		r.URL = redacted(string(text))
	case "title":
		r.Title = string(text)
	case "text":
		r.Text = string(text)
	case "html":
		if len(text) > 0 {
			r.Page, r.MediaType = text, "text/html; charset=utf-8"
		}
	case "published":
		if len(text) == 0 {
			return
		}
		t, err := extract.ReadTimestamp(string(text))
		if err != nil { // costs the date, not the article
			r.Warn("published: %v", err)
			return
		}
		r.Published, r.PublishedFrom = t, "caller"
	}
}
