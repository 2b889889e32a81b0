package clean

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract"
)

// plain labels the paragraphs of plain text.
func plain(d *extract.Document) {
	l := labeller{d: d, text: d.Text, spans: extract.SplitParagraphs(d.Text)}
	if len(l.spans) == 0 {
		return
	}
	d.Paragraphs = l.label()
	for _, p := range d.Paragraphs {
		if p.Section == extract.Title && d.Title == "" {
			d.Title = d.In(p.Span)
		}
	}
}

// A labeller gives each paragraph its section by the first rule that holds.
type labeller struct {
	d     *extract.Document
	text  string
	spans []extract.Span
	body  bool // a paragraph of body has been seen
	small bool // and one with small letters
}

// A rule names the section of a paragraph by its words and place.
type rule struct {
	id      string
	section string
	example string
	longest int // words of a paragraph that can match; longer ones are not tried
	match   func(l *labeller, i int, text string) bool
}

// rules in order: the first that matches decides, and what none matches is body.
var rules = []rule{
	{"clean.furniture/1", extract.Boilerplate, "COMMENTS", 25, func(_ *labeller, _ int, s string) bool { return isFurniture(s) }},
	{"clean.correction/1", extract.Correction, "Correction: An earlier version of this article misstated the toll.", 200, func(_ *labeller, _ int, s string) bool { return isCorrection(s) }},
	{"clean.credit/1", extract.Credit, "ED JONES/AFP via Getty", 12, func(_ *labeller, _ int, s string) bool { return isCredit(s) }},
	{"clean.reporting/1", extract.Credit, "(Reporting by Ann Lee; editing by Tom Hale)", 60, func(_ *labeller, _ int, s string) bool { return isReporting(s) }},
	{"clean.title/1", extract.Title, "", 25, (*labeller).isTitle},
	{"clean.byline/1", extract.Byline, "By Priya Raman", 14, func(l *labeller, _ int, s string) bool { return !l.body && byline.MatchString(s) }},
	{"clean.caption/1", extract.Caption, "", 80, (*labeller).isCaption},
	{"clean.bio/1", extract.Bio, "", 60, (*labeller).isBio},
	{"clean.link-headline/1", extract.Related, "", 30, (*labeller).isLinkHeadline},
}

var (
	furniture = regexp.MustCompile(`(?i)^\W{0,3}(?:comments?|advertisement|sponsored|related(?: articles?| stories)?|read more|see also|don['’]t miss|most read|share(?: this)?(?: article| story)?|sign up|subscribe(?: now)?|loading\W*|click here|continue reading(?: below)?|story continues below|print|e-?mail|newsletter)\W{0,3}$` +
		`|(?i)^\W{0,3}(?:read more|see also|read the rest|click here|sign up (?:for|to)|subscribe to|follow (?:us|@?\w+(?: \w+)?) on|please let us know if|like this story|share this|get the .{0,40}(?:newsletter|app)\b|©|copyright \d|all rights reserved)`)
	correction = regexp.MustCompile(`(?i)^\W{0,3}(?:corrections?|clarifications?|editor['’]s note|correction appended)\s?[:—–-]|^(?i:an earlier version of this|this (?:article|story|post|report) (?:has been|was) (?:corrected|amended|updated to correct))`)
	credits    = regexp.MustCompile(`(?:\b(?:AFP|AP|Reuters|REUTERS|EPA|Getty(?: Images)?|Xinhua|Bloomberg|Shutterstock|AP Photo|Photo|Pool)\s?/|/\s?(?:AFP|AP|Reuters|REUTERS|EPA|Getty|Bloomberg|Pool|Shutterstock|NurPhoto|Anadolu|Xinhua)\b|\bvia (?:Getty|AP|AFP|Reuters|REUTERS)\b|^(?:Photo|Image|Picture|Photograph|Credit)(?: by| courtesy of)?\b ?:?|\bGetty Images\b)`)
	reporting  = regexp.MustCompile(`^\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [A-Z]|^.{3,80} contributed to this (?:report|article|story)\.?$`)
	byline     = regexp.MustCompile(`^(?i:by) [A-Z][\p{L}.'’-]+(?: [A-Z][\p{L}.'’-]*| (?:and|de|van|von|al|el|bin|la|in)\b| ?[,&|] ?)*[^.!?]*$`)
	bio        = regexp.MustCompile(`^(?:The author )?[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}.'’-]*){0,3},? (?:is|was) (?:an?|the) (?:[\p{L}-]+ ){0,4}(?:reporter|correspondent|editor|columnist|writer|journalist|contributor|professor|fellow|author|producer)\b`)
	dateline   = regexp.MustCompile(`^(?:[A-Z][A-Z.'’ -]{2,40})(?:, [A-Z][\p{L}.'’ -]{1,30}){0,2}(?:, (?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?(?: ?\((?:[A-Z][\p{L}. ]{1,24})\))?(?: ?(?:—|–|―|--?) | —)`)
	labelled   = regexp.MustCompile(`^\([A-Z][\p{L}. ]{1,24}\) ?(?:—|–|--?) `)
)

// isCorrection and isReporting look no further than they must: most paragraphs are
// neither, and a pattern takes time by the length of what it is tried on.
func isCorrection(s string) bool { return mayCorrect(s) && correction.MatchString(start(s, 90)) }

// mayCorrect reports whether s opens as the pattern of a correction does, behind what is no word.
func mayCorrect(s string) bool {
	return beginsAny(s[firstWord(s):], "cor", "cla", "edi", "an ", "thi")
}

// isFurniture looks at no line that opens with other letters than the words of its pattern.
func isFurniture(s string) bool {
	return (beginsAny(s[firstWord(s):], "adv", "all", "cli", "com", "con", "cop", "don", "e-m", "ema", "fol", "get", "li", "loa", "mos", "new", "ple", "pri", "rea", "rel", "see", "sha", "sig", "spo", "sto", "sub") || holdsAny(start(s, 16), "©", "ſ")) && furniture.MatchString(s)
}

// firstWord is where the first ASCII letter or digit of s is; its length if there is none.
func firstWord(s string) int {
	for i := range len(s) {
		switch c := s[i] | 0x20; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', s[i] == '_':
			return i
		}
	}
	return len(s)
}

// beginsAny reports whether s begins with one of the texts, which are ASCII, in any case.
func beginsAny(s string, openings ...string) bool {
	return slices.ContainsFunc(openings, func(o string) bool { return len(s) >= len(o) && strings.EqualFold(s[:len(o)], o) })
}

// holdsCredit reports whether the pattern of a credit matches: whatever it matches has one of
// these texts, or stands behind one of these words at the start.
func holdsCredit(s string) bool {
	return (holdsAny(s, "/", "via ", "Getty Images") || beginsAny(s, "photo", "image", "picture", "credit")) && credits.MatchString(s)
}

func isReporting(s string) bool {
	return holdsAny(start(s, 120), "eporting by", "riting by", "diting by", "contributed to this") && reporting.MatchString(s)
}

// start is the beginning of s, n bytes at most.
func start(s string, n int) string { return s[:min(len(s), n)] }

// longestLine is how many bytes a line may have that the rules look at. They know lines of a few words;
// a longer one is body, or a row of marks without words, over which a pattern would run for seconds.
const longestLine = 4000

// isLong reports whether s is no line: too long, or a long row of marks.
func isLong(s string) bool {
	return len(s) > longestLine || len(s) > 400 && strings.IndexFunc(s[:400], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// lead is how many paragraphs may stand before the body.
const lead = 6

func (l *labeller) label() []extract.Paragraph {
	var out []extract.Paragraph
	for i, s := range l.spans {
		if often(i) && l.d.Stopped() != nil {
			break
		}
		text := l.text[s.Start:s.End]
		section := extract.Body
		n := words(text)
		for _, r := range rules {
			if n <= r.longest && !isLong(text) && r.match(l, i, text) {
				section = r.section
				break
			}
		}
		if section == extract.Body && (!l.body || i == 1) { // behind a title that reads as a sentence
			l.body = true
			if n := datelineLength(text); n > 0 {
				out = append(out, extract.Paragraph{Span: extract.Span{Start: s.Start, End: s.Start + len(strings.TrimRight(text[:n], " "))}, Section: extract.Dateline})
				s.Start += n
			}
		}
		l.small = l.small || section == extract.Body && strings.ToUpper(text) != text
		out = append(out, extract.Paragraph{Span: s, Section: section})
	}
	return out
}

// datelineLength is the length of a dateline at the start of a paragraph, with the
// white space after its dash; 0 if there is none, or nothing after it.
func datelineLength(text string) int {
	m := cmp.Or(dateline.FindString(text), labelled.FindString(text))
	if n := len(m); n > 0 && n < len(text) {
		return n
	}
	return 0
}

// isTitle: the first paragraph, if it is short, more follows, and it does not read
// as a sentence of the body.
func (l *labeller) isTitle(i int, s string) bool {
	if i > 0 || len(l.spans) < 2 || words(s) < 2 || quoteAtStart(s) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”\"’')")); last == '.' || last == ':' || last == ',' {
		return titleCase(s) && last == '.'
	}
	return true
}

// isCaption: before the body, a line without a full stop that a credit follows.
func (l *labeller) isCaption(i int, s string) bool {
	if (strings.HasSuffix(s, ")") || !sentenceEnd(s)) && holdsCredit(s) && words(s) > 6 {
		return i < len(l.spans)-1 || !l.body
	}
	if l.body || i+1 >= len(l.spans) || i >= lead || sentenceEnd(s) {
		return false
	}
	next := l.spans[i+1]
	return isCredit(l.text[next.Start:next.End])
}

// isBio: one of the last paragraphs says who the author is.
func (l *labeller) isBio(i int, s string) bool {
	return l.body && i >= len(l.spans)-3 && bio.MatchString(s)
}

// isLinkHeadline: in a body that is not all in capitals, a line that is, and does not end as a sentence:
// what a link to another article leaves.
func (l *labeller) isLinkHeadline(_ int, s string) bool {
	return l.small && words(s) >= 4 && !sentenceEnd(s) && !quoteAtStart(s) && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

func isCredit(s string) bool {
	return !isLong(s) && words(s) <= 12 && !sentenceEnd(s) && holdsCredit(s)
}

func sentenceEnd(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”\"’')]"))
	return last == '.' || last == '!' || last == '?' || last == '…'
}

func quoteAtStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("“\"‘«", r)
}

// words counts the words of s.
func words(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// titleCase reports whether most longer words of a line begin with a capital.
func titleCase(s string) bool {
	long, capital := 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.TrimLeft(w, "“\"‘('")
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) || unicode.IsDigit(r) {
			capital++
		}
	}
	return long > 2 && 4*capital >= 3*long
}
