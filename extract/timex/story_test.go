package timex

import (
	"strings"
	"testing"
)

// TestStory are the times that are counted from what the text has named, or from nothing, in
// an article of Thursday, 24 October 2024.
func TestStory(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"He was held on 3 May 2017. She died nine days later.", "2017-05-03; 2017-05-12"},
		{"The bridge opened in June 2018. Two years later it shut.", "2018-06; 2020"},
		{"He was expelled in October 2022 and charged four months later.", "2022-10; 2023-02"},
		{"The crash came in 1996, two years earlier than the fire.", "1996; 1994"},
		{"It opened in 1996. Nine days later it shut.", "1996; P9D"},
		{"He was crowned in May 2023. Two thousand years later, it seems natural.", "2023-05; P2000Y"},
		{"The next day he left.", ""},
		{"He was held on 3 May 2017. That day, he denied it.", "2017-05-03; 2017-05-03"},
		{"It opened in June 2018 and shut the same month.", "2018-06; 2018-06"},
		{"It rained on 3 May 2017. They met on the same day that Rowe left.", "2017-05-03"},
		{"That day he denied it.", ""},
		{"That May it shut.", "2024-05"},
		{"They had landed in Rome for January's open.", "2025-01"},
		{"It opened talks ahead of the February vote.", "2025-02"},
		{"It opened talks ahead of Saturday's vote.", "2024-10-26"},
		{"It opened talks ahead of the September vote.", "2024-09"},
		{"He was held on 3 May 2017. The next morning he was free.", "2017-05-03; 2017-05-04TMO"},
		{"He was held on 3 May 2017. Later in the day he was free.", "2017-05-03; 2017-05-03"},
		{"The next morning he was free.", ""},
		{"She fell ill on the evening of 26 June.", "2024-06-26TEV"},
		{"It rained earlier in the week.", "2024-W43"},
		{"It rained earlier in the summer.", "2024-SU"},
		{"Few came in the last financial year.", "2023"},
		{"It will buy bonds over the next fortnight.", "P2W"},
		{"At this point it would be wrong.", "PRESENT_REF"},
		{"She told ITV's This Morning so.", ""},
		{"He told Radio Leeds' Sunday Supplement so.", ""},
		{"They were out for a Christmas meal.", ""},
		{"It is nearly Christmas folks.", "2023-12-25"},
		{"It took half a week.", "P0.5W"},
		{"It took half a day.", "PT12H"},
		{"Few worked over the Christmas period.", "2023-12-25"},
		{"Net fell in the third quarter. In the first nine months, it rose from a year earlier.", "2024-Q3; P9M; 2023"},
		{"Sales fell in the third quarter from last year's quarter.", "2024-Q3; 2023-Q3"},
		{"He said he would leave the next day.", "2024-10-25"},
		{"She fell ill the following week.", ""},
		{"The year ahead will be hard.", "P1Y"},
		{"She told North West Tonight so.", ""},
		{"Homes burned on 11 September 2001. The following month, troops landed.", "2001-09-11; 2001-10"},
		{"Bills will rise for the next decade.", "P10Y"},
		{"He told the Mail on Sunday so.", ""},
		{"It will be out in the Mail on Friday.", "2024-10-25"},
		{"She asked why it broke nine days later.", "P9D"},
		{"When I came back on the Wednesday I was told.", "XXXX-WXX-3"},
		{"He drove home on the Friday night.", "XXXX-WXX-5TNI"},
		{"The court met on 3 May 2017 and he came on the Friday.", "2017-05-03; 2017-05-05"},
		{"The Friday vote was close.", "2024-10-18"},
		{"They treat Friday as a day off.", "XXXX-WXX-5"},
		{"Monday is usually quiet.", "XXXX-WXX-1"},
		{"The news came Tuesday as the house met.", "2024-10-22"},
		{"He told Sky's Ann Rowe on Sunday it was over.", ""},
		{"She told the BBC's Sunday with Ann Rowe so.", ""},
		{"He told Sunday Morning on Sky so.", ""},
		{"He told the paper's Ann Rowe on Sunday so.", "2024-10-20"},
		{"Over the past year it grew.", "P1Y"},
		{"It will end within the next decade.", "P10Y"},
		{"It fell in the last year's report.", "2023"},
		{"It grew last year.", "2023"},
		{"He said so over the weekend when he wrote.", "2024-W42-WE"},
		{"It was due to begin in December.", "2024-12"},
		{"The prize followed months of work.", "PXM"},
		{"His data were decades out of date.", "PXE"},
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
