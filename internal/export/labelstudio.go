package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/offset"
)

// A labelStudio writes an array of tasks with predictions, as Label Studio imports
// them, for a labelling interface with a Text named text and Labels named label:
// Source, Cue, Content. Its editor counts in code units of UTF-16.
// https://labelstud.io/guide/predictions
type labelStudio struct {
	w io.Writer
	n int
}

func newLabelStudio(w io.Writer) Writer { return &labelStudio{w: w} }

func (l *labelStudio) Write(r *extract.Record) error {
	at := offset.New(r.Text, offset.UTF16)
	result := []any{}
	for i := range r.Claims {
		c := &r.Claims[i]
		ms := marks(c)
		id := func(k int) string { return fmt.Sprintf("%s-%d", c.ID, k) }
		for k, m := range ms {
			result = append(result, map[string]any{
				"id": id(k), "from_name": "label", "to_name": "text", "type": "labels",
				"value": map[string]any{"start": at.At(m.Span.Start), "end": at.At(m.Span.End), "text": m.Text, "labels": []string{m.Label}},
			})
		}
		from, to := links(ms)
		for _, k := range to {
			result = append(result, map[string]any{
				"type": "relation", "from_id": id(from), "to_id": id(k), "direction": "right", "labels": []string{"has" + ms[k].Label},
			})
		}
	}
	task := map[string]any{
		"data":        map[string]any{"text": r.Text, "article": r.ID},
		"predictions": []any{map[string]any{"model_version": "claimwire, " + extract.ClaimVersion, "result": result}},
	}
	var b bytes.Buffer
	if l.n++; l.n == 1 {
		b.WriteString("[\n")
	} else {
		b.WriteString(",\n")
	}
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(task); err != nil {
		return err
	}
	_, err := l.w.Write(bytes.TrimRight(b.Bytes(), "\n"))
	return err
}

func (l *labelStudio) Close() error {
	end := "\n]\n"
	if l.n == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(l.w, end)
	return err
}
