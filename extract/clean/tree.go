package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth caps the elements open at once. Those below it are read, but as
// children of the last one above: a page nested deeper is broken or hostile.
const maxDepth = 256

// A tree is a page as elements, and where each of its texts begins in the page.
// It is built in one pass over the tokens, because the parser of HTML5 neither
// knows offsets nor goes deeper than 512 elements.
type tree struct {
	root  *html.Node
	texts []textAt // in document order
	marks marks
}

// maxMarks caps the elements of a kind that metadata is looked for in.
const maxMarks = 2000

// marks are the elements that metadata is read from, in document order.
type marks struct {
	meta, link, title, h1, script []*html.Node
	byline                        []*html.Node // named for authors, and all that such elements hold
	date                          []*html.Node // named for dates or times
}

type textAt struct {
	node *html.Node
	raw  string // as in the page, references not resolved
	at   int    // offset of raw in the page
}

// keptAttr are the attributes that cleaning looks at; the others are dropped.
var keptAttr = func() map[string]string {
	m := map[string]string{}
	for _, k := range strings.Fields(`class id href content property name itemprop rel type datetime style hidden aria-hidden role lang data-testid data-component`) {
		m[k] = k
	}
	return m
}()

// parse reads a page in UTF-8. It takes any bytes, and time linear in them. When stopped
// says so, it ends early.
func parse(page string, stopped func() bool) *tree {
	t := &tree{root: &html.Node{Type: html.DocumentNode}}
	b := builder{tree: t, open: []*html.Node{t.root}}
	z := html.NewTokenizer(strings.NewReader(page))
	at := 0
	for i := 0; ; i++ {
		kind := z.Next()
		if kind == html.ErrorToken || often(i) && stopped() {
			return t
		}
		n := len(z.Raw())
		switch kind {
		case html.TextToken:
			b.text(page[at:at+n], at)
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(atom.Lookup(name), string(name))
		}
		at += n
	}
}

// often is true of one step in sixty-four, at which a run is asked whether it goes on.
func often(i int) bool { return i%64 == 63 }

type builder struct {
	*tree
	open   []*html.Node
	byline int         // how many of open reach down to the innermost named for authors; 0 without one
	free   []html.Node // room for the next nodes, made many at a time
}

func (b *builder) node(n html.Node) *html.Node {
	if len(b.free) == 0 {
		b.free = make([]html.Node, 128)
	}
	p := &b.free[0]
	b.free = b.free[1:]
	*p = n
	return p
}

func (b *builder) top() *html.Node { return b.open[len(b.open)-1] }

func (b *builder) text(raw string, at int) {
	top := b.top()
	n := b.node(html.Node{Type: html.TextNode, Data: raw})
	if top.DataAtom != atom.Script && top.DataAtom != atom.Style && strings.IndexByte(raw, '&') >= 0 {
		n.Data = html.UnescapeString(raw)
	}
	top.AppendChild(n)
	b.texts = append(b.texts, textAt{n, raw, at})
}

func (b *builder) start(z *html.Tokenizer, selfClosed bool) {
	name, more := z.TagName()
	n := b.node(html.Node{Type: html.ElementNode, DataAtom: atom.Lookup(name)})
	if n.DataAtom != 0 {
		n.Data = n.DataAtom.String()
	} else {
		n.Data = string(name)
	}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if key := keptAttr[string(k)]; key != "" && len(v) < 1<<16 && !has(n, key) {
			n.Attr = append(n.Attr, html.Attribute{Key: key, Val: string(v)})
		}
	}
	b.closeImplied(n.DataAtom)
	b.top().AppendChild(n)
	b.mark(n)
	if !void[n.DataAtom] && !(selfClosed && n.DataAtom == 0) && len(b.open) < maxDepth {
		b.open = append(b.open, n)
	}
}

// mark notes an element that metadata may be read from.
func (b *builder) mark(n *html.Node) {
	m := &b.marks
	switch n.DataAtom {
	case atom.Meta:
		m.meta = append(m.meta, n)
		return
	case atom.Link:
		m.link = append(m.link, n)
		return
	case atom.Title:
		m.title = append(m.title, n)
	case atom.H1:
		if len(m.h1) < 16 {
			m.h1 = append(m.h1, n)
		}
	case atom.Script:
		m.script = append(m.script, n)
		return
	}
	byline, date := namedFor(n)
	if b.byline > len(b.open) {
		b.byline = 0
	}
	if byline && b.byline == 0 && n.DataAtom != atom.Body {
		b.byline = len(b.open) + 1
	}
	if b.byline > 0 && len(m.byline) < maxMarks {
		m.byline = append(m.byline, n)
	}
	if (date || n.DataAtom == atom.Time) && len(m.date) < maxMarks {
		m.date = append(m.date, n)
	}
}

// namedFor: the names of an element speak of authors, or of dates.
func namedFor(n *html.Node) (byline, date bool) {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "itemprop", "rel", "id", "data-testid", "href":
			byline = byline || holdsAny(a.Val, "uthor", "yline") || a.Key == "href" && holdsAny(a.Val, "/writer/", "/staff/", "/contributor/")
		}
		if a.Key == "class" || a.Key == "itemprop" {
			date = date || holdsAny(a.Val, "date", "Date", "published", "timestamp", "byline")
		}
	}
	return byline, date
}

func holdsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// closeImplied closes what a start tag ends without an end tag.
func (b *builder) closeImplied(a atom.Atom) {
	switch {
	case a == atom.Li:
		b.closeUpTo(a, listScope)
	case a == atom.Dd || a == atom.Dt:
		b.closeUpTo(atom.Dd, listScope)
		b.closeUpTo(atom.Dt, listScope)
	case a == atom.Td || a == atom.Th:
		b.closeUpTo(atom.Td, tableScope)
		b.closeUpTo(atom.Th, tableScope)
	case a == atom.Tr:
		b.closeUpTo(a, tableScope)
	case a == atom.Body:
		b.closeUpTo(atom.Head, nil)
	case a == atom.Option:
		b.closeUpTo(a, listScope)
	}
	if block[a] {
		b.closeUpTo(atom.P, blockScope)
	}
}

// closeUpTo closes the innermost element of a kind, unless one of scope lies between.
func (b *builder) closeUpTo(a atom.Atom, scope map[atom.Atom]bool) {
	for i := len(b.open) - 1; i > 0; i-- {
		switch n := b.open[i]; {
		case n.DataAtom == a:
			b.open = b.open[:i]
			return
		case scope[n.DataAtom]:
			return
		}
	}
}

// end closes the element that an end tag names. A tag of an inline element does
// not close blocks, and none closes the cell it stands in.
func (b *builder) end(a atom.Atom, name string) {
	for i := len(b.open) - 1; i > 0; i-- {
		n := b.open[i]
		if n.DataAtom == a && (a != 0 || n.Data == name) {
			b.open = b.open[:i]
			return
		}
		if tableScope[n.DataAtom] && a != atom.Table && a != atom.Tr && a != atom.Tbody || !block[a] && a != 0 && block[n.DataAtom] {
			return
		}
	}
}

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range list {
		m[a] = true
	}
	return m
}

var (
	void = atoms(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr)
	// block are the elements that begin on a line of their own.
	block = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Div,
		atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Li, atom.Main, atom.Menu, atom.Nav,
		atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th,
		atom.Thead, atom.Tr, atom.Ul, atom.Caption)
	listScope  = atoms(atom.Ul, atom.Ol, atom.Dl, atom.Menu, atom.Table, atom.Select, atom.Div, atom.Section)
	tableScope = atoms(atom.Table)
	blockScope = atoms(atom.Div, atom.Td, atom.Th, atom.Li, atom.Table, atom.Section, atom.Article, atom.Blockquote, atom.Body, atom.Button)
)
