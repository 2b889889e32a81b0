package timex

import (
	"strconv"
	"strings"
)

// A count is a number of units: a value as TIMEX3 writes it ("2", "X" for a vague
// one), with halves apart so that two and a half years is P2Y6M.
type count struct {
	end  int
	n    int
	text string
	half bool
}

// count reads a number at token i: digits, number words, a, several, a couple of.
func (r *reader) count(i int) (c count, ok bool) {
	switch w := r.class(i); {
	case w.kind == digits:
		return r.digitCount(i)
	case w.kind == number:
		return r.wordCount(i)
	case w.kind == vague:
		return count{end: i + 1, text: "X"}, true
	case r.is(i, "couple") && r.is(i+1, "of"):
		return count{end: i + 2, n: 2, text: "2"}, true
	case r.is(i, "a", "an"):
		switch {
		case r.is(i+1, "few"):
			return count{end: i + 2, text: "X"}, true
		case r.is(i+1, "couple"):
			end := i + 2
			if r.is(end, "of") {
				end++
			}
			return count{end: end, n: 2, text: "2"}, true
		case r.is(i+1, "half") && r.class(i+2).kind == unit:
			return count{end: i + 2, half: true, text: "0"}, true
		case r.class(i+1).kind == number && r.class(i+1).n >= 12: // a dozen, a hundred
			c, ok = r.wordCount(i + 1)
			return c, ok
		}
		return count{end: i + 1, n: 1, text: "1"}, true
	case r.is(i, "half"):
		if r.is(i+1, "a", "an") {
			return count{end: i + 2, half: true, text: "0"}, true
		}
	}
	return count{}, false
}

func (r *reader) digitCount(i int) (count, bool) {
	text := strings.ReplaceAll(r.norm(i), ",", "")
	if _, err := strconv.ParseFloat(text, 64); err != nil || len(text) > 9 || text[0] == '\'' {
		return count{}, false
	}
	c := count{end: i + 1, text: text}
	c.n, _ = strconv.Atoi(text)
	if r.norm(i+1) == "1/2" || r.norm(i+1) == "½" {
		c.end, c.half = i+2, true
	}
	return r.andHalf(c), true
}

func (r *reader) wordCount(i int) (count, bool) {
	total, part := 0, 0
	end := i
	for w := r.class(end); w.kind == number && end < i+6; w = r.class(end) {
		switch {
		case w.n == 1000:
			total, part = total+max(part, 1)*1000, 0
		case w.n == 100 || w.n == 12 && r.is(end, "dozen"):
			part = max(part, 1) * w.n
		case part%100 >= 20 && w.n < 10 || part%100 == 0:
			part += w.n
		default: // nineteen ninety: no count
			return count{}, false
		}
		end++
	}
	total += part
	return r.andHalf(count{end: end, n: total, text: strconv.Itoa(total)}), true
}

// andHalf: two and a half.
func (r *reader) andHalf(c count) count {
	if r.is(c.end, "and") && r.is(c.end+1, "a") && r.is(c.end+2, "half") {
		c.end, c.half = c.end+3, true
	}
	return c
}

// period is the TIMEX3 duration of a count of units.
func period(c count, u word) string {
	mark, letter := "P", u.value
	if letter[0] == 'T' {
		mark, letter = "PT", letter[1:]
	}
	n := c.text
	scale := map[string]int{"F": 2, "E": 10, "C": 100}[letter]
	if scale > 0 {
		letter = map[string]string{"F": "W", "E": "Y", "C": "Y"}[letter]
		if n != "X" {
			n = strconv.Itoa(c.n * scale)
		} else if u.value == "E" || u.value == "C" {
			letter = u.value
		}
	}
	if letter == "K" {
		letter = "WE"
	}
	half := map[string]string{"PY": "6M", "PTH": "30M", "PTM": "30S", "PD": "T12H"}[mark+letter]
	switch {
	case c.half && c.text == "0" && half != "":
		if mark == "PT" {
			return "PT" + half
		}
		return "P" + half
	case c.half && half != "":
		return mark + n + letter + half
	case c.half:
		return mark + n + ".5" + letter
	}
	return mark + n + letter
}

func itoa(n int) string { return strconv.Itoa(n) }

// atoi reads digits; 0 for what is none.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
