package coref_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/coref"
	"github.com/claimwire/claimwire/internal/cputime"
)

func annotate(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	analyse(t, d)
	return d
}

// links writes each mention that is not the name of its chain: "he=Jane Doe".
func links(d *extract.Document) string {
	var out []string
	for _, e := range d.Entities {
		if e.Chain >= 0 && d.In(e.Span) != d.Chains[e.Chain].Name {
			out = append(out, d.In(e.Span)+"="+d.Chains[e.Chain].Name)
		}
	}
	return strings.Join(out, "; ")
}

func TestChains(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"surname and pronoun", "Olena Hrytsenko runs the port. Hrytsenko said she would stay.", "Hrytsenko=Olena Hrytsenko; she=Olena Hrytsenko"},
		{"gender", "Mary Hale met John Brook. He thanked her.", "He=John Brook; her=Mary Hale"},
		{"other name of a state", "The U.S. has seen it. The United States will wait.", "U.S.=United States"},
		{"acronym", "The Maritime Rescue Board (MRB) met. The MRB closed.", "MRB=Maritime Rescue Board; MRB=Maritime Rescue Board"},
		{"first word of a company", "Harland Widgets Inc. cut jobs. Harland said it was sorry.", "Harland=Harland Widgets Inc.; it=Harland Widgets Inc."},
		{"age, though another is nearer", "John Hale, 42, fell. Mary Dunn, 35, saw it. The 42-year-old went home.", "The 42-year-old=John Hale"},
		{"age in brackets, of a noun", "John Hale (42) fell. Mary Dunn (35) saw it. The 42-year-old driver left.", "The 42-year-old driver=John Hale"},
		{"age far back", "John Hale, aged 42, fell. It rained. It snowed. It blew. It rained. The 42-year-old went home.", "The 42-year-old=John Hale"},
		{"age before the name", "The 42-year-old driver John Hale fell. Mary Dunn, 35, saw it. The 35-year-old went home.", "The 35-year-old=Mary Dunn"},
		{"age of the one who has spoken", "“It is late,” Paul Brandt said. It rained. It snowed. It blew. It rained. The 25-year-old said it was odd.", "The 25-year-old=Paul Brandt"},
		{"nobody of that age", "John Hale, 42, fell. The 50-year-old went home.", ""},
		{"role", "Senator Ann Pole spoke on Monday. The senator left early.", "The senator=Ann Pole"},
		{"government", "The U.S. government denied it. It gave no reason.", "The U.S. government=United States government; U.S.=United States; It=United States government"},
		{"metonym", "Both Pyongyang and Moscow are denying the report.", "Pyongyang=North Korean government; Moscow=Russian government"},
		{"looking ahead", "When he came home, Peter Brandt went to bed.", "he=Peter Brandt"},
		{"family", "The Brandts said they would sue.", "Brandts=the Brandts; they=the Brandts"},
		{"person and paper of one name", "Bloomberg fell. Carl Bloomberg ran. Bloomberg said he would win.", "Bloomberg=Carl Bloomberg; he=Carl Bloomberg"},
		{"surname before a noun", "Carl Sanders ran. The Sanders campaign said he would win.", "Sanders=Carl Sanders; he=Carl Sanders"},
		{"nobody speaks of himself by name", "Ann Pole met Mary Hale. She said Mary Hale was late.", "She=Ann Pole"},
		{"nobody speaks of himself by what he is", "It is late, Ann Pole said. It was cold, Mary Hale said. It is dark, Ann Pole said. Ann Pole agreed. Ann Pole said the dancer believed it was odd.", ""},
		{"not of whom the first speaks", "A dentist said on Monday that Ian Moss was late. It was cold.\n\nMary Hale said it was dark.", "A dentist=Mary Hale"},
		{"whose mother", "Win matters, says mum\n\nMary Hale wept. It was cold, she said.", "she=Mary Hale"},
		{"another body's spokesman", "Campaign spokesman Tom Hale said it was late. The cemetery spokesman said the dam was safe.", ""},
		{"a trade that no list has", "“It is late,” Bob Gray said. “It is cold,” the phlebologist said.", "the phlebologist=Bob Gray"},
		{"a government that a capital names later", "The Norwegian government spoke on Monday. Beijing lifted a ban, the government said. Oslo agreed.", "The Norwegian government=Norwegian government; Beijing=Chinese government; the government=Norwegian government; Oslo=Norwegian government"},
		{"who signs a piece", "I know the port. It was cold. I think it will close.\n\nIt is late.\n\nAnn Pole is a teacher in Hull.", "I=Ann Pole; I=Ann Pole"},
		{"who signs a letter", "I think it will close.\n\nMary Hale.\n\nI hope it stays.\n\nAnn Pole.\n\nI doubt it.", "I=Mary Hale; I=Ann Pole"},
		{"whom to follow", "I think it will close.\n\nFollow Ann Pole on Velmo", "I=Ann Pole"},
		{"nobody signs who was named before", "I know Ann Pole. I think it will close.\n\nAnn Pole is a teacher in Hull.", ""},
		{"nobody signs in mid-text", "I know the port.\n\nAnn Pole is a teacher.\n\nIt rained.\n\nIt blew.\n\nIt was cold.", ""},
		{"a nationality that has lost its article", "“It is late,” Tom Hale said.\n\nSerb admitted it was cold.", "Serb=Tom Hale"},
		{"an office that has lost its article", "“It is late,” Tom Hale said.\n\nPort leader said it was cold.", "Port leader=Tom Hale"},
		{"a body of a body", "Snow fell on Velmo University. Ann Pole sits on the university court. The university court is old. The university said it was cold.", "The university court=the university court; The university=Velmo University; it=Velmo University"},
		{"a review that found something", "Harland Inc. said it was late.\n\nThe dam fell after an inquiry.\n\nIt found the dam leaked.", "it=Harland Inc.; It=an inquiry"},
		{"its own body, though another is near", "Snow fell on Kestrel. Kestrel won. Kestrel sang. A spokesman for Thames TV said the company was sorry.", "the company=Thames TV"},
		{"the only namesake", "It is late, Donald Pole said. Eric Pole spoke on Monday. It rained. His father left.", "His father=Donald Pole; His=Eric Pole"},
		{"two namesakes", "It is late, Donald Pole said. It is cold, Ian Pole said. Eric Pole spoke on Monday. It rained. His father left.", "His=Eric Pole"},
		{"list", "Ann Pole, Paul Brandt and the mayor left. They were late.", "They=Ann Pole, Paul Brandt and the mayor"},
		{"name in doubt", "Rezwan left Velmo. He was late.", "He=Rezwan"},
		{"speaker and others", "“He was late,” said Paul Brandt.", ""},
		{"verb with a mind", "Harland Inc. sold a ship. It said so.", "It=Harland Inc."},
		{"somebody else's man", "A man called Paul Brandt. The man was late.", "The man=A man"},
		{"no antecedent", "It rained. They left.", ""},
		{"family name that is a man's given name", "The bank hired Bonnie Garth. Garth left.", "Garth=Bonnie Garth"},
		{"what a company makes", "Apple TV costs more. Apple said it was sorry.", "it=Apple"},
		{"government of a region", "The UK government pays for ports. The Scottish government said it will sue.", "UK=United Kingdom; The Scottish government=Scottish government; it=Scottish government"},
		{"another club's manager", "Harland manager Luc Petit left. The Velmo manager came back. The Harland manager said so.", "The Harland manager=Luc Petit"},
		{"held no more", "Prime Minister Jane Roe left. The former prime minister came back. The prime minister said so.", "The prime minister=Jane Roe"},
		{"held again", "Former mayor Lena Cass left. The mayor came back. The former mayor said so.", "The former mayor=Lena Cass"},
		{"another state's minister", "Turkish Foreign Minister Ali Kaya left. The Greek minister came back. The defence minister said so. The foreign minister went home.", "The foreign minister=Ali Kaya"},
		{"role of whom he serves", "Tom Pole, a spokesman for the mayor, left. The mayor came back. The spokesman said so.", "The spokesman=Tom Pole"},
		{"deputy", "Deputy Mayor Ann Lee left. The mayor came back. The deputy mayor said so.", "The deputy mayor=Ann Lee"},
		{"noun that covers a role", "Striker Tom Lee left. Senator Ann Pole came back. The player said so. The lawmaker went home.", "The player=Tom Lee; The lawmaker=Ann Pole"},
		{"same noun, other words", "A Turkish official left. The Greek official came back. The Turkish official said so.", "The Turkish official=A Turkish official"},
		{"body that a list has not", "“It is shut,” the Velmo border service said. “Nobody came,” the service said. It is late, it said.", "the service=the Velmo border service; It=the Velmo border service; it=the Velmo border service"},
		{"outlet", "“It is so,” Ann Pole told WXYB. She was late, the outlet said.", "She=Ann Pole; the outlet=WXYB"},
		{"one word of a body's name", "The Bank of England cut rates. The Bank said so. The European Commission met. The Commission said so.", "Bank=Bank of England; Commission=European Commission"},
		{"another body of the same first word", "The RCN met. The RCN Foundation left.", ""},
		{"body that has spoken", "The Church of Velmo said it was late. Ann Pole of Harland Church left. The church said it was sad.", "it=Church of Velmo; The church=Church of Velmo; it=Church of Velmo"},
		{"quoted, not named", "Ann Pole said that Mary Hale was late. “Hale knew it,” she said.", "Hale=Mary Hale; she=Ann Pole"},
		{"a word of a name, and its first words", "Sung-Yoon Roe came. Yoon left. Ann Mary Pole sang. Ann Mary stopped.", "Yoon=Sung-Yoon Roe; Ann Mary=Ann Mary Pole"},
		{"first words of a headline", "Ann Brandt Harland deal is off\n\nAnn Brandt left. Brandt sang.", "Brandt=Ann Brandt"},
		{"nation of a body", "The Norwegian Interior Ministry met. Snow fell on the Interior Ministry.", "Interior Ministry=Norwegian Interior Ministry; Interior Ministry=Norwegian Interior Ministry"},
		{"state of a body", "The British Ministry of Soil met. Snow fell on the Ministry of Soil.", "Ministry of Soil=British Ministry of Soil; Ministry of Soil=British Ministry of Soil"},
		{"nation of a company", "The Norwegian Harland Shipping met.", ""},
		{"lead before the name", "Rain fell\n\nA pub landlord has said beer costs too much.\n\nAnn Pole said pubs would shut. The landlord was sad.", "A pub landlord=Ann Pole; The landlord=Ann Pole"},
		{"something new of who has just spoken", "It is late, Ann Pole said. “It is cold,” the founder of the choir said.", "the founder=Ann Pole"},
		{"a minister, then another", "It is late, Transport Minister Ann Pole said. It is cold, the chancellor said.", ""},
		{"a backbencher, then another", "It is late, backbencher Ann Pole said. It is cold, the prime minister said.", ""},
		{"a person, then a lawyer", "It is late, Ann Pole said. It is cold, the lawyer said.", ""},
		{"two who speak", "Ann Pole said it was late. Paul Brandt agreed it was. It is cold, the singer said.", ""},
		{"a rival", "Paul Brandt said it was late. The champion said Brandt was wrong.", "Brandt=Paul Brandt"},
		{"body beside its noun", "Harland, a charity which feeds dogs, met Velmo in May. Some were ill, the charity said.", "a charity=Harland; the charity=Harland"},
		{"noun beside its body", "Golf’s governing body, the Velmo Union, met Harland. “It is late,” the governing body said.", "body=Velmo Union; It=Velmo Union; the governing body=Velmo Union"},
		{"broadcaster that is a body", "Dutch broadcaster Avrovel called it so. Ann Pole left. Asked of it, the broadcaster said no.", "it=Avrovel; the broadcaster=Avrovel"},
		{"whom a spokesman speaks for", "Harland Inc. met Velmo Inc. on Monday. A spokesman for Velmo Inc. said the company was sorry.", "the company=Velmo Inc."},
		{"accused of lying", "Ann Pole has said Harland Inc. fell and accused the company of lying.", "the company=Harland Inc."},
		{"name beside its office, of a subject", "Ann Pole left. A spokesman for the port, Paul Brandt, described Tom Hale’s plan as bad. “Late,” he said.", "he=Paul Brandt"},
		{"party member before the name", "Rain fell\n\nA senior Welsh Tory has told the mayor Mary Hale he is glad.\n\nPaul Brandt said pubs would shut.", "Tory=Paul Brandt; he=Paul Brandt"},
		{"body and its ampersand", "Velmo Museum met. Velmo Museum & Art Gallery left.", "Velmo Museum=Velmo Museum & Art Gallery"},
		{"capital and small letters in brackets", "Independent Harbour Standards Authority (Ihsa) met. Ihsa left.", "Ihsa=Independent Harbour Standards Authority; Ihsa=Independent Harbour Standards Authority"},
		{"picture credit", "Paul Brandt came.\n\nA boat sank.(Tom Hale/Velmo Images)\n\n“Late,” he said.", "he=Paul Brandt"},
		{"surname with a particle", "Erik ten Brandt, the manager, left. Ten Brandt said so.", "Ten Brandt=Erik ten Brandt"},
		{"regulator by its kind", "Bills will rise, Ofgem said on Monday. The regulator was sorry.", "The regulator=Ofgem"},
		{"father by his name", "A girl died. Her father, Ian Pole, was sad. It rained. Her father said so.", "Her=A girl; Her father=Ian Pole; Her=A girl"},
		{"somebody else's father", "A girl died. Her father, Ian Pole, was sad. Mary Hale said her father was glad.", "Her=A girl; her=Mary Hale"},
		{"noun without its article", "Skipper Ann Pole will stop.\n\nHull-born skipper said boats were dear.", "Hull-born skipper=Ann Pole"},
		{"leader of another party", "Labour leader Ann Pole stood.\n\nUlster Unionist leader said votes were cast.", "Ulster=Northern Ireland"},
		{"lead whose role one bears", "A judge has said an act was vile.\n\nPaul Brandt, 42, admitted it.\n\nJudge Ann Pole jailed him.", "A judge=Ann Pole; him=Paul Brandt"},
		{"lead, and a man in court", "Rain fell\n\nA judge has said the act was vile.\n\nPaul Brandt, 42, admitted it.", ""},
		{"headline before the name", "Landlord says beer costs too much\n\nRain fell on the pub.\n\nAnn Pole said pubs would shut.", "Landlord=Ann Pole"},
		{"lead, and another he", "Rain fell\n\nA pub landlord has said she is poor.\n\nPaul Brandt said pubs would shut.", "she=A pub landlord"},
		{"speaker behind what he is", "Chairman John Cole spoke on Monday. Some are late, he said. Another MP, Wes Strode, said it was cold. “It is late,” he said.", "he=John Cole; he=Wes Strode"},
		{"woman of a body", "Mary Hale spoke on Monday. Ships are cold, she said. A Department for Soil spokeswoman said ships were late. “Ships are late,” she said.", "she=Mary Hale; she=A Department for Soil spokeswoman"},
		{"whom the text spoke to", "Tom Hale said ships were cold. The town spoke to sailor Paul Brandt. He said ships were late.", "He=Paul Brandt"},
		{"two in a sentence, both new", "Robin Tarr replaced Ellen Foss in May. She said it was late.", "She=Ellen Foss"},
		{"member of a house", "Mayor Ann Pole said it was late. “It is cold,” the MP said.", "the MP=Ann Pole"},
		{"daughter and mother of one name", "Ann Brandt sang. Brandt danced. Mary Brandt, a judge, was glad. Mrs Brandt wept.", "Brandt=Ann Brandt; Brandt=Mary Brandt"},
		{"of whom something happened", "A former skipper has been thanked.\n\nTom Hale, 75, was glad. Paul Brandt met sailor Ned Lee. The skipper said so.", "A former skipper=Tom Hale; The skipper=Tom Hale"},
		{"picture between", "It is late, Ann Pole said. A boat sank. (Mary Hale/Velmo Images) “It is cold,” the founder of the choir said.", "the founder=Ann Pole"},
		{"body according to which, and what it tells of", "Ships sank, according to Velmo City Council.\n\nThe pier would be mended when the crane was installed, it added.", "it=Velmo City Council"},
		{"whoever is asked how", "A reporter asked Tom Hale how Velmo was. He said ships were late.", "He=Tom Hale"},
		{"mayor is no engineer", "“It is late,” Ann Lee, an engineer, told the town. The mayor said ships were cold.", ""},
		{"airport that speaks", "Snow fell on Velmo Airport. The airport said ships were late.", "The airport=Velmo Airport"},
		{"port that speaks", "Snow fell on Velmo port. The port said ships were late.", "The port=Velmo port"},
		{"owner of a government", "Norway’s government met farmers. The government said ships were late.", "government=Norway’s government; The government=Norway’s government"},
		{"firm and its chief", "Kestrel Motors and its chief, Ann Pole, cut jobs. They said ships were late.", "its=Kestrel Motors; They=Kestrel Motors and its chief, Ann Pole"},
		{"whoever is asked about something", "John Cole asked Tom Hale about Velmo. He said ships were late.", "He=Tom Hale"},
		{"first of two family names", "Andrés Lomas Marín farms. Mr. Lomas left.", "Lomas=Andrés Lomas Marín"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := links(annotate(t, tt.text)); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// TestEndless runs on sentences without an end; what is quadratic takes minutes.
func TestEndless(t *testing.T) {
	for _, unit := range []string{"Smith, ", "he ", "Ann Pole and ", "the man and "} {
		d := annotate(t, strings.Repeat(unit, 20_000))
		d.Entities = slices.DeleteFunc(d.Entities, func(e extract.Entity) bool { return e.Type == extract.PRON || e.Type == extract.NOM })
		d.Chains = nil
		took := cputime.Best(1, func() {
			if err := coref.Stage.Run(d); err != nil {
				t.Fatal(err)
			}
		})
		if took > 8*time.Second {
			t.Errorf("%q: %v", unit, took)
		}
	}
}

func FuzzCoref(f *testing.F) {
	for _, s := range []string{"", "He said she told him.", "“I was there,” said Jane Doe. “We left.”", "The (", "A’s B’s C’s", "\xff he", "U.S. U.S. it"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { annotate(t, strings.ToValidUTF8(text, "?")) })
}

func BenchmarkCoref(b *testing.B) {
	for _, times := range []int{1, 4, 16} {
		d := annotate(b, strings.Repeat(article, 20*times))
		var names []extract.Entity
		for _, e := range d.Entities {
			if e.Type != extract.PRON && e.Type != extract.NOM {
				names = append(names, e)
			}
		}
		b.Run(fmt.Sprint(times), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.Entities, d.Chains = append([]extract.Entity(nil), names...), nil
				if err := coref.Stage.Run(d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

const article = `Harbour workers in the northern port of Velmo walked out on Tuesday after talks with the Ministry of Transport broke down, officials said.
Transport Minister Ada Lindqvist told reporters in Oslo that the government would not raise its offer. "We have gone as far as we can," Lindqvist said.
The Norwegian Dockers Union (NDU) called the offer an insult. Its chairman, Per Holte, said he would ask members to vote. About 3,000 people work at the port, which belongs to Velmo Harbour Ltd., a unit of Kestrel Group.

`
