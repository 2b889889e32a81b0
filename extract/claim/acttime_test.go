package claim_test

import (
	"context"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/pipeline"
)

// dated runs the whole pipeline over an article of Thursday, 24 October 2024.
func dated(t testing.TB, text string) *extract.Document {
	t.Helper()
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	published, err := extract.ParseTimestamp("2024-10-24")
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Annotate(context.Background(), &extract.Article{Text: text, Published: published})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestActTime are sentences with the times that date each act of speech in them, in an
// article of Thursday, 24 October 2024.
func TestActTime(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// Behind the cue.
		{"The dam was safe, Rosa Lee said on Monday.", "said 2024-10-21"},
		{"“The dam is safe,” Rosa Lee said in an interview with the paper on Monday.", "said 2024-10-21"},
		{"“The dam is safe,” said Rosa Lee, a former mayor who now heads the board, during a call on Monday.", "said 2024-10-21"},
		{"Rosa Lee told a briefing last night that the dam was safe.", "told 2024-10-23TNI"},
		{"Rosa Lee said at a Tuesday news conference that the dam was safe.", "said 2024-10-22"},
		{"“The dam is safe,” Rosa Lee told the paper two months after the storm.", "told P2M"},
		// Before it.
		{"The board on Monday said the dam was safe.", "said 2024-10-21"},
		{"On Monday, the board said the dam was safe.", "said 2024-10-21"},
		{"Responding to the report on Monday, Rosa Lee insisted that the dam was safe.", "insisted 2024-10-21"},
		{"In a statement released late Monday, Rosa Lee said the dam was safe.", "said 2024-10-21"},
		{"Earlier Monday, the board released figures showing that the lake had risen.", "showing 2024-10-21"},
		{"Papers report that the board on Sept. 27 warned owners that the dam was weak.", "report ; warned 2024-09-27"},
		// The day a document came out.
		{"The lake rose by 2%, according to figures released Monday by the board.", "according to 2024-10-21"},
		{"A report published on Monday showed that the lake had risen.", "showed 2024-10-21"},
		{"According to a survey released by the Pellworth Chamber of Trade in the north last month, the lake had risen.", "According to 2024-09"},
		{"Figures for May showed that the lake had risen.", "showed "},
		{"The lake rose by 2%, according to last week's poll.", "according to 2024-W42"},
		{"The lake rose by 2%, according to recent figures.", "according to "},
		// Of something else.
		{"Rosa Lee said the dam had burst on Monday.", "said "},
		{"Rosa Lee, who was elected in May, said the dam was safe.", "said "},
		{"The plant closed on Monday, and Rosa Lee said it would not reopen.", "said "},
		{"The plant closed on Monday, with Rosa Lee saying it would not reopen.", "saying "},
		{"Rosa Lee said the dam was safe, and left on Monday.", "said "},
		{"Rosa Lee said the dam, now known as the Wall, was safe.", "said "},
		{"A poll showed that 54% of owners support the plan, up from 47% in June.", "showed ; support "},
		{"Paying tribute on Monday, his wife, a dancer with whom he ran the show, said the dam was safe.", "said 2024-10-21"},
		{"Rosa Lee, born in 1960, said the dam was safe.", "said "},
		{"Ahead of her first budget on 30 October, Rosa Lee said the dam was safe.", "said "},
		{"The board pushed back, but during a call on Monday Rosa Lee said the dam was safe.", "said 2024-10-21"},
		{"“The dam is safe,” said Rosa Lee as all funds raised at the event on 20 May will go to her.", "said "},
		{"On why he charged as he did on his 2010 tour, Rosa Lee said the dam was safe.", "said "},
		// By clauses: a further verb of the subject, a participle beside it, a time that "when" explains.
		{"On Saturday, the board said it was dissatisfied with the plan and considered it unsafe.", "said 2024-10-19; considered 2024-10-19"},
		{"Last month, the firm lowered its target for the year and said it would cut 4% of its staff.", "said 2024-09"},
		{"The board released a statement on Tuesday, accusing the firm of negligence.", "accusing 2024-10-22"},
		{"It all began on Saturday, when Rosa Lee implied that the dam was weak.", "implied 2024-10-19"},
		{"The bank was forced to step in and on Wednesday said it would buy bonds.", "said 2024-10-23"},
		{"Seven years ago Rosa Lee said the dam was safe.", "said 2017"},
		{"The board recently warned that the dam was weak.", "recently warned PAST_REF"},
		{"In October, when Lena Rowe was mayor, Rosa Lee said the dam was safe.", "said 2024-10"},
		{"Rosa Lee told the paper this week the town needed a new dam.", "told 2024-W43"},
		{"The board, a body of farmers that own half of the land, on Monday said the dam was safe.", "said 2024-10-21"},
		{"The lake rose by 2%, said Rosa Lee – double the rise of last year.", "said "},
		{"Since Monday's flood, Rosa Lee has said the dam was safe.", "has said "},
		{"Rosa Lee, who last year left the board, said the dam was safe.", "said "},
		{"Lena Rowe repaired the dam in 2020, but said she was still waiting for a report.", "said "},
		{"Rosa Lee, now known as the Wall, said the dam was safe.", "said "},
		// A stretch of time that tells when, and one that only ends.
		{"“The dam is safe,” Rosa Lee announced two days later.", "announced P2D"},
		{"Within hours, the board denied the report.", "denied PTXH"},
		{"Over the summer, the board said the dam was safe.", "said 2024-SU"},
		{"Between January and March 2022, the board said the dam was safe.", "said "},
		// A participle without a comma, and time before a clause without "that".
		{"On 2 May, the board shut the gates saying the dam was weak.", "saying 2024-05-02"},
		{"Rosa Lee said last week the dam was safe.", "said 2024-W42"},
		{"In November Lee said the dam was safe.", "said 2023-11"},
		// What comes again, goes on or stays open.
		{"Every year, Rosa Lee says the dam is safe.", "says P1Y"},
		{"Twice a week Rosa Lee claims that the dam is safe.", "claims P1W"},
		{"Rosa Lee told the daily briefing that the dam was safe.", "told "},
		{"The paper that calls every week said the dam was safe.", "said "},
		{"Since 1989, the board has said that the dam is safe.", "has said 1989"},
		{"Since 1989, the board said, the dam was safe.", "said "},
		{"For years, Rosa Lee has said that the dam is safe.", "has said PXY"},
		{"Rosa Lee has for years said the dam was safe.", "said PXY"},
		{"Rosa Lee said that for years the dam was safe.", "said "},
		{"In the past, the board has said the dam was safe.", "has said PAST_REF"},
		{"Recently, Lena Rowe, a former mayor, was asked by a caller why the dam leaks.", "was asked PAST_REF"},
		{"Now the board says the dam is safe.", "says PRESENT_REF"},
		{"Now, Rosa Lee said, the dam is safe.", "said "},
		{"In the coming weeks, few are expected to come.", "are expected "},
		{"In the coming weeks, Rosa Lee said the dam was safe.", "said FUTURE_REF"},
		{"Since 1989 the board has said that the dam is safe.", "has said 1989"},
		{"Late Tuesday Rosa Lee warned that the dam was weak.", "warned 2024-10-22"},
		{"Over the past year Rosa Lee has said that the dam is safe.", "has said P1Y"},
		// Of a noun, of a participle, or only a bound.
		{"After Tuesday night's storm, Rosa Lee said the dam was safe.", "said "},
		{"This week, the paper asked the 2016 Democratic contender if he would stand.", "asked 2024-W43"},
		{"Rosa Lee accused him of theft by using the lake in the 1990s.", "accused "},
		{"“The dam is safe,” Rosa Lee said while campaigning in the north on Monday.", "said 2024-10-21"},
		{"Rosa Lee tweeted before Election Day that the dam was safe.", "tweeted "},
		{"In a statement Thursday, Rosa Lee said, “The dam is safe.”", "said 2024-10-24"},
		{"Rosa Lee, who was elected in 2019, said, “The dam is safe.”", "said "},
		{"Analysis of the 2010 vote suggested that the dam was safe.", "suggested "},
		{"Rosa Lee criticised the dam two years ago.", "criticised 2022"},
		{"The dam was safe, Rosa Lee said last week.", "said 2024-W42"},
		{"Rosa Lee found out a week later the dam was safe.", "found out P1W"},
		{"Rosa Lee said in a 2019 book that the dam was safe.", "said 2019"},
		{"“The dam is safe,” said Rosa Lee, who runs the yard, on Monday.", "said 2024-10-21"},
		{"“The dam is safe,” Rosa Lee said after the talks on Monday.", "said 2024-10-21"},
		{"“The dam is safe,” said the board, which repairs it each year.", "said "},
		// Between the cue and the rest of its content.
		{"Rosa Lee promised on Monday to shut the gates.", "promised 2024-10-21"},
		{"Rosa Lee called last week for a new vote.", "called last week for 2024-W42"},
		{"Rosa Lee urged owners on Monday to leave.", "urged 2024-10-21"},
		{"Rosa Lee blasted the FBI Tuesday for the delay.", "blasted 2024-10-22"},
		{"Rosa Lee condemned the killing on Monday of two guards.", "condemned "},
		{"Rosa Lee said in a report published on Monday that the dam was safe.", "said 2024-10-21"},
		{"Rosa Lee said late Monday the gates would close.", "said 2024-10-21"},
		// Of the occasion that the clause is about, and of one before.
		{"The lake rose by 2%, according to a Pellworth Times survey released on Monday.", "according to 2024-10-21"},
		{"Rosa Lee was booed at Monday night's meeting when she said the dam was safe.", "said 2024-10-21TNI"},
		{"Rosa Lee had a call with the paper in August, where she said the dam was safe.", "said 2024-08"},
		{"The paper pointed to a speech in August in which Rosa Lee said the dam was safe.", "pointed to ; said 2024-08"},
		{"Rosa Lee took office in 2008 promising that the dam would hold.", "promising 2008"},
		{"Rosa Lee, shown in a street of Pellworth in 2008, said the dam was safe.", "said "},
		{"Having worked in Pellworth in 2008, Rosa Lee said the dam was safe.", "said "},
		{"Asked by the paper in August, Rosa Lee said the dam was safe.", "said 2024-08"},
		{"Following the storm in the north in 2008, Rosa Lee said the dam was safe.", "said "},
		{"Following the board's vote earlier this year, Rosa Lee said the dam was safe.", "said "},
		{"Estimates from March, printed in Pellworth, suggested that the dam was safe.", "suggested 2024-03"},
		{"Data from 2010 to 2020 suggested that the dam was safe.", "suggested "},
		{"Rosa Lee has said in recent months the dam was safe.", "has said PXM"},
		{"Following a meeting in Pellworth on Monday, Rosa Lee said the dam was safe.", "said 2024-10-21"},
		// A participle beside an act, which has its time; but not one that gives the reason of something else.
		{"Rosa Lee criticised the board on Monday, saying the dam was weak.", "criticised 2024-10-21; saying 2024-10-21"},
		{"On Monday Rosa Lee told the paper that the dam was weak, adding that it leaked.", "told 2024-10-21; adding 2024-10-21"},
		{"Rosa Lee called on Monday for the mayor to resign for saying that the dam was weak.", "called on Monday for 2024-10-21; saying "},
		{"Rosa Lee went after the board on Monday, calling it weak and asserting that the dam leaked.", "calling 2024-10-21; asserting 2024-10-21"},
		{"Rosa Lee left the board, advising owners in 2007 to leave, and telling them that the dam leaked.", "telling "},
		{"Last month, as the paper reported, Rosa Lee told the board that the dam was weak.", "reported ; told 2024-09"},
		// A further verb behind one with a day; but not behind one with a year, or in a clause about its subject.
		{"Rosa Lee told the paper on Monday the dam was safe and predicted that it would hold.", "told 2024-10-21; predicted 2024-10-21"},
		{"Rosa Lee closed the gates on Monday, and warned that the dam was weak.", "warned 2024-10-21"},
		{"Rosa Lee closed the gates in 2020 and warned that the dam was weak.", "warned "},
		{"Rosa Lee closed the gates on Monday or said she would.", "said "},
		{"Rosa Lee, who has both endorsed the plan and criticised it, left on Tuesday.", "endorsed ; criticised "},
		{"On Monday, Rosa Lee met the owners for talks and called on the board to act.", "called on 2024-10-21"},
		{"In a speech on Monday, Rosa Lee laid out her fears that the dam would fail.", "laid out 2024-10-21; fears 2024-10-21"},
		{"Two days after the storm, which closed the road, Rosa Lee said the dam was safe.", "said P2D"},
		{"On Monday the board issued a letter, which said the dam was safe.", "said 2024-10-21"},
		{"On Monday the board lost a letter, which said the dam was safe.", "said "},
		{"“The dam is safe,” Rosa Lee told the paper in the interview, taped Monday.", "told 2024-10-21"},
		// At the head of the sentence or right before the cue, with clauses of any depth between.
		{"Earlier this week, Rosa Lee, who led the board when the call was made to build the dam, conceded that it leaks.", "conceded 2024-W43"},
		{"Rosa Lee, who since the vote on the dam has thrown caution to the winds in her speeches, on Friday declared it was weak.", "declared 2024-10-18"},
		{"Since March Rosa Lee has said that the dam is weak.", "has said 2024-03"},
		{"In May, Lena Rowe left, and Rosa Lee said the dam was weak.", "said "},
		{"By mid-October, the board estimated that the dam leaked.", "estimated 2024-10"},
		{"By the end of the day, Rosa Lee said the dam was safe.", "said 2024-10-24"},
		{"By Friday, Rosa Lee said, the dam would be safe.", "said "},
		{"By next May, the board will say that the dam is safe.", "will say "},
		{"Next year, the board plans to mend the dam.", "plans "},
		{"Rosa Lee has said for years that the dam is weak.", "has said PXY"},
		// Of an occasion that a clause is about, wherever its time stands.
		{"Rosa Lee liked the plan in a Monday interview with the paper, in which she praised the dam.", "praised 2024-10-21"},
		{"The firm left the town after a storm in May in the north, where Rosa Lee is expected to speak.", "is expected "},
		{"Rosa Lee argued that the dam would fail if Rowe was elected on Sunday's “Lake Today.”", "argued 2024-10-20"},
		// Far behind the cue, where the content parts them.
		{"Rosa Lee praised the firm's long-serving chief engineer for the whole of the north and two of his younger colleagues at a meeting in Pellworth on Monday.", "praised 2024-10-21"},
	} {
		var got []string
		for _, c := range dated(t, tt.text).Claims {
			if c.Cue == nil {
				continue
			}
			var times []string
			for _, x := range c.Times {
				if x.Role == "said" {
					times = append(times, x.Value)
				}
			}
			got = append(got, c.Cue.Text+" "+strings.Join(times, ","))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\n  got  %s\n  want %s", tt.text, s, tt.want)
		}
	}
}
