package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A page being read: its chunks, and how much running text each element holds.
type reading struct {
	prose map[*html.Node]int // words of running text below an element
	order []*html.Node       // the keys of prose, innermost first
	roles map[*html.Node]string
	total int

	class map[string]int // words of running text below elements of a class
}

// isProse: text long enough, and with few enough links, to be running text.
func isProse(c *chunk) bool {
	return c.words >= 10 && c.linkShare() < .5 && !c.heading()
}

func read(chunks []*chunk, stopped func() bool) *reading {
	r := &reading{prose: map[*html.Node]int{}, roles: map[*html.Node]string{}, class: map[string]int{}}
	for i, c := range chunks {
		if often(i) && stopped() {
			return r
		}
		if isProse(c) {
			r.add(c)
		}
	}
	// Once more, without what the names of elements tell to be something else.
	first := r.prose
	for _, c := range chunks {
		c.role = r.roleOf(c.el, first)
	}
	r.prose, r.order, r.total = map[*html.Node]int{}, nil, 0
	for i, c := range chunks {
		if often(i) && stopped() {
			return r
		}
		if isProse(c) && c.role == "" {
			r.add(c)
		}
	}
	return r
}

func (r *reading) add(c *chunk) {
	words := c.words
	if c.el.DataAtom == atom.Li || c.el.DataAtom == atom.Tr || c.el.DataAtom == atom.Td {
		words = (words + 2) / 3 // lists are more often of other articles than part of this one
	}
	r.total += words
	for n := c.el; n != nil; n = n.Parent {
		if r.prose[n] == 0 {
			r.order = append(r.order, n)
		}
		r.prose[n] += words
		if class := attr(n, "class"); class != "" && len(class) < 200 {
			r.class[class] += words
		}
	}
}

// roleOf is the role that an element has from its own names or those above it. The
// names of one that holds most of the text say nothing, but for those of comments,
// which may be longer than the article.
func (r *reading) roleOf(n *html.Node, prose map[*html.Node]int) string {
	if n == nil || n.Type == html.DocumentNode || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return ""
	}
	if role, ok := r.roles[n]; ok {
		return role
	}
	role := r.roleOf(n.Parent, prose)
	if role == "" && 5*prose[n] <= 3*r.total {
		switch role = ownRole(n); {
		case role == quoted:
			r.roles[n] = ""
			return ""
		case r.isMost(n, role, prose[n]):
			role = ""
		}
	} else if role != "" && n.DataAtom == atom.Blockquote && ownRole(n) == quoted {
		role = ""
	}
	r.roles[n] = role
	return role
}

// isMost: an element holds too much to be what its names say. Boxes of related or
// promoted articles may be many, but together they are less than the article.
func (r *reading) isMost(n *html.Node, role string, words int) bool {
	shared := 0
	if role == extract.Related || role == extract.Promo {
		shared = r.class[attr(n, "class")]
	}
	return (3*words > r.total || 5*shared > 3*r.total) && !isComments(n)
}

// body finds the element that holds the article.
func (r *reading) body(root *html.Node) *html.Node {
	best, most := root, 0
	for _, c := range []struct {
		id    string
		match func(*html.Node) bool
		share int // percent of the running text it must hold
	}{
		{"clean.body-itemprop/1", func(n *html.Node) bool { return strings.Contains(attr(n, "itemprop"), "articleBody") }, 20},
		{"clean.body-name/1", namedBody, 35},
		{"clean.body-article/1", func(n *html.Node) bool { return n.DataAtom == atom.Article }, 35},
		{"clean.body-main/1", func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" }, 50},
	} {
		for _, n := range r.order {
			if words := r.prose[n]; words > most && words*100 >= c.share*r.total && words >= 30 && c.match(n) {
				best, most = n, words
			}
		}
		if most > 0 {
			break
		}
	}
	if most == 0 {
		return r.descend(best, 70)
	}
	return r.descend(best, 92)
}

// descend goes down as long as one child holds share percent of the running text.
func (r *reading) descend(n *html.Node, share int) *html.Node {
	for {
		var heavy *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if words := r.prose[c]; words > 0 && 100*words >= share*r.prose[n] && !leaf(c) {
				heavy = c
			}
		}
		if heavy == nil {
			return n
		}
		n = heavy
	}
}

func leaf(n *html.Node) bool {
	return n.DataAtom == atom.P || n.DataAtom == atom.Ul || n.DataAtom == atom.Ol || n.DataAtom == atom.Blockquote || n.DataAtom == atom.Table || isHeading(n.DataAtom)
}

// bodyName are what sites call the element of the running text, written as one word.
var bodyName = lexicon.SetOf(strings.Fields(`articlebody articlecontent articletext articlemain storybody storycontent storytext entrycontent postcontent
	postbody posttext newsbody newscontent newstext bodytext bodycopy articlebodycontent articlecontentbody contentbody bodycontent contentarticle
	mainarticle singlecontent entrybody entrytext articlebodytext storybodytext textbody articlecopy articlecontainer storycontainer`)...)

func namedBody(n *html.Node) bool {
	for _, a := range n.Attr {
		if !extract.OneOf(a.Key, "class", "id", "data-testid", "data-component") {
			continue
		}
		for _, name := range strings.Fields(a.Val) {
			if bodyName[letters(name)] {
				return true
			}
		}
	}
	return false
}

// letters is a name in lower case without what is no letter.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, s)
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func within(n, root *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == root {
			return true
		}
	}
	return false
}
