package timex

import "github.com/claimwire/claimwire/extract"

// reference: now, currently, recently, the past, the future, soon.
func reference(r *reader, i int) (found, bool) {
	if w := r.class(i); w.kind == ref {
		return found{end: i + 1, kind: tDate, value: w.value}, true
	}
	if v := r.sportSeason(i); v.end > 0 {
		return v, true
	}
	end, value := r.setPhrase(i)
	if end < 0 {
		end, value = r.referring(i)
	}
	return found{end: end, kind: tDate, value: value}, end >= 0
}

// setPhrase reads these days, at this point in time, one day, at the time, as soon as possible; end is -1 for none.
func (r *reader) setPhrase(i int) (end int, value string) {
	switch {
	case r.is(i, "these") && r.is(i+1, "days"):
		return i + 2, "PRESENT_REF"
	case r.is(i, "this") && r.is(i+1, "moment", "point", "time", "stage") && r.is(i-1, "at") && (r.is(i+1, "moment") || !r.is(i+2, "in", "of", "on", "at", "where", "that", "last", "next")):
		if end = i + 2; r.is(end, "in") && r.is(end+1, "time") {
			end += 2
		}
		return end, "PRESENT_REF"
	case r.is(i, "one") && r.is(i+1, "day") && (r.xpos(i-1) == "MD" || r.someDay(i, i+1) && !r.told(i, i+1)): // it will one day be gone
		return i + 2, "FUTURE_REF"
	case r.is(i, "at") && r.is(i+1, "the") && r.is(i+2, "time") && !r.is(i+3, "of", "when") && (verbal(r.xpos(i-1)) || verbal(r.xpos(i+3)) || r.is(i-1, "that", "who", "which") || r.is(i+3, ",", ".", "\"", "”", "and", "but")): // said at the time
		return i + 3, "PAST_REF"
	case r.is(i, "that") && r.is(i-1, "at") && r.is(i+1, "time", "point", "moment", "stage") && !r.nounish(i+2) && !r.is(i+2, "of", "when", "that", "where"):
		if end = i + 2; r.is(end, "in") && r.is(end+1, "time") {
			return end + 2, "PAST_REF"
		}
		if r.is(i+1, "time", "moment") || r.is(end, ",") {
			return end, "PAST_REF"
		}
	case r.is(i, "soon") && !r.is(i-1, "as", "too", "so", "how") && !r.is(i+1, "after", "as", "enough", ",") && !r.nounish(i+1):
		if ahead, _ := r.ahead(i, i+1); ahead {
			return i + 1, "FUTURE_REF"
		}
	case r.is(i, "long") && r.is(i+1, "ago") && !r.is(i-1, "that", "so", "how"): // long ago soured on him
		return i + 2, "PAST_REF"
	case r.is(i, "a", "some") && r.is(r.skip(i+1, "long", "short"), "time", "while") && r.is(r.skip(i+1, "long", "short")+1, "ago"): // a long time ago
		return r.skip(i+1, "long", "short") + 2, "PAST_REF"
	case r.is(i, "as") && r.is(i+1, "soon") && r.is(i+2, "as") && r.is(i+3, "possible"):
		return i + 4, "FUTURE_REF"
	}
	return -1, ""
}

// referring reads the near future, the past, the current mayor, at present, recent years; end is -1 for none.
func (r *reader) referring(i int) (end int, value string) {
	k := i
	if r.is(k, "the") {
		k = r.skip(k+1, "near", "immediate", "distant", "recent", "foreseeable", "short", "long")
	}
	holds := false
	switch r.norm(k) {
	case "term":
		holds, value = r.is(i, "the") && r.is(i+1, "near", "short", "long") && !r.nounish(k+1), "FUTURE_REF"
	case "future": // not the Future Magicians programme; what is to become of something is no time: the future of the club
		named := r.capital(k) && (k+1 < r.last && r.capital(k+1) || r.is(k-1, "for") && r.capital(k-2)) // Parents for Future
		holds, value = !named && !r.is(k+1, "of") && (k > i && r.xpos(k) != "JJ" || r.is(i-1, "in", "for")), "FUTURE_REF"
	case "past":
		holds, value = k > i && r.plainWord(k+1) && !r.nounish(k+1), "PAST_REF"
	case "current":
		joined := r.xpos(k) == "JJ" && (r.is(k+1, "and", "or", "$", "£", "€") || r.xpos(k+1) == "RB") // current and former staff
		holds, value = k == i && (joined || r.nounish(k+1)) && r.class(k+1).kind != unit, "PRESENT_REF"
	case "present":
		holds, value = (k > i || r.is(i-1, "at")) && !r.nounish(k+1), "PRESENT_REF"
	case "recent":
		holds, value = r.nounish(k+1) && r.class(k+1).kind != unit, "PAST_REF"
	case "moment", "minute":
		holds, value = k > i && r.is(i-1, "at", "for"), "PRESENT_REF"
	}
	if !holds {
		return -1, ""
	}
	return k + 1, value
}

// seasons are the values of a season of sport by the word before it.
var seasons = map[string]string{
	"this": "PRESENT_REF", "current": "PRESENT_REF", "last": "PAST_REF", "previous": "PAST_REF", "past": "PAST_REF",
	"next": "FUTURE_REF", "coming": "FUTURE_REF", "upcoming": "FUTURE_REF",
}

// sportSeason: this season, last season, the coming season. When it begins and ends the text
// does not say.
func (r *reader) sportSeason(i int) found {
	k := r.skip(i, "the")
	value := seasons[r.norm(k)]
	if value == "" || !r.is(k+1, "season") || r.nounish(k+2) || r.is(k+2, "of") {
		return found{}
	}
	return found{end: k + 2, kind: tDate, value: value, anchor: "dct"}
}

func (r *reader) nounish(k int) bool {
	return extract.OneOf(r.xpos(k), "NN", "NNS", "JJ", "NNP", "VBG", "CD", "NNPS")
}
