package timex

import (
	"strconv"
	"strings"
)

// marketPeriod: the shorthand of markets: 3Q24, 3Q 2024, 1H25, H2 2023, FY24, FY2024-25.
func marketPeriod(r *reader, i int) (found, bool) {
	text := r.norm(i)
	if rest, ok := strings.CutPrefix(text, "fy"); ok {
		return r.fiscalYear(i, rest)
	}
	if len(text) < 2 {
		return found{}, false
	}
	letter, digit, rest := text[1], text[0], text[2:]
	if letter >= '1' && letter <= '4' {
		letter, digit = digit, letter // Q3, H2
	}
	last := byte('4')
	if letter == 'h' {
		last = '2'
	}
	if letter != 'q' && letter != 'h' || digit < '1' || digit > last || !strings.ContainsAny(r.d.In(r.d.Tokens[i].Span), "QH") {
		return found{}, false
	}
	f := found{end: i + 1, kind: tDate}
	y, ok := shortYear(strings.TrimPrefix(rest, "'"))
	if n, e, follows := r.yearNumber(f.end); !ok && rest == "" && follows {
		y, ok, f.end = n, true, e
	} else if n, e, follows := r.relativeYear(f.end); !ok && rest == "" && follows {
		y, ok, f.end = n, true, e
	}
	switch {
	case rest != "" && !ok, letter == 'h' && !ok: // H2 alone is hydrogen
		return found{}, false
	case !ok:
		y, f.dir = r.quarterYear(i, f.end, int(digit-'0'), false)
		f.anchor = "dct"
	}
	f.value = quarterValue(y, int(digit-'0'))
	if letter == 'h' {
		f.value = yearValue(y) + "-H" + string(digit)
	}
	return f, true
}

// fiscalYear reads what follows FY: 24, 2024, 2024-25, or a year of its own.
func (r *reader) fiscalYear(i int, rest string) (found, bool) {
	f := found{end: i + 1, kind: tDate, fiscal: true}
	if rest == "" {
		y, end, ok := r.yearNumber(i + 1)
		if !ok {
			return found{}, false
		}
		rest, f.end = yearValue(y), end
	}
	first, second, split := strings.Cut(strings.NewReplacer("–", "-", "/", "-", "'", "").Replace(rest), "-")
	y, ok := shortYear(first)
	if !ok {
		return found{}, false
	}
	f.value = yearValue(y)
	if split {
		z, ok := endOfSplit(y, second)
		if !ok {
			return found{}, false
		}
		f.value += "/" + yearValue(z)
	} else if z, end, ok := r.splitYear(y, f.end); ok {
		f.value, f.end = f.value+"/"+yearValue(z), end
	}
	return f, true
}

// shortYear reads 24 or 2024.
func shortYear(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 2 && len(s) != 4 || len(s) == 4 && (n < 1900 || n > 2200) {
		return 0, false
	}
	if len(s) == 2 {
		n += 2000
	}
	return n, true
}

// endOfSplit is the last year of 2022–23, 1998/2001: s is what stands behind the mark.
func endOfSplit(y int, s string) (int, bool) {
	n, err := strconv.Atoi(s)
	switch {
	case err != nil:
		return 0, false
	case len(s) == 2:
		if n += y / 100 * 100; n < y {
			n += 100
		}
		return n, n == y+1
	}
	return n, len(s) == 4 && n > y && n < y+60
}

// splitYear reads the end of a year written as two, from the mark at token k: 2022 | –23.
func (r *reader) splitYear(y, k int) (last, end int, ok bool) {
	if !r.is(k, "-", "–", "—", "/") || !r.adjacent(k-1) || !r.adjacent(k) || r.class(k+1).kind != digits {
		return 0, 0, false
	}
	last, ok = endOfSplit(y, r.norm(k+1))
	return last, k + 2, ok
}

// joinedYears: 1980/81, 2024-25 in one token.
func joinedYears(r *reader, i int) (found, bool) {
	if r.class(i).kind != digits {
		return found{}, false
	}
	text := r.norm(i)
	if len(text) < 7 || len(text) > 9 || text[4] != '/' && text[4] != '-' {
		return found{}, false
	}
	y, err := strconv.Atoi(text[:4])
	if err != nil || y < 1500 || y > 2200 {
		return found{}, false
	}
	last, ok := endOfSplit(y, text[5:])
	return found{end: i + 1, kind: tDate, value: yearValue(y) + "/" + yearValue(last)}, ok
}
