package extract

import (
	"slices"
	"strings"
	"testing"
)

func TestSplitParagraphs(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"none", "", ""},
		{"white space only", " \r\n\t\n \u00a0\n", ""},
		{"blank lines", "One.\n\nTwo.\n \t\nThree.", "One.|Two.|Three."},
		{
			"a line is a paragraph",
			"Rents rose again in the spring, the housing office said on Monday in its yearly report on the city, which covers all boroughs and suburbs.\nOwners disagreed.\n",
			"Rents rose again in the spring, the housing office said on Monday in its yearly report on the city, which covers all boroughs and suburbs.|Owners disagreed.",
		},
		{"headline and credit", "Mayor wins second term in a vote that few had expected\nA. PHOTOGRAPHER/AGENCY", "Mayor wins second term in a vote that few had expected|A. PHOTOGRAPHER/AGENCY"},
		{
			"hard-wrapped",
			"The council voted on Tuesday night to close the old\nbridge for two years, in a move that shop owners on\nboth banks said would ruin them. Engineers had found\ncracks in three of the seven piers.\n\nThe mayor said she had no choice.\n",
			"The council voted on Tuesday night to close the old\nbridge for two years, in a move that shop owners on\nboth banks said would ruin them. Engineers had found\ncracks in three of the seven piers.|The mayor said she had no choice.",
		},
		{
			"hard-wrapped, no blank lines",
			"The council voted on Tuesday night to close the old\nbridge for two years, in a move that shop owners on\nboth banks said would ruin them.\nEngineers had found cracks in three of seven piers,\nand one of them was said to be beyond any repair.\n",
			"The council voted on Tuesday night to close the old\nbridge for two years, in a move that shop owners on\nboth banks said would ruin them.|Engineers had found cracks in three of seven piers,\nand one of them was said to be beyond any repair.",
		},
		{"list", "What they want:\n• more buses\n• fewer cars\n• wider paths for all", "What they want:|• more buses|• fewer cars|• wider paths for all"},
		{"line ends of other systems", "One.\r\n\r\nTwo.\rThree.\u2028Four.\u2029Five.\u0085Six.", "One.|Two.|Three.|Four.|Five.|Six."},
		{"marks without width", "\uFEFFOne.\n\u200b\nTwo.\u200b", "One.|Two."},
		{"not UTF-8", "a\xff\n\xe2\x80\n\nb", "a\xff|\xe2\x80|b"},
	} {
		var got []string
		for _, s := range SplitParagraphs(tt.text) {
			got = append(got, tt.text[s.Start:s.End])
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%s: got\n%q, want\n%q", tt.name, g, tt.want)
		}
	}
}

func FuzzSplitParagraphs(f *testing.F) {
	f.Add("One.\n\nTwo lines\nof it.\r\n\u2028x")
	f.Fuzz(func(t *testing.T, text string) {
		spans := SplitParagraphs(text)
		at := 0
		for _, s := range spans {
			if s.Start < at || s.End > len(text) || s.Empty() {
				t.Fatalf("%v after %d in %d bytes", s, at, len(text))
			}
			if strings.TrimFunc(text[at:s.Start], isBlank) != "" {
				t.Fatalf("text before %v left out", s)
			}
			at = s.End
		}
		if strings.TrimFunc(text[at:], isBlank) != "" {
			t.Fatal("text at the end left out")
		}
		if !slices.Equal(spans, SplitParagraphs(text)) {
			t.Fatal("two runs differ")
		}
	})
}
