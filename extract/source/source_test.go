package source_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/source"
	"github.com/claimwire/claimwire/pipeline"
)

// annotated runs the whole pipeline.
func annotated(t testing.TB, text string) *extract.Document {
	t.Helper()
	p, err := pipeline.New(pipeline.English()...)
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Annotate(context.Background(), &extract.Article{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestSources lists sentences with the source of their first claim: its mention, kind,
// name and role.
func TestSources(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// A title stands before the name, with "of" inside it.
		{"Secretary of Defense Lloyd Austin said the talks had failed.", "Secretary of Defense Lloyd Austin|person|Lloyd Austin|Secretary of Defense"},
		{"Republican Secretary of State Ann Huber applauded the ruling.", "Republican Secretary of State Ann Huber|person|Ann Huber|Republican Secretary of State"},
		{"“It is late,” tweeted Sen. Carla M. Boone (R-S.C.), a former judge.", "Sen. Carla M. Boone (R-S.C.), a former judge|person|Carla M. Boone|Sen."},

		// Ranks, seats and the words between a party and an office are the role.
		{"Two University of Ashton students said the dam was safe.", "Two University of Ashton students|group|Two University of Ashton students|students"},
		{"PC Mat Evans said the dam was safe.", "PC Mat Evans|person|Mat Evans|PC"},
		{"Det Supt Jo Hale said the dam was safe.", "Det Supt Jo Hale|person|Jo Hale|Det Supt"},
		{"Ch Insp Mark Dunn said the dam was safe.", "Ch Insp Mark Dunn|person|Mark Dunn|Ch Insp"},
		{"Conservative backbench MP Ann Pole said the dam was safe.", "Conservative backbench MP Ann Pole|person|Ann Pole|Conservative backbench MP"},
		{"Labour veteran MP Ann Pole said the dam was safe.", "Labour veteran MP Ann Pole|person|Ann Pole|Labour veteran MP"},
		{"Zarah Sultana, Labour MP for Coventry South, said the dam was safe.", "Zarah Sultana, Labour MP for Coventry South|person|Zarah Sultana|Labour MP for Coventry South"},
		{"Labour backbencher Sir Desmond Swayne said the dam was safe.", "Labour backbencher Sir Desmond Swayne|person|Desmond Swayne|Labour backbencher"},
		{"The veteran broadcaster Sir David Hale said the dam was safe.", "The veteran broadcaster Sir David Hale|person|David Hale|veteran broadcaster"},
		{"Tom Hale MP said the dam was safe.", "Tom Hale MP|person|Tom Hale|MP"},
		{"The Rev Ann Pole said the dam was safe.", "The Rev Ann Pole|person|Ann Pole|Rev"},
		{"Canon Paul Hale said the dam was safe.", "Canon Paul Hale|person|Paul Hale|Canon"},
		{"Tom Hale’s lawyers met on Monday. The lawyers said the dam was safe.", "The lawyers|group|Tom Hale's lawyers|lawyers"},
		{"Tom Hale’s report came on Monday. It said the dam was safe.", "It|document|Tom Hale|"},
		{"The minister met envoys of Norway, which said the dam was safe.", "which|organisation|Norway|"},

		// Who are in a place or of it, not the place.
		{"Sen. Ann Pole of Florida, who had said the dam was safe, left.", "who|person|Ann Pole|Sen."},
		{"Economists polled by Harland Watch expect lower prices.", "Economists polled by Harland Watch|group|Economists polled by Harland Watch|Economists"},
		{"The mayor met tourists in Leeds who said the dam was safe.", "who|group|tourists in Leeds|tourists"},

		// Whose office it is stands in its name.
		{"MP Ann Pole is ill. Her office said the dam was safe.", "Her office|organisation|Ann Pole's office|"},
		{"Tom Hale died on Friday. “We miss him,” his lawyers said.", "his lawyers|group|Tom Hale's lawyers|lawyers"},
		{"Harland Inc. is late. Its engineers said the dam was safe.", "Its engineers|group|Harland Inc.'s engineers|engineers"},

		{"The trust said the dam was safe.", "The trust|organisation|trust|"},
		{"Hezbollah, an armed group, which says the dam is safe, met.", "which|organisation|Hezbollah|"},

		// A body's name holds what it is for, whom it is sent to and where it is.
		{"University Hospitals of Ashton NHS Trust said the dam was safe.", "University Hospitals of Ashton NHS Trust|organisation|University Hospitals of Ashton NHS Trust|"},
		{"The Permanent Mission of the Islamic Republic of Iran to the United Nations said the dam was safe.", "The Permanent Mission of the Islamic Republic of Iran to the United Nations|organisation|Permanent Mission of the Islamic Republic of Iran to the United Nations|"},
		{"The Royal Society for the Prevention of Cruelty to Animals said the dam was safe.", "The Royal Society for the Prevention of Cruelty to Animals|organisation|Royal Society for the Prevention of Cruelty to Animals|"},
		{"The Department for Food, Fish and Rural Affairs said the dam was safe.", "The Department for Food, Fish and Rural Affairs|organisation|Department for Food, Fish and Rural Affairs|"},
		{"It is late, according to the Department for Food, Fish and Rural Affairs, which met.", "the Department for Food, Fish and Rural Affairs|organisation|Department for Food, Fish and Rural Affairs|"},
		{"A spokesman for the Department for Food, Fish and Rural Affairs said the dam was safe.", "A spokesman for the Department for Food, Fish and Rural Affairs|person|spokesman for the Department for Food, Fish and Rural Affairs|spokesman for the Department for Food, Fish and Rural Affairs"},
		{"Wrexham and District Schools Trust said the dam was safe.", "Wrexham and District Schools Trust|organisation|Wrexham and District Schools Trust|"},
		{"Devon and Cornwall Police said the dam was safe.", "Devon and Cornwall Police|organisation|Devon and Cornwall Police|"},
		{"NHS Ayrshire and Arran said the dam was safe.", "NHS Ayrshire and Arran|organisation|NHS Ayrshire and Arran|"},
		{"The Food and Agriculture Organization of the United Nations said the dam was safe.", "The Food and Agriculture Organization of the United Nations|organisation|Food and Agriculture Organization of the United Nations|"},
		{"A New York Times/CBS News poll released Friday found that the dam was safe.", "A New York Times/CBS News poll released Friday|document|New York Times; CBS News|"},
		{"According to the Bank of England's latest report, the dam was safe.", "the Bank of England's latest report|document|Bank of England|"},
		{"According to the report, the dam, which holds water, was safe.", "the report|document|report|"},
		{"“It is late,” said Tom Hale in a note Monday.", "Tom Hale|person|Tom Hale|"},

		// A noun cue that somebody makes, raises or issues is his.
		{"Lena Moss made the suggestion that Rowe should go.", "Lena Moss|person|Lena Moss|"},

		// A document goes by its maker, who stands before it; records go not by whom they tell of.
		{"The UK Bridge Security Agency (UKBSA) met. Data as of Thursday from the UKBSA showed that it leaked.", "Data as of Thursday from the UKBSA|document|UK Bridge Security Agency|"},
		{"CNN calculations based on data from the China Academy of Arts showed that it leaked.", "CNN calculations based on data from the China Academy of Arts|document|CNN|"},
		{"July's BBC poll showed that it leaked.", "July's BBC poll|document|BBC|"},
		{"The House of Commons library research showed that it leaked.", "The House of Commons library research|document|House of Commons library|"},
		{"Tom Hale is ill. His medical records show that it leaked.", "His medical records|document|Tom Hale's medical records|"},
		{"Official figures for November show that it leaked.", "Official figures for November|document|Official figures for November|"},
		{"Former PMs say that it leaked.", "Former PMs|group|Former PMs|PMs"},
		{"A number of countries questioned the plan.", "A number of countries|group|number of countries|countries"},
		{"The number of firms shows that it leaked.", "The number of firms|document|number of firms|"},
		{"The think tank said it leaked.", "The think tank|organisation|think tank|"},

		// The clause has the subject; a participle before it leads in to it.
		{"Noting that the roof leaked, Lena Moss left.", "Lena Moss|person|Lena Moss|"},
		{"Having announced that the roof leaked, Lena Moss left.", "Lena Moss|person|Lena Moss|"},
		{"The board met, and it shut the dam, saying that it leaked.", "it|organisation|board|"},
		{"Jeff Bell, chairman of Rising Ashton (a group), tweeted: “It leaks.”", "Jeff Bell, chairman of Rising Ashton (a group)|person|Jeff Bell|chairman of Rising Ashton (a group)"},
		{"Continued Stone: “It leaks.”", "Stone|organisation|Stone|"},
		{"When Rowe left, a man yelled “It leaks!”", "a man|person|man|man"},
		{"Blinken hails the deal, says Rowe will pay.", "Blinken|person|Blinken|"},

		// Each of a list of people has a title or an apposition.
		{"Ann Pole, Bishop of Leeds, and Archbishop of York Tom Hale said the dam was safe.", "Ann Pole, Bishop of Leeds, and Archbishop of York Tom Hale|group|Ann Pole; Tom Hale|"},
		{"Labour MP Ann Pole and Reform UK leader Tom Hale said the dam was safe.", "Labour MP Ann Pole and Reform UK leader Tom Hale|group|Ann Pole; Tom Hale|"},
		{"One of her young pupils, Mina, said the dam was safe.", "One of her young pupils, Mina|person|Mina|One of her young pupils"},
		{"The MP for Derby North said the dam was safe.", "The MP for Derby North|person|MP for Derby North|MP for Derby North"},
		{"Media Matters, a website, said the dam was safe.", "Media Matters, a website|organisation|Media Matters|"},
		{"The Conservatives said the dam was safe.", "The Conservatives|organisation|Conservatives|"},
		{"But Moscow also denies the dam was safe.", "Moscow|organisation|Russian government|"},
		{"Public Health Wales (PHW) met. PHW said the dam was safe.", "PHW|organisation|Public Health Wales|"},
		{"The council met.\n\nuncil said the dam was safe.", "uncil|organisation|council|"},

		// A relative pronoun stands for the noun phrase its clause belongs to.
		{"Carla Boone, who praised the ruling last week, left.", "who|person|Carla Boone|"},
		{"The panel, which said the dam was safe, met twice.", "which|organisation|panel|"},
		{"Officials who said the dam was safe were fired.", "who|group|Officials|Officials"},

		{"Ann Lee - who has said the dam is safe - left.", "who|person|Ann Lee|"},
		{"Drivers left the depot, according to their union, which said the pay was low.", "their union|organisation|their union|"},

		// Shares of those asked are groups and have no role.
		{"In the poll, 42% say the law is unfair.", "42%|group|42%|"},
		{"A plurality of drivers oppose the toll.", "A plurality of drivers|group|plurality of drivers|drivers"},

		{"The two said the dam was safe.", "The two|group|two|"},
		{"A new generation says the dam must go.", "A new generation|group|new generation|generation"},

		// What tells, but is nobody, is a document.
		{"The inquiry found that the dam was unsafe.", "The inquiry|document|inquiry|"},
		{"The investigation showed that the dam was unsafe.", "The investigation|document|investigation|"},
		{"New polls released Sunday showed the mayor in the lead.", "New polls released Sunday|document|New polls released Sunday|"},

		{"A study by a young French chemist, Marie Lebrun, found that the dam was unsafe.", "A study by a young French chemist, Marie Lebrun|document|Marie Lebrun|young French chemist"},

		// What the form of a noun tells: doers are persons, the rest are things.
		{"Longtime backers said the dam was safe.", "Longtime backers|group|Longtime backers|backers"},
		{"A commenter said the dam was safe.", "A commenter|person|commenter|commenter"},
		{"A 43-year-old said the dam was safe.", "A 43-year-old|person|43-year-old|"},
		{"The results showed that the dam was safe.", "The results|document|results|"},
		{"The subcommittee said the dam was safe.", "The subcommittee|organisation|subcommittee|"},
		{"Her associates said the dam was safe.", "Her associates|group|Her associates|associates"},
		{"Anything close to that range would show that the dam is safe.", "Anything close to that range|document|Anything close to that range|"},
		{"The paper’s sources said the dam was safe.", "The paper’s sources|anonymous|paper’s sources|"},

		{"Counsel general Ann Lee MS, Welsh government adviser on law, said the dam was safe.", "Counsel general Ann Lee MS, Welsh government adviser on law|person|Ann Lee|Counsel general"},
		// The bearer of a role before a comma; a title with its department; a short name in brackets.
		{"The club’s manager, Ann Lee, said the pitch was safe.", "The club’s manager, Ann Lee|person|Ann Lee|club’s manager"},
		{"Work and Pensions Secretary Rhys Morgan said the dam was safe.", "Work and Pensions Secretary Rhys Morgan|person|Rhys Morgan|Work and Pensions Secretary"},
		{"Harbor Police Service (HPS) director Ann Lee said the dam was safe.", "Harbor Police Service (HPS) director Ann Lee|person|Ann Lee|director, Harbor Police Service (HPS)"},

		{"It was reported that the dam had failed.", "|implicit||"},

		// A time before the source stays outside.
		{"Every year experts at the institute say the dam is safe.", "experts at the institute|group|experts at the institute|experts"},

		// Who is a person, and he is nobody whom he names.
		{"Carla Boone of Leeds, who said the dam was safe, left.", "who|person|Carla Boone|"},
		{"The unions which protested, and operators who said the dam was safe, won.", "who|group|operators|operators"},
		{"A group of local farmers said the dam was safe.", "A group of local farmers|group|group of local farmers|farmers"},
		{"Florida’s attorney general, Ann Lee, said the dam was safe.", "Florida’s attorney general, Ann Lee|person|Ann Lee|Florida’s attorney general"},
		{"Former State Senator Dr. Ann Lee said the dam was safe.", "Former State Senator Dr. Ann Lee|person|Ann Lee|Former State Senator"},
		{"The harbor closed in March, with a majority of drivers saying the dam was safe.", "a majority of drivers|group|majority of drivers|drivers"},
		{"The former CEO of the bank said the dam was safe.", "The former CEO of the bank|person|former CEO of the bank|former CEO of the bank"},

		{"Ann Lee of the Carbon Institute, which wants the dam closed, left.", "which|organisation|Carbon Institute|"},
		{"According to the WHO, the dam was safe.", "the WHO|organisation|WHO|"},
		{"No one said the dam was safe.", "No one|person|No one|"},

		{"One of her ads said the dam was safe.", "One of her ads|document|One of her ads|"},
		{"One of her aides said the dam was safe.", "One of her aides|person|One of her aides|"},
		{"Some of her aides said the dam was safe.", "Some of her aides|group|Some of her aides|"},
		{"The Harbor Post said the dam was safe.", "The Harbor Post|organisation|Harbor Post|"},

		{"Lee assailed her for supporting the dam.", "Lee|person|Lee|"},

		{"Ann Lee, head of the harbor police, left. The head of the water board said the dam was safe.", "The head of the water board|person|head of the water board|head of the water board"},
		{"Ann Lee, head of the harbor police, left. The head of the harbor police said the dam was safe.", "The head of the harbor police|person|Ann Lee|head of the harbor police"},

		{"Steve Pole, a lobbyist close to the board, said the dam was safe.", "Steve Pole, a lobbyist close to the board|person|Steve Pole|lobbyist close to the board"},
		{"The vote went on, with the campaign of the former senator from Ohio saying the dam was safe.", "the campaign of the former senator from Ohio|organisation|campaign of the former senator from Ohio|"},

		// Who is introduced by what he is.
		{"In the meantime, the Greek Foreign Minister, Giorgos Lebas, said that the dam was safe.", "the Greek Foreign Minister, Giorgos Lebas|person|Giorgos Lebas|Greek Foreign Minister"},
		{"f minister said the dam was safe.", "f minister|person|minister|minister"},
		{"They met Oslo-based analyst Ann Lee, who said the dam was safe.", "who|person|Ann Lee|Oslo-based analyst"},
		{"A Department of Health spokesman said the dam was safe.", "A Department of Health spokesman|person|Department of Health spokesman|Department of Health spokesman"},
		{"Someone said the dam was safe.", "Someone|person|Someone|"},
		{"Reception staff Mary Lee and Ann Pole said the dam was safe.", "Reception staff Mary Lee and Ann Pole|group|Mary Lee; Ann Pole|Reception staff"},
		{"The board lifted the ban last month and Ann Lee said the dam was safe.", "Ann Lee|person|Ann Lee|"},
		{"One person aware of the talks said the dam was safe.", "One person aware of the talks|anonymous|One person aware of the talks|"},
		{"Some Tory MPs said the dam was safe.", "Some Tory MPs|group|Some Tory MPs|MPs"},
		{"The eldest daughter, Ann Lee, who said the dam was safe, left.", "who|person|Ann Lee|"},
		{"One driver from Leeds, Ann Lee, said the dam was safe.", "One driver from Leeds, Ann Lee|person|Ann Lee|driver from Leeds"},
		{"The harbor director, Ann Lee, said the dam was safe.", "The harbor director, Ann Lee|person|Ann Lee|harbor director"},
		{"In June her lawyer, Ann Lee, said the dam was safe.", "her lawyer, Ann Lee|person|Ann Lee|lawyer"},
		{"The loss was steep for Ann Lee, who said the dam was safe.", "who|person|Ann Lee|"},
		{"A report released Monday found that the dam was safe.", "A report released Monday|document|report released Monday|"},

		// A role as it is written, with "former" and the whole department.
		{"Former Women and Equalities minister Nicky Rowe said the dam was safe.", "Former Women and Equalities minister Nicky Rowe|person|Nicky Rowe|Former Women and Equalities minister"},
		{"Harland manager Luc Petit said the dam was safe.", "Harland manager Luc Petit|person|Luc Petit|Harland manager"},

		{"Harbor Board of Trustees chairman Ann Lee said the dam was safe.", "Harbor Board of Trustees chairman Ann Lee|person|Ann Lee|Harbor Board of Trustees chairman"},
		{"A former driver and nurse Ann Lee said the dam was safe.", "A former driver and nurse Ann Lee|person|Ann Lee|former driver and nurse"},
		{"Waiter-turned-actor Ann Lee said the dam was safe.", "Waiter-turned-actor Ann Lee|person|Ann Lee|Waiter-turned-actor"},
		{"Aberdeen South MP Ann Lee said the dam was safe.", "Aberdeen South MP Ann Lee|person|Ann Lee|Aberdeen South MP"},
		{"A vicar said the dam was safe.", "A vicar|person|vicar|vicar"},
		{"An ex-mayor said the dam was safe.", "An ex-mayor|person|ex-mayor|ex-mayor"},
		{"A fourth said the dam was safe.", "A fourth|person|fourth|fourth"},

		{"Ann Lee - the boss of Velmo, Harland and Zork - said the dam was safe.", "Ann Lee - the boss of Velmo, Harland and Zork|person|Ann Lee|boss of Velmo, Harland and Zork"},
		{"Ann Lee fell. Her lawyers said the dam was safe.", "Her lawyers|group|Ann Lee's lawyers|lawyers"},
		{"Ann Lee fell. Ms Lee's office said the dam was safe.", "Ms Lee's office|organisation|Ann Lee's office|"},
		{"The UK government said the dam was safe.", "The UK government|organisation|UK government|"},
		{"President Bill Hale fell. Ann Lee and the president said the dam was safe.", "Ann Lee and the president|group|Ann Lee; Bill Hale|"},
		{"Ann Lee and his lawyer said the dam was safe.", "Ann Lee and his lawyer|group|Ann Lee and his lawyer|"},
		{"The former secretary of state said the dam was safe.", "The former secretary of state|person|former secretary of state|former secretary of state"},
		{"Local doctors and nurses said the dam was safe.", "Local doctors and nurses|group|Local doctors and nurses|doctors and nurses"},
		{"The boxing insider Ann Lee said the dam was safe.", "The boxing insider Ann Lee|person|Ann Lee|boxing insider"},
		{"Business Insider said the dam was safe.", "Business Insider|organisation|Business Insider|"},
		{"Ann Lee and Bill Hale, with the Velmo Institute, said the dam was safe.", "Ann Lee and Bill Hale|group|Ann Lee; Bill Hale|"},
		{"They shouted towards Sarata Sawo. Ms Sawo said the dam was safe.", "Ms Sawo|person|Sarata Sawo|"},
		{"Tánaiste [Irish deputy prime minister] Ann Lee said the dam was safe.", "Tánaiste [Irish deputy prime minister] Ann Lee|person|Ann Lee|Tánaiste"},
		{"Lawyer for the city's nurses, Ann Lee, said the dam was safe.", "Lawyer for the city's nurses, Ann Lee|person|Ann Lee|Lawyer for the city's nurses"},
		{"Ann Lee, now a nurse in Leeds, said the dam was safe.", "Ann Lee, now a nurse in Leeds|person|Ann Lee|nurse in Leeds"},
		{"Mina al-Rada fell. Mrs al-Rada said the dam was safe.", "Mrs al-Rada|person|Mina al-Rada|"},
		{"Developer Velmo said the dam was safe.", "Developer Velmo|organisation|Velmo|"},
		{"NBC 5 said the dam was safe.", "NBC 5|organisation|NBC 5|"},
		{"The US Centers for Disease Control and Prevention said the dam was safe.", "The US Centers for Disease Control and Prevention|organisation|Centers for Disease Control and Prevention|"},
		{"The boss of bookseller Waterstones said the dam was safe.", "The boss of bookseller Waterstones|person|boss of bookseller Waterstones|boss of bookseller Waterstones"},
		{"Former mayor of Velmo, Ann Lee said the dam was safe.", "Former mayor of Velmo, Ann Lee|person|Ann Lee|Former mayor of Velmo"},
		{"Dozens of drivers said the dam was safe.", "Dozens of drivers|group|Dozens of drivers|drivers"},
		{"A survey of party insiders said the dam was safe.", "A survey of party insiders|document|survey of party insiders|"},
		{"A survey by an unnamed firm said the dam was safe.", "A survey by an unnamed firm|document|unnamed firm|"},
		{"About one in five said the dam was safe.", "About one in five|group|About one in five|"},
		{"Many of the firms said the dam was safe.", "Many of the firms|group|Many of the firms|firms"},
		{"Both of the firms said the dam was safe.", "Both of the firms|group|Both of the firms|firms"},
		{"One of the firms said the dam was safe.", "One of the firms|organisation|One of the firms|"},
		{"The plan was drawn up by a campaign surrogate who said the dam was safe.", "who|person|campaign surrogate|campaign surrogate"},
		{"It will test the political neophyte - who said the dam was safe.", "who|person|political neophyte|neophyte"},
		{"The plan was stopped by ultranationalists in his cabinet who said the dam was safe.", "who|group|ultranationalists|ultranationalists"},
		{"Safety bodies said the dam was safe.", "Safety bodies|group|Safety bodies|bodies"},

		{"Another MP, Ann Lee, said the dam was safe.", "Another MP, Ann Lee|person|Ann Lee|MP"},
		{"A senior Conservative said the dam was safe.", "A senior Conservative|person|senior Conservative|Conservative"},
		{"Labour shadow Welsh Secretary Ann Lee said the dam was safe.", "Labour shadow Welsh Secretary Ann Lee|person|Ann Lee|Labour shadow Welsh Secretary"},
		{"The former Conservative Welsh Secretary Ann Lee said the dam was safe.", "The former Conservative Welsh Secretary Ann Lee|person|Ann Lee|former Conservative Welsh Secretary"},
		{"Former Conservative Welsh Secretary Ann Lee said the dam was safe.", "Former Conservative Welsh Secretary Ann Lee|person|Ann Lee|Former Conservative Welsh Secretary"},

		// The whole role, wherever it stands: with its department, before a rank or an honour,
		// before a comma, with an owner, as one of many, as a body, as letters.
		{"Social Justice Secretary Ann Lee said the dam was safe.", "Social Justice Secretary Ann Lee|person|Ann Lee|Social Justice Secretary"},
		{"Harbor press secretary Gen. Pat Lee said the dam was safe.", "Harbor press secretary Gen. Pat Lee|person|Pat Lee|Harbor press secretary"},
		{"“It is safe,” the chief executive of the Velmo Authority, Prof Sir Ian Lee, told the Post.", "the chief executive of the Velmo Authority, Prof Sir Ian Lee|person|Ian Lee|chief executive of the Velmo Authority"},
		{"“It is safe,” harbor analyst, Bill Lee, said.", "harbor analyst, Bill Lee|person|Bill Lee|harbor analyst"},
		{"His father, Bill Lee, said it was late.", "His father, Bill Lee|person|Bill Lee|"},
		{"“It is safe,” Norway analyst, Bill Lee, said.", "Norway analyst, Bill Lee|person|Bill Lee|Norway analyst"},
		{"Norway’s outgoing envoy to Peru, Andrij Lee, said the dam was safe.", "Norway’s outgoing envoy to Peru, Andrij Lee|person|Andrij Lee|Norway’s outgoing envoy to Peru"},
		{"Ann Lee, one of the authors of the study, said the dam was safe.", "Ann Lee, one of the authors of the study|person|Ann Lee|one of the authors of the study"},
		{"Vice president of manufacturing Alan Lee said the dam was safe.", "Vice president of manufacturing Alan Lee|person|Alan Lee|Vice president of manufacturing"},
		{"The charity’s head of policy and research Ann Lee said the dam was safe.", "The charity’s head of policy and research Ann Lee|person|Ann Lee|charity’s head of policy and research"},
		{"Ann Lee of Velmo Capital said the dam was safe.", "Ann Lee of Velmo Capital|person|Ann Lee|Velmo Capital"},
		{"Ann Lee, from the Velmo Institute in Leeds, said the dam was safe.", "Ann Lee, from the Velmo Institute in Leeds|person|Ann Lee|Velmo Institute in Leeds"},
		{"The frontman Ann Lee said the dam was safe.", "The frontman Ann Lee|person|Ann Lee|frontman"},
		{"Opposition MLA Ann Lee said the dam was safe.", "Opposition MLA Ann Lee|person|Ann Lee|Opposition MLA"},
		{"Ann Lee KC said the dam was safe.", "Ann Lee KC|person|Ann Lee|KC"},
		{"Mr Justice Lee KC said the dam was safe.", "Mr Justice Lee KC|person|Lee|Justice"},
		{"The senator’s senior communications adviser Omar Lee said the dam was safe.", "The senator’s senior communications adviser Omar Lee|person|Omar Lee|senator’s senior communications adviser"},

		// Bodies that no list knows, by what is said of them and beside them.
		{"Velmo, the country’s energy regulator, said the dam was safe.", "Velmo, the country’s energy regulator|organisation|Velmo|"},
		{"Hansons, which sold the dam, said it was safe.", "Hansons|organisation|Hansons|"},
		{"The auction house Hansons said the dam was safe.", "The auction house Hansons|organisation|Hansons|"},
		{"The dam was safe, Citizens Advice said.", "Citizens Advice|organisation|Citizens Advice|"},
		{"The dam was safe, according to Politico EU.", "Politico EU|organisation|Politico EU|"},

		{"British rock band Mary Lemmon said the dam was safe.", "British rock band Mary Lemmon|organisation|Mary Lemmon|"},
		{"Police Scotland said the dam was safe.", "Police Scotland|organisation|Police Scotland|"},
		{"Scottish Enterprise said the dam was safe.", "Scottish Enterprise|organisation|Scottish Enterprise|"},
		{"Analysts Velmo Insight said the dam was safe.", "Analysts Velmo Insight|organisation|Velmo Insight|"},
		{"The Department for Environment, Food and Rural Affairs said the dam was safe.", "The Department for Environment, Food and Rural Affairs|organisation|Department for Environment, Food and Rural Affairs|"},
		{"A spokesman for the Department for Business, Energy and Industrial Strategy said the dam was safe.", "A spokesman for the Department for Business, Energy and Industrial Strategy|person|spokesman for the Department for Business, Energy and Industrial Strategy|spokesman for the Department for Business, Energy and Industrial Strategy"},
		{"The state’s budget forecaster, the Office for Dams (OFD), has said the dam was safe.", "The state’s budget forecaster, the Office for Dams (OFD)|organisation|Office for Dams|"},

		// Surnames that are words or short days, behind given names that are towns or in no list.
		{"Lynn Song, chief economist for Velmo Bank, said the dam was safe.", "Lynn Song, chief economist for Velmo Bank|person|Lynn Song|chief economist for Velmo Bank"},
		{"Yun Sun, senior fellow at the Velmo Center, said the dam was safe.", "Yun Sun, senior fellow at the Velmo Center|person|Yun Sun|senior fellow at the Velmo Center"},
		{"Meg Hill, who chairs the board, said the dam was safe.", "Meg Hill|person|Meg Hill|"},
		{"Laurence H. Tribe, a lawyer, said the dam was safe.", "Laurence H. Tribe, a lawyer|person|Laurence H. Tribe|lawyer"},

		{"Rolling Stone’s Brittany Spanos said the dam was safe.", "Rolling Stone’s Brittany Spanos|person|Brittany Spanos|Rolling Stone"},
		{"The New York Daily News said the dam was safe.", "The New York Daily News|organisation|New York Daily News|"},
		{"Velmo Government Relations said the dam was safe.", "Velmo Government Relations|organisation|Velmo Government Relations|"},
		{"Prices rose because of a lull, says Velmove.", "Velmove|organisation|Velmove|"},
		{"Sixteen-year-old Kacee said the dam was safe.", "Sixteen-year-old Kacee|person|Kacee|"},
		{"Paris 2024 Paralympics Ann Lee said the dam was safe.", "Paris 2024 Paralympics Ann Lee|person|Ann Lee|"},
		{"The SNP and the Tories said the dam was safe.", "The SNP and the Tories|organisation|SNP; Tories|"},
		{"Last Year Nissan said the dam was safe.", "Nissan|organisation|Nissan|"},
		{"After meeting Mr Hale DUP leader Ann Lee said the dam was safe.", "DUP leader Ann Lee|person|Ann Lee|DUP leader"},
		{"Shauna Lee, of the Unite union, said the dam was safe.", "Shauna Lee, of the Unite union|person|Shauna Lee|Unite union"},
		{"Others said the dam was safe.", "Others|group|Others|"},

		// What the clause before says is no part of the source.
		{"In 2019 the government said the dam was safe.", "the government|organisation|government|"},
		{"In the last 16 of the 2024 World Championship Mark Lee said he was ill.", "Mark Lee|person|Mark Lee|"},
		{"Having lost the first leg 3-1 Tom Hale said he was ill.", "Tom Hale|person|Tom Hale|"},
		{"Prosecuting, Tom Hale said the dam was safe.", "Tom Hale|person|Tom Hale|Prosecuting"},

		// Two of whom one is called by what he is to the other; who is called so after his age, or beside a dash.
		{"Velmo Inc. and its chief executive, Dennis Lee, declined to comment.", "Velmo Inc. and its chief executive, Dennis Lee|group|Velmo Inc.; Dennis Lee|"},
		{"Another swimmer, 29-year-old Amanda Lim, said the dam was safe.", "Another swimmer, 29-year-old Amanda Lim|person|Amanda Lim|"},
		{"The mother-of-two, Amanda Lim, said the dam was safe.", "The mother-of-two, Amanda Lim|person|Amanda Lim|"},
		{"Its president Viktor Lukas - son of Alexander - said the dam was safe.", "Its president Viktor Lukas - son of Alexander|person|Viktor Lukas|president"},

		// Who speaks for another is not that other.
		{"A spokesman for Mr Lee said the dam was safe.", "A spokesman for Mr Lee|person|spokesman for Mr Lee|spokesman for Mr Lee"},
		{"A Department for Velmo spokeswoman said the dam was safe.", "A Department for Velmo spokeswoman|person|Department for Velmo spokeswoman|Department for Velmo spokeswoman"},
		{"MSPs said the dam was safe.", "MSPs|group|MSPs|MSPs"},

		// It may stand for nobody.
		{"It has been confirmed that the dam failed.", "|implicit||"},

		// Pronouns that nothing resolves have no name and no role.
		{"This shows that the dam failed.", "This|implicit||"},
	} {
		d := annotated(t, tt.text)
		if len(d.Claims) == 0 {
			t.Errorf("%s: no claim", tt.text)
			continue
		}
		s := d.Claims[0].Source
		if got := strings.Join([]string{s.Mention, s.Kind, s.Name, s.Role}, "|"); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestLater lists articles with the source of their last claim: its kind, name and role.
func TestLater(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"A letter by the port came out on Monday. It said the dam was safe.", "document|letter|"},
		{"An inquiry was held into the dam. It found that the dam was safe.", "document|inquiry|"},
		{"“It is shut,” the Velmo border service said. “Nobody came,” it said.", "organisation|Velmo border service|"},
		{"A nurse at the clinic said the dam was safe. “It is,” the nurse said.", "person|nurse at the clinic|nurse at the clinic"},
		{"A person familiar with the matter said the dam was safe. “It is,” the person said.", "anonymous|person familiar with the matter|"},
		{"The dam was old, Citizens Advice said. Citizens Advice called for repairs.", "organisation|Citizens Advice|"},
		{"The Velmo Institute said it had measured the dam. It is safe, according to its latest data.", "document|Velmo Institute|"},
		{"ZorkTraffic said the dam was safe.", "organisation|ZorkTraffic|"},
		{"Welshman Gerwyn Price won. Price said the dam was safe.", "person|Gerwyn Price|"},
		{"Gerwyn Price won. Price, who was ill, said the dam was safe. “It is,” said Price.", "person|Gerwyn Price|"},
		{"The Velmo Health Board (VHB) met. The VHB said the dam was safe.", "organisation|Velmo Health Board|"},
		{"VHB met. The Velmo Health Board (VHB) tracks dams. VHB said the dam was safe.", "organisation|Velmo Health Board|"},
		{"The UK Health Board (UKHB) met. UKHB said the dam was safe.", "organisation|UK Health Board|"},
		{"Former Leeds student Ann Lee left. The rector of Leeds University, Ann Lee, said the dam was safe.", "person|Ann Lee|rector of Leeds University"},
		{"The Times says the dam is safe. The paper adds that it is old.", "organisation|Times|"},
		{"“It is late,” Tom Hale said. Mr Hale said he was ill. Mr Hale left. “It is late,” Ann Lee said. “It is,” the 46-year-old said.", "person|Ann Lee|"},
		{"Ann Lee won. 46-year-old has said the dam is safe.", "person|Ann Lee|"},
		{"Tom Hale said he was ill. His worries were echoed by Ned Lee, head of policy at the bank. “It is late,” he said.", "person|Ned Lee|head of policy at the bank"},
		{"Engineer Tom Hale and biologist Ann Lee dived in May. They said the dam was safe.", "group|Tom Hale; Ann Lee|"},
		{"“It is safe,” the chief executive of the Velmo Authority, Prof Sir Ian Lee, said. Later he said the dam was old.", "person|Ian Lee|chief executive of the Velmo Authority"},
		{"The UK government said the dam was safe. The Scottish government said it was not.", "organisation|Scottish government|"},
	} {
		d := annotated(t, tt.text)
		s := d.Claims[len(d.Claims)-1].Source
		if got := strings.Join([]string{s.Kind, s.Name, s.Role}, "|"); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestInner lists sentences with the name of the source of the claim inside the first, and
// how many claims there are.
func TestInner(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Carla Boone lost to Ann Rowe. Boone said she expects the dam to hold.", "2 Carla Boone"},
		{"Ann Rowe left. The mayor, Paul Brandt, said she expects the dam to hold.", "2 Ann Rowe"},
		{"Carla Boone left. A woman familiar with the matter said she expects the dam to hold.", "2 woman familiar with the matter"},
		{"Boone denied the notion that the dam was safe.", "1 "},
		{"The White House cited analysis that showed faults in Boone’s claim that the dam was safe.", "3 Boone"},
		{"Ann Lee wants Boone to support the dam.", "1 "},
		{"Ann Lee wants voters to say that the dam was safe.", "2 voters"},

		// Who speaks of himself.
		{"Harbor sources have told the Post they expect the dam to hold.", "2 Harbor sources"},
		{"Many drivers said they expect the dam to hold.", "2 Many drivers"},
		{"The harbor board said it expects the dam to hold.", "2 harbor board"},
	} {
		d := annotated(t, tt.text)
		var name string
		for i := range d.Claims {
			if c := &d.Claims[i]; c.Parent != "" {
				name = c.Source.Name
			}
		}
		if got := fmt.Sprintf("%d %s", len(d.Claims), name); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestBars finds each rule of bars at work in its example.
func TestBars(t *testing.T) {
	for id, example := range source.BarExamples() {
		d := annotated(t, example)
		if !slices.ContainsFunc(d.Sources, func(s extract.Source) bool { return s.Barred == id }) {
			t.Errorf("%s: not barred by %s: %+v", example, id, d.Sources)
		}
	}
}
