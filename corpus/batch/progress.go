package batch

import (
	"encoding/json"
	"sync/atomic"
	"time"
)

// Progress is counted up by a run, and may be read while it goes on.
type Progress struct {
	Articles atomic.Int64 // of this run; not those of shards that were done before
	Claims   atomic.Int64
	Failed   atomic.Int64
	Bytes    atomic.Int64 // of input read by this run
	Skipped  atomic.Int64 // bytes of shards that were done before
	Total    atomic.Int64 // bytes of all shards
	Shards   atomic.Int64
}

func (p *Progress) article(claims int, failed bool) {
	p.Articles.Add(1)
	p.Claims.Add(int64(claims))
	if failed {
		p.Failed.Add(1)
	}
}

func (p *Progress) skip(d *Done) {
	p.Skipped.Add(d.Bytes)
	p.Shards.Add(1)
}

// Duration is written as text: "10s".
type Duration struct{ time.Duration }

// MarshalJSON implements json.Marshaler.
func (d Duration) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON implements json.Unmarshaler.
func (d *Duration) UnmarshalJSON(data []byte) (err error) {
	var s string
	if err = json.Unmarshal(data, &s); err == nil {
		d.Duration, err = time.ParseDuration(s)
	}
	return err
}
