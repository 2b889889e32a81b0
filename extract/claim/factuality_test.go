package claim_test

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
)

// marked reads a text in which attributions are marked: [source] <cue:stance> {content}.
// "!" before a stance says that the cue is negated, and a content inside another's
// belongs to its child. Source and content join the next cue that lacks them, or the
// last one.
func marked(t testing.TB, text string) *extract.Document {
	t.Helper()
	var plain strings.Builder
	var as []extract.Attribution
	var source extract.Span
	var loose []extract.Span // contents before their cue
	var open []struct{ start, parent, cue int }
	parent := -1
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '[':
			source.Start = plain.Len()
		case ']':
			source.End = plain.Len()
		case '<':
			word, rest, _ := strings.Cut(text[i+1:], ":")
			stance, _, _ := strings.Cut(rest, ">")
			negated := strings.HasPrefix(stance, "!")
			as = append(as, extract.Attribution{
				Source: source, Head: -1, CueHead: -1, Type: extract.Indirect, Stance: strings.TrimPrefix(stance, "!"), Negated: negated,
				Cue: extract.Span{Start: plain.Len(), End: plain.Len() + len(word)}, Content: loose, Parent: parent,
			})
			source, loose = extract.Span{}, nil
			plain.WriteString(word)
			i += len(word) + len(stance) + 2
		case '{':
			open = append(open, struct{ start, parent, cue int }{plain.Len(), parent, len(as) - 1})
			parent = len(as) - 1
		case '}':
			o := open[len(open)-1]
			open = open[:len(open)-1]
			s := extract.Span{Start: o.start, End: plain.Len()}
			parent = o.parent
			switch first := o.cue + 1; {
			case o.cue >= 0:
				as[o.cue].Content = append(as[o.cue].Content, s)
			case first < len(as): // an adverb inside its own content
				as[first].Content = append(as[first].Content, s)
			default:
				loose = append(loose, s)
			}
		default:
			plain.WriteByte(c)
		}
	}
	d := tagged(t, plain.String())
	for i := range as {
		a := &as[i]
		first, end := d.TokensIn(a.Cue)
		for k := first; k < end; k++ {
			if a.CueHead < 0 || strings.HasPrefix(d.Tokens[k].XPOS, "V") {
				a.CueHead = k
			}
		}
		if !a.Source.Empty() {
			_, end := d.TokensIn(a.Source)
			a.Head = end - 1
		}
	}
	d.Attributions = as
	if err := run(d); err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

// verdict is what a test line expects of a claim.
func verdict(c *extract.Claim) string {
	v := c.Factuality
	if c.Negated {
		v += " negated"
	}
	if c.Conditional {
		v += " conditional"
	}
	return v
}

// TestFactuality lists sentences with the commitment of each attribution in them, in
// the order of their cues.
func TestFactuality(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// What is denied, withheld, asked or supposed is no fact.
		{"[Lee] <denied:deny> that {the bridge is closed}.", "CT-"},
		{"[The mayor] <denied:deny> {taking money from the builder}.", "CT-"},
		{"[Police] <rejected:deny> claims that {12 people had died}.", "CT-"},
		{"[The bank] <declined to say:decline> {how much it had lost}.", "Uu"},
		{"[He] <would not say:decline> {whether the deal was dead}.", "Uu"},
		{"[She] <did not say:!assert> {the plant would close}.", "Uu"},
		{"[The ministry] <could not confirm:decline> that {two men were held}.", "Uu"},
		{"[The club] <has yet to confirm:decline> that {it signed him}.", "Uu"},
		{"[Lee] <doubted:doubt> that {the bridge is safe}.", "Uu"},
		{"[The paper] <retracted:retract> its story that {the senator had fled}.", "Uu"},
		{"[The union] <demanded:demand> that {the owner pay 40 workers}.", "Uu"},
		{"[She] <urged:demand> drivers {to turn back}.", "Uu"},
		{"[Reporters] <asked:assert> {whether the mayor took money}.", "Uu"},
		{"[Lee] <asked:assert> {if the road was open}.", "Uu"},
		{"[The judge] <asked:assert> {why nobody had called}.", "Uu negated"},
		{"[The club] <has yet to confirm:confirm> that {it signed him}.", "Uu"},
		{"Grant neither confirmed nor <denied:deny> that {the fund was empty}.", "Uu"},
		{"[Grant] <failed to say:assert> that {the fund was empty}.", "Uu"},
		{"[Grant] <not only said:assert> that {the fund was empty}.", "CT+"},
		{"[The mayor] hasn’t confirmed or <denied:deny> {the plan}.", "Uu"},
		{"[The ministry] refused to confirm or <deny:deny> that {the ship had sunk}.", "Uu"},
		{"[Lee] stopped short of <saying:assert> {the bank was broke}.", "Uu"},
		{"[Officials] were unable <to say:assert> that {the dam was safe}.", "Uu"},
		{"[Few] <believe:believe> {the vote was fair}.", "Uu"},
		{"[A few] <believe:believe> {the vote was fair}.", "PR+"},
		{"Hardly [anyone] <believes:believe> {the vote was fair}.", "Uu"},
		{"He can leave only when [doctors] <find:assert> {he is well}.", "Uu"},
		{"He stays until [doctors] <find:assert> {he is well}.", "Uu"},
		{"He left when [doctors] <found:assert> {he was well}.", "CT+"},
		{"[Patients] <can choose:decide> {to leave}.", "Uu"},
		{"[Lee] <can confirm:confirm> that {the bridge is closed}.", "CT+"},
		{"The coach is in no <doubt:doubt> that {his side will win}.", "CT+"},
		{"The coach is in some <doubt:doubt> that {his side will win}.", "Uu"},
		{"[Police] <said:assert> {no fewer than 40 people had left}.", "CT+"},
		{"[Police] <said:assert> {no more than nine people died}.", "CT+"},
		{"[Police] <said:assert> {no later than Monday the road would open}.", "CT+"},
		{"[Lee] <said:assert> {he could leave only when it rains}.", "Uu conditional"},
		{"[Lee] <said:assert> {he left only when it rained}.", "CT+"},
		{"[Lee] <said:assert> {women are less likely to smoke}.", "CT+"},
		{"[Lee] <said:assert> {smokers are twice as likely to fall ill}.", "CT+"},
		{"[Lee] <said:assert> {men are more likely to smoke than women}.", "CT+"},
		{"[Lee] <said:assert> {rain is more likely than not}.", "PR+"},
		{"[Lee] <said:assert> {the board knows how laws might help}.", "CT+"},
		{"[Lee] <said:assert> {laws might help}.", "PS+"},
		{"[Lee] <said:assert> {she was charged over alleged fraud}.", "CT+"},
		{"[Lee] <said:assert> {she will appear as a witness}.", "CT+"},
		{"[Lee] <said:assert> {it appears as if it fell}.", "PR+"},
		{"[Lee] <said:assert> {the plan, which ends if rates rise, is sound}.", "CT+"},
		{"[Lee] <said:assert> {the plan ends if rates rise}.", "Uu conditional"},
		{"{Should the river rise, 200 families will leave}, [Grant] <said:assert>.", "Uu conditional"},
		{"[Lee] <called for:demand> {an inquiry if the mayor did not resign}.", "Uu conditional"},
		{"[Lee] <said:assert> {there was “no magic cure” for it}.", "CT+ negated"},
		{"[Lee] <said:assert> {the law was “not a text that was made to last”}.", "CT+ negated"},
		{"[The report] <said:assert> {“although we know more now, we do not have all facts” on it}.", "CT+ negated"},
		{"[Lee] <said:assert> {he wants to stay as long as possible}.", "PR+"},
		{"[Lee] <said:assert> {it would stay as long as it paid}.", "Uu conditional"},
		{"[Others] <understood:believe> {why the dam may fail}.", "PS+"},
		{"[Lee] <said:assert> {the trade owes us the goods they are supposed to bring}.", "CT+"},
		{"[Lee] <said:assert> {he thinks the dam is not safe}.", "PR+ negated"},
		{"[Lee] <said:assert> {he wants to leave}.", "PR+"},
		{"[Lee] <reveals:assert> {he wants to leave}.", "CT+"},
		{"Lee was asked by Rowe if [he] <considers:believe> {it a win}.", "Uu"},
		{"[Lee] <wishes:intend> {he had played at home more}.", "Uu"},
		{"[Lee] <wishes:intend> {to play at home more}.", "PR+"},
		{"[Bath] <will hope:intend> {to win on Sunday}.", "PR+"},
		{"[The banks] <warned:predict> that {the age of low rates had ended}.", "CT+"},
		{"[The banks] <warned:predict> that {low rates will end}.", "PR+"},
		{"[The league] has <suggested:assert> {all clubs pay their respects}.", "Uu"},
		{"[Lee] <suggested:assert> that {the mayor should resign}.", "Uu"},
		{"[Lee] <suggested:assert> that {the mayor lied}.", "CT+"},
		{"[Lee] <said:assert> {the guards never even looked at it}.", "CT+ negated"},
		{"[Lee] <said:assert> {it did not believe the mayor would resign}.", "Uu negated"},
		{"[The report] <found:assert> {no evidence that the dam leaked}.", "CT+ negated"},
		{"[Critics] <questioned:assert> {the safety of the bridge}.", "Uu"},
		{"[The president] will <announce:assert> on Friday that {the plant will close}.", "Uu"},
		{"[Lee] <wondered:assert> {how the bridge had failed}.", "Uu"},
		{"{“Who pays for it?”} [Lee] <said:assert>.", "Uu"},
		{"Has [the mayor] <said:assert> that {the bridge is closed}?", "Uu"},
		{"If [Lee] <says:assert> {the bridge is closed}, traffic will stop.", "Uu conditional"},
		{"Unless [the court] <rules:decide> that {the vote was void}, he wins.", "Uu conditional"},
		{"It is not known whether [Lee] <said:assert> {the bridge was closed}.", "Uu"},
		{"[Lee] could <say:assert> that {the bridge is closed}.", "Uu"},
		{"[The board] may <announce:assert> that {the plant will close}.", "Uu"},

		{"[Voters] would <support:assert> {the toll}.", "Uu"},
		{"[Lee] would <say:assert> {the bridge was safe}.", "CT+"},
		{"[The board] is struggling to <understand:believe> {why the pump failed}.", "Uu"},
		{"[Lee] hopes to <thank:assert> {the crew}.", "Uu"},
		{"[Critics] had reasons to <attack:assert> {the plan}.", "Uu"},
		{"[Lee] paid the fine instead of <defending:assert> {his record}.", "Uu"},
		{"[Lee] sought to <portray:assert> {the mayor as weak}.", "CT+"},
		{"[Lee] was not so much <saying:assert> that {the plan was bad}.", "Uu"},
		{"It is awkward for [Lee] to <say:assert> that {the plan was bad}.", "Uu"},
		{"It may be enough for [both] to <agree:assert> on {the need for a toll}.", "Uu"},
		{"[Lee] seemed to <confirm:confirm> {the worst of the charges}.", "Uu"},
		{"[Lee] went on to <say:assert> that {the plan was bad}.", "CT+"},
		{"[Lee] was quick to <say:assert> that {the plan was bad}.", "CT+"},
		{"[Lee] had to <admit:confirm> that {the plan was bad}.", "CT+"},
		{"[The agency] misled buyers about <alleged:assert> {fraud}.", "PR+"},
		{"[The suit] <alleged:assert> {fraud}.", "CT+"},

		{"[Rowe] agreed to <continue to discuss:assert> {the price of the dam}.", "Uu"},
		{"[Rowe] went on to <try to portray:assert> {the mayor as weak}.", "CT+"},
		{"[Rowe] became one of the first ministers to <blame:assert> {the builder}.", "CT+"},
		{"[Rowe] stands accused by the board of <promoting:assert> {a false cure}.", "Uu"},
		{"[Rowe] was fined for years of <promoting:assert> {a false cure}.", "CT+"},

		{"Neither Boone nor [Rowe] <said:assert> {the dam was safe}.", "Uu"},
		{"[Neither of the two] <said:assert> {the dam was safe}.", "Uu"},
		{"[No official] <said:assert> {the dam was safe}.", "Uu"},

		{"[Voters] may listen and <conclude:assert> that {the dam was safe}.", "Uu"},
		{"[Voters] may listen, but [Lee] <said:assert> {the dam was safe}.", "CT+"},
		{"But <denying:deny> {the leak} carries risks.", "Uu"},

		{"[Rowe] will come to <discuss:assert> {the price of the dam}.", "Uu"},

		// Conditions inside the content.
		{"{Had nine more members voted for it, the toll would be law}, [Lee] <said:assert>.", "Uu conditional"},
		{"{Whether it rains or snows, the race will start on time}, [Lee] <said:assert>.", "CT+"},
		{"{Whether the race will start on time or late is open}, [Lee] <said:assert>.", "Uu"},
		{"[Lee] <said:assert> {the bridge will close if it rains}.", "Uu conditional"},
		{"[Lee] <said:assert> that {if it rains, the bridge will close}.", "Uu conditional"},
		{"[The union] <said:assert> {it would strike unless pay rose}.", "Uu conditional"},
		{"[Lee] <said:assert> {the match is off should it rain}.", "Uu conditional"},
		{"[Lee] <said:assert>: {should it rain, the match is off}.", "Uu conditional"},
		{"[Lee] <said:assert>: {had they known, they would have left}.", "Uu conditional"},
		{"[Lee] <said:assert>: {were it to fail, thousands would lose power}.", "Uu conditional"},
		{"[The firm] <said:assert> {it would pay provided that the court agreed}.", "Uu conditional"},
		{"[The firm] <said:assert> {it would pay as long as the court agreed}.", "Uu conditional"},
		{"[The firm] <said:assert> {it had a plan in case the pumps failed}.", "Uu conditional"},
		{"[The firm] <threatened:intend> {to leave if taxes rise}.", "Uu conditional"},
		{"[Lee] <said:assert> {the bridge is safe even if it looks old}.", "CT+"},
		{"[Lee] <said:assert> {the crowd ran as if it had seen a ghost}.", "CT+"},
		{"[Lee] <said:assert> {he had been asked if he was well}.", "CT+"},
		{"[Lee] <said:assert> {few if any houses were hit}.", "CT+"},
		{"[Lee] <denied:deny> that {the firm would leave if taxes rose}.", "Uu conditional"},
		{"[The firm] <said:assert> {it would pay providing that the court agreed}.", "Uu conditional"},
		{"[Lee] <said:assert> {the work goes from printing maps to providing food}.", "CT+"},
		{"[Lee] <said:assert> {the price, along with tolls, were factors in the choice to build}.", "CT+"},

		// Hedges.
		{"[Lee] <said:assert> {the bridge may close}.", "PS+"},
		{"[Lee] <said:assert> {the toll might rise}.", "PS+"},
		{"[Lee] <said:assert> {the toll could rise}.", "PS+"},
		{"[Lee] <said:assert> {clubs should not be expected to pay}.", "CT+ negated"},
		{"[Lee] <said:assert> {clubs are expected to pay}.", "PR+"},
		{"[Lee] <said:assert> {he felt the vote was lost}.", "PR+"},
		{"[Lee] <said:assert> {he felt sick}.", "CT+"},
		{"[Lee] <said:assert> {it felt like the dam was his}.", "CT+"},
		{"[Lee] <said:assert> {the toll is almost certain to rise}.", "PR+"},
		{"[Lee] <said:assert> {crews made every effort possible to close it}.", "CT+"},
		{"[Lee] <said:assert> {a van was kept for a possible escape}.", "CT+"},
		{"[Lee] <said:assert> {there was a possible leak}.", "PS+"},
		{"[Lee] <said:assert> {groups that fight floods might need help}.", "PS+"},
		{"[Lee] <said:assert> {the team wore red as long as he could remember}.", "CT+"},
		{"[Lee] <criticised:assert> {the decision not to close the dam}.", "CT+"},
		{"[Lee] <vowed:intend> {not to close the dam}.", "PR+ negated"},
		{"[Lee] <urged:demand> {people not to leave}.", "Uu negated"},
		{"[Lee] <said:assert> {the toll appears a mistake}.", "PR+"},
		{"[Lee] <said:assert> {perhaps surprisingly, the dam held}.", "CT+"},
		{"[Lee] <said:assert> {the driver could not escape}.", "CT+ negated"},
		{"[Lee] <said:assert> {perhaps 40 people had died}.", "PS+"},
		{"[Lee] <said:assert> {it was possible that the pump had failed}.", "PS+"},
		{"[Lee] <said:assert> {the toll is likely to rise}.", "PR+"},
		{"[Lee] <said:assert> {the driver was probably asleep}.", "PR+"},
		{"[Lee] <said:assert> {the pump appeared to have failed}.", "PR+"},
		{"[Lee] <said:assert> {the driver was apparently asleep}.", "PR+"},
		{"[Lee] <said:assert> {the toll is expected to rise}.", "PR+"},
		{"[Lee] <said:assert> {the man is believed to be dead}.", "PR+"},
		{"[Lee] <said:assert> {he expected the toll to rise}.", "PR+"},
		{"[Lee] <said:assert> {he believes the pump failed}.", "PR+"},
		{"[Lee] <said:assert> {the toll will probably rise but could also fall}.", "PS+"},
		{"[Lee] <said:assert> {the law, which may be repealed, is unfair}.", "CT+"},
		{"[Lee] <said:assert> {the man who might have seen it was dead}.", "CT+"},
		{"[Lee] <said:assert> {the bridge closed in May}.", "CT+"},
		{"[Lee] <said:assert> {help will come as soon as possible}.", "CT+"},
		{"[Lee] <said:assert> {the plan had been expected}.", "CT+"},
		{"[Lee] <said:assert> {they ran as fast as is possible}.", "CT+"},
		{"[Lee] <said:assert> {the crew took the best possible road}.", "CT+"},
		{"[The poll] <said:assert> {most likely Labour voters want the toll}.", "CT+"},
		{"[Lee] <said:assert> {a leak is the likely cause}.", "PR+"},
		{"[Lee] <said:assert> {the mayor appeared on a show in May}.", "CT+"},
		{"[Lee] <said:assert> {the mayor appeared calm}.", "PR+"},
		{"[Lee] <said:assert> {it was an apparent suicide}.", "PR+"},
		{"[Lee] <said:assert> {the reason was apparent}.", "CT+"},
		{"[Lee] <said:assert> perhaps {the driver was asleep}.", "PS+"},
		{"[Lee] <said:assert> {the plan has failed in towns where it might have worked}.", "CT+"},
		{"[The report] <said:assert> {voters expected the worst}.", "CT+"},

		// Stances.
		{"[Lee] <said:assert> {the bridge is closed}.", "CT+"},
		{"[The army] <confirmed:confirm> {the strike took place}.", "CT+"},
		{"[The court] <ruled:decide> that {the law is void}.", "CT+"},
		{"[The agency] <estimated:estimate> that {40 people died}.", "PR+"},
		{"[The bank] <predicted:predict> that {rates will fall}.", "PR+"},
		{"[The mayor] <promised:intend> {to resign}.", "PR+"},
		{"[Voters] <believe:believe> {the economy is weak}.", "PR+"},
		{"{The minister <reportedly:hearsay> resigned}.", "PR+"},
		{"{The minister <reportedly:hearsay> may resign}.", "PS+"},
		{"[The agency] <estimated:estimate> that {40 people could die}.", "PS+"},
		{"[Lee] <is not sure:!believe> that {the bridge is safe}.", "Uu"},

		// Negation inside the content does not flip it.
		{"[Police] <said:assert> {nobody was hurt}.", "CT+ negated"},
		{"[Police] <said:assert> {no one was hurt}.", "CT+ negated"},
		{"[Police] <said:assert> {none of the 12 men was hurt}.", "CT+ negated"},
		{"[Lee] <said:assert> {the bridge was not safe}.", "CT+ negated"},
		{"[Lee] <said:assert> {the bridge wasn’t safe}.", "CT+ negated"},
		{"[Lee] <said:assert> {he had never met her}.", "CT+ negated"},
		{"[Lee] <said:assert> {there was no damage}.", "CT+ negated"},
		{"[Lee] <said:assert> {the firm had no plans to sell}.", "CT+ negated"},
		{"[Lee] <said:assert> {the army would no longer wait}.", "CT+ negated"},
		{"[Lee] <said:assert> {neither bridge was safe}.", "CT+ negated"},
		{"[The firm] <promised:intend> {not to raise prices}.", "PR+ negated"},
		{"[Lee] <denied:deny> that {the bridge was not safe}.", "CT- negated"},
		{"[Lee] <said:assert> {it was not only rain but hail}.", "CT+"},
		{"[Lee] <said:assert> {the man who did not vote was fined}.", "CT+"},
		{"[Lee] <said:assert> {because it had not rained, the river was low}.", "CT+"},
		{"[Lee] <said:assert> {they drove home with no lights}.", "CT+"},
		{"{Although they claimed the firm was cutting waste, we had not seen proof}, [Lee] <said:assert>.", "CT+ negated"},
		{"[Lee] <said:assert> {firms such as mills, IT providers and banks were no longer willing to pay}.", "CT+ negated"},
		{"[Lee] <said:assert> {the road is open and 40 trucks have passed}.", "CT+"},

		// Each level of a chain has its own commitment, and what is said inside a denial,
		// a plan or a supposition has not surely been said.
		{"[Lee] <said:assert> {[Rowe] <denied:deny> that {the bridge is closed}}.", "CT+|CT-"},
		{"[Lee] <denied:deny> {<saying:assert> {the bridge is closed}}.", "CT-|Uu"},
		{"[Lee] <denied:deny> that {[Rowe] <said:assert> {the bridge is closed}}.", "CT-|Uu"},
		{"[Lee] <declined to say:decline> whether {[Rowe] <confirmed:confirm> {the bridge is closed}}.", "Uu|Uu"},
		{"[Lee] <said:assert> {[Russia] <plans:intend> {to send 40 trucks}}.", "CT+|PR+"},
		{"[Lee] <plans:intend> {to <announce:assert> that {the plant will close}}.", "PR+|Uu"},
		{"[Lee] <urged:demand> {the firm to <admit:confirm> that {it was wrong}}.", "Uu|Uu"},
		{"[Lee] <said:assert> {[Rowe] <told:assert> him {[Hale] <believes:believe> {the bridge is closed}}}.", "CT+|CT+|PR+"},
		{"[Lee] <doubts:doubt> that {[Rowe] <said:assert> {[Hale] <lied:assert>}}.", "Uu|Uu|Uu"},
		{"[Lee] <said:assert> {[Rowe] had <wanted:intend> {to <say:assert> {the plant was safe}}}.", "CT+|PR+|Uu"},
	} {
		d := marked(t, tt.text)
		got := make([]string, len(d.Attributions))
		for i := range d.Claims {
			if a := d.Claims[i].Attribution; a >= 0 {
				got[a] = verdict(&d.Claims[i])
			}
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, g, tt.want)
		}
	}
}
