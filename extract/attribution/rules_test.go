package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/phrase"
	"github.com/claimwire/claimwire/extract/segment"
	"github.com/claimwire/claimwire/extract/tag"
)

// TestExamples runs the example of every rule, and wants just what the rule says of it.
func TestExamples(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range slices.Concat(otherRules, verbRules) {
		if seen[rule.id] {
			t.Errorf("rule %s listed twice", rule.id)
		}
		seen[rule.id] = true
		d := &extract.Document{Article: &extract.Article{Text: rule.example}}
		stages := []extract.Stage{segment.Stage, tag.Stage, Quotes, Stage}
		if rule.id == "attr.bare/1" { // who the sentence is about is told by its clauses
			stages = slices.Insert(stages, 2, phrase.Stage)
		}
		for _, s := range stages {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
			d.Has |= s.Gives
		}
		var got []string
		for _, a := range d.Attributions {
			var parts []string
			for _, c := range a.Content {
				parts = append(parts, d.In(c))
			}
			source := d.In(a.Source)
			if source == "" {
				source = "-"
			}
			got = append(got, fmt.Sprintf("%s: %s | %s | %s", a.Rule, source, d.In(a.Cue), strings.Join(parts, " || ")))
		}
		want := rule.id + ": " + rule.want
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q\n got %q\nwant %q", rule.example, got, want)
		}
	}
}

// TestReadings lists sentences with what is found in them, as "source | cue | content".
func TestReadings(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"They were asked by Hale: “Does it break your rules?”", "Hale | were asked | Does it break your rules?"},
		{"He was asked: “Will you go now?”", " | was asked: | Will you go now?"},
		{"The man denies the charge, his lawyer said.", "The man | denies | the charge"},
		{"Ian Moss, head of the Ashton firm, said its pumps, old as they were, would do.", "Ian Moss, head of the Ashton firm | said | its pumps, old as they were, would do"},
		{"The service quoted the border guard as saying that the protest ended.", "the border guard | saying | the protest ended"},
		{"He thanked all keepers for the steps that they took and said the rules would stand.", "He | said | the rules would stand"},
		{"But, Lee said, there were no plans to stop.", "Lee | said | there were no plans to stop"},
		{"Lee said that’s not the case.", "Lee | said | that’s not the case"},
		{"While Lee called it “a sweet spot,” she added that the dam would hold.", "she | added | the dam would hold"},
		{"Lee dismissed the claim, saying, “if there is a dam, it should hold.”", "Lee | saying | if there is a dam, it should hold."},
		{"Lee declined to “speculate on this question.”", "Lee | declined | to “speculate on this question.”"},
		{"Doctors have advised people to stay calm.", "Doctors | have advised | to stay calm"},
		{"Lee confessed she was tired.", "Lee | confessed | she was tired"},
		{"Rowe denied any charge of fraud and is now in Ashton.", "Rowe | denied | any charge of fraud"},
		{"Lee reveals a plan for the dam and postpones the vote.", "Lee | reveals | a plan for the dam"},
		{"The dam was hit by a bus.", ""},
		{"Fame does not appeal to him.", ""},
		{"Fears over the dam are weighing on prices.", ""},
		{"Lee used the inquest to call for changes to the law.", "Lee | to call for | changes to the law"},
		{"Lee has the chance to call for changes to the law.", ""},
		{"Lee met firms to consider moving to Ashton.", ""},
		{"Lee chose to leave the town.", ""},
		{"Lee sued the council.", ""},
		{"Firms have seen big bids from rivals, such as Rowe.", ""},
		{"The price reflects that the dam is old.", ""},
		{"It was a deal which would see workers receive more pay.", ""},
		{"Lee claimed victory in the race.", ""},
		{"Lee welcomed Rowe to the town.", ""},
		{"Lee showed signs of strain.", ""},
		{"Lee offered warnings about the dam.", "Lee | offered | warnings about the dam"},
		{"Lee offered a place to rest.", ""},
		{"Lee was hoping for the return of rain as a cure.", "Lee | was hoping for | the return of rain as a cure"},
		{"Lee expects profits to fall this year.", "Lee | expects | profits to fall this year"},
		{"Leaders attributed the drop in prices to a glut.", "Leaders | attributed | the drop in prices to a glut"},
		{"No doubt the bridge will hold, engineer Karl Voss said.", "engineer Karl Voss | said | No doubt the bridge will hold"},
		{"ANN LEE, NETWORK CORRESPONDENT (voice-over): Thirty people were hurt.", "ANN LEE, NETWORK CORRESPONDENT | : | Thirty people were hurt."},
		{"UNIDENTIFIED MALE: The boats went down.", "UNIDENTIFIED MALE | : | The boats went down."},
		{"TEXT: The inquiry opens on Friday.", ""},
		{"The teams were named.\n\nNewcastle: Lee; Hale, Rowe, Boone; Moss, Cho.\n\nNewcastle: Lee; Hale, Rowe, Boone; Moss, Cho.", ""},
		{"Higgins was knocked out as he lost to Lee.", ""},
		{"Lee Strike: Talks to resume on Monday", ""},
		{"Ann Lee: Actress dies at home aged 90\n\nShe was loved.", ""},
		{"Ann Lee: Bridge will close in May\n\nThe bridge is unsafe and must close, Ms Lee said.", "Ann Lee | : | Bridge will close in May"},
		{"Critics have found nothing to suggest that is the case.", "Critics | to suggest | that is the case"},
		{"Lee would not say if the dam had been blocked, but said it leaked.", "Lee | said | it leaked"},
		{"Lee would not say if the dam had been blocked, but said it leaked.", "Lee | would not say | if the dam had been blocked"},
		{"Lee said firms were under pressure to raise prices and called for help for workers.", "Lee | said | firms were under pressure to raise prices"},
		{"Lee accused the council, then led by Hale, of making a mess of it.", "Lee | accused | the council, then led by Hale, of making a mess of it"},
		{"Lee would like to go back, but not under their rule.", "Lee | would like | to go back, but not under their rule"},
		{"Lee quoted a guard as saying the men broke the law during their rule.", "Lee | quoted | a guard as saying the men broke the law during their rule"},
		{"They accused him of being a rioter who blocked a road and wounded a guard.", "They | accused | him of being a rioter who blocked a road and wounded a guard"},
		{"Some members dismiss reports of fraud as a myth, he said.", "Some members | dismiss | reports of fraud as a myth"},
		{"She had been described as “the new darling of the right” by one member in July.", "one member | had been described | She || as “the new darling of the right”"},
		{"Forty men died and that toll is expected to rise.", " | is expected | that toll || to rise"},
		{"“It felt fine,” Lee told the board when asked by Hale if it leaked.", "Hale | asked | if it leaked"},
		{"Hale, the mayor of Ashton, told the show, titled Children of the Dam: “We have never had a dam.”", "Hale, the mayor of Ashton | told | We have never had a dam."},
		{"Hale repeated his party’s call for a “badly needed” new inquiry.", "his party | call for | a “badly needed” new inquiry"},
		{"Rowe reports from the dam, which had been closed for weeks.", ""},
		{"Lee said that when she complained, the minister told her to wait.", "Lee | said | when she complained, the minister told her to wait"},
		{"“It was sad.” Lee urged people to wait.", "Lee | urged | people to wait"},
		{"“It was sad.” He said talks would go on.", "He | said | talks would go on"},
		{"“What year is it?” Lee recalled a nurse asking.", "Lee | recalled | What year is it?"},
		{"Hale repeated his call for guards still in the valley to leave at once.", "his | call for | guards still in the valley to leave at once"},
		{"Lee had won the race, reportedly beating two rivals.", " | reportedly | beating two rivals"},
		{"Talks are expected to go on but, if it rains, will stop.", " | are expected | Talks || to go on"},
		{"Lee says the type of data that was lost includes names.", "Lee | says | the type of data that was lost includes names"},
		{"The dam will be hard to close, they say, but after the flood many believe they must try.", "they | say | The dam will be hard to close"},
		{"Losses could reach $4 billion, the chamber estimates.", "the chamber | estimates | Losses could reach $4 billion"},
		{"Losses could reach $4 billion, the ministry estimated.", "the ministry | estimated | Losses could reach $4 billion"},
		{"Some 40 people died, the ministry reports.", "the ministry | reports | Some 40 people died"},
		{"The report found no evidence that the dam leaked.", "The report | found | no evidence that the dam leaked"},
		{"Lee told reporters not to expect a deal.", "Lee | told | not to expect a deal"},
		{"Rowe won the prize for best supporting actress in May.", ""},
		{"Ann Lee: Driver is to quit in May\n\nThe bridge is unsafe.", ""},
	} {
		d := &extract.Document{Article: &extract.Article{Text: tt.text}}
		for _, s := range []extract.Stage{segment.Stage, tag.Stage, Quotes, Stage} {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
			d.Has |= s.Gives
		}
		var got []string
		for _, a := range d.Attributions {
			var parts []string
			for _, c := range a.Content {
				parts = append(parts, d.In(c))
			}
			got = append(got, d.In(a.Source)+" | "+d.In(a.Cue)+" | "+strings.Join(parts, " || "))
		}
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) {
			t.Errorf("%s\ngot  %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// TestSaid tells acts of saying from deeds: the cues that a text has, in order.
func TestSaid(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The wiring supports lights.", ""},
		{"The senator supports the plan.", "supports"},
		{"Voters oppose the levy.", "oppose"},
		{"The firm offered free meals.", ""},
		{"Lee offered condolences.", "offered"},
		{"Hale called the police.", ""},
		{"Hale called the police a disgrace.", "called"},
		{"Lee saw the dam.", ""},
		{"Lee sees the vote as a test.", "sees"},
		{"Lee went to see the dam.", ""},
		{"She likes to sing.", ""},
		{"Hale would like to leave.", "would like"},
		{"The door refused to open.", ""},
		{"The carmaker refused to pay.", "refused"},
		{"It is clear that rain fell.", ""},
		{"Lee is clear that rain fell.", "is clear"},
		{"The council heard his views on the dam.", ""},
		{"The council heard his estimate of 300 tonnes.", "estimate of"},
		{"Boone voted for Hale.", ""},
		{"Miners voted for strike action.", "voted for"},
		{"Cells respond to sugar.", ""},
		{"The court denied the appeal.", ""},
		{"The index declined 1%.", ""},
		{"The clerk denied marriage licences to two men.", ""},
		{"Lee denied the charge.", "denied"},
		{"Ann Lee: Actress held over fire in hotel\n\nMs Lee said that she was tired.", "said"},
		{"Ann Lee: Striker focused on club and not on cup\n\nMs Lee said that the club and the cup were one.", "said"},
		{"Ann Lee: Jockey says she will ride on\n\nMs Lee said that she would ride on.", "says, said"},
		{"If you feel that your knee hurts, stop.", ""},
		{"By joining you agree to the rules, and agree to receive our letters.", ""},
		{"Lee said you agree that the dam is full.", "said, agree"},
		{"Lee became the first senator to support the plan.", "to support"},
	} {
		d := &extract.Document{Article: &extract.Article{Text: tt.text}}
		for _, s := range []extract.Stage{segment.Stage, tag.Stage, Quotes, Stage} {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
			d.Has |= s.Gives
		}
		var cues []string
		for _, a := range d.Attributions {
			cues = append(cues, d.In(a.Cue))
		}
		if got := strings.Join(cues, ", "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
