package claimwire

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/claim"
	"github.com/claimwire/claimwire/pipeline"
)

// What articles and documents are made of.
type (
	// An Article is one piece of news: Text, or Page with a page in HTML.
	Article = extract.Article
	// A Document is an article with what was found in it.
	Document = extract.Document
	// A Timestamp is a day, or a moment of a day with its zone.
	Timestamp = extract.Timestamp
	// A Span is a half-open range of bytes of Document.Text.
	Span = extract.Span
	// A Passage is a span with its text.
	Passage = extract.Passage

	// A Claim is who said what: docs/schema.md says what each field means.
	Claim = extract.Claim
	// A Source is who stands behind a claim.
	Source = extract.Source
	// A Quantity is a number with what it measures or counts.
	Quantity = extract.Quantity
	// A Time is a TIMEX3 annotation.
	Time = extract.Time
	// A Place is a toponym with its ISO 3166 code.
	Place = extract.Place

	// A Stage is a step of the pipeline, see Options.Stages.
	Stage = extract.Stage
	// A Layer is a set of the things that stages give.
	Layer = extract.Layer
)

// What is written: as JSON, one a line.
type (
	// A ClaimRecord is a claim with what joins it to its article, version claim/1.
	ClaimRecord = extract.ClaimRecord
	// An EmptyRecord stands for an article without claims, version empty/1.
	EmptyRecord = extract.EmptyRecord
	// A Record is a document with the layers asked for, version doc/1.
	Record = extract.Record
	// A Failure stands for an article that failed.
	Failure = extract.Failure
	// An Explanation is the reasons for one claim. See Extractor.Explain.
	Explanation = claim.Explanation
)

// Errors, see Extractor.Annotate.
type (
	// A StageError names the article and the stage, and wraps the stage's error.
	StageError = pipeline.StageError
	// A Skip is the error of what is no article.
	Skip = extract.Skip
	// A Panic is a fault of a stage itself, with its stack.
	Panic = pipeline.Panic
)

// The layers of a document, for Options.Layers, Stage.Needs and Document.Record.
const (
	Text         = extract.Text
	Sections     = extract.Sections
	Tokens       = extract.Tokens
	Sentences    = extract.Sentences
	Tags         = extract.Tags
	Entities     = extract.Entities
	Quantities   = extract.Quantities
	Times        = extract.Times
	Quotes       = extract.Quotes
	Attributions = extract.Attributions
	Chains       = extract.Chains
	Claims       = extract.Claims
)

// Claim.Type: how the content is given.
const (
	Direct   = extract.Direct   // all of it in quotation marks
	Indirect = extract.Indirect // none of it, but for words in passing
	Mixed    = extract.Mixed    // a clause with a quoted part
	None     = extract.None     // nobody's words: the reporter's own voice
)

// Claim.Stance: the class of the cue.
const (
	Assert   = extract.Assert   // said, according to
	Confirm  = extract.Confirm  // confirmed
	Deny     = extract.Deny     // denied
	Retract  = extract.Retract  // retracted; a correction of the article
	Estimate = extract.Estimate // estimated
	Predict  = extract.Predict  // predicted
	Intend   = extract.Intend   // vowed, plans
	Demand   = extract.Demand   // urged, called for
	Decide   = extract.Decide   // ruled
	Believe  = extract.Believe  // believes
	Doubt    = extract.Doubt    // doubts
	Hearsay  = extract.Hearsay  // reportedly
	Decline  = extract.Decline  // declined to comment, did not say
)

// Claim.Factuality: how far the source commits to the content as written, in the codes
// of FactBank. A cue of denial alone makes it negative.
const (
	CertainPos  = extract.CertainPos  // CT+
	CertainNeg  = extract.CertainNeg  // CT-
	ProbablePos = extract.ProbablePos // PR+
	ProbableNeg = extract.ProbableNeg // PR-
	PossiblePos = extract.PossiblePos // PS+
	PossibleNeg = extract.PossibleNeg // PS-
	Uncommitted = extract.Uncommitted // Uu
)

// Source.Kind: what stands behind the claim.
const (
	Person       = extract.Person
	Group        = extract.Group        // lawmakers; two people
	Organisation = extract.Organisation // governments meant by a capital included
	DocumentKind = extract.DocumentKind // a report, results, a plan
	Anonymous    = extract.Anonymous    // people who asked not to be named
	Implicit     = extract.Implicit     // reportedly; a passive without an agent
	Author       = extract.Author       // the reporter, of type None
)

// Time.Type, as TIMEX3 has it.
const (
	Date      = extract.Date
	TimeOfDay = extract.TimeOfDay
	Duration  = extract.Duration
	Set       = extract.Set
)

// ParseTimestamp reads "2024-10-24" or "2024-10-24T15:04:05Z". The time may lack seconds
// or a zone, which is then UTC.
func ParseTimestamp(s string) (Timestamp, error) { return extract.ParseTimestamp(s) }

// ParseLayers reads names of layers: "claims", "times", or "all".
func ParseLayers(names ...string) (Layer, error) { return extract.ParseLayers(names) }

// FailureOf is the record of a document that came with an error.
func FailureOf(d *Document, err error) Failure { return pipeline.FailureOf(d, err) }
