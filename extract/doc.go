// Package extract is the vocabulary of claimwire: what an article is, what the
// stages of the pipeline learn about it, and the claims it yields. It holds types
// and their invariants, and imports the standard library only.
//
// All offsets are half-open ranges of bytes of Article.Text.
package extract
