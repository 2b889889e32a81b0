package attribution

import "github.com/claimwire/claimwire/extract/match"

// A pattern is what stands around a place in the sentence. Its language is that of match.Compile.
type pattern = match.Pattern[*reader]

// at reads a pattern of the tables.
func at(text string) pattern { return match.Must(text, tests) }

// stands reports whether the pattern holds at the place before token j.
func (r *reader) stands(p *pattern, j int) bool { return p.At(r, r.d.Tokens, r.first, r.last, j) }

// tests are what the patterns of the tables may ask of a token by name.
var tests = match.Tests[*reader]{
	"break":        (*reader).isBreak,
	"breaks":       (*reader).breaksAt,
	"comma":        (*reader).isComma,
	"dash":         (*reader).isDash,
	"finite":       (*reader).isFinite,
	"verb":         (*reader).isVerb,
	"noun":         (*reader).isNoun,
	"mark":         (*reader).isMark,
	"nominal":      (*reader).isNominal,
	"temporal":     (*reader).isTemporal,
	"speech":       (*reader).isSpeechVerb,
	"concedes":     (*reader).concedes,
	"contrasts":    (*reader).contrasts,
	"quoted":       (*reader).isQuoted,
	"opens-main":   (*reader).opensMain,
	"opens-around": (*reader).opensAround,
	"opens-led":    (*reader).opensLed,
	"opens-speech": (*reader).opensSpeech,
	"opens-other":  (*reader).opensOther,
	"opens-venue":  (*reader).opensVenue,
	"has-acted":    (*reader).hasActed,
	"speaks-soon":  (*reader).speaksSoon,
	"trails-off":   (*reader).trailsOff,
	"day-after":    (*reader).dayAfter,
	"declines":     (*reader).declines,
	"leaves-out":   (*reader).leavesOut,
	"aims":         (*reader).aims,
	"turn":         (*reader).isTurn,
}

// isQuoted reports whether token i lies in a quotation.
func (r *reader) isQuoted(i int) bool { return r.in(i) && r.quote[i] >= 0 }

// isTurn reports whether a noun phrase that starts at token i tells what the act is to others: a move.
func (r *reader) isTurn(i int) bool {
	w := r.chunkRight(i)
	return !w.empty() && r.is(w.b-1, turns...)
}
