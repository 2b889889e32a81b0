package golden

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Colours of a terminal; empty without them.
type paint struct{ red, green, dim, bold, off string }

func painter(colour bool) paint {
	if !colour {
		return paint{}
	}
	return paint{red: "\x1b[31m", green: "\x1b[32m", dim: "\x1b[2m", bold: "\x1b[1m", off: "\x1b[0m"}
}

// Write prints the differences for reading, and the scores by layer.
func (r *Report) Write(w io.Writer, colour bool) error {
	p := painter(colour)
	var b strings.Builder
	failed := 0
	for _, c := range r.Cases {
		if c.OK() {
			continue
		}
		failed++
		fmt.Fprintf(&b, "%s%s%s\n", p.bold, c.Name, p.off)
		if c.Err != nil {
			fmt.Fprintf(&b, "  %v\n", c.Err)
		}
		for _, l := range c.Layers {
			for _, pair := range l.Pairs {
				pair.write(&b, l.Name, p)
			}
			if l.Kept {
				fmt.Fprintf(&b, "  %s has known faults in known.txt and was not written: settle it by hand\n", l.Name)
			}
		}
		b.WriteByte('\n')
	}
	for _, k := range r.Healed {
		fmt.Fprintf(&b, "known.txt:%d: turned right, take it off the list: %s %s, %s: %s\n", k.at, k.Case, k.Layer, k.Kind, k.Line)
	}
	b.WriteString(rows(r.Scores))
	fmt.Fprintf(&b, "%d cases, %d differ", len(r.Cases), failed)
	if r.Known > 0 {
		fmt.Fprintf(&b, ", %d known faults stand", r.Known)
	}
	if r.Wrote > 0 {
		fmt.Fprintf(&b, ", %d files written", r.Wrote)
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

func (p Pair) write(b *strings.Builder, layer string, c paint) {
	if p.Sentence != "" {
		fmt.Fprintf(b, "  %s%s%s\n", c.dim, strings.Join(strings.Fields(p.Sentence), " "), c.off)
	}
	switch {
	case p.Got == "":
		fmt.Fprintf(b, "    %s- %s %s%s\n", c.red, layer, p.Want, c.off)
	case p.Want == "":
		fmt.Fprintf(b, "    %s+ %s %s%s\n", c.green, layer, p.Got, c.off)
	default:
		fmt.Fprintf(b, "    %s- %s %s%s\n    %s+ %s %s%s\n", c.red, layer, strings.Join(p.WantOnly, " "), c.off, c.green, layer, strings.Join(p.GotOnly, " "), c.off)
		fmt.Fprintf(b, "      %sin %s%s\n", c.dim, p.Want, c.off)
	}
}

// JUnit writes the report in the XML that build servers read, a test case a golden case.
func (r *Report) JUnit(w io.Writer) error {
	type failure struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
	type testcase struct {
		Name    string   `xml:"name,attr"`
		Class   string   `xml:"classname,attr"`
		Failure *failure `xml:"failure,omitempty"`
	}
	suite := struct {
		XMLName  xml.Name   `xml:"testsuite"`
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Cases    []testcase `xml:"testcase"`
	}{Name: "claimwire check"}
	add := func(class, name, message, text string) {
		t := testcase{Name: name, Class: class}
		if message != "" {
			t.Failure = &failure{message, text}
			suite.Failures++
		}
		suite.Tests++
		suite.Cases = append(suite.Cases, t)
	}
	for _, c := range r.Cases {
		file, name, _ := strings.Cut(c.Name, "#")
		var b strings.Builder
		n := 0
		for _, l := range c.Layers {
			for _, p := range l.Pairs {
				n++
				p.write(&b, l.Name, paint{})
			}
		}
		message := ""
		switch {
		case c.Err != nil:
			message = c.Err.Error()
		case n > 0:
			message = fmt.Sprintf("%d lines differ", n)
		}
		add(file, name, message, b.String())
	}
	for _, k := range r.Healed {
		add("known.txt", fmt.Sprintf("line %d", k.at), "turned right, take it off the list", k.Line)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(suite); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
