package entity

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// TestLocate are texts with the codes of the places in them.
func TestLocate(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Police in Birmingham, Alabama, held two men. Birmingham is calm.", "Birmingham=US-AL Alabama=US-AL Birmingham=US-AL"},
		{"Police in Birmingham held two men.", "Birmingham=GB-BIR"},
		{"The fire in Birmingham was seen in Mobile, the port of Alabama.", "Birmingham=US-AL Mobile=US-AL Alabama=US-AL"},
		{"ATLANTA - Officials in Georgia said the plant in Savannah will close.", "ATLANTA=US-GA Georgia=US-GA Savannah=US-GA"},
		{"He went to Atlanta, Georgia, and Athens, Georgia, on Friday.", "Atlanta=US-GA Georgia=US-GA Athens=US-GA Georgia=US-GA"},
		{"PARIS, Texas - A fair opened in Paris.", "PARIS=US-TX Texas=US-TX Paris=US-TX"},
		{"Georgia and Turkey agreed with Russia and the U.S. on a road.", "Georgia=GE Turkey=TR Russia=RU U.S.=US"},
		{"A court in Arlington, Virginia, and one in Springfield, Ill., heard it.", "Arlington=US-VA Virginia=US-VA Springfield=US-IL Ill.=US-IL"},
		{"Rebels held Goma in the east of Congo.", "Goma=CD Congo=CD"},
		{"Talks in Brazzaville, the capital of Congo, failed.", "Brazzaville=CG Congo=CG"},
		{"A fair opened in Paris, Texas, on Monday.", "Paris=US-TX Texas=US-TX"},
		{"The Texas town of Zorkville mourned.", "Texas=US-TX Zorkville=US-TX"},
		{"He was held at his Long Island home in Zorkville Park.", "Long Island=US-NY Zorkville Park=US-NY"},
		{"They toured Glasgow, Scotland, and Leeds.", "Glasgow=GB-GLG Scotland=GB-SCT Leeds=GB-LDS"},
		{"He lives in the US and the UK.", "US=US UK=GB"},
		{"Police in Ohio and Texas told the U.S. embassy in Paris.", "Ohio=US-OH Texas=US-TX U.S.=US Paris=FR"},
		{"Police in England and Wales met. The road from Somerset to Weston is shut.", "England=GB-ENG Wales=GB-WLS Somerset=GB-SOM Weston="},
		{"Police in Florida met. The road to Weston is shut.", "Florida=US-FL Weston=US-FL"},
		{"The road to Armagh is shut.", "Armagh=GB-NIR"},
		{"It rained in Biggleswade, Bedfordshire.", "Biggleswade=GB-ENG Bedfordshire=GB-ENG"},
		{"Milla Kinghorn ran in Leeds.", "Leeds=GB-LDS"},
		{"He was the secretary of Wang Dashan, China's former tsar.", "China=CN"},
		{"T-level results are out in Leeds, London-based Velmo said.", "Leeds=GB-LDS"},
		{"Police in Scotland and Wales met. Fans in Scotland call Rosa and Gary the best.", "Scotland=GB-SCT Wales=GB-WLS Scotland=GB-SCT"},
		{"Voters in Alabama, Georgia, Ohio and Virginia met.", "Alabama=US-AL Georgia=US-GA Ohio=US-OH Virginia=US-VA"},
		{"He won Oklahoma and his home state of Texas. Texas is calm.", "Oklahoma=US-OK Texas=US-TX Texas=US-TX"},
		{"The office in Corsica shut in mid-May.", "Corsica=FR-20R"},
		{"The storm crossed Maine and hit Portland.", "Maine=US-ME Portland=US-ME"},
	} {
		d := annotate(t, tt.text)
		var got []string
		for i := range d.Entities {
			if e := &d.Entities[i]; e.Type == extract.LOC {
				got = append(got, d.In(e.Span)+"="+e.ISO)
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s\n  got  %s\n  want %s", tt.text, s, tt.want)
		}
	}
}

// TestPaper: the name of a paper behind its article is no person's, and does not make one of its
// town.
func TestPaper(t *testing.T) {
	d := annotate(t, "She told The Atlanta Journal-Constitution so. Police in Atlanta agreed.")
	for i := range d.Entities {
		if e := &d.Entities[i]; e.Type == extract.PER {
			t.Errorf("person %q", d.In(e.Span))
		}
	}
	if n := len(d.Entities); n == 0 || d.Entities[n-1].ISO != "US-GA" {
		t.Errorf("the last entity is %+v", d.Entities)
	}
}
