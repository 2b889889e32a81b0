package model

import (
	"bytes"
	"strings"
	"testing"
)

// TestTrain learns three sentences by heart, and that a new word behind "to" is a verb.
func TestTrain(t *testing.T) {
	lesson := func(text, tags string) Lesson {
		l := Lesson{Tags: strings.Fields(tags)}
		for i, form := range strings.Fields(text) {
			l.Words = append(l.Words, Look(form, form, "", i == 0, form == "."))
		}
		return l
	}
	lessons := []Lesson{lesson("the talk ended .", "DT NN VBD ."), lesson("to walk ended .", "TO VB VBD ."), lesson("the ride ended .", "DT NN VBD .")}
	how := Training{Epochs: 20, Seed: 1}
	m := Train(lessons, how)
	var s Sequence
	for _, want := range append(lessons, lesson("to zoom ended .", "TO VB VBD .")) {
		s.Set(want.Words)
		for i, tag := range s.Decide(m) {
			if tag != want.Tags[i] {
				t.Errorf("word %d is %s, want %s", i, tag, want.Tags[i])
			}
		}
	}
	if !bytes.Equal(m.Weights.encode(), Train(lessons, how).Weights.encode()) {
		t.Error("the same lessons and seed give other weights")
	}
}
