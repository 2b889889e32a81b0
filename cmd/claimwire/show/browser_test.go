package show

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/claimwire/claimwire/extract"
)

// browser opens the page of the documents in a headless Chromium.
func browser(t *testing.T, width, height int64, docs ...*extract.Document) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium on this machine: the page was not opened in a browser")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := Page(f, extractor(t), docs, nil); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true),
		chromedp.WindowSize(int(width), int(height)))...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height), chromedp.Navigate("file://"+file), chromedp.WaitReady("main")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// value runs a line of JavaScript in the page.
func value[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

// lit is the text that is lit in a role.
func lit(t *testing.T, ctx context.Context, role string) string {
	return value[string](t, ctx, "Array.from(document.querySelectorAll('.text .mark."+role+"')).map(m => m.textContent).join('')")
}

// TestBrowser clicks, types and filters as a reader would.
func TestBrowser(t *testing.T) {
	ctx := browser(t, 1280, 900, document(t, "dam", dam), document(t, "wall", "Ann Lee denied that 12 walls fell.\n"))
	do := func(actions ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, actions...); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(source, cue, content string) {
		t.Helper()
		if got := [3]string{lit(t, ctx, "source"), lit(t, ctx, "cue"), lit(t, ctx, "content")}; got != [3]string{source, cue, content} {
			t.Errorf("lit %q, want %q", got, [3]string{source, cue, content})
		}
	}
	do(chromedp.Click("#c0-0 .who"))
	expect("Mayor Tom Hale", "said", "the dam in Leeds held 40 tonnes")
	do(chromedp.Click("#c0-0 .who")) // lets go again, but the pointer still hovers
	do(chromedp.Click(`.mark[data-cue="0-3"]`))
	expect("Lee", "had denied", "the café was safe") // the innermost of two
	if !value[bool](t, ctx, "document.getElementById('c0-3').classList.contains('on')") {
		t.Error("a click on the text does not light its claim")
	}
	do(chromedp.Focus("#c0-1"), chromedp.SendKeys("#c0-1", kb.ArrowDown))
	if got := value[string](t, ctx, "document.activeElement.id"); got != "c0-2" {
		t.Errorf("arrow down came to %s", got)
	}
	expect("Jane Rowe", "said", "Lee had denied that the café was safe")

	shown := func() int {
		return value[int](t, ctx, "document.querySelectorAll('.claim:not([hidden])').length")
	}
	all := shown()
	do(chromedp.SetValue("#f-stance", "deny"))
	value[bool](t, ctx, "document.getElementById('filters').dispatchEvent(new Event('input'))")
	if n := shown(); n != 2 || all != 5 {
		t.Errorf("%d of %d claims are denials, want 2 of 5", n, all)
	}
	do(chromedp.SetValue("#f-stance", ""), chromedp.SendKeys("#f-text", "wall"))
	if n := shown(); n != 1 || !value[bool](t, ctx, "document.getElementById('a0').hidden") {
		t.Errorf("%d claims of walls, and the other article is not hidden", n)
	}
	if got := value[string](t, ctx, "document.getElementById('count').textContent"); got != "1 of 5 claims" {
		t.Errorf("count: %s", got)
	}
	screenshot(t, ctx, "desktop.png")
}

// TestBrowserHostile opens an article of script, and wants none to run.
func TestBrowserHostile(t *testing.T) {
	d := document(t, "<img src=x onerror=\"window.hit=1\">", "Tom </script><script>window.hit=1</script> Hale said “<img src=x onerror=window.hit=1>40” people left.\n")
	d.URL, d.Title = "javascript:window.hit=1", "</title><script>window.hit=1</script>"
	ctx := browser(t, 1280, 900, d)
	if value[bool](t, ctx, "window.hit === 1 || document.querySelectorAll('script').length !== 1 || document.querySelectorAll('img').length > 0") {
		t.Error("script of the article ran, or its markup stands in the page")
	}
	if blocked := value[bool](t, ctx, "(() => { const s = document.createElement('script'); s.textContent = 'window.own = 1'; document.body.append(s); return window.own !== 1 })()"); !blocked {
		t.Error("the policy lets another script run")
	}
}

// TestBrowserPhone wants nothing to stand out of a phone's width.
func TestBrowserPhone(t *testing.T) {
	ctx := browser(t, 360, 740, document(t, "dam", dam+strings.Repeat("x", 200)+".\n"))
	if wide := value[int](t, ctx, "document.documentElement.scrollWidth"); wide > 360 {
		t.Errorf("the page is %d wide on a screen of 360", wide)
	}
	screenshot(t, ctx, "phone.png")
}

// screenshot keeps a picture of the page where CLAIMWIRE_SCREENSHOTS names a folder.
func screenshot(t *testing.T, ctx context.Context, name string) {
	dir := os.Getenv("CLAIMWIRE_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), png, 0o644); err != nil {
		t.Fatal(err)
	}
}
