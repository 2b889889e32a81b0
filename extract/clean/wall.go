package clean

import (
	"regexp"
	"strings"
)

// wallTitle begins the title or the text of a page that stands before the article, or
// in its place.
var wallTitle = regexp.MustCompile(`(?i)^\W*(?:(?:please )?(?:log|sign) ?in\b|login\b|before you continue\b|we value your privacy\b|your privacy\b|this (?:site|website) uses cookies|cookie (?:consent|settings|policy)|just a moment\b|attention required|access (?:denied|to this page has been denied)|are you a (?:robot|human)|verify (?:that )?you are human|(?:please )?enable (?:javascript|js|cookies)|(?:40[0-9]|50[0-9])\b.{0,5}(?:error|forbidden|not found|bad gateway|service)|page not found|(?:subscribe|register|create an account) to (?:read|continue))`)

// Pages of fewer words than these are no article: at all, or under such a title.
const (
	fewestWords = 5
	wallWords   = 120
)

// noArticle is why a page of that title and body is to be skipped; nil if it is not.
func noArticle(title, body string) error {
	switch n := words(body); {
	case n < wallWords && (wallTitle.MatchString(title) || wallTitle.MatchString(body)):
		return errWall
	case n < fewestWords && !strings.ContainsAny(body, "“”\""):
		return errShort
	}
	return nil
}
