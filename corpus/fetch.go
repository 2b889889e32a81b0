package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"code.dny.dev/ssrf"
	"golang.org/x/time/rate"

	"github.com/claimwire/claimwire/extract"
)

// UserAgent is what a Fetcher calls itself, in requests and in robots.txt.
const UserAgent = "claimwire/1 (+https://github.com/claimwire/claimwire)"

const robotsName = "claimwire"

// A Fetcher gets pages over HTTP as a polite guest: it keeps robots.txt, waits
// between requests to one host, honours Retry-After, and asks again only for what
// has changed. The zero value is ready for use; set fields before the first Fetch.
// It is safe for concurrent use.
type Fetcher struct {
	Cache       string        // folder of pages fetched before; "" keeps none
	Archive     *WARCWriter   // if set, gets every response that was fetched
	Wait        time.Duration // between requests to one host; 0 is one second, or more where robots.txt says so
	Timeout     time.Duration // for one request, body included; 0 is 30 seconds
	MaxSize     int64         // of a decoded body; 0 is 5 MB
	Tries       int           // for errors that may pass; 0 is 3
	AllowLocal  bool          // permit loopback, private, link-local and metadata addresses
	IgnoreRules bool          // do not ask for robots.txt: for hosts of one's own

	once   sync.Once
	client *http.Client
	mu     sync.Mutex
	hosts  map[string]*host
	cache  cache
}

// A host is what is known about one server.
type host struct {
	limit  *rate.Limiter
	mu     sync.Mutex
	robots *robots
}

const maxRedirects = 5

func (f *Fetcher) setUp() {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !f.AllowLocal {
		dialer.Control = ssrf.New(ssrf.WithAnyPort()).Safe
	}
	f.client = &http.Client{
		Timeout: or(f.Timeout, 30*time.Second),
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  min(10*time.Second, or(f.Timeout, 30*time.Second)),
			MaxResponseHeaderBytes: maxHeader,
			MaxConnsPerHost:        1,
			IdleConnTimeout:        30 * time.Second,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			if err := webOnly(r.URL); err != nil {
				return err
			}
			if f.IgnoreRules || r.URL.Path == robotsPath {
				return nil
			}
			return f.permitted(r.Context(), f.host(r.URL), r.URL)
		},
	}
	f.hosts = map[string]*host{}
	f.cache = cache{f.Cache}
}

func or[T comparable](v, standard T) T {
	var zero T
	if v == zero {
		return standard
	}
	return v
}

func webOnly(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%s is no http or https address", u.Redacted())
	}
	return nil
}

// Fetch gets one page. The article holds the page and where it came from; its ID
// is the address asked for.
func (f *Fetcher) Fetch(ctx context.Context, address string) (*extract.Article, error) {
	f.once.Do(f.setUp)
	a := &extract.Article{ID: address, URL: address}
	u, err := url.Parse(address)
	if err == nil {
		err = webOnly(u)
	}
	if err != nil {
		return a, fmt.Errorf("fetch %s: %w", address, err)
	}
	p, err := f.page(ctx, u)
	if err != nil {
		return a, fmt.Errorf("fetch %s: %w", address, err)
	}
	a.URL, a.Page, a.MediaType = p.URL, p.Body, p.MediaType
	return a, nil
}

func (f *Fetcher) page(ctx context.Context, u *url.URL) (*stored, error) {
	h := f.host(u)
	if !f.IgnoreRules {
		if err := f.permitted(ctx, h, u); err != nil {
			return nil, err
		}
	}
	for try := 1; ; try++ {
		if err := h.limit.Wait(ctx); err != nil {
			return nil, err
		}
		p, err := f.get(ctx, u)
		var later *retryError
		if err == nil || !errors.As(err, &later) || try >= or(f.Tries, 3) {
			return p, err
		}
		if err := sleep(ctx, later.delay(try)); err != nil {
			return nil, err
		}
	}
}

func (f *Fetcher) host(u *url.URL) *host {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	h := f.hosts[key]
	if h == nil {
		h = &host{limit: rate.NewLimiter(rate.Every(or(f.Wait, time.Second)), 1)}
		f.hosts[key] = h
	}
	return h
}

// get asks once for a page, with the validators of the copy in the cache.
func (f *Fetcher) get(ctx context.Context, u *url.URL) (*stored, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml")
	old := f.cache.load(u.String())
	if old != nil {
		old.validators(req)
	}
	res, err := f.client.Do(req)
	if err != nil {
		return nil, passing(err)
	}
	defer res.Body.Close()
	switch res.StatusCode {
	case http.StatusNotModified:
		if old != nil {
			return old, nil
		}
	case http.StatusOK:
		return f.accept(u, res)
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return nil, &retryError{after: retryAfter(res.Header.Get("Retry-After"), time.Now()), err: fmt.Errorf("status %s", res.Status)}
	}
	return nil, fmt.Errorf("status %s", res.Status)
}

func (f *Fetcher) accept(u *url.URL, res *http.Response) (*stored, error) {
	kind, _, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if kind != "" && kind != "text/html" && kind != "application/xhtml+xml" {
		return nil, fmt.Errorf("type %s is no page", kind)
	}
	limit := or(f.MaxSize, 5<<20)
	body, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	if int64(len(body)) > limit {
		return nil, fmt.Errorf("page is %w of %d bytes", errTooLarge, limit)
	}
	if err != nil {
		return nil, passing(err)
	}
	p := &stored{
		URL: res.Request.URL.String(), MediaType: res.Header.Get("Content-Type"), Fetched: time.Now().UTC(),
		ETag: res.Header.Get("ETag"), LastModified: res.Header.Get("Last-Modified"), Body: body,
	}
	if f.Archive != nil {
		if err := f.Archive.write(p); err != nil {
			return nil, fmt.Errorf("archive: %w", err)
		}
	}
	return p, f.cache.save(u.String(), p)
}

// A retryError is one that may pass: the network, or a server that is busy.
type retryError struct {
	after time.Duration // as the server asked; 0 if it did not
	err   error
}

func (e *retryError) Error() string { return e.err.Error() }

func (e *retryError) Unwrap() error { return e.err }

// maxDelay bounds what a server may ask for: an article is not waited for longer.
const maxDelay = 2 * time.Minute

func (e *retryError) delay(try int) time.Duration {
	if e.after > 0 {
		return min(e.after, maxDelay)
	}
	base := time.Duration(1<<try) * 250 * time.Millisecond
	return base + rand.N(base)
}

// passing marks errors of the network as such that may pass. A refused address, a
// redirect loop or an ended context will not.
func passing(err error) error {
	for _, final := range []error{ssrf.ErrProhibitedIP, ssrf.ErrProhibitedNetwork, ssrf.ErrProhibitedPort, context.Canceled} {
		if errors.Is(err, final) {
			return err
		}
	}
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound {
		return err
	}
	var op *net.OpError
	if errors.As(err, &op) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return &retryError{err: err}
	}
	return err
}

// retryAfter reads seconds or a date.
func retryAfter(s string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n > 0 {
		return time.Duration(min(n, 86400)) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil && t.After(now) {
		return t.Sub(now)
	}
	return 0
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
