package commitment

import (
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// TestThoughts reads quotations in which the speaker calls something a thought, or does not.
func TestThoughts(t *testing.T) {
	for _, tt := range []struct{ text, level string }{
		{"“{They were all good so I think I did well}”, [Lee] <said:assert>.", probable},
		{"“{We have not won here since May I think it was}”, [Lee] <said:assert>.", probable},
		{"“{I live here and I actually think it is a gain}”, [Lee] <said:assert>.", probable},
		{"“{When I think about growth, it grows}”, [Lee] <said:assert>.", ""},
		{"“{The man I believe in is Rowe}”, [Lee] <said:assert>.", ""},
		{"“{They think it is closed}”, [Lee] <said:assert>.", ""},
		{"“{I want to win}”, [Lee] <said:assert>.", ""},
	} {
		r, at := attributed(t, tt.text)
		at.Type = extract.Direct
		if got := r.Attribution(at).level; got != tt.level {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.level)
		}
	}
}
