package timex

import (
	"strconv"
	"strings"
)

// decadeName: the 1990s, the '90s, the nineties, the late 1980s.
func decadeName(r *reader, i int) (found, bool) {
	k := r.skip(i, "the")
	f := found{kind: tDate}
	if r.is(k, "early", "late", "mid", "middle", "later") {
		f.mod = edges[r.norm(k)]
		k++
	}
	text := r.norm(k)
	if edge, rest, ok := strings.Cut(text, "-"); ok && edges[edge] != "" { // mid-1990s
		f.mod, text = edges[edge], rest
	}
	f.end = k + 1
	if w := words().Get(text); w.kind == decade {
		f.value = strconv.Itoa(190 + w.n)
		return f, r.is(i, "the")
	}
	digits := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(text, "'"), "s"), "'")
	if digits == text || len(text) < 3 || text[len(text)-1] != 's' {
		if f.mod != "MID" || len(text) != 4 {
			return found{}, false
		}
		y := atoi(text)
		f.value = text // mid-1996
		return f, y > 1500 && y < 2200
	}
	switch n, err := strconv.Atoi(digits); {
	case err != nil || n%10 != 0:
		return found{}, false
	case len(digits) == 4 && n >= 1000 && n < 2200:
		f.value = digits[:3]
	case r.is(i-1, "no", "number", "no.", "treble", "double"): // No 10's plans, treble 20s
		return found{}, false
	case len(digits) == 2 && text[0] != '\'' && r.figures(i):
		return found{}, false
	case len(digits) == 2:
		f.value = "19" + digits[:1]
		if n < 30 && 2000+n <= max(r.dct.Year(), 2000) {
			f.value = "20" + digits[:1]
		}
	default:
		return found{}, false
	}
	return f, true
}

// figures reports whether the tens at token i are no decade: an age ("his mid-20s"), or a
// percentage, a temperature or a price ("the low 40s").
func (r *reader) figures(i int) bool {
	if r.is(i-1, "early", "late", "mid") {
		i--
	}
	if r.is(i-1, "and", "or", "to", "-") && len(r.norm(i-2)) == 3 && r.xpos(i-3) == "PRP$" {
		return true // in his 20s and early 30s
	}
	for k := i - 1; k >= i-2; k-- {
		if r.xpos(k) == "PRP$" || r.xpos(k) == "POS" || r.is(k, "low", "high", "upper", "lower", "middle") {
			return true
		}
	}
	for k := r.first; k < r.last; k++ {
		if r.is(k, "percent", "%", "degrees", "temperature", "temperatures", "highs", "lows", "aged", "polls", "approval", "turnout", "support", "rating", "ratings") {
			return true
		}
	}
	return false
}

// century: the 19th century.
func century(r *reader, i int) (found, bool) {
	k := r.skip(i, "the")
	if !r.is(k+1, "century") || r.capital(k+1) && strings.HasPrefix(r.xpos(k+2), "NNP") { // 21st Century Fox
		return found{}, false
	}
	text := strings.TrimRight(r.norm(k), "stndrh")
	n, err := strconv.Atoi(text)
	if err != nil {
		if w := r.class(k); w.kind == ordinal {
			n = w.n
		} else if r.is(k, "this") {
			n = r.dct.Year()/100 + 1
		}
	}
	if n < 1 || n > 30 {
		return found{}, false
	}
	return found{end: k + 2, kind: tDate, value: twoDigits(n - 1)}, true
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
