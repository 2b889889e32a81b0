package serve

import (
	_ "embed"
	"net/http"
)

//go:embed page.html
var pageHTML []byte

// page is where an article can be pasted to look at its claims. It loads nothing from elsewhere.
func page(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'")
	w.Write(pageHTML)
}
