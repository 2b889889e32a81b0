package corpus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"code.dny.dev/ssrf"
)

// local is a Fetcher that may visit the test's own server, without waiting.
func local() *Fetcher {
	return &Fetcher{AllowLocal: true, IgnoreRules: true, Wait: time.Millisecond, Timeout: 2 * time.Second}
}

var loopback = netip.MustParsePrefix("127.0.0.0/8")

func guardedDial(g *ssrf.Guardian) func(context.Context, string, string) (net.Conn, error) {
	return (&net.Dialer{Control: g.Safe}).DialContext
}

func html(w http.ResponseWriter) { w.Header().Set("Content-Type", "text/html; charset=utf-8") }

// misbehaving is a server with a path for each thing that goes wrong on the web.
func misbehaving(t *testing.T) (*httptest.Server, *atomic.Int32) {
	var busy atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("/good", func(w http.ResponseWriter, _ *http.Request) { html(w); fmt.Fprint(w, page) })
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { html(w); fmt.Fprint(w, r.UserAgent()) })
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		html(w)
		for r.Context().Err() == nil {
			if _, err := w.Write(bytes.Repeat([]byte("<p>more</p>"), 1000)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/metadata", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
	})
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/good", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		html(w)
		w.Header().Set("Content-Encoding", "gzip")
		fmt.Fprint(w, gzipped(strings.Repeat("a", 8<<20)))
	})
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		fmt.Fprint(w, "%PDF-1.7")
	})
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) {
		if busy.Add(1) < 3 {
			w.Header().Set("Retry-After", "0")
			http.Error(w, "later", http.StatusTooManyRequests)
			return
		}
		html(w)
		fmt.Fprint(w, page)
	})
	mux.HandleFunc("/reset", func(w http.ResponseWriter, _ *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "gone", http.StatusGone) })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s, &busy
}

func TestFetchMisbehaving(t *testing.T) {
	s, _ := misbehaving(t)
	for _, tt := range []struct {
		path, want string // want: the page, or part of the error
		fails      bool
	}{
		{"/good", page, false},
		{"/moved", page, false},
		{"/busy", page, false},
		{"/agent", UserAgent, false},
		{"/slow", "timeout", true},
		{"/endless", "page is larger than the cap of 5242880 bytes", true},
		{"/bomb", "page is larger than the cap of 5242880 bytes", true},
		{"/loop", "more than 5 redirects", true},
		{"/file", "is no http or https address", true},
		{"/pdf", "type application/pdf is no page", true},
		{"/reset", "EOF", true},
		{"/gone", "status 410 Gone", true},
		{"/missing", "status 404 Not Found", true},
	} {
		t.Run(tt.path[1:], func(t *testing.T) {
			t.Parallel()
			f := local()
			f.Timeout = time.Second
			a, err := f.Fetch(context.Background(), s.URL+tt.path)
			if !tt.fails {
				if err != nil || string(a.Page) != tt.want {
					t.Fatalf("page %q, error %v", a.Page, err)
				}
				return
			}
			if err == nil || !strings.Contains(strings.ToLower(err.Error()), strings.ToLower(tt.want)) || !strings.Contains(err.Error(), "fetch "+s.URL+tt.path) {
				t.Fatalf("error %v, want one about %q", err, tt.want)
			}
			if a.ID != s.URL+tt.path {
				t.Errorf("the article of the error is %q", a.ID)
			}
		})
	}
}

// TestFetchRefusesLocal holds that no address of this machine or its network is
// dialled, neither asked for nor by redirect.
func TestFetchRefusesLocal(t *testing.T) {
	s, _ := misbehaving(t)
	for _, address := range []string{s.URL + "/good", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]/"} {
		f := &Fetcher{IgnoreRules: true, Wait: time.Millisecond}
		if _, err := f.Fetch(context.Background(), address); !errors.Is(err, ssrf.ErrProhibitedIP) {
			t.Errorf("%s: %v", address, err)
		}
	}
	// The first hop is let through by name, so only the guard on the redirect's dial can stop the second.
	f := local()
	f.once.Do(f.setUp)
	guard := ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(loopback))
	f.client.Transport.(*http.Transport).DialContext = guardedDial(guard)
	if _, err := f.Fetch(context.Background(), s.URL+"/metadata"); !errors.Is(err, ssrf.ErrProhibitedIP) {
		t.Errorf("redirect to the metadata address: %v", err)
	}
}

func TestFetchRobots(t *testing.T) {
	status := http.StatusOK
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		fmt.Fprint(w, "User-agent: *\nDisallow: /private\n")
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { html(w); fmt.Fprint(w, page) })
	mux.HandleFunc("/sneak", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/private/x", http.StatusFound)
	})
	s := httptest.NewServer(mux)
	defer s.Close()
	for _, tt := range []struct {
		status int
		path   string
		want   string
	}{
		{http.StatusOK, "/news", ""},
		{http.StatusOK, "/private/x", "does not allow it"},
		{http.StatusOK, "/sneak", "does not allow it"},
		{http.StatusNotFound, "/private/x", ""},
		{http.StatusForbidden, "/private/x", ""},
		{http.StatusTooManyRequests, "/news", "nothing is allowed for now"},
		{http.StatusInternalServerError, "/news", "nothing is allowed for now"},
	} {
		status = tt.status
		f := local()
		f.IgnoreRules = false
		_, err := f.Fetch(context.Background(), s.URL+tt.path)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("robots.txt with status %d, %s: %v", tt.status, tt.path, err)
		}
	}
}

func TestFetchCache(t *testing.T) {
	var full, same atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"v1"` {
			same.Add(1)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		full.Add(1)
		html(w)
		w.Header().Set("ETag", `"v1"`)
		fmt.Fprint(w, page)
	}))
	defer s.Close()
	dir := t.TempDir()
	for range 3 { // a new process each time
		f := local()
		f.Cache = dir
		a, err := f.Fetch(context.Background(), s.URL)
		if err != nil || string(a.Page) != page || a.MediaType != "text/html; charset=utf-8" {
			t.Fatalf("page %q of type %q, error %v", a.Page, a.MediaType, err)
		}
	}
	if full.Load() != 1 || same.Load() != 2 {
		t.Errorf("fetched %d times, answered from the cache %d times", full.Load(), same.Load())
	}
}

func TestFetchWaitsBetweenRequests(t *testing.T) {
	s, _ := misbehaving(t)
	f := local()
	f.Wait = 60 * time.Millisecond
	start := time.Now()
	for range 3 {
		if _, err := f.Fetch(context.Background(), s.URL+"/good"); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(start); took < 110*time.Millisecond {
		t.Errorf("three requests in %v", took)
	}
}

func TestFetchArchive(t *testing.T) {
	s, _ := misbehaving(t)
	var file bytes.Buffer
	f := local()
	f.Archive = NewWARCWriter(&file)
	for _, path := range []string{"/good", "/moved"} {
		if _, err := f.Fetch(context.Background(), s.URL+path); err != nil {
			t.Fatal(err)
		}
	}
	got := read(t, file.String())
	if len(got) != 2 || got[0] != page || got[1] != page {
		t.Errorf("the archive holds %q", got)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2024, 10, 24, 12, 0, 0, 0, time.UTC)
	for s, want := range map[string]time.Duration{
		"":                              0,
		"0":                             0,
		"-5":                            0,
		"7":                             7 * time.Second,
		"99999999":                      24 * time.Hour,
		"soon":                          0,
		"Thu, 24 Oct 2024 12:00:30 GMT": 30 * time.Second,
		"Thu, 24 Oct 2019 12:00:30 GMT": 0,
	} {
		if got := retryAfter(s, now); got != want {
			t.Errorf("retryAfter(%q) = %v, want %v", s, got, want)
		}
	}
}
