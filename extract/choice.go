package extract

// A Choice is what a stage took a passage to stand for where more than one thing could
// be meant: a pronoun, a description, the name of a place. It is kept for explain, and
// nothing is decided by it.
type Choice struct {
	Span            // the pronoun, the description, the name
	Rule     string // what came to it: coref.pronoun/1, place.beside/1
	By       Span   // the words that decided: the antecedent, the state beside a town; empty without any
	Score    int    // of the antecedent of a pronoun
	Held     uint64 // preferences that spoke for or against it: bit i is line i of their table
	Next     Span   // the antecedent that came second; empty without one
	Against  int    // its score
	NextHeld uint64
	Why      string // in words; of pronouns only once coref.Explain ran
}
