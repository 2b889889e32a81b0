package serve_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/cmd/claimwire/serve"
	"github.com/claimwire/claimwire/corpus"
)

const news = "Mayor Ann Lee said on Wednesday that the café would cost €3 million.\n\n“It may close,” she added."

type running struct {
	url  string
	stop context.CancelFunc
	done chan error
}

// start serves on a port of its own until the test ends.
func start(t testing.TB, change func(*serve.Config)) *running {
	t.Helper()
	c, err := claimwire.New(claimwire.Options{})
	if err != nil {
		t.Fatal(err)
	}
	config := serve.Config{Extractor: c, Version: "test"}
	if change != nil {
		change(&config)
	}
	s, err := serve.New(config)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Warm(); err != nil {
		t.Fatal(err)
	}
	ln, err := serve.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	r := &running{"http://" + ln.Addr().String(), stop, make(chan error, 1)}
	go func() { r.done <- s.Serve(ctx, ln) }()
	t.Cleanup(func() { stop() })
	return r
}

func post(t testing.TB, url, kind, body string) (int, string, http.Header) {
	t.Helper()
	r, err := http.Post(url, kind, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(data), r.Header
}

// want is what the library gives for a stream, as the command writes it.
func want(t testing.TB, stream string, documents bool) string {
	t.Helper()
	c, err := claimwire.New(claimwire.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	ctx := context.Background()
	all, _ := claimwire.ParseLayers("all")
	for d, err := range c.Run(ctx, corpus.Open(ctx, []string{"-"}, corpus.Options{From: "jsonl", Stdin: strings.NewReader(stream)})) {
		switch {
		case err != nil:
			e.Encode(claimwire.FailureOf(d, err))
		case documents:
			e.Encode(d.Record(all))
		default:
			for _, r := range d.ClaimRecords() {
				e.Encode(r)
			}
		}
	}
	return out.String()
}

func line(id, text string) string {
	data, _ := json.Marshal(map[string]string{"id": id, "text": text, "published": "2024-10-24"})
	return string(data) + "\n"
}

func TestOneArticle(t *testing.T) {
	s := start(t, nil)
	object := line("a", news)
	if code, body, header := post(t, s.url+"/v1/extract", "application/json", object); code != 200 || body != want(t, object, false) || header.Get("X-Request-Id") == "" {
		t.Errorf("JSON: %d %s", code, body)
	}
	if code, body, _ := post(t, s.url+"/v1/annotate?layers=all", "application/json", object); code != 200 || body != want(t, object, true) {
		t.Errorf("annotate: %d %s", code, body)
	}
	code, body, _ := post(t, s.url+"/v1/extract?id=a&published=2024-10-24&url=https://x.example/a", "text/plain; charset=utf-8", news)
	if code != 200 || !strings.Contains(body, `"article":"a","url":"https://x.example/a","published":"2024-10-24"}`) || !strings.Contains(body, `"value":"2024-10-23"`) {
		t.Errorf("text: %d %s", code, body)
	}
	code, body, _ = post(t, s.url+"/v1/annotate?layers=claims,times", "text/html; charset=iso-8859-2", "<!doctype html><p>The mayor said on Monday the caf\xe9 was closed, and nobody knew when it would open again.")
	if code != 200 || !strings.Contains(body, "café") || !strings.Contains(body, `"times":[`) || strings.Contains(body, `"entities"`) {
		t.Errorf("page: %d %s", code, body)
	}
	for _, tt := range []struct {
		unit string
		cut  func(string, int, int) string
	}{
		{"chars", func(s string, a, b int) string { return string([]rune(s)[a:b]) }},
		{"bytes", func(s string, a, b int) string { return s[a:b] }},
	} {
		_, body, _ := post(t, s.url+"/v1/extract?offsets="+tt.unit, "text/plain", news)
		for _, l := range strings.Split(strings.TrimSpace(body), "\n") {
			var c claimwire.Claim
			if err := json.Unmarshal([]byte(l), &c); err != nil {
				t.Fatal(err)
			}
			for _, p := range append(c.Parts, *c.Cue) {
				if got := tt.cut(news, p.Start, p.End); got != p.Text {
					t.Errorf("%s: %q at %d:%d, recorded %q", tt.unit, got, p.Start, p.End, p.Text)
				}
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	s := start(t, func(c *serve.Config) { c.MaxBody = 1000; c.Timeout = 300 * time.Millisecond })
	long := strings.Repeat(news, 20)
	for _, tt := range []struct {
		path, kind, body string
		code             int
		text             string
	}{
		{"extract", "application/json", "{bad", 400, "no JSON object"},
		{"extract", "application/json", `{"id":"x"}`, 400, "neither text nor html"},
		{"extract", "application/json", `{"url":"http://127.0.0.1/"}`, 400, "neither text nor html"}, // nothing is fetched
		{"extract", "application/pdf", "x", 415, "application/pdf"},
		{"extract", "", "x", 415, "send application/json"},
		{"extract", "text/plain", long, 413, "too large"},
		{"extract?offsets=runes", "text/plain", news, 422, "offsets"},
		{"extract?published=soon", "text/plain", news, 422, "soon"},
		{"annotate?layers=nouns", "text/plain", news, 422, "nouns"},
		{"extract", "text/html", "<p>x", 422, `"stage":"clean"`},
		{"nothing", "text/plain", news, 404, ""},
	} {
		code, body, header := post(t, s.url+"/v1/"+tt.path, tt.kind, tt.body)
		if code != tt.code || !strings.Contains(body, tt.text) {
			t.Errorf("%s %s %.20q: %d %s, want %d with %q", tt.path, tt.kind, tt.body, code, body, tt.code, tt.text)
		}
		if kind := header.Get("Content-Type"); code != 404 && kind != "application/problem+json" && kind != "application/x-ndjson" {
			t.Errorf("%s: an error as %s", tt.path, kind)
		}
	}
	// A client that sends half a body and waits.
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf")
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil || r.StatusCode != 408 {
		t.Errorf("half a body: %v %v", r, err)
	}
	// One that ends in the middle of it.
	conn, _ = net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	fmt.Fprint(conn, "POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf")
	conn.(*net.TCPConn).CloseWrite()
	if r, err = http.ReadResponse(bufio.NewReader(conn), nil); err != nil || r.StatusCode != 400 {
		t.Errorf("a body cut short: %v %v", r, err)
	}
	conn.Close()
}

func TestStream(t *testing.T) {
	s := start(t, func(c *serve.Config) { c.MaxBody = 4000 })
	stream := line("a", news) + "{bad\n" + line("b", "The minister said the road was closed.") + line("long", strings.Repeat(news, 100)) + "\n" + `{"id":"p","html":"<p>x"}` + "\n" + line("c", "He denied it.")
	code, body, _ := post(t, s.url+"/v1/extract", "application/x-ndjson", stream)
	wanted := want(t, stream, false)
	if got := strings.Count(body, `"error"`); code != 200 || got != 3 {
		t.Errorf("%d, %d errors: %s", code, got, body)
	}
	for _, l := range strings.Split(body, "\n") {
		if !strings.Contains(l, "4000 bytes") && !strings.Contains(wanted, l) {
			t.Errorf("not what the library gives: %s", l)
		}
	}
	if !strings.Contains(body, `"id":"-:2","error":"-:2: no JSON object`) || !strings.Contains(body, "line is larger than the cap of 4000 bytes") {
		t.Errorf("errors: %s", body)
	}
	// Answers come while the stream goes on.
	in, out := io.Pipe()
	request, _ := http.NewRequest("POST", s.url+"/v1/extract", in)
	request.Header.Set("Content-Type", "application/x-ndjson")
	go io.WriteString(out, line("first", news))
	r, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewScanner(r.Body)
	if !answers.Scan() || !strings.Contains(answers.Text(), `"article":"first"`) {
		t.Fatalf("no answer before the stream ends: %s %v", answers.Text(), answers.Err())
	}
	go func() { io.WriteString(out, line("second", news)); out.Close() }()
	n := 1
	for answers.Scan() {
		n++
	}
	if n != 4 || answers.Err() != nil {
		t.Errorf("%d answers, %v", n, answers.Err())
	}
	// A client that goes away leaves nothing behind.
	in, out = io.Pipe()
	ctx, away := context.WithCancel(context.Background())
	request, _ = http.NewRequestWithContext(ctx, "POST", s.url+"/v1/extract", in)
	request.Header.Set("Content-Type", "application/x-ndjson")
	go io.WriteString(out, line("x", news))
	if r, err = http.DefaultClient.Do(request); err != nil {
		t.Fatal(err)
	}
	away()
	r.Body.Close()
	eventually(t, func() bool { return strings.Contains(metrics(t, s), "claimwire_requests_in_hand 0\n") })
}

func eventually(t *testing.T, ok func() bool) {
	t.Helper()
	for range 100 {
		if ok() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Error("did not come about in 5 s")
}

func get(t testing.TB, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, _ := io.ReadAll(r.Body)
	return r.StatusCode, string(data)
}

func metrics(t testing.TB, s *running) string {
	_, body := get(t, s.url+"/metrics")
	return body
}

func TestTooManyRequests(t *testing.T) {
	s := start(t, func(c *serve.Config) { c.MaxRequests = 1 })
	in, out := io.Pipe()
	request, _ := http.NewRequest("POST", s.url+"/v1/extract", in)
	request.Header.Set("Content-Type", "application/x-ndjson")
	go io.WriteString(out, line("x", news))
	r, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if code, _, header := post(t, s.url+"/v1/extract", "text/plain", news); code != 429 || header.Get("Retry-After") != "1" {
		t.Errorf("a second request: %d", code)
	}
	if code, _ := get(t, s.url+"/healthz"); code != 200 {
		t.Errorf("healthz under load: %d", code)
	}
	out.Close()
	io.ReadAll(r.Body)
	eventually(t, func() bool { code, _, _ := post(t, s.url+"/v1/extract", "text/plain", news); return code == 200 })
}

func TestPages(t *testing.T) {
	s := start(t, nil)
	if code, body := get(t, s.url+"/"); code != 200 || !strings.Contains(body, "Paste an article") {
		t.Errorf("/: %d", code)
	}
	if code, body := get(t, s.url+"/readyz"); code != 200 || !strings.Contains(body, `"ok"`) {
		t.Errorf("/readyz: %d %s", code, body)
	}
	post(t, s.url+"/v1/extract", "text/plain", news)
	for _, series := range []string{`claimwire_requests_total{route="POST /v1/extract",status="200"} 1`, `claimwire_articles_total{result="done"} 1`, "claimwire_claims_total 2", `claimwire_build_info{version="test"} 1`} {
		if body := metrics(t, s); !strings.Contains(body, series) {
			t.Errorf("/metrics lacks %s:\n%s", series, body)
		}
	}
	code, body := get(t, s.url+"/openapi.json")
	var api struct {
		OpenAPI    string
		Paths      map[string]any
		Components struct {
			Schemas map[string]struct{ Properties map[string]any }
		}
	}
	if err := json.Unmarshal([]byte(body), &api); err != nil || code != 200 || !strings.HasPrefix(api.OpenAPI, "3.1") {
		t.Fatalf("/openapi.json: %d %v", code, err)
	}
	for _, path := range []string{"/v1/extract", "/v1/annotate", "/healthz", "/readyz"} {
		if api.Paths[path] == nil {
			t.Errorf("/openapi.json lacks %s", path)
		}
	}
	// Every field of a record is described, and no other.
	_, records, _ := post(t, s.url+"/v1/extract?published=2024-10-24&id=a&url=u&title=t", "text/plain", news)
	for name, properties := range map[string]any{"ClaimRecord": records} {
		var record map[string]any
		if err := json.Unmarshal([]byte(strings.SplitN(properties.(string), "\n", 2)[0]), &record); err != nil {
			t.Fatal(err)
		}
		for field := range record {
			if api.Components.Schemas[name].Properties[field] == nil {
				t.Errorf("the schema of %s lacks %s", name, field)
			}
		}
	}
}

// After the order to stop, every request that was accepted is answered wholly, and a
// stream that does not end says where it was cut.
func TestGracefulStop(t *testing.T) {
	var log bytes.Buffer
	s := start(t, func(c *serve.Config) {
		c.Grace, c.Drain = 500*time.Millisecond, 200*time.Millisecond
		c.Logger = slog.New(slog.NewJSONHandler(&log, nil))
	})
	object := line("a", news)
	wanted := want(t, object, false)
	var answered, refused, wrong atomic.Int64
	var all sync.WaitGroup
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	ordered := make(chan struct{})
	for range 20 {
		all.Go(func() {
			for {
				r, err := client.Post(s.url+"/v1/extract", "application/json", strings.NewReader(object))
				if err != nil {
					select {
					case <-ordered: // nothing listens any more
					default:
						wrong.Add(1)
					}
					refused.Add(1)
					return
				}
				body, err := io.ReadAll(r.Body)
				r.Body.Close()
				if err != nil || r.StatusCode != 200 || string(body) != wanted {
					wrong.Add(1)
				}
				answered.Add(1)
			}
		})
	}
	in, out := io.Pipe()
	request, _ := http.NewRequest("POST", s.url+"/v1/extract", in)
	request.Header.Set("Content-Type", "application/x-ndjson")
	go io.WriteString(out, object)
	r, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	close(ordered)
	s.stop()
	body, err := io.ReadAll(r.Body)
	if err != nil || !strings.HasPrefix(string(body), wanted) || !strings.Contains(string(body), "the server is stopping") {
		t.Errorf("a stream: %q, %v", body[max(0, len(body)-300):], err)
	}
	all.Wait()
	if err := <-s.done; err != nil {
		t.Error(err)
	}
	if wrong.Load() > 0 || answered.Load() < 20 || refused.Load() != 20 {
		t.Errorf("%d answered, %d wrongly, %d refused", answered.Load(), wrong.Load(), refused.Load())
	}
	if !strings.Contains(log.String(), `"request":"`) || !strings.Contains(log.String(), `"msg":"stopped"`) {
		t.Errorf("log: %.300s", log.String())
	}
}
