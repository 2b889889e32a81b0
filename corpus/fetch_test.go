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
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"code.dny.dev/ssrf"
)

// local is a Fetcher that may visit the test's own server, without waiting.
func local() *Fetcher {
	return &Fetcher{AllowLocal: true, IgnoreRules: true, Wait: time.Millisecond, Timeout: 20 * time.Second} // as a machine under load is slow
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
			if tt.path == "/slow" {
				f.Timeout = time.Second
			}
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
	for _, address := range []string{s.URL + "/good", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]/", "http://168.63.129.16/"} {
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

// An empty page is an error of its own address.
func TestFetchEmptyPage(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { html(w) }))
	defer s.Close()
	a, err := local().Fetch(context.Background(), s.URL+"/empty")
	if err == nil || err.Error() != "fetch "+s.URL+"/empty: page is empty" || a.ID != s.URL+"/empty" {
		t.Errorf("%s: %v", a.ID, err)
	}
}

// A host has one name in whatever case, and its rules are asked for once, also on the way of a redirect.
func TestFetchRedirectToTheSameHostInCapitals(t *testing.T) {
	var rules atomic.Int32
	var port string
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { rules.Add(1); fmt.Fprint(w, "User-agent: *\nAllow: /\n") })
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://LOCALHOST:"+port+"/b", http.StatusFound)
	})
	mux.HandleFunc("/b", func(w http.ResponseWriter, _ *http.Request) { html(w); fmt.Fprint(w, page) })
	s := httptest.NewServer(mux)
	defer s.Close()
	port = s.URL[strings.LastIndexByte(s.URL, ':')+1:]
	f := local()
	f.IgnoreRules, f.Timeout = false, 20*time.Second
	a, err := f.Fetch(context.Background(), "http://localhost:"+port+"/a")
	if err != nil || string(a.Page) != page || rules.Load() != 1 {
		t.Errorf("%v, %d requests for robots.txt", err, rules.Load())
	}
	for in, want := range map[string]string{"http://Reef.example:80/x": "http://reef.example", "HTTPS://reef.example:443": "https://reef.example", "http://reef.example:443": "http://reef.example:443"} {
		u, err := url.Parse(in)
		if err != nil || origin(u) != want {
			t.Errorf("origin of %s is %s, %v", in, origin(u), err)
		}
	}
}

// Each redirect waits its turn.
func TestFetchRedirectsWait(t *testing.T) {
	var hits atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n := hits.Add(1); n < 5 {
			http.Redirect(w, r, fmt.Sprint("/", n), http.StatusFound)
			return
		}
		html(w)
		fmt.Fprint(w, page)
	}))
	defer s.Close()
	f := local()
	f.Wait = 60 * time.Millisecond
	start := time.Now()
	if _, err := f.Fetch(context.Background(), s.URL); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took < 230*time.Millisecond {
		t.Errorf("five requests in %v", took)
	}
}

// A user and a password go to the host they were given for, and nowhere else.
func TestFetchWithPassword(t *testing.T) {
	var other atomic.Bool
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _, sent := r.BasicAuth()
		other.Store(sent)
		html(w)
		fmt.Fprint(w, page)
	}))
	defer away.Close()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		switch {
		case user != "ann" || password != "se:cret":
			http.Error(w, "no", http.StatusUnauthorized)
		case r.URL.Path == "/away":
			http.Redirect(w, r, strings.Replace(away.URL, "http://", "http://bob:pass@", 1), http.StatusFound)
		case r.URL.Path == "/gone":
			http.NotFound(w, r)
		default:
			html(w)
			fmt.Fprint(w, page)
		}
	}))
	defer s.Close()
	var file bytes.Buffer
	f := local()
	f.Archive = NewWARCWriter(&file)
	f.Cache = t.TempDir()
	for _, path := range []string{"/", "/away", "/gone", "/%zz"} {
		a, err := f.Fetch(context.Background(), strings.Replace(s.URL, "http://", "http://ann:se%3Acret@", 1)+path)
		if (err != nil) != (path == "/gone" || path == "/%zz") {
			t.Errorf("%s: %v", path, err)
		}
		all := fmt.Sprint(a.ID, a.URL, err)
		if strings.Contains(all, "@") || strings.Contains(all, "cret") || strings.Contains(all, "ann") {
			t.Errorf("%s tells the password: %s", path, all)
		}
	}
	w, err := NewWARC(&file)
	if err != nil {
		t.Fatal(err)
	}
	for {
		r, err := w.Next()
		if err != nil {
			break
		}
		if strings.Contains(fmt.Sprint(r.Header), "@") {
			t.Errorf("the archive tells the password: %v", r.Header)
		}
	}
	if other.Load() {
		t.Error("the password went to another host")
	}
}
