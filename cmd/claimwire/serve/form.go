package serve

import (
	"bytes"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/internal/offset"
)

const ndjson = "application/x-ndjson"

// A form is what a request wants: the article's fields, and how records look.
type form struct {
	about     *About
	published claimwire.Timestamp
	unit      offset.Unit
	layers    claimwire.Layer
	documents bool // doc/1 records in place of claims
	empty     bool
}

func newForm(q *About) (*form, error) {
	f := &form{about: q}
	var err error
	if q.Published != "" {
		if f.published, err = claimwire.ParseTimestamp(q.Published); err != nil {
			return nil, huma.Error422UnprocessableEntity("published: " + err.Error())
		}
	}
	if f.unit, err = offset.Parse(q.Offsets); err != nil {
		return nil, huma.Error422UnprocessableEntity(err.Error())
	}
	return f, nil
}

// needs are the layers to compute: tokens are recorded with their tags.
func (f *form) needs() claimwire.Layer {
	if f.layers&claimwire.Tokens != 0 {
		return f.layers | claimwire.Tags
	}
	return f.layers
}

// lines are the records of a document, one a line, as the command writes them.
func (f *form) lines(d *claimwire.Document, err error) ([]byte, error) {
	var out, line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	table := offset.New(d.Text, f.unit)
	write := func(record any) error {
		line.Reset()
		if err := e.Encode(record); err != nil {
			return err
		}
		out.Write(table.Rewrite(line.Bytes()))
		return nil
	}
	switch {
	case err != nil:
		table = offset.New("", offset.Bytes)
		err = write(claimwire.FailureOf(d, err))
	case f.documents:
		err = write(d.Record(f.layers))
	default:
		records := d.ClaimRecords()
		for i := range records {
			if err := write(&records[i]); err != nil {
				return nil, err
			}
		}
		if f.empty && len(records) == 0 {
			err = write(d.EmptyRecord())
		}
	}
	return out.Bytes(), err
}
