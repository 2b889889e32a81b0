package claimwire

import (
	"bytes"
	"iter"
	"mime"

	"github.com/claimwire/claimwire/extract/clean"
)

// NewArticle makes an article of bytes as they came: a page or plain text, as mediaType
// says ("text/html; charset=utf-8"), or, where that is "", as the first bytes look. A page
// keeps its encoding, which cleaning settles; text that is not UTF-8 is read as
// Windows-1252. The id is the caller's; "" makes records use the id of the text.
func NewArticle(id string, data []byte, mediaType string) *Article {
	if isPage(data, mediaType) {
		return &Article{ID: id, Page: data, MediaType: mediaType}
	}
	return &Article{ID: id, Text: clean.Text(data)}
}

func isPage(data []byte, mediaType string) bool {
	switch kind, _, _ := mime.ParseMediaType(mediaType); kind {
	case "text/html", "application/xhtml+xml":
		return true
	case "":
	default:
		return false
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 512)], []byte("\ufeff"))))
	for _, sign := range []string{"<!doctype", "<html", "<head", "<body", "<?xml"} {
		if bytes.HasPrefix(start, []byte(sign)) {
			return true
		}
	}
	return false
}

// Articles is a list as a stream for Extractor.Run.
func Articles(list ...*Article) iter.Seq2[*Article, error] {
	return func(yield func(*Article, error) bool) {
		for _, a := range list {
			if !yield(a, nil) {
				return
			}
		}
	}
}
