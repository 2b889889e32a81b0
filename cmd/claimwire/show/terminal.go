package show

import (
	"fmt"
	"io"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// Colours of a terminal.
const (
	yellow    = "\x1b[33m"
	magenta   = "\x1b[35;1m"
	cyan      = "\x1b[36m"
	dim       = "\x1b[2m"
	underline = "\x1b[4m"
	off       = "\x1b[0m"
)

// Terminal writes a document for a terminal: its text, with sources in yellow, cues in
// magenta and contents in cyan, values underlined, and its claims as a list below.
func Terminal(w io.Writer, d *extract.Document, colour bool) error {
	paint := func(codes, text string) string {
		if !colour || codes == "" {
			return text
		}
		return codes + text + off
	}
	claims := cards(d, 0)
	var b strings.Builder
	for _, block := range blocks(d, claims) {
		for _, p := range block.Pieces {
			codes := ""
			switch {
			case p.Cue != "":
				codes = magenta
			case p.Source != "":
				codes = yellow
			case p.Content != "":
				codes = cyan
			}
			if p.Class != "" {
				codes += underline
			}
			b.WriteString(paint(codes, printable(p.Text)))
		}
		b.WriteString("\n\n")
	}
	for i, c := range claims {
		indent := strings.Repeat("  ", c.Depth)
		who := printable(c.Who)
		if c.Source.Role != "" {
			who += ", " + printable(c.Source.Role)
		}
		fmt.Fprintf(&b, "%s%2d  %s %s\n", indent, i+1, paint(yellow, who), paint(dim, strings.Join(words(c.Source.Kind, c.Type, c.Stance, c.Factuality, flag(c.Negated, "negated"), flag(c.Conditional, "conditional")), " ")))
		var said []string
		for _, p := range c.Parts {
			said = append(said, printable(p.Text))
		}
		cue := ""
		if c.Cue != nil {
			cue = paint(magenta, printable(c.Cue.Text)) + ": "
		}
		fmt.Fprintf(&b, "%s    %s%s\n", indent, cue, paint(cyan, strings.Join(said, " … ")))
		for _, v := range c.Values() {
			fmt.Fprintf(&b, "%s    number %s\n", indent, printable(v))
		}
		for _, t := range c.Times {
			fmt.Fprintf(&b, "%s    time   %s = %s (%s)\n", indent, printable(t.Text), t.Value, t.Role)
		}
		for _, p := range c.Places {
			fmt.Fprintf(&b, "%s    place  %s %s\n", indent, printable(p.Text), p.ISO)
		}
	}
	if len(claims) == 0 {
		b.WriteString("no claims\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func flag(on bool, name string) string {
	if on {
		return name
	}
	return ""
}

// printable takes the control characters out of an article's text, which could move the
// cursor of a terminal or change its title.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}
