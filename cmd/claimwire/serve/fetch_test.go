package serve_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/claimwire/claimwire/cmd/claimwire/serve"
	"github.com/claimwire/claimwire/corpus"
)

// Addresses are fetched only where that is permitted, and then none that lead into the
// server's own network, be it by a redirect or by the number of an address.
func TestFetch(t *testing.T) {
	var visits atomic.Int32
	site := http.NewServeMux()
	site.HandleFunc("/article", func(w http.ResponseWriter, _ *http.Request) {
		visits.Add(1)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, "<!doctype html><title>Road</title><p>The mayor said on Monday the road was closed, and nobody knew when it would open again.")
	})
	site.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/article", http.StatusFound) })
	site.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
	})
	local := httptest.NewServer(site)
	defer local.Close()
	_, port, _ := strings.Cut(strings.TrimPrefix(local.URL, "http://"), ":")
	ask := func(s *running, url string) (int, string) {
		code, body, _ := post(t, s.url+"/v1/extract", "application/json", `{"id":"a","url":"`+url+`"}`)
		return code, body
	}

	never := start(t, nil)
	if code, body := ask(never, local.URL+"/article"); code != 400 || !strings.Contains(body, "neither text nor html") {
		t.Errorf("without leave: %d %s", code, body)
	}
	public := start(t, func(c *serve.Config) {
		c.Fetcher = &corpus.Fetcher{IgnoreRules: true, Tries: 1, Wait: time.Millisecond}
	})
	for _, url := range []string{
		local.URL + "/article", "http://localhost:" + port + "/article", "http://2130706433:" + port + "/article", "http://0x7f.1:" + port + "/article",
		"http://[::1]:" + port + "/article", "http://[::ffff:127.0.0.1]:" + port + "/article", "http://0.0.0.0:" + port + "/article",
		"http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1/",
	} {
		if code, body := ask(public, url); code != 400 || strings.Contains(body, "road was closed") {
			t.Errorf("%s: %d %s", url, code, body)
		}
	}
	if n := visits.Load(); n > 0 {
		t.Errorf("the local site was visited %d times", n)
	}
	permitted := start(t, func(c *serve.Config) {
		c.Fetcher = &corpus.Fetcher{AllowLocal: true, IgnoreRules: true, Tries: 1, Wait: time.Millisecond, Timeout: 2 * time.Second}
	})
	for _, path := range []string{"/article", "/away"} {
		if code, body := ask(permitted, local.URL+path); code != 200 || !strings.Contains(body, "the road was closed") || !strings.Contains(body, `"article":"a","url":"`+local.URL+`/article"`) {
			t.Errorf("%s: %d %s", path, code, body)
		}
	}
}
