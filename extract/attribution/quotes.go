package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// Quotes pairs quotation marks, paragraph by paragraph, and says what each pair is
// there for. What stands inside a pair of speech marks is content, whatever its
// grammar; a nickname or a title in marks is not.
var Quotes = extract.Stage{
	Name:  "quotes",
	Needs: extract.Tokens | extract.Sentences,
	Gives: extract.Quotes,
	Run:   runQuotes,
}

func runQuotes(d *extract.Document) error {
	var p pairer
	for i := range d.Paragraphs {
		if err := d.Stopped(); err != nil {
			return err
		}
		p.pair(d, i)
	}
	for i := range d.Quotes {
		d.Quotes[i].Use = use(d, &d.Quotes[i])
	}
	continueQuotes(d)
	return nil
}

// A style is one way of writing quotation marks.
type style uint8

const (
	curly      style = iota // “ ”
	straight                // " "
	single                  // ‘ ’
	guillemets              // « »
	latex                   // `` ''
	apostrophe              // ' ' in straight text, only where it cannot be an apostrophe
)

// A mark is one quotation mark of a paragraph.
type mark struct {
	at, end int
	style   style
	opens   bool // may open
	closes  bool // may close
}

// An open mark waits for its closer.
type openMark struct {
	mark
	quote int // index in Document.Quotes
}

// maxDepth bounds how deep quotations nest: deeper marks are read as noise.
const maxDepth = 8

// A pairer pairs the marks of one paragraph after another.
type pairer struct {
	marks  []mark
	stack  []openMark
	broken bool // the first mark of the next paragraph closes the last of this
}

func (p *pairer) pair(d *extract.Document, paragraph int) {
	par := d.Paragraphs[paragraph]
	p.marks = marksIn(d.Text, par.Span, p.marks[:0])
	if p.broken {
		p.marks = p.marks[1:] // it closes the paragraph before
	}
	p.broken, p.stack = false, p.stack[:0]
	first := len(d.Quotes)
	for i, m := range p.marks {
		switch {
		case len(p.stack) == 1 && m.opens && !m.closes && p.stack[0].style == m.style && (p.forgotten(d, m) || p.introduced(d, m)):
			p.stack = p.stack[:0]
			p.open(d, m, paragraph)
		case len(p.stack) == 1 && m.opens && !m.closes && (p.stack[0].style == m.style || p.stack[0].style == curly && m.style == straight) && p.runOn(d, m):
			p.stack = p.stack[:0]
			p.open(d, m, paragraph)
		case p.owns(d.Text, i):
		case m.closes && p.close(d, m):
		case m.opens && len(p.stack) < maxDepth && p.mayOpen(m):
			p.open(d, m, paragraph)
		case !m.opens && len(p.stack) == 0:
			p.openLost(d, m, paragraph, first)
		}
	}
	for _, o := range p.stack {
		p.leaveOpen(d, o, par.Span)
	}
	d.Quotes = d.Quotes[:first+len(compact(d.Text, d.Quotes[first:]))]
}

// owns reports whether mark i is the apostrophe of a plural owner within single marks, as in
// ‘the drivers’ bill,’: a word follows it, and the next single mark ends the quotation.
func (p *pairer) owns(text string, i int) bool {
	m := p.marks[i]
	if i+1 >= len(p.marks) || m.style != single && m.style != apostrophe || !m.closes || m.at == 0 || text[m.at-1] != 's' {
		return false
	}
	next := p.marks[i+1]
	return next.style == m.style && next.closes && !next.opens && strings.IndexByte(",.?!", text[next.at-1]) >= 0 &&
		m.end+1 < next.at && text[m.end] == ' ' && 'a' <= text[m.end+1] && text[m.end+1] <= 'z'
}

// mayOpen refuses a mark of the style that is open already: a second opener of the
// outermost kind is the first one forgotten, not a quotation in a quotation.
func (p *pairer) mayOpen(m mark) bool {
	return !slices.ContainsFunc(p.stack, func(o openMark) bool { return o.style == m.style })
}

func (p *pairer) open(d *extract.Document, m mark, paragraph int) {
	d.Quotes = append(d.Quotes, extract.Quote{
		Span: extract.Span{Start: m.at}, Inner: extract.Span{Start: m.end}, Depth: len(p.stack),
		Continues: -1, Paragraph: paragraph, Attributed: -1,
	})
	p.stack = append(p.stack, openMark{m, len(d.Quotes) - 1})
}

// close ends the innermost open quotation of the mark's style, and with it those
// inside, whose closers were forgotten. Where none of its style is open, a double mark
// that cannot open ends one of the other double style: text pasted from two sources
// writes “so" and "so”.
func (p *pairer) close(d *extract.Document, m mark) bool {
	return p.closeStyle(d, m, m.style) || !m.opens && (m.style == straight && p.closeStyle(d, m, curly) ||
		m.style == curly && p.closeStyle(d, m, straight))
}

func (p *pairer) closeStyle(d *extract.Document, m mark, s style) bool {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].style != s {
			continue
		}
		for _, o := range p.stack[i+1:] {
			d.Quotes[o.quote].End = 0 // dropped: an inner mark without its closer is noise
		}
		q := &d.Quotes[p.stack[i].quote]
		q.Inner.End, q.End = m.at, m.end
		p.stack = p.stack[:i]
		return true
	}
	return false
}

// leaveOpen ends a quotation without a closer at the end of its paragraph. Only an
// outer one counts: speech that goes on in the next paragraph has no closer. A straight mark
// within the paragraph, and a single one, may be another thing, unless the next goes on.
func (p *pairer) leaveOpen(d *extract.Document, o openMark, par extract.Span) {
	q := &d.Quotes[o.quote]
	if q.Depth == 0 && !o.closes && closedBelow(d, o, q.Paragraph) {
		q.Inner.End, q.End, p.broken = par.End, par.End, true
		return
	}
	sure := o.style == curly || o.style == guillemets || o.style == latex || o.style == straight && par.Start == o.at
	if q.Depth > 0 || !sure && (o.closes || !reopens(d, o, q.Paragraph)) {
		q.End = 0
		return
	}
	q.Inner.End, q.End, q.Unclosed = par.End, par.End, true
}

// compact drops the quotations that did not close, and those with nothing inside, and takes
// blanks within the marks off the rest.
func compact(text string, quotes []extract.Quote) []extract.Quote {
	kept := quotes[:0]
	for _, q := range quotes {
		if q.Inner.End > q.Inner.Start {
			inner := text[q.Inner.Start:q.Inner.End]
			q.Inner.Start += len(inner) - len(strings.TrimLeft(inner, " \u00a0"))
			q.Inner.End -= len(inner) - len(strings.TrimRight(inner, " \u00a0"))
		}
		if q.End > 0 && q.Inner.End > q.Inner.Start {
			kept = append(kept, q)
		}
	}
	return kept
}

// marksIn lists the quotation marks of a paragraph.
func marksIn(text string, par extract.Span, marks []mark) []mark {
	for i := par.Start; i < par.End; {
		j := strings.IndexAny(text[i:par.End], "\"'`“”„‘’«»\u201f")
		if j < 0 {
			break
		}
		i += j
		r, n := utf8.DecodeRuneInString(text[i:par.End])
		m := mark{at: i, end: i + n}
		switch before, after := around(text, par, i, i+n); r {
		case '“', '„', '\u201f':
			m.style, m.opens = curly, true
			m.closes = unicode.IsSpace(after) && !unicode.IsSpace(before) // written the wrong way round
		case '”':
			m.style, m.closes = curly, true
		case '«':
			m.style, m.opens = guillemets, true
		case '»':
			m.style, m.closes = guillemets, true
		case '"':
			m.style = straight
			m.opens, m.closes = sides(before, after)
		case '`':
			if m.end = double(text, i, par.End, '`'); m.end == 0 {
				i++
				continue
			}
			m.style, m.opens = latex, true
		case '\'':
			inner := double(text, i+1, par.End, '\'') != 0 && !unicode.IsSpace(before) // three end the inner quotation first
			if e := double(text, i, par.End, '\''); e != 0 && !inner {
				m.end, m.style = e, latex
				before, after = around(text, par, i, e)
				m.opens, m.closes = sides(before, after)
				break
			}
			m.style = apostrophe
			m.opens, m.closes = singleSides(before, after)
		case '‘':
			m.style, m.opens = single, !letter(before)
		case '’':
			m.style, m.closes = single, !letter(after)
		}
		if m.opens || m.closes {
			marks = append(marks, m)
		}
		i = m.end
	}
	return marks
}

func double(text string, i, end int, c byte) int {
	if i+1 < end && text[i+1] == c {
		return i + 2
	}
	return 0
}

// around returns the runes on both sides of text[i:j], and a space at the edges.
func around(text string, par extract.Span, i, j int) (before, after rune) {
	before, after = ' ', ' '
	if i > par.Start {
		before, _ = utf8.DecodeLastRuneInString(text[par.Start:i])
	}
	if j < par.End {
		after, _ = utf8.DecodeRuneInString(text[j:par.End])
	}
	return before, after
}

// sides tells which way a straight mark may turn. With white space on one side
// only, it turns to the other, and before a mark it closes; otherwise it may do both, and the pairing decides.
func sides(before, after rune) (opens, closes bool) {
	spaceBefore := unicode.IsSpace(before) || strings.ContainsRune("([{—–-", before)
	switch spaceAfter := unicode.IsSpace(after); {
	case spaceBefore && !spaceAfter:
		return true, false
	case !spaceBefore && (spaceAfter || strings.ContainsRune(".,;:?!", after)):
		return false, true
	}
	return true, true
}

// singleSides is sides for a straight single mark, which is far more often an
// apostrophe: it opens only after white space, and closes only before it or a mark.
func singleSides(before, after rune) (opens, closes bool) {
	opens = (unicode.IsSpace(before) || before == '(' || before == '"' || before == '“') && letter(after)
	closes = !letter(after) && !unicode.IsSpace(before) && (strings.ContainsRune(".,!?", before) || letter(before))
	return opens, closes
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// continueQuotes joins speech over several paragraphs: a quotation that is open at
// the end of its paragraph goes on with the one that opens the next, the break kept or lost.
func continueQuotes(d *extract.Document) {
	open := -1
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Depth > 0 {
			continue
		}
		if open >= 0 {
			o := &d.Quotes[open]
			if q.Start == d.Paragraphs[q.Paragraph].Start && o.Paragraph == q.Paragraph-1 || o.Paragraph == q.Paragraph {
				q.Continues = open
			}
		}
		if open = -1; q.Unclosed {
			open = i
		}
	}
}
