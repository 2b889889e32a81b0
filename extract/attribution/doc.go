// Package attribution finds who is said to have said what: quotation marks and
// what they are there for, then sources, cues and contents.
package attribution
