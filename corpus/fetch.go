package corpus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"mime"
	"net"
	"net/http"
	"net/netip"
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

// metadataOfAzure is an address in a public network that answers only inside the provider's own.
var metadataOfAzure = netip.MustParsePrefix("168.63.129.16/32")

func (f *Fetcher) setUp() {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !f.AllowLocal {
		dialer.Control = ssrf.New(ssrf.WithAnyPort(), ssrf.WithDeniedV4Prefixes(metadataOfAzure)).Safe
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
		// Redirects are followed by hand: each is a request of its own, to a host with its own rules and pace.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
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
	shown := redacted(address)
	a := &extract.Article{ID: shown, URL: shown}
	u, err := url.Parse(address)
	if err == nil {
		err = webOnly(u)
	}
	if err != nil {
		return a, fmt.Errorf("fetch %s: %s", shown, redacted(err.Error()))
	}
	p, err := f.page(ctx, u)
	if err != nil {
		return a, fmt.Errorf("fetch %s: %w", shown, err)
	}
	a.URL, a.Page, a.MediaType = p.URL, p.Body, p.MediaType
	return a, nil
}

// page gets the page at u, or where u leads. The user and the password of an address are
// sent to the host that they were given for, and to no other.
func (f *Fetcher) page(ctx context.Context, u *url.URL) (*stored, error) {
	first, user := u, u.User
	var old *stored
	for try, hops := 1, 0; ; {
		h := f.host(u)
		if !f.IgnoreRules {
			if err := f.permitted(ctx, h, u); err != nil {
				return nil, err
			}
		}
		if err := h.limit.Wait(ctx); err != nil {
			return nil, err
		}
		if old = f.cache.load(bare(first)); hops > 0 && old != nil && old.URL != bare(u) {
			old = nil
		}
		p, err := f.get(ctx, u, old)
		var later *retryError
		var moved *movedError
		switch {
		case err == nil:
			return f.keep(first, p, old)
		case errors.As(err, &moved):
			if hops++; hops > maxRedirects {
				return nil, fmt.Errorf("more than %d redirects", maxRedirects)
			}
			if err := webOnly(moved.to); err != nil {
				return nil, err
			}
			if moved.to.User = nil; origin(moved.to) == origin(first) {
				moved.to.User = user
			}
			u = moved.to
		case !errors.As(err, &later) || try >= or(f.Tries, 3):
			return nil, err
		default:
			if err := sleep(ctx, later.delay(try)); err != nil {
				return nil, err
			}
			try++
		}
	}
}

// bare is the address without user and password.
func bare(u *url.URL) string {
	plain := *u
	plain.User = nil
	return plain.String()
}

// keep stores a page that was fetched, under the address that was asked for.
func (f *Fetcher) keep(asked *url.URL, p, old *stored) (*stored, error) {
	if p == old {
		return p, nil
	}
	if f.Archive != nil {
		if err := f.Archive.write(p); err != nil {
			return nil, fmt.Errorf("archive: %w", err)
		}
	}
	return p, f.cache.save(bare(asked), p)
}

// A movedError is an answer that names another address.
type movedError struct{ to *url.URL }

func (e *movedError) Error() string { return "moved to " + e.to.Redacted() }

func (f *Fetcher) host(u *url.URL) *host {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := origin(u)
	h := f.hosts[key]
	if h == nil {
		h = &host{limit: rate.NewLimiter(rate.Every(or(f.Wait, time.Second)), 1)}
		f.hosts[key] = h
	}
	return h
}

// ask sends one request, and names the address it leads to where the answer is a redirect.
func (f *Fetcher) ask(ctx context.Context, u *url.URL, header func(*http.Request)) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, bare(u), nil)
	if err != nil {
		return nil, err
	}
	if u.User != nil {
		password, _ := u.User.Password()
		req.SetBasicAuth(u.User.Username(), password)
	}
	req.Header.Set("User-Agent", UserAgent)
	header(req)
	res, err := f.client.Do(req)
	if err != nil {
		return nil, err
	}
	switch res.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		if res.Header.Get("Location") == "" {
			return res, nil
		}
		io.CopyN(io.Discard, res.Body, 4<<10) // so that the connection can be used again
		res.Body.Close()
		to, err := u.Parse(res.Header.Get("Location"))
		if err != nil {
			return nil, errors.New(redacted(err.Error()))
		}
		return nil, &movedError{to}
	}
	return res, nil
}

// get asks once for a page, with the validators of the copy in the cache.
func (f *Fetcher) get(ctx context.Context, u *url.URL, old *stored) (*stored, error) {
	res, err := f.ask(ctx, u, func(req *http.Request) {
		req.Header.Set("Accept", "text/html,application/xhtml+xml")
		if old != nil {
			old.validators(req)
		}
	})
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
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, errors.New("page is empty")
	}
	return &stored{
		URL: bare(u), MediaType: res.Header.Get("Content-Type"), Fetched: time.Now().UTC(),
		ETag: res.Header.Get("ETag"), LastModified: res.Header.Get("Last-Modified"), Body: body,
	}, nil
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
