package serve

import (
	"bytes"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/extract"
)

const ndjson = "application/x-ndjson"

// A form is what a request wants: the article's fields, and how records look.
type form struct {
	about     *About
	published claimwire.Timestamp
	unit      extract.OffsetUnit
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
	if f.unit, err = extract.ParseOffsetUnit(q.Offsets); err != nil {
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
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err != nil {
		err = e.Encode(claimwire.FailureOf(d, err))
		return out.Bytes(), err
	}
	offsets := extract.NewOffsets(d.Text, f.unit)
	if f.documents {
		r := d.Record(f.layers)
		offsets.Rewrite(r)
		err = e.Encode(r)
		return out.Bytes(), err
	}
	records := d.ClaimRecords()
	offsets.Rewrite(records)
	for i := range records {
		if err := e.Encode(&records[i]); err != nil {
			return nil, err
		}
	}
	if f.empty && len(records) == 0 {
		err = e.Encode(d.EmptyRecord())
	}
	return out.Bytes(), err
}
