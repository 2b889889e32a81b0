package clean

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/claimwire/claimwire/extract"
)

// blocks are the chunks of an article, in order, waiting for their roles.
type blocks struct {
	d      *extract.Document
	chunks []*chunk
	title  int // the heading that is the headline; -1 if none is
	first  int // the first paragraph of running text below it
	last   int // the last one
}

// A blockRule names the role of a chunk by its words and place. example is a text
// alone in a paragraph that it takes; "" where the place decides.
type blockRule struct {
	id      string
	role    string
	example string
	match   func(b *blocks, i int, c *chunk) bool
}

// blockRules in order: the first that matches decides, and what none matches is body.
var blockRules = []blockRule{
	{"clean.headline/1", extract.Title, "", (*blocks).isHeadline},
	{"clean.dek/1", extract.Dek, "", (*blocks).isDek},
	{"clean.lead-byline/1", extract.Byline, "", (*blocks).isByline},
	{"clean.notice/1", extract.Correction, "Correction: An earlier version of this article misstated the toll.", func(_ *blocks, _ int, c *chunk) bool { return isCorrection(c.text) }},
	{"clean.menu/1", extract.Boilerplate, "", func(_ *blocks, _ int, c *chunk) bool { return strings.Count(c.text, "\n") > 1 && c.linkShare() > .85 }},
	{"clean.copyright/1", extract.Boilerplate, "Copyright 2009 Valley Courier", func(_ *blocks, _ int, c *chunk) bool { return c.words <= 70 && copyright.MatchString(c.text) }},
	{"clean.label/1", extract.Promo, "Sign up for our morning newsletter", func(_ *blocks, _ int, c *chunk) bool { return c.words <= 70 && label.MatchString(c.text) }},
	{"clean.appeal/1", extract.Promo, "There is more of this every morning. Sign up today and get the free briefing delivered to your inbox.", func(_ *blocks, _ int, c *chunk) bool {
		return c.words <= 45 && holdsAny(c.text, "ign up", "ubscribe", "lick here", "elivered ") && !strings.ContainsAny(c.text, "“”\"") && appeal.MatchString(c.text)
	}},
	{"clean.picture-credit/1", extract.Caption, "Crowds in the square on Monday (Image: GETTY)", func(_ *blocks, _ int, c *chunk) bool {
		return c.words <= 45 && holdsAny(c.text, "(", "Credit", "hoto", "HOTO", "euters", "REUTERS", "AP", "AFP", "Getty") && pictured.MatchString(c.text)
	}},
	{"clean.above-credit/1", extract.Caption, "", func(b *blocks, i int, c *chunk) bool {
		return i+1 < len(b.chunks) && !c.heading() && !sentenceEnd(c.text) && isCredit(b.chunks[i+1].text)
	}},
	{"clean.tagged-link/1", extract.Related, "", func(_ *blocks, _ int, c *chunk) bool {
		return c.linkShare() > .5 && tagged.MatchString(c.text)
	}},
	{"clean.picture/1", extract.Credit, "ED JONES/AFP via Getty", func(_ *blocks, _ int, c *chunk) bool { return isCredit(c.text) }},
	{"clean.staff/1", extract.Credit, "", (*blocks).isStaff},
	{"clean.about/1", extract.Bio, "", (*blocks).isBio},
	{"clean.capitals/1", extract.Promo, "", func(_ *blocks, _ int, c *chunk) bool {
		return c.words >= 4 && c.linkShare() > .85 && strings.ToUpper(c.text) == c.text
	}},
	{"clean.command/1", extract.Promo, "", isCommand},
	{"clean.link/1", extract.Related, "", (*blocks).isLinkAlone},
}

func (b *blocks) label() {
	b.bounds()
	b.above()
	for i, c := range b.chunks {
		if often(i) && b.d.Stopped() != nil {
			return
		}
		if c.role == extract.Dek && i > b.first { // a heading within the body
			c.role = ""
		}
		if c.role != "" || isLong(c.text) {
			continue
		}
		for _, r := range blockRules {
			if r.match(b, i, c) {
				c.role = r.role
				break
			}
		}
	}
	b.pullQuotes()
	b.linkRuns()
	b.comments()
	b.lastHeadings()
}

// bounds finds the headline, and the first and last paragraph of running text.
func (b *blocks) bounds() {
	b.title, b.first, b.last = -1, len(b.chunks), 0
	for i, c := range b.chunks {
		if c.role == "" && c.words <= 30 && (c.el.DataAtom == atom.H1 || c.el.DataAtom == atom.H2) && similar(c.text, b.d.Title) >= .8 {
			b.title = i
			break
		}
	}
	for i, c := range b.chunks[b.title+1:] {
		if c.role != "" || c.words < 20 || c.heading() {
			continue
		}
		b.last = b.title + 1 + i
		if b.first == len(b.chunks) && (c.words > 40 || similar(c.text, b.d.Title) < .6) {
			b.first = b.last
		}
	}
}

func (b *blocks) isHeadline(i int, c *chunk) bool {
	return i == b.title || i <= b.first+1 && i <= 8 && (c.el.DataAtom == atom.H1 || c.words <= 30 && similar(c.text, b.d.Title) >= .6)
}

func (b *blocks) isDek(i int, c *chunk) bool {
	if i > b.first || i > 8 {
		return false
	}
	return b.d.Dek != "" && c.words >= 5 && c.words <= 60 && i < b.first && similar(c.text, b.d.Dek) > .7 && !b.starts(c.text) && !b.besideFirst(c) ||
		i < 5 && c.heading() && !b.isByline(i, c) && (c.words >= 8 || similar(c.text, b.d.Dek) > .5)
}

// besideFirst: a paragraph among those of the body.
func (b *blocks) besideFirst(c *chunk) bool {
	return b.first < len(b.chunks) && c.el.DataAtom == atom.P && c.el.Parent == b.chunks[b.first].el.Parent
}

// starts: the description of a page is often but the start of its first paragraph.
func (b *blocks) starts(dek string) bool {
	return b.first == len(b.chunks) || strings.HasPrefix(b.chunks[b.first].text, dek[:min(len(dek), 40)])
}

func (b *blocks) isByline(i int, c *chunk) bool {
	if i > b.first || c.words > 14 {
		return false
	}
	return byline.MatchString(c.text) || behindDate(c.text) != "" || lineOfDate.MatchString(c.text) || dated.MatchString(c.text) && !dateInWords(c.text).IsZero() || len(b.d.Authors) > 0 && similar(c.text, strings.Join(b.d.Authors, " ")) > .5
}

func (b *blocks) isStaff(i int, c *chunk) bool {
	if c.words > 90 {
		return false
	}
	return address.MatchString(c.text) || 2*i >= b.last && (staff.MatchString(start(c.text, 120)) || contributed(c.text)) || isReporting(c.text)
}

func contributed(text string) bool {
	return strings.Contains(text, "ontributed") && contribution.MatchString(text)
}

func (b *blocks) isBio(i int, c *chunk) bool {
	return i >= b.last-4 && 10*i > 6*b.last && c.words <= 120 && writer.MatchString(c.text)
}

// isCommand: a short link or button that tells readers to do something: Read the guide.
func isCommand(_ *blocks, _ int, c *chunk) bool {
	if c.words < 2 || c.words > 7 || c.linkShare() <= .9 {
		return false
	}
	switch c.el.DataAtom {
	case atom.P, atom.Div, atom.Section:
		return command.MatchString(c.text)
	}
	return false
}

func (b *blocks) isLinkAlone(i int, c *chunk) bool {
	if b.readsOn(i, c) {
		return false
	}
	switch c.el.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Td, atom.Tr:
		return false
	}
	return c.words >= 4 && c.words <= 25 && c.linkShare() > .9 && !strings.Contains(c.text, "://")
}

// readsOn: a paragraph among those of the body that is a whole sentence belongs to it, though
// all of it is a link.
func (b *blocks) readsOn(i int, c *chunk) bool {
	if c.el.DataAtom != atom.P || c.words < 6 || !b.besideFirst(c) || i <= b.first || i >= b.last {
		return false
	}
	if end := strings.TrimRight(c.text, "\"”’')"); !strings.HasSuffix(end, ".") || strings.HasSuffix(end, "...") {
		return false
	}
	before, after := b.chunks[i-1], b.chunks[i+1]
	return before.linkShare() < .5 && after.linkShare() < .5
}

// pullQuotes takes the copies of words that the article prints again in large: a short block of
// its own whose words, four or more, stand in a longer paragraph too, and the name below it.
func (b *blocks) pullQuotes() {
	var all []string // the words of each paragraph, once one is asked for
	found := 0
	for i, c := range b.chunks {
		if c.role != "" || c.words < 4 || c.words > 45 || c.heading() || found > 20 || !printedLarge(c) {
			continue
		}
		if all == nil {
			for _, o := range b.chunks {
				all = append(all, plainWords(o.text))
			}
		}
		found++
		if !b.printedTwice(i, all) {
			continue
		}
		c.role = extract.Promo
		if i+1 < len(b.chunks) {
			if n := b.chunks[i+1]; n.role == "" && n.words <= 8 && n.el != c.el && within(n.el, c.el.Parent) && !sentenceEnd(n.text) && !b.besideFirst(n) {
				n.role = extract.Promo
			}
		}
	}
}

// printedTwice reports whether a longer paragraph of the body holds the words of chunk i.
func (b *blocks) printedTwice(i int, all []string) bool {
	for k, c := range b.chunks {
		if k != i && c.role == "" && c.words > b.chunks[i].words+2 && strings.Contains(all[k], all[i]) {
			return true
		}
	}
	return false
}

// printedLarge: a block that is set apart from the paragraphs of the body.
func printedLarge(c *chunk) bool {
	for n, up := c.el, 0; n != nil && up < 3; n, up = n.Parent, up+1 {
		if n.DataAtom == atom.Blockquote || n.DataAtom == atom.Aside {
			return true
		}
		if names := letters(attr(n, "class")); strings.Contains(names, "pull") && strings.Contains(names, "quote") {
			return true
		}
	}
	return false
}

// plainWords is the words of s in small letters, a blank around each.
func plainWords(s string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
}

// shownHeadline is the heading, or the block named for one, that stands nearest before the first
// paragraph of the body.
func (b *blocks) shownHeadline(all []*chunk) string {
	var first *chunk
	for _, c := range b.chunks {
		if isProse(c) && c.words >= 20 && c.role == "" {
			first = c
			break
		}
	}
	at := slices.Index(all, first)
	for i := at - 1; i >= 0 && i >= at-8; i-- {
		c := all[i]
		if c.words < 3 || c.words > 30 || isSite(c.text, b.d.Site) || c.linkShare() > .9 && !c.heading() {
			continue
		}
		if c.heading() || headlineName(c.el) {
			return c.text
		}
	}
	return ""
}

// headlineName: an element named for a headline or a title.
func headlineName(n *html.Node) bool {
	names := letters(attr(n, "class") + attr(n, "id"))
	return strings.Contains(names, "headline") || strings.HasSuffix(names, "title") && !strings.Contains(names, "subtitle")
}

// linkRuns takes three or more short chunks of links for a list of other articles,
// with the heading above it.
func (b *blocks) linkRuns() {
	for i := 0; i < len(b.chunks); i++ {
		j := i
		for j < len(b.chunks) && b.isLink(b.chunks[j]) {
			j++
		}
		if j-i < 3 {
			i = max(i, j-1)
			continue
		}
		for k := i; k < j; k++ {
			b.chunks[k].role = extract.Related
		}
		if i > 0 && b.chunks[i-1].heading() && b.chunks[i-1].role == "" {
			b.chunks[i-1].role = extract.Related
		}
		i = j
	}
}

func (b *blocks) isLink(c *chunk) bool {
	return c.words <= 16 && c.linkShare() > .85 && !strings.Contains(c.text, "$")
}

// above takes what stands before the headline: short blocks, and items of lists.
func (b *blocks) above() {
	for _, c := range b.chunks[:max(b.title, 0)] {
		if c.role == "" && (c.words < 40 || c.el.DataAtom == atom.Li) {
			c.role = extract.Boilerplate
		}
	}
}

// comments takes all that follows a heading over what readers wrote.
func (b *blocks) comments() {
	for i, c := range b.chunks {
		if i > b.first && c.heading() && c.words <= 5 && remarks.MatchString(c.text) {
			for _, r := range b.chunks[i:] {
				if r.role == "" {
					r.role = extract.Boilerplate
				}
			}
			return
		}
	}
}

// lastHeadings: a short heading that nothing follows heads nothing of the article.
func (b *blocks) lastHeadings() {
	for i := len(b.chunks) - 1; i > 0; i-- {
		c := b.chunks[i]
		if c.role == "" && (!c.heading() || c.words > 8) {
			return
		}
		if c.role == "" {
			c.role = extract.Related
		}
	}
}
