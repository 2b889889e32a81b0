package extract

// A Span is a half-open range of bytes of Article.Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Empty reports whether s covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes that s covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover is the smallest span that holds both s and o. An empty span adds nothing.
func (s Span) Cover(o Span) Span {
	if s.Empty() {
		return o
	}
	if o.Empty() {
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// A Passage is a span together with the text it covers, which is how a span is
// written out: the reader need not have the article at hand.
type Passage struct {
	Text string `json:"text"`
	Span
}
