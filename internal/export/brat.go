package export

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/offset"
)

// A brat writes a folder that the annotation tool brat opens: for each article its
// text and standoff annotation, and the configuration that names the labels. An
// attribution is an event whose trigger is the cue, as PARC 3.0 and PolNeAR have it.
// https://brat.nlplab.org/standoff.html
type brat struct {
	dir  string
	used map[string]bool
}

const annotationConf = `[entities]
Source
Cue
Content
[relations]
[events]
Attribution	Source?:Source, Cue?:Cue, Content*:Content
[attributes]
Type	Arg:<EVENT>, Value:direct|indirect|mixed
Stance	Arg:<EVENT>, Value:%s
Factuality	Arg:<EVENT>, Value:CT+|CT-|PR+|PR-|PS+|PS-|Uu
Negated	Arg:<EVENT>
Conditional	Arg:<EVENT>
`

func newBrat(dir string) (Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	conf := fmt.Sprintf(annotationConf, strings.Join(extract.Stances(), "|"))
	return &brat{dir, map[string]bool{}}, os.WriteFile(filepath.Join(dir, "annotation.conf"), []byte(conf), 0o644)
}

func (b *brat) Write(r *extract.Record) error {
	name := fileName(r.ID, b.used)
	if err := os.WriteFile(filepath.Join(b.dir, name+".txt"), []byte(r.Text), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(b.dir, name+".ann"), []byte(standoff(r)), 0o644)
}

func (b *brat) Close() error { return nil }

// fileName makes a name of an id that no folder can be reached by, and none that was
// used before.
func fileName(id string, used map[string]bool) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_', r == '.':
			return r
		}
		return '_'
	}, id)
	clean = strings.TrimLeft(clean, ".-")
	if len(clean) > 100 {
		clean = clean[:100]
	}
	if clean == "" {
		clean = "article"
	}
	name := clean
	for n := 2; used[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d", clean, n)
	}
	used[strings.ToLower(name)] = true
	return name
}

// standoff is the .ann of an article. Claims of the reporter's own voice attribute
// nothing and are left out.
func standoff(r *extract.Record) string {
	at := offset.New(r.Text, offset.Chars)
	var b strings.Builder
	t, e, a := 0, 0, 0
	textBound := func(label string, spans []extract.Span) string {
		t++
		var places, words []string
		for _, s := range spans {
			for _, f := range withoutBreaks(r.Text, s) {
				places = append(places, fmt.Sprintf("%d %d", at.At(f.Start), at.At(f.End)))
				words = append(words, r.Text[f.Start:f.End])
			}
		}
		fmt.Fprintf(&b, "T%d\t%s %s\t%s\n", t, label, strings.Join(places, ";"), strings.Join(words, " "))
		return fmt.Sprintf("T%d", t)
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Type == extract.None {
			continue
		}
		byLabel := map[string][]extract.Span{}
		for _, m := range marks(c) {
			byLabel[m.Label] = append(byLabel[m.Label], m.Span)
		}
		var args, trigger []string
		for _, label := range []string{"Source", "Cue", "Content"} {
			if spans := byLabel[label]; len(spans) > 0 {
				args = append(args, label+":"+textBound(label, spans))
				trigger = append(trigger, label)
			}
		}
		if len(args) == 0 {
			continue
		}
		on := byLabel["Cue"]
		if len(on) == 0 { // a quotation without a cue
			on = byLabel[trigger[len(trigger)-1]]
		}
		e++
		fmt.Fprintf(&b, "E%d\tAttribution:%s %s\n", e, textBound("Attribution", on), strings.Join(args, " "))
		attribute := func(name, value string) {
			a++
			fmt.Fprintf(&b, "A%d\t%s\n", a, strings.TrimRight(fmt.Sprintf("%s E%d %s", name, e, value), " "))
		}
		attribute("Type", c.Type)
		attribute("Stance", c.Stance)
		attribute("Factuality", c.Factuality)
		if c.Negated {
			attribute("Negated", "")
		}
		if c.Conditional {
			attribute("Conditional", "")
		}
	}
	return b.String()
}

// withoutBreaks cuts a span at line breaks, which no text-bound annotation of brat may hold.
func withoutBreaks(text string, s extract.Span) []extract.Span {
	var out []extract.Span
	start := s.Start
	for i := s.Start; i <= s.End; i++ {
		if i < s.End && text[i] != '\n' && text[i] != '\r' {
			continue
		}
		if start < i {
			out = append(out, extract.Span{Start: start, End: i})
		}
		start = i + 1
	}
	return out
}
