package batch

import (
	"bytes"
	"encoding/json"

	"github.com/claimwire/claimwire/extract"
)

func marshal(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	return append(data, '\n'), err
}

// recordLines are the lines of one document: its claims, or the record of one
// without, so that a store can tell an article that was read.
func recordLines(d *extract.Document) ([][]byte, error) {
	if len(d.Claims) == 0 {
		line, err := encode(d.EmptyRecord())
		return [][]byte{line}, err
	}
	var lines [][]byte
	for _, r := range d.ClaimRecords() {
		line, err := encode(r)
		if err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, nil
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}
