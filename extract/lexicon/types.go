package lexicon

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A cellType is what the cells of a column hold, as the head of the list says it:
//
//	# column kind: one of month, unit
//	# column names: words or nothing
//	# column value: int
//
// The types are:
//
//	word            any text, no space around it
//	words           alternatives, each a word, none twice
//	int, number     a whole number; a decimal one
//	one of a, b     one of these words
//	any of a, b     alternatives, each one of these
//	like PATTERN    what the regular expression matches as a whole
//	likes PATTERN   alternatives, each matched by it
//
// and with "or nothing" behind it the cell may be empty.
type cellType struct {
	name    string // word, int, number, one, like
	many    bool
	empty   bool
	values  []string
	pattern *regexp.Regexp
}

func parseType(text string) (c cellType, err error) {
	text, c.empty = strings.CutSuffix(text, " or nothing")
	switch kind, rest, _ := strings.Cut(text, " "); kind {
	case "word", "int", "number":
		c.name = kind
	case "words":
		c.name, c.many = "word", true
	case "one", "any":
		list, ok := strings.CutPrefix(rest, "of ")
		if !ok {
			return c, fmt.Errorf("type %q: want %q", text, kind+" of ...")
		}
		c.name, c.many, c.values = "one", kind == "any", strings.Split(list, ", ")
	case "like", "likes":
		c.name, c.many = "like", kind == "likes"
		if c.pattern, err = regexp.Compile("^(?:" + rest + ")$"); err != nil {
			return c, err
		}
	default:
		return c, fmt.Errorf("no type %q: there are word, words, int, number, one of, any of, like, likes", text)
	}
	return c, nil
}

// check reports what is wrong with a cell.
func (c *cellType) check(cell string) error {
	if cell == "" {
		if c.empty {
			return nil
		}
		return fmt.Errorf("is empty")
	}
	if !c.many {
		return c.checkOne(cell)
	}
	parts := strings.Split(cell, "|")
	for i, p := range parts {
		if err := c.checkOne(p); err != nil {
			return err
		}
		if slices.Contains(parts[:i], p) {
			return fmt.Errorf("has %q twice", p)
		}
	}
	return nil
}

func (c *cellType) checkOne(word string) error {
	if word == "" {
		return fmt.Errorf("has an empty alternative")
	}
	if strings.TrimSpace(word) != word {
		return fmt.Errorf("%q has a space at its edge", word)
	}
	switch c.name {
	case "word":
		if !c.many && strings.Contains(word, "|") {
			return fmt.Errorf("%q: want one word, not alternatives", word)
		}
	case "int":
		if _, err := strconv.ParseInt(word, 10, 64); err != nil {
			return fmt.Errorf("%q is no whole number", word)
		}
	case "number":
		if _, err := strconv.ParseFloat(word, 64); err != nil {
			return fmt.Errorf("%q is no number", word)
		}
	case "one":
		if !slices.Contains(c.values, word) {
			return fmt.Errorf("%q is none of %s", word, strings.Join(c.values, ", "))
		}
	case "like":
		if !c.pattern.MatchString(word) {
			return fmt.Errorf("%q is not like %s", word, c.pattern)
		}
	}
	return nil
}
