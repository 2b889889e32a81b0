package pipeline

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/cputime"
)

// units are what texts are made of that no newspaper prints: each repeated is one kind.
var units = map[string]string{
	"numbers": "1, 2, 3, ", "a row of commas": ", ", "digits": "1", "digits apart": "1 ", "thousands": "1,", "fractions": "1/2 ", "percent": "3% ", "dollars": "$1 ",
	"money": "$3 million to $4 million, ", "parts": "3 of the 5 ", "leads": "Rowe leads Cho by 12 points. ", "two hundred": "two hundred and ", "thousand": "thousand ", "ratios": "3-2 ", "from to": "from 3 to ",
	"weekdays": "Monday, Tuesday, ", "on Monday": "on Monday ", "dates": "May 5, 2024, ", "years ago": "2 years ago ", "feasts of states": "and Kenya met on Independence Day ",
	"said that": "said that ", "told that": "he told her he told her that ", "according to": "according to officials, ", "who said": "who said ", "if he said": "if he said ",
	"I said": "I said ", "said by": "said by ", "estimate of": "Cho's estimate of ", "said 3": "said 3 troops ", "Rowe said": "Jane Rowe said ", "and": "and ", "not": "not ", "he": "he ", "it": "it ",
	"the likely": "may likely ", "a colon": "He said: ", "colons": ": ", "dashes": "— ", "hyphens": "a-", "periods": ".", "semicolons": "he said; ", "brackets": "(a) ", "open brackets": "(",
	"quotation marks": "\"", "curly pairs": "“” ", "open curly": "“a ", "apostrophes": "'", "clitics": "'s ", "quoted and said": "“A,” he said, ", "said and quoted": "he said “a” ", "quoted in quoted": "“He said ‘a’ ” ",
	"names": "Jane Rowe, John Lee, ", "companies": "Acme Corp. ", "acronyms": "ABC ", "states": "Va. Gov. ", "initials": "A. ", "addresses": "http://x.example/a ", "mail": "a@b.example ", "hash tags": "#a ",
	"sentences": "He said it. ", "lines": "He said it.\n", "paragraphs": "Jane Rowe said it was over.\n\n", "turns": "ROWE: He said it.\n", "bullets": "• He said it.\n", "questions": "Q: Who?\nA: He said.\n",
	"one word": "x", "empty lines": "\n", "tabs": "\t", "NUL": "\x00", "less than": "<", "emoji": "👩‍👩‍👧‍👦🙂", "right to left": "قال الوزير إن 3,000 جندي. ", "combining marks": "e\u0301", "capitals": "POLICE SAID THE MAN WAS HELD ",
}

// pageUnits are what pages are made of.
var pageUnits = map[string]string{
	"<": "<", "<<p": "<<p", "amp": "&amp;", "p": "<p>The mayor said it was over.</p>", "open div": "<div>He said it", "nested b": "<b>", "table": "<table><tr><td>He said it", "links": "<li><a href=x>It rained in the town</a>",
	"br": "He said it<br>", "headings": "<h1>It rained</h1><p>Monday, Oct. 23", "comment": "<!-- a --", "script": "<script>var a = {'datePublished': 1};</script>", "attributes": "<p a=1 b=2 c=3", "meta": `<meta name="author" content="Ann Lee">`,
	"json": `<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"x"}}</script>`, "spaces": "<p> &nbsp; ", "NUL": "\x00", "no tags": "The mayor said it was over. ", "span date": `<span class="date">soon</span>`,
}

// TestWholeRunIsLinear holds the processor time of whole runs to the length of the text: sixteen
// times a text takes no more than sixty-four times as long, where a square takes 256. CLAIMWIRE_LINEAR
// is the bytes of the longest text.
func TestWholeRunIsLinear(t *testing.T) {
	longest := 24 << 10
	if testing.Short() {
		longest = 4 << 10
	}
	if v := os.Getenv("CLAIMWIRE_LINEAR"); v != "" {
		var err error
		if longest, err = strconv.Atoi(v); err != nil {
			t.Fatal(err)
		}
	}
	p := english(t)
	try := func(name string, article func(size int) *extract.Article) {
		took := func(size int) time.Duration {
			a := article(size)
			return cputime.Best(1, func() {
				if _, err := p.Annotate(t.Context(), a); err != nil && !errors.As(err, new(extract.Skip)) {
					t.Fatalf("%s: %v", name, err)
				}
			})
		}
		for tries := 1; ; tries++ { // the collector and other programs may disturb some
			one, four, sixteen := took(longest/16), took(longest/4), took(longest)
			if sixteen < 150*time.Millisecond || sixteen <= 8*four && sixteen <= 64*one {
				return
			}
			if tries == 3 {
				t.Errorf("%s: %v, %v and %v for 1, 4 and 16 times a text", name, one, four, sixteen)
				return
			}
		}
	}
	for name, unit := range units {
		try(name, func(size int) *extract.Article {
			return &extract.Article{ID: name, Text: strings.Repeat(unit, size/len(unit))}
		})
	}
	for name, unit := range pageUnits {
		try("page of "+name, func(size int) *extract.Article {
			body := strings.Repeat(unit, size*2/len(unit))
			return &extract.Article{ID: name, Page: []byte("<html><head><title>It rained</title></head><body><article><h1>It rained</h1><p>The mayor said it was over, and nobody was hurt.</p>" + body), MediaType: "text/html; charset=utf-8"}
		})
	}
}
