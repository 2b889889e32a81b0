package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"
)

// robots is what a host allows, as far as it said.
type robots struct {
	group *robotstxt.Group // nil: everything
	read  time.Time
}

const robotsPath = "/robots.txt"

// A host's rules are asked for again after a day (RFC 9309, section 2.4).
const robotsAge = 24 * time.Hour

// permitted asks for robots.txt on the first visit to a host. A host that has none
// allows all; one whose rules cannot be had for now (busy, or out of order) allows
// nothing (RFC 9309, section 2.3.1).
func (f *Fetcher) permitted(ctx context.Context, h *host, u *url.URL) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.robots == nil || time.Since(h.robots.read) > robotsAge {
		group, err := f.rules(ctx, u)
		if err != nil {
			return err
		}
		h.robots = &robots{group: group, read: time.Now()}
		if group != nil && group.CrawlDelay > or(f.Wait, time.Second) {
			h.limit.SetLimit(rate.Every(min(group.CrawlDelay, maxDelay)))
		}
	}
	if h.robots.group != nil && !h.robots.group.Test(u.EscapedPath()) {
		return fmt.Errorf("robots.txt of %s does not allow it", u.Host)
	}
	return nil
}

func (f *Fetcher) rules(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: robotsPath}
	var res *http.Response
	for hops := 0; res == nil; hops++ {
		if err := f.host(at).limit.Wait(ctx); err != nil {
			return nil, err
		}
		var err error
		var moved *movedError
		res, err = f.ask(ctx, at, func(*http.Request) {})
		switch {
		case errors.As(err, &moved) && hops == maxRedirects: // RFC 9309, section 2.3.1.2: as good as none
			return nil, nil
		case errors.As(err, &moved):
			at = moved.to
			at.User = nil
			if err := webOnly(at); err != nil {
				return nil, fmt.Errorf("robots.txt: %w", err)
			}
		case err != nil:
			return nil, fmt.Errorf("robots.txt: %w", err)
		}
	}
	defer res.Body.Close()
	switch {
	case res.StatusCode == http.StatusTooManyRequests || res.StatusCode >= 500:
		return nil, fmt.Errorf("robots.txt: status %s, so nothing is allowed for now", res.Status)
	case res.StatusCode != http.StatusOK:
		return nil, nil
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, 500<<10)) // the size RFC 9309 asks crawlers to read
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", err)
	}
	data, err := robotstxt.FromBytes(body)
	if err != nil { // a page of HTML in its place, say
		return nil, nil
	}
	return data.FindGroup(robotsName), nil
}
