package claimdiff

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Write prints a summary and then each change, at most limit of them; 0 is all.
func (r *Report) Write(w io.Writer, limit int) error {
	var b strings.Builder
	came, went, changed := 0, 0, 0
	for _, c := range r.Changes {
		switch {
		case c.Old == nil:
			came++
		case c.New == nil:
			went++
		default:
			changed++
		}
	}
	fmt.Fprintf(&b, "%d articles in both, %d claims before, %d now: %d the same, %d changed, %d lost, %d added\n", r.Articles, r.Old, r.New, r.Same, changed, went, came)
	for _, side := range []struct {
		what     string
		articles []string
	}{{"only in the old run", r.OnlyOld}, {"only in the new run", r.OnlyNew}} {
		if n := len(side.articles); n > 0 {
			fmt.Fprintf(&b, "%d articles %s: %s\n", n, side.what, strings.Join(side.articles[:min(n, 5)], ", "))
		}
	}
	counts(&b, "by field", r.Fields)
	counts(&b, "by code", r.Kinds)
	counts(&b, "by rule (+ added, - lost, ~ changed)", r.Rules)
	for i, c := range r.Changes {
		if limit > 0 && i == limit {
			fmt.Fprintf(&b, "\n… and %d more\n", len(r.Changes)-limit)
			break
		}
		c.write(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// counts prints a table, the most frequent first.
func counts(b *strings.Builder, title string, of map[string]int) {
	if len(of) == 0 {
		return
	}
	names := make([]string, 0, len(of))
	for n := range of {
		names = append(names, n)
	}
	slices.SortFunc(names, func(x, y string) int {
		if of[x] != of[y] {
			return of[y] - of[x]
		}
		return strings.Compare(x, y)
	})
	fmt.Fprintf(b, "\n%s\n", title)
	for _, n := range names {
		fmt.Fprintf(b, "%6d  %s\n", of[n], n)
	}
}

func (c Change) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", c.Article)
	if c.Sentence != "" {
		fmt.Fprintf(b, "  %s\n", c.Sentence)
	}
	switch {
	case c.Old == nil:
		fmt.Fprintf(b, "  + %s\n", line(c.New))
	case c.New == nil:
		fmt.Fprintf(b, "  - %s\n", line(c.Old))
	default:
		fmt.Fprintf(b, "  ~ %s\n", line(c.New))
		for _, f := range c.Fields {
			fmt.Fprintf(b, "      %s: %s -> %s\n", f.Name, f.Old, f.New)
		}
	}
}

func line(c *extract.Claim) string {
	who := c.Source.Name
	if who == "" {
		who = c.Source.Mention
	}
	if who == "" {
		who = c.Source.Kind
	}
	cue := ""
	if c.Cue != nil {
		cue = " [" + c.Cue.Text + "]"
	}
	return fmt.Sprintf("%s%s: %s (%s, %s, %s, %s)", who, cue, c.Content, c.Type, c.Stance, c.Factuality, c.Rule)
}
