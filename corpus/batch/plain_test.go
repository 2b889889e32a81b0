package batch_test

import (
	"encoding/json"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

func encodePlain(t testing.TB, e *json.Encoder, d *extract.Document) {
	var all []any
	for _, r := range d.ClaimRecords() {
		all = append(all, r)
	}
	if len(all) == 0 {
		all = append(all, d.EmptyRecord())
	}
	for _, r := range all {
		if err := e.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
}
