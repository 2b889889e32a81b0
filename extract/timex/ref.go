package timex

// reference: now, currently, recently, the past, the future, soon.
func reference(r *reader, i int) (found, bool) {
	if w := r.class(i); w.kind == ref {
		if r.is(i, "now") && r.is(i+1, "that") {
			return found{}, false
		}
		return found{end: i + 1, kind: tDate, value: w.value}, true
	}
	if r.is(i, "these") && r.is(i+1, "days") {
		return found{end: i + 2, kind: tDate, value: "PRESENT_REF"}, true
	}
	if r.is(i, "this") && r.is(i+1, "moment", "point") && r.is(i-1, "at") && (r.is(i+1, "moment") || r.is(i+2, "in") && r.is(i+3, "time") || !r.is(i+2, "in", "of", "on", "where", "that")) {
		end := i + 2
		if r.is(end, "in") && r.is(end+1, "time") {
			end += 2
		}
		return found{end: end, kind: tDate, value: "PRESENT_REF"}, true
	}
	if v := r.sportSeason(i); v.end > 0 {
		return v, true
	}
	if r.is(i, "one") && r.is(i+1, "day") && r.xpos(i-1) == "MD" { // it will one day be gone
		return found{end: i + 2, kind: tDate, value: "FUTURE_REF"}, true
	}
	if r.is(i, "at") && r.is(i+1, "the") && r.is(i+2, "time") && verbal(r.xpos(i-1)) && !r.is(i+3, "of", "when") { // said at the time
		return found{end: i + 3, kind: tDate, value: "PAST_REF"}, true
	}
	if r.is(i, "as") && r.is(i+1, "soon") && r.is(i+2, "as") && r.is(i+3, "possible") {
		return found{end: i + 4, kind: tDate, value: "FUTURE_REF"}, true
	}
	k := i
	if r.is(k, "the") {
		k++
		k = r.skip(k, "near", "immediate", "distant", "recent", "foreseeable", "short", "long")
	}
	switch r.norm(k) {
	case "term":
		if r.is(i, "the") && r.is(i+1, "near", "short", "long") && !r.nounish(k+1) && r.is(i-1, "in", "over", "of", "for") {
			return found{end: k + 1, kind: tDate, value: "FUTURE_REF"}, true
		}
	case "future":
		if r.capital(k) && k+1 < r.last && r.capital(k+1) { // the Future Magicians programme
			return found{}, false
		}
		if r.is(k+1, "of") { // what is to become of something is no time: the future of the club
			return found{}, false
		}
		if k > i && r.xpos(k) != "JJ" || r.is(i-1, "in", "for") {
			return found{end: k + 1, kind: tDate, value: "FUTURE_REF"}, true
		}
	case "past":
		if k > i && r.plainWord(k+1) && !r.nounish(k+1) {
			return found{end: k + 1, kind: tDate, value: "PAST_REF"}, true
		}
	case "current", "present":
		if r.is(k, "current") && r.nounish(k+1) && r.class(k+1).kind != unit && k == i {
			return found{end: k + 1, kind: tDate, value: "PRESENT_REF"}, true
		}
		if r.is(k, "present") && (k > i || r.is(i-1, "at")) && !r.nounish(k+1) {
			return found{end: k + 1, kind: tDate, value: "PRESENT_REF"}, true
		}
	case "recent":
		if k == i && r.nounish(k+1) && r.class(k+1).kind != unit {
			return found{end: k + 1, kind: tDate, value: "PAST_REF"}, true
		}
	case "moment":
		if k > i && r.is(i-1, "at", "for") {
			return found{end: k + 1, kind: tDate, value: "PRESENT_REF"}, true
		}
	}
	return found{}, false
}

// sportSeason: this season, last season, the coming season. When it begins and ends the text
// does not say.
func (r *reader) sportSeason(i int) found {
	k := r.skip(i, "the")
	value := map[string]string{
		"this": "PRESENT_REF", "current": "PRESENT_REF", "last": "PAST_REF", "previous": "PAST_REF", "past": "PAST_REF",
		"next": "FUTURE_REF", "coming": "FUTURE_REF", "upcoming": "FUTURE_REF", "following": "",
	}[r.norm(k)]
	if value == "" || !r.is(k+1, "season") || r.nounish(k+2) || r.is(k+2, "of") {
		return found{}
	}
	return found{end: k + 2, kind: tDate, value: value, anchor: "dct"}
}

func (r *reader) nounish(k int) bool {
	switch r.xpos(k) {
	case "NN", "NNS", "JJ", "NNP", "VBG", "CD", "NNPS":
		return true
	}
	return false
}
