// Package store reads what a batch run wrote, as documents with their claims, for
// the databases and files that hold them: see its packages parquet, sqlite,
// postgres, and query for asking.
package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/segmentio/encoding/json"

	"github.com/claimwire/claimwire/corpus/batch"
)

// A Document is one article of a shard with its claims.
type Document struct {
	Article   string // id as the caller gave it
	Doc       string // id of the text
	URL       string
	Title     string
	Published string // RFC 3339, a date or a time; "" if unknown
	Claims    []Claim
	Digest    []byte // of all its lines: equal for equal records
}

// A Claim is a record as docs/schema.md has it, with numbers as float64. Record is
// the line itself.
type Claim struct {
	V            string     `json:"v"`
	Article      string     `json:"article"`
	URL          string     `json:"url"`
	Title        string     `json:"title"`
	Published    string     `json:"published"`
	ID           string     `json:"id"`
	Doc          string     `json:"doc"`
	Section      string     `json:"section"`
	Sentence     int32      `json:"sentence"`
	LastSentence int32      `json:"last_sentence"`
	Type         string     `json:"type"`
	Stance       string     `json:"stance"`
	Factuality   string     `json:"factuality"`
	Negated      bool       `json:"negated"`
	Conditional  bool       `json:"conditional"`
	Cue          *Passage   `json:"cue"`
	Source       Source     `json:"source"`
	Addressee    *Passage   `json:"addressee"`
	Content      string     `json:"content"`
	Parts        []Passage  `json:"parts"`
	Hedges       []Passage  `json:"hedges"`
	Quantities   []Quantity `json:"quantities"`
	Times        []Time     `json:"times"`
	Places       []Place    `json:"places"`
	Parent       string     `json:"parent"`
	Rule         string     `json:"rule"`
	Conf         float64    `json:"conf"`
	Record       []byte     `json:"-"`
}

// A Passage is text with its half-open range of bytes of the article.
type Passage struct {
	Text  string `json:"text" parquet:"text"`
	Start int32  `json:"start" parquet:"start"`
	End   int32  `json:"end" parquet:"end"`
}

// A Source is who stands behind a claim. Start and End are nil without a mention.
type Source struct {
	Mention string `json:"mention" parquet:"mention,optional"`
	Start   *int32 `json:"start" parquet:"start,optional"`
	End     *int32 `json:"end" parquet:"end,optional"`
	Kind    string `json:"kind" parquet:"kind,dict"`
	Name    string `json:"name" parquet:"name,optional,dict"`
	Role    string `json:"role" parquet:"role,optional,dict"`
	Ref     string `json:"ref" parquet:"ref,optional,dict"`
	Reason  string `json:"reason" parquet:"reason,optional"`
}

// A Quantity is a number in a claim. A number that no float64 can hold is nil.
type Quantity struct {
	Passage
	Kind       string   `json:"kind" parquet:"kind,dict"`
	Value      *float64 `json:"value" parquet:"value,optional"`
	Low        *float64 `json:"low" parquet:"low,optional"`
	High       *float64 `json:"high" parquet:"high,optional"`
	Unit       string   `json:"unit" parquet:"unit,dict"`
	Of         string   `json:"of" parquet:"of"`
	Subject    string   `json:"subject" parquet:"subject,optional"`
	Modifier   string   `json:"modifier" parquet:"modifier,dict"`
	Bound      string   `json:"bound" parquet:"bound,dict"`
	Role       string   `json:"role" parquet:"role,dict"`
	Dir        string   `json:"dir" parquet:"dir,dict"`
	PartOf     string   `json:"part_of" parquet:"part_of,optional"`
	Per        string   `json:"per" parquet:"per,optional,dict"`
	Equivalent string   `json:"equivalent" parquet:"equivalent,optional"`
}

// A Time is a TIMEX3 in a claim.
type Time struct {
	Passage
	Type  string `json:"type" parquet:"type,dict"`
	Value string `json:"value" parquet:"value"`
	Mod   string `json:"mod" parquet:"mod,dict"`
	Role  string `json:"role" parquet:"role,dict"`
	From  string `json:"from" parquet:"from"`
	To    string `json:"to" parquet:"to"`
}

// A Place is a toponym in a claim.
type Place struct {
	Passage
	ISO string `json:"iso" parquet:"iso,dict"`
	Ref string `json:"ref" parquet:"ref,optional"`
}

// Parse reads one line of a run's output. A record of an article without claims
// has no ID. The claim keeps the line, which must not change any more. The decoder is
// not that of the standard library, which takes three times as long.
func Parse(line []byte) (*Claim, error) {
	c := &Claim{}
	rest, err := json.Parse(line, c, json.ZeroCopy|json.DontMatchCaseInsensitiveStructFields)
	if err == nil && len(bytes.TrimSpace(rest)) > 0 {
		err = fmt.Errorf("text after the record: %.20q", rest)
	}
	if err != nil {
		return nil, err
	}
	if c.Doc == "" || c.Article == "" {
		return nil, errors.New("a record without doc or article: made by an older version, or by no batch run")
	}
	c.Record = bytes.TrimSuffix(line, []byte("\n"))
	return c, nil
}

// Documents yields the documents of one output file in JSON Lines, one at a time.
func Documents(path string, yield func(*Document) error) error {
	var d *Document
	n := 0
	sum := sha256.New()
	flush := func() error {
		if d == nil {
			return nil
		}
		d.Digest = sum.Sum(nil)[:16]
		sum.Reset()
		err := yield(d)
		d = nil
		return err
	}
	err := batch.Lines(path, func(line []byte) error {
		n++
		c, err := Parse(line)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if d == nil || d.Article != c.Article || d.Doc != c.Doc {
			if err := flush(); err != nil {
				return err
			}
			d = &Document{Article: c.Article, Doc: c.Doc, URL: c.URL, Title: c.Title, Published: c.Published}
		}
		sum.Write(line)
		if c.ID != "" {
			d.Claims = append(d.Claims, *c)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// A Shard is a finished shard of a run.
type Shard struct {
	Key    string // the input, with the range where it is one
	Path   string // of its claims
	SHA256 string // of its claims
}

// Shards lists the finished shards of a run's folder. It is an error if the run
// was written in another form than JSON Lines.
func Shards(folder string) ([]Shard, error) {
	done, err := batch.Finished(folder)
	if err != nil {
		return nil, err
	}
	var all []Shard
	for _, d := range done {
		s := Shard{Key: d.Shard.Input, Path: filepath.Join(folder, d.Output.Name), SHA256: d.Output.SHA256}
		if d.Shard.End > 0 {
			s.Key = fmt.Sprintf("%s#%d-%d", d.Shard.Input, d.Shard.Start, d.Shard.End)
		}
		all = append(all, s)
	}
	return all, nil
}
