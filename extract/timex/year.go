package timex

import (
	"strconv"
	"strings"
	"time"
)

// yearNumber reads 2024, '24, or nineteen ninety-six as a year.
func (r *reader) yearNumber(i int) (y, end int, ok bool) {
	switch w := r.class(i); w.kind {
	case digits:
		text := r.norm(i)
		if text[0] == '\'' && len(text) == 3 {
			n, err := strconv.Atoi(text[1:])
			if err != nil {
				return 0, 0, false
			}
			if n > 40 {
				return 1900 + n, i + 1, true
			}
			return 2000 + n, i + 1, true
		}
		n, err := strconv.Atoi(text)
		return n, i + 1, err == nil && len(text) == 4 && n >= 1000 && n < 2200
	case numeral:
		if w.n == 2 && r.is(i+1, "thousand") {
			return 2000, i + 2, true
		}
		if w.n >= 17 && w.n <= 20 {
			return r.spelledYear(i, w.n)
		}
	}
	return 0, 0, false
}

// spelledYear: nineteen ninety-six, nineteen ninety, twenty twenty four.
func (r *reader) spelledYear(i, hundreds int) (y, end int, ok bool) {
	tens, ones, _ := strings.Cut(r.norm(i+1), "-")
	t, o := words().Get(tens), words().Get(ones)
	if t.kind != numeral || t.n < 10 || t.n > 90 {
		return 0, 0, false
	}
	if end = i + 2; ones == "" && r.class(end).n < 10 { // twenty twenty four
		o = r.class(end)
		end++
	}
	return 100*hundreds + t.n + o.n, end, true
}

// yearAfter reads the year at token k, or behind a comma or a word there: 25 May in | 2020.
func (r *reader) yearAfter(k int) (y, end int, ok bool) {
	if r.is(k, ",", "of", "in") {
		y, end, ok := r.yearNumber(k + 1)
		return y, end, ok && (r.class(k+1).kind == digits || r.norm(k) == "of")
	}
	return r.yearNumber(k)
}

// eventYear is the year of a day by which what happened on it goes, in a sentence that tells of it: the
// Jan. 6 riot; 0 for another day.
func (r *reader) eventYear(m, d int) int {
	t, ok := events()[[2]int{m, d}]
	if !ok || r.known && r.dct.Before(t) {
		return 0
	}
	for k := r.first; k < r.last; k++ {
		if clues()["outrage"][r.d.Tokens[k].Lemma] || clues()["outrage"][r.norm(k)] {
			return t.Year()
		}
	}
	return 0
}

// relativeYear: of last year, this year, next year, after a day or month.
func (r *reader) relativeYear(k int) (y, end int, ok bool) {
	k = r.skip(k, "of")
	if !r.is(k+1, "year") {
		return 0, 0, false
	}
	switch r.norm(k) {
	case "last":
		return r.dct.Year() - 1, k + 2, true
	case "the":
		return r.dct.Year(), k + 2, !r.is(k+2, "to", "ended", "ending", "before", "after", "when", ",")
	case "that": // June of that year
		if v := r.named.value; v != "" && k-r.named.end < nearStory {
			return atoi(v[:4]), k + 2, true
		}
	case "this":
		return r.dct.Year(), k + 2, true
	case "next":
		return r.dct.Year() + 1, k + 2, true
	}
	return 0, 0, false
}

// yearOf chooses the year of a day without one: the nearest that agrees with the
// tense of the clause. A day of the last or the coming few weeks needs no tense.
func (r *reader) yearOf(i, end int, t time.Time) (int, string) {
	y := r.dct.Year()
	ahead, evidence := r.ahead(i, end)
	days := int(t.Sub(r.dct).Hours() / 24)
	slack := 45
	switch {
	case r.occasion(i, end):
		slack = nearDays
	case strings.HasSuffix(evidence, "since"):
		slack = 0
	case strings.HasPrefix(evidence, past):
		slack = slackDays
	}
	switch n := r.recalled(i-1, r.clause(i)); {
	case n > 0 && r.is(i-1, "on") && days > -45 && days < 45:
		return y - n, past + ": anniversary"
	case ahead && days < 0:
		if days > -nearDays && strings.HasSuffix(evidence, likely) || days > -slackDays && strings.HasSuffix(evidence, "until") { // cut prices until 20 October
			return y, past + ": nearest"
		}
		return y + 1, evidence
	case !ahead && days > slack:
		return y - 1, evidence
	case days < -320:
		return y + 1, evidence
	}
	return y, evidence
}

// occasion reports whether an expression is the day of what is agreed on before it takes place: a
// debate on 1 October, the 3 November election.
func (r *reader) occasion(i, end int) bool {
	if r.is(i-1, "the") {
		i--
	}
	noun := end
	if r.is(i-1, "on", "in") {
		noun = i - 2
	}
	return strings.HasPrefix(r.xpos(noun), "NN") && (clues()["occasion"][r.d.Tokens[noun].Lemma] || clues()["occasion"][r.norm(noun)]) && !r.is(noun, "final", "interview", "test")
}
