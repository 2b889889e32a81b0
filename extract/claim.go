package extract

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

// A Claim is one record of output, version claim/1: one attribution, or one
// clause in the reporter's voice that carries a number. docs/schema.md says what
// each field means and when it is left out.
type Claim struct {
	V            string     `json:"v"`
	ID           string     `json:"id"`
	Doc          string     `json:"doc"`
	Section      string     `json:"section"`
	Sentence     int        `json:"sentence"`
	LastSentence int        `json:"last_sentence,omitempty"`
	Type         string     `json:"type"`
	Stance       string     `json:"stance"`
	Factuality   string     `json:"factuality"`
	Negated      bool       `json:"negated,omitempty"`
	Conditional  bool       `json:"conditional,omitempty"`
	Cue          *Passage   `json:"cue,omitempty"`
	Source       Source     `json:"source"`
	Addressee    *Passage   `json:"addressee,omitempty"`
	Content      string     `json:"content,omitempty"`
	Parts        []Passage  `json:"parts,omitempty"`
	Hedges       []Passage  `json:"hedges,omitempty"`
	Quantities   []Quantity `json:"quantities,omitempty"`
	Times        []Time     `json:"times,omitempty"`
	Places       []Place    `json:"places,omitempty"`
	Parent       string     `json:"parent,omitempty"`
	Rule         string     `json:"rule"`
	Conf         float64    `json:"conf"`
	Attribution  int        `json:"-"` // index in Document.Attributions; -1 for type none
}

// A Source is who stands behind a claim.
type Source struct {
	Mention string `json:"mention,omitempty"`
	*Span          // of Mention; nil without one
	Kind    string `json:"kind"`           // person, group, organisation, document, anonymous, implicit, author
	Name    string `json:"name,omitempty"` // canonical name from this article
	Role    string `json:"role,omitempty"`
	Ref     string `json:"ref,omitempty"`
	Reason  string `json:"reason,omitempty"` // why the source is not named, as written
	Barred  string `json:"-"`                // rule by which it cannot be behind its attribution, which makes no claim
}

// A Place is a toponym in a claim's content.
type Place struct {
	Passage
	ISO string `json:"iso"`
	Ref string `json:"ref,omitempty"`
}

// The factuality codes of FactBank that records use.
const (
	CertainPos  = "CT+"
	CertainNeg  = "CT-"
	ProbablePos = "PR+"
	ProbableNeg = "PR-"
	PossiblePos = "PS+"
	PossibleNeg = "PS-"
	Uncommitted = "Uu"
)

// DocID is the id of a document with this canonical text: "d" and 20 characters.
func DocID(text string) string { return "d" + digest("doc/1", text) }

// ClaimID is the id of the claim with these spans: "c" and 20 characters. A cue
// that is empty counts as none.
func ClaimID(doc, section string, cue Span, parts []Span) string {
	fields := []string{"claim/1", doc, section, "-"}
	if !cue.Empty() {
		fields[3] = ends(cue)
	}
	for _, p := range parts {
		fields = append(fields, ends(p))
	}
	return "c" + digest(fields...)
}

func ends(s Span) string { return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) }

var encoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

func digest(fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, "\x00")))
	return encoding.EncodeToString(sum[:])[:20]
}
