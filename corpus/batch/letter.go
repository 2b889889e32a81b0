package batch

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// A Letter is a dead letter: an article that failed, with all that is needed to
// try it again.
type Letter struct {
	V string `json:"v"` // letter/1
	extract.Failure
	After   int     `json:"after"`             // lines of the shard's claims that come before those of this article
	Article *Stored `json:"article,omitempty"` // none where it could not be read
}

// Stored is an article as it was read.
type Stored struct {
	ID            string         `json:"id"`
	URL           string         `json:"url,omitempty"`
	Title         string         `json:"title,omitempty"`
	Published     string         `json:"published,omitempty"`
	PublishedFrom string         `json:"published_from,omitempty"`
	Text          string         `json:"text,omitempty"`
	Page          []byte         `json:"page,omitempty"` // base64, in the encoding it came in
	MediaType     string         `json:"media_type,omitempty"`
	Input         string         `json:"input,omitempty"`
	Offset        int64          `json:"offset,omitempty"`
	Extra         map[string]any `json:"extra,omitempty"`
}

func newLetter(after int, j *job) *Letter {
	a := j.article
	l := &Letter{V: "letter/1", Failure: pipeline.FailureOf(&extract.Document{Article: a}, j.err), After: after}
	if a.Text != "" || a.Page != nil {
		l.Article = &Stored{a.ID, a.URL, a.Title, a.Published.String(), a.PublishedFrom, a.Text, a.Page, a.MediaType, a.Input, a.Offset, a.Extra}
	}
	return l
}

func (s *Stored) article() (*extract.Article, error) {
	a := &extract.Article{
		ID: s.ID, URL: s.URL, Title: s.Title, PublishedFrom: s.PublishedFrom, Text: s.Text, Page: s.Page, MediaType: s.MediaType,
		Input: s.Input, Offset: s.Offset, Extra: s.Extra,
	}
	if s.Published == "" {
		return a, nil
	}
	var err error
	a.Published, err = extract.ParseTimestamp(s.Published)
	return a, err
}
