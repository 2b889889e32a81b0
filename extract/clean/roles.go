package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/claimwire/claimwire/extract"
)

// classLists are the words of class names and ids that say what an element is,
// when it holds but a small part of the page's text.
var classLists = []struct{ role, words string }{
	{extract.Caption, "caption captions wp-caption figcaption imagecaption photocaption cutline"},
	{extract.Credit, "credit credits photocredit imagecredit"},
	{extract.Byline, "byline bylines author authors dateline timestamp pubdate datetime publishdate postmeta entrymeta metadata authorname"},
	{extract.Bio, "bio biography authorbio aboutauthor authorbox authorinfo"},
	{extract.Dek, "dek deck standfirst subtitle subheadline subhed"},
	{extract.Related, "related recommended recommendation recommendations recirc recirculation relatedposts relatedarticles relatedstories outbrain taboola zergnet trending popular mostread mostpopular jp-relatedposts readmore readnext seealso alsoread morestories teaser teasers ticker newsticker breakingnews nextprev prevnext prevnextlinks nextarticle previousarticle nextstory previousstory postnav upnext"},
	{extract.Promo, "promo promos promotion newsletter newsletters subscribe subscription signup advert advertisement advertising ad ads adslot adbox sponsor sponsored donate donation paywall inlinead nlsignup affiliate callout marketing optin upsell"},
	{extract.Boilerplate, "comment comments disqus respond breadcrumb breadcrumbs nav navigation navbar menu footer sidebar share sharing sharebar sharetools social socials sharedaddy tags taglist toolbar tools cookie cookies consent gdpr modal popup login copyright disclaimer widget print pagination pager skip banner masthead topbar rating ratings poll quiz feedback notification notifications survey terms tagcloud masthead alert"},
}

// elementRoles are the elements that say by themselves what they are.
var elementRoles = map[atom.Atom]string{
	atom.Nav: extract.Boilerplate, atom.Footer: extract.Boilerplate, atom.Aside: extract.Promo, atom.Figcaption: extract.Caption,
	atom.Address: extract.Byline, atom.Menu: extract.Boilerplate, atom.Figure: extract.Caption,
}

var classRole = buildClassWords()

func buildClassWords() map[string]string {
	m := map[string]string{}
	for _, l := range classLists {
		for _, w := range strings.Fields(l.words) {
			m[w] = l.role
		}
	}
	return m
}

// quoted stands for the role of a post of another site, embedded to be read: body,
// whatever the elements around it are called.
const quoted = "quoted"

// isComments: what readers wrote below the article.
func isComments(n *html.Node) bool {
	for _, key := range []string{"class", "id"} {
		for _, name := range strings.Fields(attr(n, key)) {
			if l := letters(name); strings.HasPrefix(l, "comment") || strings.HasPrefix(l, "disqus") || l == "respond" {
				return true
			}
		}
	}
	return false
}

// ownRole is the role that an element claims for what it holds; "" for none.
func ownRole(n *html.Node) string {
	role := elementRoles[n.DataAtom]
	if n.DataAtom == atom.Figure && holdsText(n) {
		role = ""
	}
	if n.DataAtom == atom.Blockquote && (strings.Contains(attr(n, "class"), "twitter-tweet") || strings.Contains(attr(n, "class"), "instagram-media")) {
		return quoted
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-testid", "data-component":
			if r := roleOfNames(a.Val); r != "" {
				return r
			}
		case "role":
			switch a.Val {
			case "navigation", "contentinfo", "banner", "search":
				return extract.Boilerplate
			case "complementary":
				return extract.Promo
			}
		}
	}
	return role
}

// holdsText: a figure that wraps a quotation or a table is no picture.
func holdsText(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Blockquote || c.DataAtom == atom.Table || c.DataAtom == atom.P && c.NextSibling != nil {
			return true
		}
	}
	return false
}

// roleOfNames splits class names into words, at hyphens and at capitals, and takes
// the first word that is known, or before it a pair of words that is: author-bio.
func roleOfNames(names string) string {
	var buf [64]byte
	for name := range strings.FieldsSeq(names) {
		if len(name) > 60 {
			continue
		}
		if r := roleOfName(buf[:0], name); r != "" {
			return r
		}
	}
	return ""
}

func roleOfName(word []byte, name string) (role string) {
	before, last := -1, 0 // where the word before this one begins, and this one
	end := func() (pair bool) {
		if before >= 0 {
			if r := classRole[string(word[before:])]; r != "" {
				role = r
				return true
			}
		}
		if role == "" {
			role = classRole[string(word[last:])]
		}
		before, last = last, len(word)
		return false
	}
	prev := byte(0)
	for i := 0; i < len(name); i++ {
		c := name[i]
		upper := c >= 'A' && c <= 'Z'
		letter := upper || c >= 'a' && c <= 'z'
		if (!letter || upper && prev >= 'a' && prev <= 'z') && len(word) > last && end() {
			return role
		}
		prev = c
		if upper {
			c += 'a' - 'A'
		}
		if letter {
			word = append(word, c)
		}
	}
	if len(word) > last {
		end()
	}
	return role
}
