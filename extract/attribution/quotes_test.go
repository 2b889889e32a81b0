package attribution

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/segment"
)

func quotesOf(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{Article: &extract.Article{Text: text}}
	for _, s := range []extract.Stage{segment.Stage, Quotes} {
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		d.Has |= s.Gives
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestQuotePairs(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string // use and text; deeper ones with > in front
	}{
		{`“We will pay,” he said. “Soon.”`, []string{"speech “We will pay,”", "speech “Soon.”"}},
		{`“We will pay," he said. "We always do so.”`, []string{`speech “We will pay,"`, `speech "We always do so.”`}},
		{`"We will pay," he said. "We always do so."`, []string{`speech "We will pay,"`, `speech "We always do so."`}},
		{`He said, "It's the O'Brien's dog," and left.`, []string{`speech "It's the O'Brien's dog,"`}},
		{"``We will pay you,'' he said.", []string{"speech ``We will pay you,''"}},
		{`''We will pay you,'' he said.`, []string{`speech ''We will pay you,''`}},
		{`«We will pay you», he said.`, []string{"speech «We will pay you»"}},
		{`‘We won’t pay you,’ said the dogs’ owner.`, []string{"speech ‘We won’t pay you,’"}},
		{`'We won't pay you,' said the dogs' owner.`, []string{`speech 'We won't pay you,'`}},
		{`“He told me, ‘I can’t go on,’ and he left,” she said.`, []string{"speech “He told me, ‘I can’t go on,’ and he left,”", ">speech ‘I can’t go on,’"}},
		{`He was taking steps to “isolate” the family.`, []string{"scare “isolate”"}},
		{`Robert “Bobby” Hale won.`, []string{"name “Bobby”"}},
		{`She sang “Always the Rain” at the end.`, []string{"title “Always the Rain”"}},
		{"“We have never seen this water.\n\n“I know people want to stay here,” she said.", []string{"speech “We have never seen this water.", "speech “I know people want to stay here,”"}},
		{"Lee said: \"It began.\n\n\"It grew.\"", []string{`speech "It began.`, `speech "It grew."`}},
		{"Lee said: 'It began.\n\n'It grew.'", []string{`speech 'It began.`, `speech 'It grew.'`}},
		{"A \"fair\" plan, 6\" long, it is.\n\n\"It grew.\"", []string{`scare "fair"`, `speech "It grew."`}},
		{"Lee said: \"It began.\n\" He left.\n\"It grew.\"", []string{`speech "It began.`, `speech "It grew."`}},
		{"Lee said: “It began.\n”\nHe left.", []string{`speech “It began.`}},
		{`“They are out of road, she said. “Nobody has a map.”`, []string{"speech “They are out of road,", "speech “Nobody has a map.”"}},
		{`Revell warned the board. They are out of road,” she said.`, []string{"speech They are out of road,”"}},
		{`Oh wow! You did well. We saw!" a second wrote.`, []string{`speech Oh wow! You did well. We saw!"`}},
		{`The beam is 12" and 8' long, he said.`, nil},
		{`" They are out of road , " she said .`, []string{`speech " They are out of road , "`}},
		{`The dogs' owner and the cats' owner met.`, nil},
		{`He is 6'2" tall and 5'10" wide.`, nil},
		{`He said ” and left “`, nil},
	} {
		d := quotesOf(t, tt.text)
		var got []string
		for _, q := range d.Quotes {
			got = append(got, strings.Repeat(">", q.Depth)+q.Use+" "+d.In(q.Span))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.text, diff)
		}
	}
}

func TestQuoteContinues(t *testing.T) {
	d := quotesOf(t, "“One goes on here.\n\n“Two goes on as well.\n\n“Three ends here,” she said.\n\n“Four is new,” he said.")
	var got []int
	for _, q := range d.Quotes {
		got = append(got, q.Continues)
	}
	if diff := cmp.Diff([]int{-1, 0, 1, -1}, got); diff != "" {
		t.Error(diff)
	}
}

func TestQuotesHostile(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("“a” ", 10000), strings.Repeat("“", 10000), strings.Repeat("\"", 10001), strings.Repeat("'a", 10000),
		strings.Repeat("“‘", 10) + "x" + strings.Repeat("’”", 10), strings.Repeat("”“’‘\"'«»``''", 2000),
	} {
		quotesOf(t, text)
	}
}
