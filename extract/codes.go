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

// Stances lists the stances.
func Stances() []string {
	return []string{Assert, Confirm, Deny, Retract, Estimate, Predict, Intend, Demand, Decide, Believe, Doubt, Hearsay, Decline}
}

// FactualityCodes lists the codes of factuality.
func FactualityCodes() []string {
	return []string{CertainPos, CertainNeg, ProbablePos, ProbableNeg, PossiblePos, PossibleNeg, Uncommitted}
}

// SourceKinds lists the kinds of sources.
func SourceKinds() []string {
	return []string{Person, Group, Organisation, DocumentKind, Anonymous, Implicit, Author}
}

// ClaimVersion is the version of the claim record, which every claim carries.
const ClaimVersion = "claim/1"
