package synth

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// WriteJSONL writes stories first to end-1, one a line.
func (m *Maker) WriteJSONL(w io.Writer, first, end int) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for n := first; n < end; n++ {
		if err := e.Encode(m.Article(n)); err != nil {
			return err
		}
	}
	return nil
}

// WriteWARC writes stories first to end-1 as pages of three sites, each a
// response record in a gzip member of its own, as Common Crawl does, after the
// record that says what the file is.
func (m *Maker) WriteWARC(w io.Writer, first, end int) error {
	info := "software: claimwire synth\r\nformat: WARC File Format 1.0\r\n"
	if err := record(w, "warcinfo", "", "2024-01-01T00:00:00Z", "application/warc-fields", info); err != nil {
		return err
	}
	for n := first; n < end; n++ {
		a := m.Article(n)
		page, err := a.Page(n % len(pages))
		if err != nil {
			return err
		}
		http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
		if err := record(w, "response", a.URL, a.Published, "application/http; msgtype=response", http); err != nil {
			return err
		}
	}
	return nil
}

func record(w io.Writer, kind, uri, date, media, body string) error {
	z := gzip.NewWriter(w)
	var head strings.Builder
	fmt.Fprintf(&head, "WARC/1.0\r\nWARC-Type: %s\r\n", kind)
	if uri != "" {
		fmt.Fprintf(&head, "WARC-Target-URI: %s\r\n", uri)
	}
	fmt.Fprintf(&head, "WARC-Date: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", date, media, len(body))
	if _, err := io.WriteString(z, head.String()+body+"\r\n\r\n"); err != nil {
		return err
	}
	return z.Close()
}

// Page is the story as one of the sites shows it: 0 a blog, 1 an app that says
// what it shows in JSON-LD, 2 an old site of tables.
func (a Article) Page(site int) ([]byte, error) {
	var b bytes.Buffer
	err := pages[site].Execute(&b, struct {
		Article
		Paragraphs []string
	}{a, strings.Split(a.Text, "\n\n")})
	return b.Bytes(), err
}

var pages = []*template.Template{
	template.Must(template.New("blog").Parse(`<!doctype html>
<html lang="en-US"><head><meta charset="UTF-8"><title>{{.Title}} - The Ward Ledger</title>
<meta property="og:site_name" content="The Ward Ledger"><meta property="og:title" content="{{.Title}}">
<meta property="article:published_time" content="{{.Published}}"><link rel="canonical" href="{{.URL}}"></head>
<body class="single single-post has-sidebar"><header id="masthead"><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world/">World</a></li></ul></nav></header>
<div id="page"><main><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{{.Title}}</h1></header>
<div class="entry-content">{{range .Paragraphs}}<p>{{.}}</p>
{{end}}</div></article></main>
<aside class="widget-area"><h2>Most read</h2><ul><li><a href="/a">Bridge closed for repairs until spring</a></li><li><a href="/b">Ferry fares to rise</a></li></ul></aside></div>
<footer class="site-footer">About us. Privacy. Terms of use.</footer></body></html>
`)),
	template.Must(template.New("app").Parse(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Title}}</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":{{.Title}},"datePublished":{{.Published}},"publisher":{"@type":"Organization","name":"Porthaven Daily"}}</script></head>
<body><div id="root"><div class="css-1q2w3e"><nav><a href="/">Porthaven Daily</a><a href="/sport">Sport</a><a href="/money">Money</a></nav></div>
<div class="css-9x8y7z"><h1>{{.Title}}</h1>{{range .Paragraphs}}<div data-component="text-block"><p class="css-p">{{.}}</p></div>
{{end}}</div><div class="css-related"><h2>More on this story</h2><a href="/c">Council meets again</a></div>
<footer><span>Copyright Porthaven Daily</span></footer></div></body></html>
`)),
	template.Must(template.New("old").Parse(`<html><head><title>{{.Title}}</title><meta name="date" content="{{.Published}}"></head>
<body bgcolor="#ffffff"><table width="760"><tr><td width="120"><a href="index.html">Front page</a><br><a href="weather.html">Weather</a><br><a href="letters.html">Letters</a></td>
<td><h1>{{.Title}}</h1>{{range .Paragraphs}}<p>{{.}}</p>
{{end}}</td></tr><tr><td colspan="2"><font size="1">Copyright The Old Courier. All rights reserved.</font></td></tr></table></body></html>
`)),
}
