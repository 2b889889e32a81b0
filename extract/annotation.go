package extract

import "fmt"

// An Entity is a mention: a name, or, after the coref stage, a pronoun or a
// description that belongs to a chain.
type Entity struct {
	Span                // without title, role or possessive 's
	First, Last  int    // tokens [First, Last)
	Type         string // PER, ORG, LOC, NORP (nationality, party, faith), MISC; PRON and NOM from coref
	Name         string // canonical name from this article; "" until known
	Title        string // "Secretary of Defense", "Mr."; as written before the name
	Role         string // what a title or an apposition says the bearer is, with affiliation, as written
	RoleStrength int    // how directly the text says so: 4 beside the name, 3 by a clause, 2 no more than a rank or a body, 1 no more than whose relative; 0 without a role
	Of           string // organisation or place the role names, if any
	ISO          string // ISO 3166-1 or 3166-2 of a place, or of the state behind a demonym or a metonym
	Metonym      string // government a place name stands for as an actor: "North Korean government"; "" if none
	Gender       string // m, f or "": only from the text and name lists
	Full         Span   // the mention with title and apposition
	Chain        int    // index in Document.Chains; -1 before coref or outside all chains
	Rule         string
}

// The types of entities.
const (
	PER  = "PER"
	ORG  = "ORG"
	LOC  = "LOC"
	NORP = "NORP"
	MISC = "MISC"
	PRON = "PRON"
	NOM  = "NOM"
)

// A Chain is what the mentions of one person, organisation or place share.
type Chain struct {
	Name     string // longest full name, without title
	Type     string // PER, ORG, LOC
	Role     string // title or affiliation as written at first mention: "director, South Korean National Intelligence Service (NIS)"
	Gender   string // m, f or ""
	Plural   bool
	ISO      string
	Mentions []int // indexes in Document.Entities, in text order
}

// A Quantity is a number in the text with what it measures or counts.
type Quantity struct {
	Passage            // with its modifiers: "about $2,000 per month each"
	Kind       string  `json:"kind,omitempty"` // cardinal, measure, money, percent, point, ratio, fraction, multiple, ordinal, age, score, rank, duration, identifier
	Value      Decimal `json:"value"`          // magnitude applied: "$1.2bn" is 1200000000; none if vague or a range
	Low        Decimal `json:"low,omitempty"`  // of a range, or the floor of a vague count
	High       Decimal `json:"high,omitempty"`
	Exact      string  `json:"exact,omitempty"`      // the value, or "low..high", where it is beyond a float64 and so left out: "1000…"
	Unit       string  `json:"unit"`                 // "" for counts; ISO 4217; % pp ratio x; UCUM; with a rate suffix: USD/month
	Of         string  `json:"of"`                   // counted thing or measured subject, the head phrase as written
	Subject    string  `json:"subject,omitempty"`    // what the figure is about, where that is not what is counted or measured: who has, gives or does it
	Modifier   string  `json:"modifier"`             // "", approx, vague
	Bound      string  `json:"bound"`                // "", >, >=, <, <=
	Role       string  `json:"role,omitempty"`       // "" (level), to, from, change, ratio
	Dir        string  `json:"dir,omitempty"`        // up, down
	PartOf     string  `json:"part_of,omitempty"`    // text of the whole
	Per        string  `json:"per,omitempty"`        // distributive: each
	Equivalent string  `json:"equivalent,omitempty"` // text of the quantity this one restates
	Rank       string  `json:"rank,omitempty"`       // of an ordinal: 3 from the start; end, end-1 (next to last); current, current+1 (next), current-1
	Derived    bool    `json:"derived,omitempty"`    // computed, not read
	Base       Decimal `json:"base,omitempty"`       // the value in the SI base unit, for measures
	BaseUnit   string  `json:"base_unit,omitempty"`
	Group      int     `json:"group,omitempty"` // quantities of one change share a number > 0
	Number     Span    `json:"-"`               // the digits or number words
	UnitSpan   Span    `json:"-"`
	Mod        Span    `json:"-"` // the modifier words
	OfSpan     Span    `json:"-"` // full counted phrase
	OfHead     Span    `json:"-"` // its head noun
	About      Span    `json:"-"` // full phrase of the subject
	Rule       string  `json:"rule,omitempty"`
}

// A Decimal is an exact decimal number as text, "3000" or "-0.5"; "" is none.
type Decimal string

// MarshalJSON writes the digits as a JSON number, and null for none.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return []byte(d), nil
}

// UnmarshalJSON reads what MarshalJSON wrote, digit for digit.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	switch {
	case string(data) == "null":
		*d = ""
	case len(data) > 0 && (data[0] == '-' || '0' <= data[0] && data[0] <= '9'):
		*d = Decimal(data)
	default:
		return fmt.Errorf("%.20s is no number", data)
	}
	return nil
}

// A Time is a TIMEX3 annotation.
type Time struct {
	Passage
	Type      string `json:"type"`            // DATE, TIME, DURATION, SET
	Value     string `json:"value,omitempty"` // 2024-10-23, 2024-08, 2024-Q3, 2024-W43, 2024-10-22TNI, P9M, PRESENT_REF; "" if it needs an unknown publication date
	Mod       string `json:"mod,omitempty"`   // BEFORE, AFTER, START, MID, END, APPROX, ON_OR_BEFORE, EQUAL_OR_MORE ...
	Role      string `json:"role,omitempty"`  // in a claim: said (when the act happened) or content
	Quant     string `json:"quant,omitempty"` // of a SET: EVERY
	Freq      string `json:"freq,omitempty"`  // of a SET: 2X
	From      string `json:"from,omitempty"`  // half-open concrete interval [From, To), ISO 8601, without zone unless known
	To        string `json:"to,omitempty"`
	Anchor    string `json:"anchor,omitempty"`    // what it was resolved against: dct, or the text of an earlier time
	Direction string `json:"direction,omitempty"` // past or future, with the evidence: "past: tense"
	Fiscal    bool   `json:"fiscal,omitempty"`
	Rule      string `json:"rule,omitempty"`
}

// A Quote is a passage in quotation marks.
type Quote struct {
	Span              // with its marks
	Inner      Span   // without them
	Depth      int    // 0 outermost
	Unclosed   bool   // runs to the end of its paragraph for want of a closing mark
	Continues  int    // index of the quote of the paragraph before that this one goes on with; -1 if none
	Use        string // speech, scare, title, name, word
	Paragraph  int
	Attributed int // index in Document.Attributions; -1 if none
}

// An Attribution is who is said to have said what: source, cue and content.
type Attribution struct {
	Source    Span   // the noun phrase; empty if there is none
	Head      int    // token that heads Source; -1 without one
	Cue       Span   // empty for a quotation without a cue
	CueHead   int    // token that carries the cue's sense; -1 without one
	Content   []Span // in text order; outer marks, a leading that, final full stop and the comma before a cue are outside
	Addressee Span
	Type      string // direct, indirect, mixed
	Kind      string // kind of source where the construction tells: implicit, anonymous, document, group; "" otherwise
	Stance    string // class of the cue, with its negation counted in
	Negated   bool   // the cue is negated or declined: the content is not committed to
	Parent    int    // index of the attribution whose content this one lies in; -1 at top
	Rule      string
	Why       []string // what each part matched, and the runner-up, for explain
}

// Types of attributions.
const (
	Direct   = "direct"
	Indirect = "indirect"
	Mixed    = "mixed"
	None     = "none" // a claim in the reporter's voice
)
