package quantity

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rules are all rules that read a value, each with a sentence it fires on.
var rules = []struct{ id, example, want string }{
	{"qty.cardinal/1", "The court heard seventeen witnesses.", "[seventeen] cardinal 17 of=witnesses"},
	{"qty.cardinal/2", "The plant employs 13,500 workers.", "[13,500] cardinal 13500 of=workers"},
	{"qty.vague/1", "Hundreds of homes were damaged.", "[Hundreds] cardinal 100..1000 of=homes mod=vague"},
	{"qty.money/1", "The penalty was about $2,000.", "[about $2,000] money 2000 USD of=penalty mod=approx"},
	{"qty.money/2", "The penalty was 2,000 euros.", "[2,000 euros] money 2000 EUR of=penalty"},
	{"qty.percent/1", "Turnout was at least 64%.", "[at least 64%] percent 64 % of=Turnout bound=>="},
	{"qty.point/1", "The rate rose by 25 basis points.", "[25 basis points] point 25 [bp] of=rate role=change dir=up"},
	{"qty.duration/1", "The talks lasted six hours.", "[six hours] duration 6 h of=talks"},
	{"qty.measure/1", "The bridge is 1.2 km long.", "[1.2 km] measure 1.2 km of=bridge"},
	{"qty.fraction/1", "Two-thirds of voters agreed.", "[Two-thirds] fraction 0.6666666667 of=voters"},
	{"qty.ratio/1", "One in five children is poor.", "[One in five] ratio 0.2 ratio of=children"},
	{"qty.range/1", "Between 10 and 20 soldiers fled.", "[Between 10 and 20] cardinal 10..20 of=soldiers"},
	{"qty.multiple/1", "The gap is three times as wide.", "[three times] multiple 3 x of=gap role=ratio"},
	{"qty.multiple/2", "It is double the estimate.", "[double] multiple 2 x of=estimate role=ratio"},
	{"qty.age/1", "The 45-year-old teacher left.", "[45-year-old] age 45 {age} of=teacher"},
	{"qty.age/2", "Children aged 11 may enter.", "[11] age 11 {age} of=Children"},
	{"qty.age/4", "The girl said she turned 14.", "[14] age 14 {age}"},
	{"qty.measure/2", "The index fell 312 points.", "[312 points] measure 312 point of=index role=change dir=down"},
	{"qty.age/3", "Senator Maria Lopez, 58, won.", "[58] age 58 {age} of=Senator Maria Lopez"},
	{"qty.shared-unit/1", "Eight or nine euros is fair.", "[Eight] money 8 EUR"},
	{"qty.ordinal/3", "The second to last lap was slow.", "[second to last] ordinal rank=end-1"},
	{"qty.ordinal/2", "It was the third attempt.", "[third] ordinal rank=3"},
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		var got string
		for _, q := range annotate(t, r.example).Quantities {
			if q.Rule == r.id {
				got = short(&q)
			}
		}
		if diff := cmp.Diff(r.want, got); diff != "" {
			t.Errorf("%s, %s\n%s", r.id, r.example, diff)
		}
	}
}

// TestLast reads the last quantity of a text, which takes its thing from one before it.
func TestLast(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Rowe made bids of 110, 122 and 67.", "[67] cardinal 67 of=bids"},
		{"Some 84 aides voted for it, with 12 abstaining.", "[12] cardinal 12 of=aides"},
		{"She won a medal with a point in the next 10.", "[10] cardinal 10"},
		{"Fines may be 10% of turnover for a breach and up to 20% for two.", "[two] cardinal 2"},
		{"Fines may be 10% of turnover for a breach and up to 20% for others.", "[up to 20%] percent 20 % of=turnover bound=<="},
		{"They won 63 medals, one more than in Ashton.", "[one] cardinal 1 of=medals"},
		{"The 20 medals are seven behind Rowe.", "[seven] cardinal 7 of=medals"},
		{"There were 12 cases per 1,000 people.", "[1,000] identifier"},
		{"She won six medals, with two in Ashton.", "[two] cardinal 2 of=medals"},
		{"More than 90 deaths were recorded. Of these, 44 were at home.", "[44] cardinal 44 of=deaths"},
		{"Lee, 22, Rowe, 23 and Cho, 21 died.", "[21] age 21 {age} of=Cho"},
		{"They gave C$400 ($325; £228).", "[£228] money 228 GBP eq=C$400"},
		{"The price was C$400 ($325; £228).", "[£228] money 228 GBP of=price eq=C$400"},
	} {
		q := annotate(t, tt.text).Quantities
		if diff := cmp.Diff(tt.want, short(&q[len(q)-1])); diff != "" {
			t.Errorf("%s\n%s", tt.text, diff)
		}
	}
}

// TestSubjects reads what the last quantity of a text is about besides what it counts.
func TestSubjects(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The firm is cutting 6,000 jobs.", "firm"},
		{"It was a survey of 2,000 voters.", "survey"},
		{"The mayor left for two reasons.", ""},
		{"The port needs more cranes, according to two captains.", ""},
		{"Ann Rowe was one of the judges.", ""},
		{"A post about wild giraffes drew 160,000 comments.", "post"},
		{"The clip delighted a crowd that threw 40 hats.", "crowd"},
		{"The rules will apply to its eight plants.", ""},
		{"Relations between the two states are poor.", ""},
		{"They had reports of 29 thefts.", ""},
		{"The tour brought laughter to 40 villages.", ""},
		{"They blamed injuries to 40 men.", "injuries"},
		{"Part of the plan is to shut 40 shops.", ""},
		{"Strictly Come Dancing star Ann Rowe has 40 hats.", "Strictly Come Dancing star Ann Rowe"},
		{"The plays and the films drew 40 prizes.", "plays and the films"},
		{"The office spoke about 40 shops.", ""},
	} {
		q := annotate(t, tt.text).Quantities
		if got := q[len(q)-1].Subject; got != tt.want {
			t.Errorf("%s: subject %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestSpellings reads numbers and units by their spelling; what looks like one and is none stays apart.
func TestSpellings(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"One twenty-fifth of the budget was cut.", "[One twenty-fifth] fraction 0.04 of=budget"},
		{"Three forty-firsts of the hall burned.", "[Three forty-firsts] fraction 0.07317073171 of=hall"},
		{"A thirtieth of the fleet is idle.", "[A thirtieth] fraction 0.03333333333 of=fleet"},
		{"The chance is one over 20.", "[one over 20] fraction 0.05"},
		{"The debt is one billion and a half million.", "[one billion and a half million] cardinal 1000500000 of=debt"},
		{"The debt is one billion and a half.", "[one billion and a half] cardinal 1500000000 of=debt"},
		{"The grant is two million and six hundred thousand.", "[two million and six hundred thousand] cardinal 2600000 of=grant"},
		{"The 13F filing came late.", "[13F] identifier"},
		{"The goalkeeper is 6 ft 3 in.", "[6 ft 3 in] measure 6.25 [ft_i] of=goalkeeper"},
		{"They met at a thirtieth anniversary.", "[thirtieth] ordinal rank=30"},
		{"The next three launches slipped.", "[next] ordinal rank=current+1"},
		{"The penultimate stage was flat.", "[penultimate] ordinal rank=end-1"},
		{"Next week will be dry.", ""},
		{"Sales fell in the current quarter.", ""},
		{"The factor is 2.5^-1 here.", "[2.5^-1] cardinal 0.4 of=factor"},
		{"The planet is 1.3x10^6 km away.", "[1.3x10^6 km] measure 1300000 km of=planet"},
		{"The budget is ₹3 lakh crore.", "[₹3 lakh crore] money 3000000000000 INR of=budget"},
		{"The town cast 4 thousand 3 hundred and 21 votes.", "[4 thousand 3 hundred and 21] cardinal 4321 of=votes"},
		{"The ratio is two hundred point seventy-one.", "[two hundred point seventy-one] cardinal 200.71 of=ratio"},
		{"The union won a 7% increase in pay.", "[7%] percent 7 % of=pay role=change dir=up"},
		{"Rents have seen a 14% increase since May.", "[14%] percent 14 % of=Rents role=change dir=up"},
		{"He moved to Bath from Racing 92.", "[92] identifier"},
		{"The island needs $3 million for fuel, and $9 million for food.", "[$3 million] money 3000000 USD of=fuel"},
		{"It kept the levy unchanged at 3.45%.", "[3.45%] percent 3.45 % of=levy"},
		{"The firm had seen its market share rise to 19%.", "[19%] percent 19 % of=market share role=to dir=up"},
		{"The sister, who was aged about six, saw it.", "[about six] age 6 {age} of=sister mod=approx"},
		{"They have lived there since they were 11.", "[11] age 11 {age}"},
		{"Rowe turns 38 in October.", "[38] age 38 {age} of=Rowe"},
		{"A force enlisted at 17.", "[17] age 17 {age} of=force"},
		{"The port won in the 4 x 100m medley relay.", "[4 x 100m] identifier"},
		{"Call the line on 111 for help.", "[111] identifier"},
		{"They train from 6 to 10 o'clock at night.", "[6 to 10 o'clock] identifier"},
		{"They met one evening.", ""},
		{"They took one alarming step closer to ruin.", ""},
		{"They gave dozens of smaller, mobile batteries.", "[dozens] cardinal 12.. of=smaller, mobile batteries mod=vague"},
		{"Almost one out of every three people was a child.", "[Almost one out of every three] ratio 0.3333333333 ratio of=people mod=approx"},
		{"They promised $10 million worth in tax breaks.", "[$10 million] money 10000000 USD of=tax breaks"},
		{"The salary for members, which has been £84,144, rose.", "[£84,144] money 84144 GBP of=salary"},
		{"A ballot saw 96% vote for a strike.", "[96%] percent 96 %"},
		{"The parties have 24 seats each on the council.", "[24] cardinal 24 of=seats per=each"},
		{"The firm agreed to buy the mill for $2 million.", "[$2 million] money 2000000 USD of=mill"},
		{"The firm ran the mill for two years.", "[two years] duration 2 a"},
		{"The talks lasted for two days.", "[two days] duration 2 d of=talks"},
		{"The turbine built by the firm makes 3 MW.", "[3 MW] measure 3 MW of=turbine"},
		{"Guests stayed an average of nine nights.", "[nine] cardinal 9 of=nights"},
		{"The firm has 20 EV models.", "[20] cardinal 20 of=EV models"},
		{"Fines, ranging from $20 to $900, are due.", "[from $20 to $900] money 20..900 USD of=Fines"},
		{"Life expectancy is 73 in the town.", "[73] age 73 {age} of=Life expectancy"},
		{"The lawyer, 58, faces a trial.", "[58] age 58 {age} of=lawyer"},
		{"The talks ended in votes, 58, and walkouts.", "[58] cardinal 58 of=talks"},
		{"Unemployment edged up to 4.3%.", "[4.3%] percent 4.3 % of=Unemployment role=to dir=up"},
		{"Prices fell by half.", "[half] fraction 0.5 of=Prices role=change dir=down"},
		{"It uses a third less power.", "[a third] fraction 0.3333333333 of=power"},
		{"It cut its rate by a quarter of a percentage point.", "[a quarter of a percentage point] point 0.25 pp of=rate role=change dir=down"},
		{"Two aides testified over three weeks.", "[Two] cardinal 2 of=aides"},
		{"After the talks, £2m was paid to the club.", "[£2m] money 2000000 GBP"},
		{"The firm saw fuel costs fall: unleaded was 167.9p on Monday.", "[167.9p] money 167.9 GBp"},
		{"There is a limit per person which is 50000.", "[50000] cardinal 50000 of=limit"},
		{"The 65-year-old worries that prices will rise.", "[65-year-old] age 65 {age}"},
		{"A 21-year-old suffers from asthma.", "[21-year-old] age 21 {age}"},
		{"Inflation crept back up to 5.1% in May.", "[5.1%] percent 5.1 % of=Inflation role=to dir=up"},
		{"They had a list of 15 or 20 ideas.", "[15] cardinal 15 of=ideas"},
		{"A play is credited to 1 or 2 writers.", "[1] cardinal 1 of=writers"},
		{"The sea is warm [12], and the air [14,15].", ""},
		{"The clerk held [40] people.", "[40] cardinal 40 of=people"},
		{"Over half the drivers left.", "[Over half] fraction 0.5 of=drivers bound=>"},
		{"The club paid a fee of £24 million plus bonuses.", "[£24 million] money 24000000 GBP of=fee"},
		{"She took $400,000 in bribes.", "[$400,000] money 400000 USD of=bribes"},
		{"Snow 40 cm deep closed roads.", "[40 cm] measure 40 cm of=Snow"},
		{"Officials put the damage at between $3 billion and $4 billion.", "[between $3 billion and $4 billion] money 3000000000..4000000000 USD of=damage"},
		{"The lead is plus or minus three points.", "[plus or minus three] cardinal 3 of=points"},
		{"They cost as little as $20.", "[as little as $20] money 20 USD bound=>="},
		{"The 6-foot-3 guard is hurt.", "[6-foot-3] measure 6.25 [ft_i] of=guard"},
		{"He stands 6 feet 3.", "[6 feet 3] measure 6.25 [ft_i]"},
		{"At the exam he clocked in at 243 pounds.", "[243 pounds] measure 243 [lb_av]"},
		{"They were fined 100 pounds each.", "[100 pounds each] money 100 GBP per=each"},
		{"The league fined the coach $50,000.", "[$50,000] money 50000 USD"},
		{"Braun, 38 – who owns it – left.", "[38] age 38 {age} of=Braun"},
		{"She left last night.", ""},
		{"I’m 74 and well.", "[74] age 74 {age}"},
		{"They live at 3170 W. Oak Road.", "[3170] identifier"},
		{"Shares rose 39% while the S&P 500 is up 24%.", "[39%] percent 39 % of=Shares role=change dir=up"},
		{"She won Texas, 58 percent to 40 percent.", "[58 percent] percent 58 %"},
		{"Some 59% of those surveyed disapprove of it.", "[Some 59%] percent 59 % of=those surveyed mod=approx"},
		{"We spoke to one P&G worker.", "[one] cardinal 1 of=P&G worker"},
		{"The poll has a margin of error of only two percent.", "[two percent] percent 2 % of=margin of error"},
		{"He paid $5 million for the site.", "[$5 million] money 5000000 USD of=site"},
		{"She spent $365 million to buy the airline.", "[$365 million] money 365000000 USD of=airline"},
		{"They advertise in four Super Tuesday states.", "[four] cardinal 4 of=Super Tuesday states"},
		{"They face a fine of $5,000.", "[$5,000] money 5000 USD of=fine"},
		{"She fared worse, losing 54 percent to 46 percent.", "[54 percent] percent 54 %"},
		{"He signed the $3 billion measure three months ago.", "[$3 billion] money 3000000000 USD of=measure"},
		{"The town saw an increase of 5% in thefts.", "[5%] percent 5 % of=thefts role=change dir=up"},
		{"She won the 50 yard freestyle.", "[50 yard] identifier"},
		{"At 34, she is the youngest.", "[34] age 34 {age}"},
		{"They cut the forecast for growth to 1.1%.", "[1.1%] percent 1.1 % of=forecast role=to dir=down"},
		{"It would raise the wage from $7 to $15.", "[from $7 to $15] money 7..15 USD of=wage role=change dir=up"},
		{"It had a crew of nine.", "[nine] cardinal 9 of=crew"},
		{"It is a country of 1.4 billion.", "[1.4 billion] cardinal 1400000000"},
		{"It spoke with 12 patients and relatives.", "[12] cardinal 12 of=patients and relatives"},
		{"The port sold 500 cars, old buses and trucks.", "[500] cardinal 500 of=cars, old buses and trucks"},
		{"It cut 40 jobs and workers walked out.", "[40] cardinal 40 of=jobs"},
		{"Dozens of drivers and medics came.", "[Dozens] cardinal 12.. of=drivers and medics mod=vague"},
		{"The world number two Ann Rowe lost.", "[two] identifier"},
		{"A five-time champion came.", "[five-time] identifier"},
		{"He was fired for remarks about two colleagues.", "[two] cardinal 2 of=colleagues"},
		{"Wards need 15 times more nurses.", "[15 times] multiple 15 x of=nurses role=ratio"},
		{"It opened after a £16m revamp lasting months.", "[£16m] money 16000000 GBP of=revamp"},
		{"Prices of homes in those cities fell 7%.", "[7%] percent 7 % of=Prices role=change dir=down"},
		{"The number of cases of flu - the worst form of fever - is 33.", "[33] cardinal 33 of=cases"},
		{"The index, hit by a wave of losses, ended down 1%.", "[1%] percent 1 % of=index role=change dir=down"},
		{"It flew out \"hundreds\" of British nationals.", "[hundreds] cardinal 100..1000 of=British nationals mod=vague"},
		{"The actor died of cancer on Monday at 74.", "[74] age 74 {age} of=actor"},
		{"They help those over 68 years of age.", "[over 68 years of age] age 68 {age} of=those bound=>"},
		{"Rowe won the final of the men's 100m by a hair.", "[100m] identifier"},
		{"He nearly fell at one point.", "[one] identifier"},
		{"Hundreds of people and convinced leaders came.", "[Hundreds] cardinal 100..1000 of=people mod=vague"},
		{"She has the 900 \"hand-signed\" copies.", "[900] cardinal 900 of=\"hand-signed\" copies"},
		{"A family of five lives there.", "[five] cardinal 5 of=family"},
		{"Nearly 60% more homes were sold.", "[Nearly 60%] percent 60 % of=homes mod=approx role=change dir=up"},
		{"More than half voted.", "[More than half] fraction 0.5 bound=>"},
		{"Half were women.", "[Half] fraction 0.5"},
		{"A 54 yo man died.", "[54 yo] age 54 {age} of=man"},
		{"The board is 10\" wide.", "[10\"] measure 10 [in_i] of=board"},
		{"The bag holds 20 {kg} of rice.", "[20 {kg}] measure 20 kg of=rice"},
		{"The mast can turn 90 degrees.", "[90 degrees] measure 90 deg of=mast"},
		{"It paid usd 20 for it.", "[usd 20] money 20 USD"},
		{"The class 14 doubles begin today.", "[14] identifier"},
		{"She serves Radio 4 listeners.", "[4] identifier"},
		{"Yields exceeded 20%.", "[20%] percent 20 % of=Yields bound=>"},
		{"The total could top £10,000.", "[£10,000] money 10000 GBP of=total bound=>"},
		{"Wins in the -63kg went to Ann.", "[-63kg] measure 63 kg bound=<="},
		{"It was one of the most advanced in the field.", ""},
		{"It was one of the oldest bridges.", "[one] cardinal 1 of=oldest bridges part=the oldest bridges"},
		{"We are a one nation party.", "[one] identifier"},
		{"The zero-hours contract ended.", "[zero] identifier"},
		{"The charity raised £70,000.", "[£70,000] money 70000 GBP"},
		{"Allies froze billions of dollars.", "[billions of dollars] money 1000000000..10000000000 USD mod=vague"},
		{"The debts - of more than £300 - grew.", "[more than £300] money 300 GBP of=debts bound=>"},
		{"They end it with inflation on a yearly basis at 2%.", "[2%] percent 2 % of=inflation"},
		{"They fear an 8% real terms pay cut.", "[8%] percent 8 % of=real terms pay role=change dir=down"},
		{"There were 20 so-called \"excess\" deaths.", "[20] cardinal 20 of=so-called \"excess\" deaths"},
		{"It rained in 16 of the past 17 weeks.", "[16] cardinal 16 of=weeks part=the past 17 weeks"},
		{"It was 25 out of the town's 57 buses.", "[25] cardinal 25 of=buses part=the town's 57 buses"},
		{"Two of the city's parks closed.", "[Two] cardinal 2 of=parks part=the city's parks"},
		{"The 30-year-old jailed on Friday is ill.", "[30-year-old] age 30 {age}"},
		{"They let 16 year olds vote.", "[16 year olds] age 16 {age}"},
		{"March, 42, twice a runner-up, won.", "[42] age 42 {age} of=March"},
		{"She doubled down on it.", ""},
		{"Anger grew over trillions lost.", "[trillions] cardinal 1000000000000..10000000000000 mod=vague"},
		{"The yield rose above 3%.", "[above 3%] percent 3 % of=yield bound=> role=to dir=up"},
		{"Staff were guaranteed £1,400.", "[£1,400] money 1400 GBP"},
		{"A survey of UK adults found that 28% agreed.", "[28%] percent 28 % of=UK adults"},
		{"She liked the stacked nature of the 10,000m - a race.", "[10,000m] identifier"},
		{"The 500m time trial Ann Rowe won was hard.", "[500m] measure 500 m of=time trial"},
		{"He served in World War Two - in the army.", "[Two] identifier"},
		{"It adds to £17bn of aid.", "[£17bn] money 17000000000 GBP of=aid"},
		{"A lot of the schools have doubled in size.", "[doubled] multiple 2 x of=schools role=ratio dir=up"},
		{"They paid it in one go.", "[one] identifier"},
		{"They reached the Cup Finals last eight in Ashton.", "[eight] identifier"},
		{"Research suggests 46% also agree.", "[46%] percent 46 %"},
		{"They have 7,000 fewer employed.", "[7,000] cardinal 7000 of=employed"},
		{"They sold half the condos.", "[half] fraction 0.5 of=condos"},
		{"There were “hundreds” of people.", "[hundreds] cardinal 100..1000 of=people mod=vague"},
		{"The page is https://example.com/?q=30%25%2020%.", "[30%25%2020%] identifier"},
	} {
		got := ""
		if q := annotate(t, tt.text).Quantities; len(q) > 0 {
			got = short(&q[0])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s\n%s", tt.text, diff)
		}
	}
}

// TestOfRules fires each rule that finds a thing on its example.
func TestOfRules(t *testing.T) {
	for _, rule := range append(slices.Clone(measureRules), countRules...) {
		s := newScan()
		s.Doc = annotate(t, rule.example)
		s.words = words(nil)
		fired, got := false, ""
		for _, s.Sent = range s.Doc.Sentences {
			s.Lex(s.words.Vocabulary)
			s.found = s.found[:0]
			s.readAll()
			for _, r := range s.found {
				if r.by == rule.id {
					fired, got = true, passage(s.Doc, r.of.full)
				}
			}
		}
		if !fired || got != rule.want {
			t.Errorf("%s, %s\nfired %t, got %q, want %q", rule.id, rule.example, fired, got, rule.want)
		}
	}
}
