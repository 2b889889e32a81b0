package coref_test

import (
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// A described counts descriptions of persons and bodies by a common noun: "the minister".
type described struct {
	sources      bool // only of those that are a source
	of, found    int  // whose gold chain has a name; those of them that carry it
	named, wrong int  // with a name in ours, those of them with another's
	later, early int  // whose name comes only later; those of them that carry it
}

func (t *described) String() string {
	return fmt.Sprintf("named %.1f %% of %d, precision %.1f %% of %d; name later: %d of %d", 100*float64(t.found)/float64(max(1, t.of)), t.of,
		100*float64(t.named-t.wrong)/float64(max(1, t.named)), t.named, t.early, t.later)
}

// scoreNouns scores definite and bare descriptions outside appositions and predicates.
func (d *gumDoc) scoreNouns(ta *described, log *strings.Builder) {
	for _, g := range d.mentions {
		if (g.typ != "person" && g.typ != "organization") || g.beside || len(g.heads) != 1 || (g.xpos != "NN" && g.xpos != "NNS") || indefinite[strings.ToLower(strings.Fields(d.In(g.span))[0])] {
			continue
		}
		if ta.sources && !d.isSource(g.heads[0]) {
			continue
		}
		want, later := d.nameOf(g)
		within := false
		for _, m := range d.mentions {
			within = within || m.id == g.id && isName(m.xpos) && g.span.Contains(m.span)
		}
		if within {
			continue
		}
		if got := d.carries(g.heads[0]); got >= 0 {
			ta.named++
			if d.means(d.Entities[got].Span, g.id) {
				ta.found++
				if later {
					ta.early++
				}
			} else {
				ta.wrong++
				d.tell(log, "wrong", g, d.Chains[d.Entities[got].Chain].Name, want)
			}
		} else if want != "" {
			d.tell(log, "missing", g, "", want)
		}
		if want != "" {
			ta.of++
			if later {
				ta.later++
			}
		}
	}
}

var indefinite = map[string]bool{"a": true, "an": true, "some": true, "any": true, "no": true, "every": true, "each": true, "another": true, "many": true, "most": true, "all": true, "several": true, "few": true}

func isName(xpos string) bool { return strings.HasPrefix(xpos, "NNP") }

// nameOf is the nearest name in the gold chain of a mention, before it or else after it.
func (d *gumDoc) nameOf(g goldMention) (name string, later bool) {
	for _, m := range d.mentions {
		if m.id != g.id || !isName(m.xpos) {
			continue
		}
		if m.span.Start < g.span.Start {
			name = d.In(m.span)
		} else if name == "" {
			name, later = d.In(m.span), true
		}
	}
	return name, later
}

// isSource reports whether the token of a span heads the source of an act.
func (d *gumDoc) isSource(s extract.Span) bool {
	for i := range d.Attributions {
		if at := &d.Attributions[i]; !at.Source.Empty() && d.Tokens[at.Head].Span == s {
			return true
		}
	}
	return false
}

// carries is the name nearest to the description with this head in its chain, one before it
// first; -1 without one.
func (d *gumDoc) carries(head extract.Span) int {
	for _, e := range d.Entities {
		if e.Chain < 0 || e.End != head.End || e.Type != extract.NOM && e.Type != extract.NORP {
			continue
		}
		best := -1
		for _, i := range d.Chains[e.Chain].Mentions {
			n := &d.Entities[i]
			if n.Type == extract.NOM || n.Type == extract.PRON || n.Type == extract.NORP {
				continue
			}
			if n.Start < head.Start || best < 0 {
				best = i
			}
		}
		return best
	}
	return -1
}

func (d *gumDoc) tell(log *strings.Builder, how string, g goldMention, got, want string) {
	if log == nil {
		return
	}
	lo := max(0, g.span.Start-220)
	fmt.Fprintf(log, "%s NOUN %s [%s]: got [%s] want [%s] %s: …%s>>%s<<%s\n", d.ID, how, d.In(g.span), got, want, g.typ, strings.ReplaceAll(d.Text[lo:g.span.Start], "\n", "|"), d.In(g.span), strings.ReplaceAll(d.Text[g.span.End:min(len(d.Text), g.span.End+60)], "\n", "|"))
}
