package extract

// Stances: the classes of cues, as extract/lexicon/cues.tsv has them. docs/schema.md
// says what each means.
const (
	Assert   = "assert"
	Confirm  = "confirm"
	Deny     = "deny"
	Retract  = "retract"
	Estimate = "estimate"
	Predict  = "predict"
	Intend   = "intend"
	Demand   = "demand"
	Decide   = "decide"
	Believe  = "believe"
	Doubt    = "doubt"
	Hearsay  = "hearsay"
	Decline  = "decline"
)

// Kinds of sources.
const (
	Person       = "person"
	Group        = "group"
	Organisation = "organisation"
	DocumentKind = "document"
	Anonymous    = "anonymous"
	Implicit     = "implicit"
	Author       = "author"
)

// Types of times, as TIMEX3 has them.
const (
	Date      = "DATE"
	TimeOfDay = "TIME"
	Duration  = "DURATION"
	Set       = "SET"
)
