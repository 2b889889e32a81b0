package timex

import (
	"strings"
	"testing"
)

// TestCalendar are dates as news writes them beyond the example of their rule, in an article
// of Thursday, 24 October 2024.
func TestCalendar(t *testing.T) {
	for _, tt := range []struct{ kind, text, want string }{
		{"clock and day", "The vote closed on Sept. 29, 2023 at around 6 p.m.", "Sept. 29, 2023 at around 6 p.m.=2023-09-29T18:00"},
		{"clock and day", "Doors will open Saturday at noon.", "Saturday at noon=2024-10-26T12:00"},
		{"clock and day", "It struck on 12 June, 2020, shortly after 3 a.m. local time.", "12 June, 2020, shortly after 3 a.m. local time=2020-06-12T03:00"},
		{"clock and day", "He was seen at 10:40pm on 14/09/2024.", "10:40pm on 14/09/2024=2024-09-14T22:40"},
		{"clock and day", "They met on Monday and spoke at 9 a.m.", "Monday=2024-10-21; 9 a.m.=2024-10-21T09:00"},
		{"figures", "Signed 03-Feb-2019 and 2019/02/04.", "03-Feb-2019=2019-02-03; 2019/02/04=2019-02-04"},
		{"figures", "The bill came to 12/13 of it.", ""},
		{"figures", "Call 555-12-2014 now.", "now=PRESENT_REF"},
		{"nth", "They vote on the first Tuesday in November.", "the first Tuesday in November=2024-11-05"},
		{"nth", "Rain came in the first week of June 2023.", "the first week of June 2023=2023-W22"},
		{"nth", "The last weekend in April 2022 was dry.", "The last weekend in April 2022=2022-W17-WE"},
		{"nth", "It ends on the last day of February 2024.", "the last day of February 2024=2024-02-29"},
		{"nth", "She left on the fifth Monday of February 2021.", "the fifth Monday of February 2021="},
		{"row", "Fires broke out in July, August and September 2020.", "July=2020-07; August=2020-08; September 2020=2020-09"},
		{"row", "He served from November to March 2021.", "November=2020-11; March 2021=2021-03"},
		{"row", "Talks on June 11 and 12 failed.", "June 11=2024-06-11; 12=2024-06-12"},
		{"row", "They sat on Oct. 14, 15 and 16.", "Oct. 14=2024-10-14; 15=2024-10-15; 16=2024-10-16"},
		{"row", "The fair was on the 3rd and 4th of May.", "3rd=2024-05-03; 4th of May=2024-05-04"},
		{"row", "On June 11, 12 people died.", "June 11=2024-06-11"},
		{"row", "On June 11 and 20 people were hurt.", "June 11=2024-06-11"},
		{"row", "It runs 5–7 November.", "5–7 November=2024-11-05/2024-11-07"},
		{"row", "Prices rose between May and November 2023.", "May=2023-05; November 2023=2023-11"},
		{"row", "Between 3 and 5 May 2020 it rained.", "3=2020-05-03; 5 May 2020=2020-05-05"},
		{"row", "Scores of 3-2 in May were common.", "May=2024-05"},
		{"short", "Shops shut Sat 2 Nov and Sun 3 November.", "Sat 2 Nov=2024-11-02; Sun 3 November=2024-11-03"},
		{"short", "The Sun said she sat on Wed.", ""},
		{"short", "They were seen on Friday 18th and on Monday the 21st.", "Friday 18th=2024-10-18; Monday the 21st=2024-10-21"},
		{"short", "On Tuesday 12 people died.", "Tuesday=2024-10-22"},
		{"market", "Sales fell in 1H24 and Q2 2023.", "1H24=2024-H1; Q2 2023=2023-Q2"},
		{"market", "Revenue in FY24 and in FY 2025 fell.", "FY24=2024; FY 2025=2025"},
		{"market", "He drives a Q7 on H2 fuel.", ""},
		{"split", "In the 2022-23 season and in 1998/99 they won.", "2022-23=2022/2023; 1998/99=1998/1999"},
		{"split", "They ruled from 2010–2015.", "2010–2015=2010/2015"},
		{"ago", "He left two years and three months ago.", "two years and three months ago=2022-07"},
		{"ago", "It closed a year and a half ago.", "a year and a half ago=2023-04"},
		{"ago", "The rains came two and a half weeks ago.", "two and a half weeks ago=2024-10-07"},
		{"ago", "The strike lasted a month and a half.", "a month and a half=P1.5M"},
		{"spoken", "The bus left at twenty past four in the afternoon.", "twenty past four in the afternoon=2024-10-24T16:20"},
		{"spoken", "Work ended at a quarter to six on Friday.", "a quarter to six on Friday=2024-10-18T05:45"},
		{"context", "Profit rose 5% in 2019 from the previous year.", "2019=2019; the previous year=2018"},
		{"context", "Prices rose 3% in February from a year earlier.", "February=2024-02; a year earlier=2023-02"},
		{"context", "Exports rose by 14% in 2021 compared with the year before.", "2021=2021; the year before=2020"},
		{"context", "They landed at 11:30 on Monday evening.", "11:30 on Monday evening=2024-10-21T11:30"},
		{"name", "He told the Sunday Show and the Sunday Telegraph so.", ""},
		{"context", "Sales fell in May from the previous month.", "May=2024-05; the previous month=2024-04"},
		{"context", "He was shot on Oct. 3. He died the next day.", "Oct. 3=2024-10-03; the next day=2024-10-04"},
		{"context", "The fire began on Sunday. It was out the following day.", "Sunday=2024-10-20; the following day=2024-10-21"},
		{"context", "It will close next year.", "next year=2025"},
		{"context", "He left home on Sunday. He was seen at 9:30 p.m. by a neighbour.", "Sunday=2024-10-20; 9:30 p.m.=2024-10-20T21:30"},
		{"context", "A few minutes later the roof fell in.", "A few minutes later=PTXM"},
		{"some day", "I would love to play there one day.", "one day=FUTURE_REF"},
		{"some day", "It took one day.", "one day=P1D"},
		{"some day", "I hope one day you will play there.", "one day=FUTURE_REF"},
		{"some day", "One day she rang the office.", ""},
		{"some day", "I hope one day to own a boat.", "one day=FUTURE_REF"},
		{"rate", "It is a $15-an-hour job with a two-year bond.", "two-year=P2Y"},
		{"stretch", "The rule goes back a number of years; it has a large number of days in it.", "years=PXY"},
		{"stretch", "The choir met on days of the week that suited it.", ""},
		{"match", "He scored two second-half tries in the match.", ""},
		{"context", "It was the year before the vote.", ""},
		{"a wish", "“May God help them. May they be well.”", ""},
		{"a wish", "May was dry.", "May=2024-05"},
		{"long ago", "It shut a long time ago; many had long ago left.", "a long time ago=PAST_REF; long ago=PAST_REF"},
		{"some day", "It was the second strike in as many weeks.", ""},
		{"name", "He told Radio 4's Today programme and the Today show.", ""},
		{"name", "Sunday Times reports say so.", ""},
		{"name", "It opens Today.", "Today=2024-10-24"},
		{"count", "It lost money in the past two quarters.", "the past two quarters=P2Q"},
		{"spoken", "Some ten to twelve people came.", ""},
		{"acronym", "The APR on the loan is 9%, and SEP contributions fell.", ""},
		{"acronym", "JOBLESS CLAIMS FELL IN DEC", "DEC=2023-12"},
		{"acronym", "MAY 5 (Newswire) - Shares fell.", "MAY 5=2024-05-05"},
	} {
		var got []string
		for _, x := range annotate(t, tt.text, "2024-10-24").Times {
			got = append(got, x.Text+"="+x.Value)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %s\n  got  %s\n  want %s", tt.kind, tt.text, s, tt.want)
		}
	}
}
