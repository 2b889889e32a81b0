// Package golden holds whole articles and sentence sets with hand-checked layers,
// the short form in which layers are written there, and the scorer that compares
// the two.
//
// A case file is a txtar archive. A case starts with a section "article" (the
// text), "article-file" (a path from the case file's folder) or "page" (HTML), may go on with
// "published" (a date), and then has a section for each layer it pins down, named
// as in Dump, with one line for each annotation.
package golden

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Dump writes one layer of a document in the short form, one line for each
// annotation: sections, sentences, tokens, entities, quantities, times, quotes,
// attributions, claims or meta. Fields that are empty are left out.
func Dump(d *extract.Document, layer string) ([]string, error) {
	f, ok := dumpers[layer]
	if !ok {
		return nil, fmt.Errorf("no dump of layer %q: there are %s", layer, layerList())
	}
	return f(d), nil
}

func layerList() string { return strings.Join(slices.Sorted(maps.Keys(dumpers)), ", ") }

var dumpers = map[string]func(*extract.Document) []string{
	"sections": dumpSections, "sentences": dumpSentences, "tokens": dumpTokens, "entities": dumpEntities,
	"quantities": dumpQuantities, "times": dumpTimes, "quotes": dumpQuotes, "attributions": dumpAttributions,
	"claims": dumpClaims, "meta": dumpMeta,
}

// A line is built field by field.
type line struct{ strings.Builder }

func (l *line) word(w string) {
	if w == "" {
		return
	}
	if l.Len() > 0 {
		l.WriteByte(' ')
	}
	l.WriteString(w)
}

func (l *line) field(name, value string) {
	if value == "" {
		return
	}
	if strings.ContainsAny(value, " \t\n=") && !strings.HasPrefix(value, "[") {
		value = quoted(value)
	}
	l.word(name + "=" + value)
}

// quoted puts text on one line between marks that news does not use.
func quoted(s string) string {
	return "[" + strings.NewReplacer("\n", "⏎", "\t", "⇥").Replace(s) + "]"
}

// each writes a line for every item.
func each[T any](items []T, write func(*line, *T)) []string {
	var out []string
	for i := range items {
		var l line
		write(&l, &items[i])
		out = append(out, l.String())
	}
	return out
}

func dumpSections(d *extract.Document) []string {
	return each(d.Paragraphs, func(l *line, p *extract.Paragraph) {
		l.word(p.Section)
		l.word(quoted(d.In(p.Span)))
	})
}

func dumpMeta(d *extract.Document) []string {
	var out []string
	paywall := ""
	if d.Paywall {
		paywall = "true"
	}
	for _, f := range [][2]string{
		{"title", d.Title},
		{"dek", d.Dek},
		{"authors", strings.Join(d.Authors, "; ")},
		{"agency", d.Agency},
		{"published", d.Published.String()},
		{"from", d.PublishedFrom},
		{"lang", d.Lang},
		{"site", d.Site},
		{"url", d.URL},
		{"paywall", paywall},
	} {
		if f[1] != "" {
			out = append(out, f[0]+" "+f[1])
		}
	}
	return out
}

func dumpSentences(d *extract.Document) []string {
	return each(d.Sentences, func(l *line, s *extract.Sentence) {
		l.word(fmt.Sprint(s.Number))
		l.word(quoted(d.In(s.Span)))
	})
}

func dumpTokens(d *extract.Document) []string {
	return each(d.Sentences, func(l *line, s *extract.Sentence) {
		for _, t := range d.Tokens[s.First:s.Last] {
			l.word(d.In(t.Span) + "/" + t.XPOS + "/" + t.Lemma)
		}
	})
}

func dumpEntities(d *extract.Document) []string {
	return each(d.Entities, func(l *line, e *extract.Entity) {
		l.word(e.Type)
		l.word(quoted(d.In(e.Span)))
		l.field("name", e.Name)
		l.field("role", e.Role)
		l.field("iso", e.ISO)
		if d.Has&extract.Chains != 0 && e.Chain >= 0 {
			l.field("chain", fmt.Sprint(e.Chain))
		}
	})
}

func dumpQuantities(d *extract.Document) []string {
	return each(d.Quantities, func(l *line, q *extract.Quantity) {
		writeQuantity(l, q)
		l.field("subject", q.Subject)
	})
}

func writeQuantity(l *line, q *extract.Quantity) {
	l.word(quoted(q.Text))
	l.word(q.Kind)
	if q.Value == "" && q.Low+q.High != "" {
		l.word(string(q.Low) + ".." + string(q.High))
	} else {
		l.word(string(q.Value))
	}
	l.word(q.Unit)
	for _, f := range [][2]string{
		{"of", q.Of},
		{"modifier", q.Modifier},
		{"bound", q.Bound},
		{"role", q.Role},
		{"dir", q.Dir},
		{"part_of", q.PartOf},
		{"per", q.Per},
		{"equivalent", q.Equivalent},
		{"rank", q.Rank},
	} {
		l.field(f[0], f[1])
	}
	if q.Derived {
		l.word("derived")
	}
}

func dumpTimes(d *extract.Document) []string {
	return each(d.Times, writeTime)
}

func writeTime(l *line, t *extract.Time) {
	l.word(quoted(t.Text))
	l.word(t.Type)
	l.word(t.Value)
	l.field("mod", t.Mod)
	l.field("quant", t.Quant)
	l.field("freq", t.Freq)
	l.field("role", t.Role)
}

func dumpQuotes(d *extract.Document) []string {
	return each(d.Quotes, func(l *line, q *extract.Quote) {
		l.word(q.Use)
		l.word(quoted(d.In(q.Span)))
		if q.Depth > 0 {
			l.field("depth", fmt.Sprint(q.Depth))
		}
		if q.Unclosed {
			l.word("unclosed")
		}
		if q.Continues >= 0 {
			l.field("continues", fmt.Sprint(q.Continues))
		}
	})
}

func dumpAttributions(d *extract.Document) []string {
	return each(d.Attributions, func(l *line, a *extract.Attribution) {
		l.word(a.Type)
		l.word(a.Stance)
		for _, f := range []struct {
			name string
			span extract.Span
		}{{"source", a.Source}, {"cue", a.Cue}, {"to", a.Addressee}} {
			if !f.span.Empty() {
				l.field(f.name, quoted(d.In(f.span)))
			}
		}
		for _, s := range a.Content {
			l.field("content", quoted(d.In(s)))
		}
		if a.Negated {
			l.word("negated")
		}
		if a.Parent >= 0 {
			l.word("nested")
		}
		l.field("rule", a.Rule)
	})
}

func dumpClaims(d *extract.Document) []string {
	number := map[string]int{}
	for i := range d.Claims {
		number[d.Claims[i].ID] = i + 1
	}
	return each(d.Claims, func(l *line, c *extract.Claim) {
		writeClaim(l, c)
		if c.Parent != "" {
			l.field("parent", fmt.Sprintf("#%d", number[c.Parent]))
		}
	})
}

func writeClaim(l *line, c *extract.Claim) {
	l.word(fmt.Sprintf("%s:%d %s %s %s", c.Section, c.Sentence, c.Type, c.Stance, c.Factuality))
	if c.Negated {
		l.word("negated")
	}
	if c.Conditional {
		l.word("conditional")
	}
	if c.Source.Mention != "" {
		l.field("source", quoted(c.Source.Mention))
	}
	l.field("kind", c.Source.Kind)
	l.field("name", c.Source.Name)
	l.field("role", c.Source.Role)
	l.field("ref", c.Source.Ref)
	l.field("reason", c.Source.Reason)
	if c.Cue != nil {
		l.field("cue", quoted(c.Cue.Text))
	}
	if c.Addressee != nil {
		l.field("to", quoted(c.Addressee.Text))
	}
	for _, p := range c.Parts {
		l.field("content", quoted(p.Text))
	}
	for _, h := range c.Hedges {
		l.field("hedge", h.Text)
	}
	for _, q := range each(c.Quantities, writeQuantity) {
		l.word("quantity=(" + q + ")")
	}
	for _, t := range each(c.Times, writeTime) {
		l.word("time=(" + t + ")")
	}
	for _, p := range c.Places {
		l.word("place=(" + quoted(p.Text) + " " + p.ISO + ")")
	}
}
