package timex

import (
	"strings"
	"testing"
)

// TestDirection are the clauses that put a bare date before or behind the article, of
// Thursday, 24 October 2024.
func TestDirection(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The firm promised to meet the union in March.", "2025-03"},
		{"Rosa Lee agreed to meet the union in July.", "2024-07"},
		{"They have agreed to a debate on 3 December.", "2024-12-03"},
		{"The dam has been shut since the 7 November attack.", "2023-11-07"},
		{"Six people died when the dam burst on 3 December.", "2023-12-03"},
		{"Rowe died on Tuesday and the match on Saturday will be the first without him.", "2024-10-22; 2024-10-26"},
		{"The bank in December predicted a rise.", "2023-12"},
		{"All votes were cast by Sept. 25.", "2024-09-25"},
		{"Nearly half had been counted by Friday.", "2024-10-18"},
		{"The ballots must be returned by Friday.", "2024-10-25"},
		{"The court gave the owners until noon on Tuesday.", "2024-10-29T12:00"},
		{"They have until Monday to reply.", "2024-10-28"},
		{"Until Monday, police had not named him.", "2024-10-21"},
		{"The state would rebuild the bridge where the Aug. 9 flood killed 40.", "2024-08-09"},
		{"She will appeal after she was jailed on Monday.", "2024-10-21"},
		{"He was arrested because the trial starts on Monday.", "2024-10-28"},
		{"Her union would have no choice but to go on striking in January.", "2025-01"},
		{"They would have lost the vote in January.", "2024-01"},
		{"Aid could be cut or even stopped if he wins a second term in November.", "2024-11"},
		{"He promised it in his campaign to be leader over the summer.", "2024-SU"},
		{"Eight children have died due to infections since September.", "2024-09"},
		{"Urging all members to read the guide on Monday, she said it was good.", "2024-10-21"},
		{"The bank could cut rates in the spring.", "2025-SP"},
		{"The bank could have cut rates in the spring.", "2024-SP"},
		{"It may come as soon as Monday.", "2024-10-28"},
		{"The loan runs through January.", "2025-01"},
		{"The line was extended through January.", "2025-01"},
		{"They asked for it by Friday.", "2024-10-25"},
		{"The premier ordered them to leave by Friday.", "2024-10-25"},
		{"He told them to come back in March.", "2025-03"},
		{"The flood that hit in November 2023 will be studied.", "2023-11"},
		{"He plans to run again after losing in November.", "2023-11"},
		{"The show is on Sunday.", "2024-10-27"},
		{"Elections are due in February.", "2025-02"},
		{"The election in November will decide it.", "2024-11"},
		{"The council is meeting on Monday.", "2024-10-28"},
		{"Prices had fallen since January.", "2024-01"},
		{"The deadline of Nov. 5 still stands.", "2024-11-05"},
		{"A vote is scheduled for Monday.", "2024-10-28"},
		{"Monday's vote will be close.", "2024-10-28"},
		{"Monday's vote was close.", "2024-10-21"},
		{"She was among 150 people to be flown out on Monday.", "2024-10-21"},
		{"She looks forward to Saturday's show.", "2024-10-26"},
		{"She agreed to the December date.", "2024-12"},
		{"The cuts will come if he is elected in November.", "2024-11"},
		{"She will cut tolls if elected in November.", "2024-11"},
		{"Tests were being offered in the hall until Friday.", "2024-10-25"},
		{"Tests were offered in the hall on Friday.", "2024-10-18"},
		{"They are considering a strike in the week beginning 16 December.", "2024-W51"},
		{"He hopes that talks, which broke down on Monday, can resume.", "2024-10-21"},
		{"The bank has a plan, to be unveiled on Tuesday.", "2024-10-29"},
		{"She leads the board, the first woman to be chosen, since Tuesday.", "2024-10-22"},
		{"The prime minister meets the king on a Wednesday.", "XXXX-WXX-3"},
		{"It was a normal Saturday morning.", "XXXX-WXX-6TMO"},
		{"It said so in a Monday note.", "2024-10-21"},
		{"The union opposed Sunday working.", "XXXX-WXX-7"},
	} {
		var got []string
		for _, x := range annotate(t, tt.text, "2024-10-24").Times {
			got = append(got, x.Value)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, s, tt.want)
		}
	}
}
