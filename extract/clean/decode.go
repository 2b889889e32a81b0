package clean

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// Caps on the bytes of an article: a larger one is no news.
const (
	maxPage = 5 << 20
	maxText = 5 << 20
)

var (
	errTooLarge = errors.New("page is larger than the cap of 5 MB")
	errLongText = errors.New("text is larger than the cap of 5 MB: cut it into articles")
)

// What pages that are no article are skipped for.
var (
	errNoHTML = extract.Skip{Reason: "not html"}
	errEmpty  = extract.Skip{Reason: "no text"}
	errShort  = extract.Skip{Reason: "too short"}
	errWall   = extract.Skip{Reason: "login or consent page"}
)

// decode is the page in UTF-8. Valid UTF-8 is taken as such whatever its labels say,
// because labels are wrong more often than UTF-8 is valid by chance. same says
// that the text is the page byte for byte.
func decode(page []byte, mediaType string) (text string, same bool, err error) {
	switch {
	case len(page) > maxPage:
		return "", false, errTooLarge
	case bytes.HasPrefix(page, []byte("%PDF-")), bytes.HasPrefix(page, []byte("\x89PNG")), bytes.HasPrefix(page, []byte("\xff\xd8\xff")), bytes.HasPrefix(page, []byte("PK\x03\x04")):
		return "", false, errNoHTML
	case len(bytes.TrimSpace(page)) == 0:
		return "", false, errEmpty
	case utf8.Valid(page):
		return string(page), true, nil
	}
	text, err = toUTF8(page, mediaType)
	return text, false, err
}

// Decode is a page in UTF-8, as the clean stage reads it. The errors are those of the
// stage: a [extract.Skip] for what is no page, and others for a page over 5 MB or in
// an encoding that is not read here.
func Decode(page []byte, mediaType string) (string, error) {
	text, _, err := decode(page, mediaType)
	return text, err
}
