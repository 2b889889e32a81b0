package timex

import "strings"

// Directions of a relative time.
const (
	past   = "past"
	future = "future"
)

// direction says where a clause points, by its nearest verb: the one before the
// expression, or else the one after. Evidence comes with it, for the record.
func (r *reader) direction(i, end int) (dir, evidence string) {
	for k := i - 1; k >= r.first; k-- {
		if d := r.points(k); d != "" {
			return d, d + ": tense"
		}
	}
	for k := end; k < r.last; k++ {
		if d := r.points(k); d != "" {
			return d, d + ": tense"
		}
	}
	return "", ""
}

// points is the direction of one token, if it is a verb.
func (r *reader) points(k int) string {
	switch x := r.xpos(k); x {
	case "MD":
		if r.is(k, "will", "'ll", "wo", "shall", "may", "can", "must", "should") {
			return future
		}
		if r.is(k, "would") && !r.is(k+1, "have") { // reported: would be paid in January
			return future
		}
		return past
	case "VBN":
		return r.participle(k)
	case "VBD":
		return past
	case "VBZ", "VBP":
		if lemma := r.d.Tokens[k].Lemma; scheduled[lemma] || ahead[lemma] {
			return future
		}
	case "NN":
		if r.is(k, "chance", "likelihood", "forecast") {
			return future
		}
	case "JJ":
		if r.is(k, "due", "payable", "effective", "upcoming") && !r.is(k-1, "was", "were") {
			return future
		}
	case "VB":
		if r.is(k-1, "to") {
			return r.purpose(k - 2)
		}
		if k == r.first || r.xpos(k-1) == "``" {
			return future // ask me in September
		}
	case "VBG":
		if r.is(k-2, "is", "are", "'s", "'re", "am") && r.is(k-1, "going") {
			return future
		}
	}
	return ""
}

// participle is the direction of the participle k: scheduled for Friday and expected
// in May are ahead, agreed in June and set on May 6 are not, as planned tells nothing.
func (r *reader) participle(k int) string {
	switch lemma := r.d.Tokens[k].Lemma; {
	case r.is(k-1, "as") || r.is(k-2, "as") && r.xpos(k-1) == "RB":
		return ""
	case arranged[lemma], lemma == "set" && r.is(k+1, "for", "to"):
		return future
	}
	return r.group(k)
}

// arranged are the verbs whose own participle points forward.
var arranged = map[string]bool{"schedule": true, "slate": true, "expect": true, "plan": true, "forecast": true}

// group is the direction of a verb group that ends in the participle k: will be
// held is ahead, was held and has been held are not.
func (r *reader) group(k int) string {
	for j := k - 1; j >= r.first && j > k-5; j-- {
		switch x := r.xpos(j); {
		case x == "MD":
			return r.points(j)
		case x == "TO":
			return r.purpose(j - 1)
		case x != "RB" && !r.is(j, "be", "been", "being"):
			return past
		}
	}
	return past
}

// purpose: expected to, plans to, is to point ahead; an infinitive after another
// word takes the direction of the verb before.
func (r *reader) purpose(k int) string {
	lemma := ""
	if k >= r.first {
		lemma = r.d.Tokens[k].Lemma
	}
	if ahead[lemma] || lemma == "be" {
		return future
	}
	if r.is(k+2, "be") && k >= r.first && strings.HasPrefix(r.xpos(k), "NN") {
		return future // guidelines to be published
	}
	return ""
}

// ahead are the words whose infinitive points forward.
var ahead = map[string]bool{
	"expect": true, "plan": true, "schedule": true, "intend": true, "hope": true, "want": true, "set": true, "due": true, "agree": true, "aim": true,
	"propose": true, "prepare": true, "seek": true, "likely": true, "ready": true, "vow": true, "promise": true, "pledge": true, "decide": true, "slate": true,
}

// scheduled are the verbs whose simple present tells of a timetable: the summit
// opens Monday.
var scheduled = map[string]bool{
	"open": true, "close": true, "begin": true, "start": true, "end": true, "expire": true, "meet": true, "arrive": true, "depart": true, "resume": true,
	"vote": true, "kick": true, "play": true, "host": true, "return": true, "face": true, "premiere": true, "launch": true, "conclude": true, "mark": true, "run": true, "last": true, "take": true,
}

// ahead reports whether the clause of an expression points to the future.
func (r *reader) ahead(i, end int) (bool, string) {
	k := i
	if r.is(k-1, "of") && edges[r.norm(k-2)] != "" {
		if k -= 2; r.is(k-1, "the") {
			k--
		}
	}
	if r.is(k-1, "the") && r.is(k-2, "before") {
		k--
	}
	if (r.is(k-1, "by", "until", "till") || r.is(k-1, "before") && !r.is(end, "'s")) && !r.is(k-2, "from") && !r.hadHappened(k-1) {
		return true, future + ": " + r.norm(k-1)
	}
	dir, evidence := r.direction(i, end)
	return dir == future, evidence
}

// hadHappened reports whether the last verb before token i is a past perfect.
func (r *reader) hadHappened(i int) bool {
	for k := i - 1; k >= r.first; k-- {
		if !verbal(r.xpos(k)) {
			continue
		}
		for k--; k >= r.first && r.xpos(k) == "RB"; k-- {
		}
		return r.is(k, "had") && verbal(r.xpos(k))
	}
	return false
}

func (r *reader) capital(i int) bool {
	c := r.d.Text[r.d.Tokens[i].Start]
	return c >= 'A' && c <= 'Z'
}

func verbal(xpos string) bool { return strings.HasPrefix(xpos, "VB") || xpos == "MD" }
