package corpus

import (
	"net/url"
	"regexp"
	"strings"
)

// userInfo is the user and the password of an address, in any text.
var userInfo = regexp.MustCompile(`(?i)\b(https?://)[^/?#\s"'<>]*@`)

// redacted takes users and passwords out of addresses. They are used to fetch a page, and
// belong in no id, record, log or file.
func redacted(text string) string {
	if !strings.Contains(text, "@") {
		return text
	}
	return userInfo.ReplaceAllString(text, "$1")
}

// origin is scheme and host of an address in one spelling: "https://reef.example" also for
// HTTPS://Reef.Example:443.
func origin(u *url.URL) string {
	scheme, host := strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	switch scheme {
	case "http":
		host = strings.TrimSuffix(host, ":80")
	case "https":
		host = strings.TrimSuffix(host, ":443")
	}
	return scheme + "://" + host
}
