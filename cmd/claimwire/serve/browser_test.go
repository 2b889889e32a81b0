package serve_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/claimwire/claimwire/cmd/claimwire/serve"
)

// TestBrowserPaste pastes articles into the page of a server as a reader would.
func TestBrowserPaste(t *testing.T) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium on this machine: the page was not opened in a browser")
	}
	s := start(t, func(c *serve.Config) { c.MaxBody = 1000 })
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true))...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	defer cancel()
	do := func(actions ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, actions...); err != nil {
			t.Fatal(err)
		}
	}
	value := func(js string) string {
		t.Helper()
		v, err := chromedp.Run(ctx, chromedp.Evaluate[string](js))
		if err != nil {
			t.Fatalf("%s: %v", js, err)
		}
		return v
	}
	// paste fills the form in, sends it, and waits for the page that answers.
	paste := func(text, published, wait string) {
		t.Helper()
		do(chromedp.Navigate(s.url+"/"), chromedp.WaitReady("textarea"))
		if n := value("String(document.querySelectorAll('script, .claim, #filters').length)"); n != "0" {
			t.Errorf("%s scripts, claims and filters before an article was pasted", n)
		}
		do(chromedp.SetValue("textarea", text), chromedp.SetValue("[name=published]", published))
		value("setTimeout(() => document.querySelector('#paste button').click()), ''") // a click that leaves the page would wait for it
		do(chromedp.WaitReady(wait))
		for value("document.readyState") != "complete" { // the page's own script stands behind the claims
			time.Sleep(10 * time.Millisecond)
		}
	}

	paste(news, "2024-10-24", ".claim")
	do(chromedp.Click("#c0-0 .who"))
	for _, tt := range []struct{ js, want string }{
		{"document.querySelectorAll('.claim').length + ' ' + document.getElementById('count').textContent", "2 2 of 2 claims"},
		{"Array.from(document.querySelectorAll('.text .mark.source')).map(m => m.textContent).join('')", "Mayor Ann Lee"},
		{"Array.from(document.querySelectorAll('.text .mark.cue')).map(m => m.textContent).join('')", "said"},
		{"document.querySelector('#c0-0 .time').textContent", "Wednesday = 2024-10-23 said"},
		{"document.querySelector('#c0-0 summary').textContent", "why: attr.svo-that/1"},
		{"String(document.querySelector('#c0-0 pre').textContent.includes('runner-up'))", "true"},
		{"document.querySelector('textarea').value", news},
		{"String(document.getElementById('paste').open)", "false"},
	} {
		if got := value(tt.js); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.js, got, tt.want)
		}
	}

	paste("Tom </textarea><script>window.hit=1</script> Hale said “<img src=x onerror=window.hit=1>40” people left.", "", ".claim")
	if got := value("window.hit + ' ' + document.querySelectorAll('img').length + ' ' + document.querySelectorAll('script').length"); got != "undefined 0 1" {
		t.Errorf("script of the article ran, or its markup stands in the page: %s", got)
	}
	for text, want := range map[string]string{
		"  ":                       "there is no text: paste an article",
		strings.Repeat(news, 20):   "the limit is 1000",
		"<!doctype html><p>Log in": "clean: ",
	} {
		paste(text, "", "[role=alert]")
		if got := value("document.querySelector('[role=alert]').textContent"); !strings.Contains(got, want) {
			t.Errorf("%.30q: %s, want %s", text, got, want)
		}
	}
}
