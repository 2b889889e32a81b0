package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/claimwire/claimwire/extract"
)

// A chunk is one block of text of a page, its white space collapsed.
type chunk struct {
	el    *html.Node // the block element it stands in
	text  string
	words int
	link  int           // bytes of text within links
	runs  []extract.Run // Text offsets relative to the chunk
	role  string        // "" until decided
}

// linkShare is how much of the text is links, 0 to 1.
func (c *chunk) linkShare() float64 { return float64(c.link) / float64(len(c.text)) }

func (c *chunk) heading() bool { return isHeading(c.el.DataAtom) }

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// chunks reads all text of a page in reading order, without what is hidden.
func (t *tree) chunks(origin bool, stopped func() bool) []*chunk {
	w := walker{tree: t, origin: origin, stopped: stopped}
	w.walk(t.root, t.root)
	w.flush(t.root)
	return w.out
}

type walker struct {
	*tree
	origin bool
	// stopped is asked now and then; walked are the nodes seen.
	stopped func() bool
	walked  int
	next    int // the text that comes next in document order
	out     []*chunk

	buf    []byte
	runs   []extract.Run
	space  bool
	breaks int  // line breaks seen since the last word
	cell   bool // a table cell has begun since the last word
	inLink int
	link   int
}

func (w *walker) walk(n, el *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if w.walked++; often(w.walked) && w.stopped() {
			return
		}
		switch {
		case c.Type == html.TextNode:
			for w.texts[w.next].node != c {
				w.next++ // texts of what was not walked
			}
			w.text(w.texts[w.next], el)
		case c.DataAtom == atom.Br:
			w.breaks++
		case dropped(c):
		case inlineCell(c):
			w.cell = len(w.buf) > 0
			w.walk(c, el)
		case block[c.DataAtom], c.DataAtom == atom.Span && ownRole(c) == extract.Caption:
			w.flush(el)
			w.walk(c, c)
			w.flush(c)
		default:
			w.inline(c, el)
		}
	}
}

func (w *walker) inline(n, el *html.Node) {
	switch n.DataAtom {
	case atom.A:
		w.space = w.space || n.PrevSibling != nil && n.PrevSibling.DataAtom == atom.A // two links are two phrases
		w.inLink++
		defer func() { w.inLink-- }()
	case atom.Span:
		w.space = w.space || w.labels(n)
	}
	w.walk(n, el)
}

// labels: a span right after another begins a phrase of its own, as a date after a
// name does: a style sheet sets them apart, not a space.
func (w *walker) labels(n *html.Node) bool {
	before := n.PrevSibling
	for before != nil && before.Type == html.ElementNode && notText[before.DataAtom] {
		before = before.PrevSibling
	}
	if before == nil || before.DataAtom != atom.Span || len(w.buf) < 2 || attr(n, "class") == "" {
		return false
	}
	text := n.FirstChild
	for text != nil && text.Type == html.ElementNode {
		text = text.FirstChild
	}
	if text == nil {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text.Data)
	return unicode.IsUpper(first) && wordThenCapital.Match(w.buf[max(0, len(w.buf)-4):]) || unicode.IsDigit(first) && year.Match(w.buf[max(0, len(w.buf)-4):])
}

// What a word and a capital, or a year and a number, are set apart after.
var (
	wordThenCapital = regexp.MustCompile(`[\pL\d][a-z\d]$`)
	year            = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// inlineCell: a cell of a table of data, which is read as part of its row. One with
// blocks or several lines in it is a column of a page laid out as a table.
func inlineCell(n *html.Node) bool {
	if n.DataAtom != atom.Td && n.DataAtom != atom.Th {
		return false
	}
	breaks := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Br {
			breaks++
		}
		if block[c.DataAtom] || breaks > 1 {
			return false
		}
	}
	return true
}

var notText = atoms(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Button, atom.Select, atom.Textarea,
	atom.Object, atom.Canvas, atom.Audio, atom.Video, atom.Head, atom.Title, atom.Dialog, atom.Option, atom.Input, atom.Label, atom.Math, atom.Noembed, atom.Noframes)

// dropped: an element whose text no reader sees.
func dropped(n *html.Node) bool {
	if n.Type != html.ElementNode || notText[n.DataAtom] {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if s := strings.ReplaceAll(a.Val, " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		case "class":
			if hiddenClass(a.Val) {
				return true
			}
		}
	}
	return false
}

func hiddenClass(class string) bool {
	for _, c := range strings.Fields(class) {
		switch strings.ToLower(c) {
		case "hidden", "hide", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader", "invisible", "d-none", "u-hidden",
			"is-hidden", "noprint-hidden", "offscreen", "off-screen", "hovercard", "hover-card", "tooltip", "assistive-text", "element-invisible", "rollover-block", "popover", "flyout":
			return true
		}
	}
	return false
}

func (w *walker) text(t textAt, el *html.Node) {
	raw := t.raw
	for i := 0; i < len(raw); {
		r, size := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(raw[i:])
		}
		if unicode.IsSpace(r) {
			w.space = true
			i += size
			continue
		}
		j := i + size
		for j < len(raw) {
			r, size = rune(raw[j]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(raw[j:])
			}
			if unicode.IsSpace(r) {
				break
			}
			j += size
		}
		w.word(raw[i:j], t.at+i, el)
		i = j
	}
}

// word adds a stretch of the page without white space, which references may hold.
func (w *walker) word(raw string, at int, el *html.Node) {
	text := raw
	if strings.IndexByte(raw, '&') >= 0 {
		text = strings.ToValidUTF8(html.UnescapeString(raw), "\ufffd")
		fields := strings.Fields(text)
		if len(fields) == 0 {
			w.space = true
			return
		}
		first, _ := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		w.space = w.space || unicode.IsSpace(first)
		defer func() { w.space = unicode.IsSpace(last) }()
		text = strings.Join(fields, " ")
	}
	w.gap(el)
	start := len(w.buf)
	w.buf = append(w.buf, text...)
	if w.inLink > 0 {
		w.link += len(text)
	}
	if w.origin {
		w.run(start, text == raw, at, len(raw))
	}
	w.space = false
}

// gap writes what stands between the last word and the next.
func (w *walker) gap(el *html.Node) {
	if w.breaks > 1 {
		w.flush(el)
	}
	switch {
	case len(w.buf) == 0:
	case w.cell:
		w.buf = append(w.buf, " | "...)
	case w.breaks == 1:
		w.buf = append(w.buf, '\n')
	case w.space:
		w.buf = append(w.buf, ' ')
		if w.inLink > 0 {
			w.link++
		}
	}
	w.breaks, w.cell = 0, false
}

// run notes where a word came from. Words one byte of white space apart in both
// places are one run.
func (w *walker) run(start int, copied bool, at, n int) {
	text, raw := extract.Span{Start: start, End: len(w.buf)}, extract.Span{Start: at, End: at + n}
	if k := len(w.runs) - 1; k >= 0 && copied {
		last := &w.runs[k]
		if gap := text.Start - last.Text.End; gap <= 1 && raw.Start-last.Raw.End == gap && last.Text.Len() == last.Raw.Len() {
			last.Text.End, last.Raw.End = text.End, raw.End
			return
		}
	}
	if k := len(w.runs) - 1; k >= 0 && text.Start > w.runs[k].Text.End { // the white space between
		last := w.runs[k]
		w.runs = append(w.runs, extract.Run{Text: extract.Span{Start: last.Text.End, End: text.Start}, Raw: extract.Span{Start: last.Raw.End, End: raw.Start}})
	}
	w.runs = append(w.runs, extract.Run{Text: text, Raw: raw})
}

func (w *walker) flush(el *html.Node) {
	if len(w.buf) > 0 {
		c := &chunk{el: el, text: string(w.buf), link: w.link, runs: w.runs}
		c.words = words(c.text)
		w.out = append(w.out, c)
	}
	w.buf, w.runs = w.buf[:0], nil
	w.space, w.breaks, w.cell, w.link = false, 0, false, 0
}
