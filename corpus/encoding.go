package corpus

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// UTF8 turns a page into UTF-8 if it is in an encoding that the clean stage does not
// read: any but UTF-8, UTF-16 and Windows-1252. Other pages come back as they are, as
// do bytes that are valid UTF-8 whatever their label says. Open does this to every page.
func UTF8(page []byte, mediaType string) ([]byte, string) {
	if utf8.Valid(page) {
		return page, mediaType
	}
	encoding, name, _ := charset.DetermineEncoding(page, mediaType)
	if name == "windows-1252" || name == "replacement" || strings.HasPrefix(name, "utf-") {
		return page, mediaType
	}
	decoded, err := encoding.NewDecoder().Bytes(page)
	if err != nil {
		return page, mediaType // clean says what is wrong
	}
	return decoded, "text/html; charset=utf-8"
}
