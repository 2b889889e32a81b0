package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"claimwire": main})
}

// TestScripts runs the command as a user would. $SITE is a web server with one
// page, which robots.txt allows, and one that it does not.
func TestScripts(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /private\n")
		case "/storm", "/private":
			w.Header().Set("Content-Type", "text/html; charset=windows-1252")
			fmt.Fprint(w, "<!doctype html><html lang=\"en\"><title>Storm</title><body><article><p>The mayor of Porthaven said the caf\xe9 roof was gone.</p></article></body></html>")
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(site.Close)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SITE", site.URL)
			return nil
		},
	})
}
