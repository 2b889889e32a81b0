package claimwire

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
	"github.com/claimwire/claimwire/pipeline"
)

// Options are the choices of a program. The zero value is ready for use.
type Options struct {
	// Workers is how many articles Run works on at once. 0 is one for each processor.
	Workers int

	// Layers are what documents are to hold: Claims, Quantities|Times. Stages that
	// nothing asked for are not run. A document may hold more. 0 is every layer.
	Layers Layer

	// Published is the date of articles that carry none, by which "Wednesday" becomes
	// a day. The zero value leaves such times without a value.
	Published Timestamp

	// MaxBytes bounds the text or the page of one article: a longer one is ErrTooLong.
	// 0 is no bound, but for the 5 MB that the clean stage puts on a page.
	MaxBytes int

	// Timeout bounds the time one article may take. 0 is no bound: the time is linear
	// in the article's length, and MaxBytes bounds it without regard to the load.
	Timeout time.Duration

	// Logger is told of articles that failed, with the stack of a panic. nil is silence.
	Logger *slog.Logger

	// Lexicon is a folder of own words, in lists named and written as ours:
	// os.DirFS("words"). docs/words.md says what they may hold. Records that rest on
	// them say so in their rule: "attr.svo-that/1+cues.tsv:3". nil is none.
	Lexicon fs.FS

	// Stages are own stages. They run in their order after ours, on layers that they
	// name in Needs. A stage may change the layers it names in Edits, which are all ours, and
	// the article's Extra, which records carry; a change of anything else is an error
	// of the article that names stage and layer, and so is a span outside the text.
	Stages []Stage

	words *lexicon.Lists // of Lexicon, once they are read
}

// ErrTooLong is wrapped by the error of an article over Options.MaxBytes.
var ErrTooLong = errors.New("article is too long")

// stages are the English stages that the options ask for, after the limits, and the
// caller's own.
func (o *Options) stages() (ours, own []extract.Stage, err error) {
	if o.Lexicon != nil && o.words == nil {
		if o.words, err = lexicon.Own(o.Lexicon); err != nil {
			return nil, nil, err
		}
	}
	english := pipeline.EnglishWith(o.words)
	want := o.Layers
	if want == 0 {
		want, _ = extract.ParseLayers([]string{"all"})
	}
	want |= Text | Sections // without which there is no document
	for _, s := range o.Stages {
		if s.Name == "" || s.Run == nil {
			return nil, nil, fmt.Errorf("an own stage lacks its name or its function: %q", s.Name)
		}
		want |= s.Needs | s.Edits
	}
	ours = append([]extract.Stage{o.limits()}, pipeline.For(want, english)...)
	for _, s := range o.Stages {
		own = append(own, guarded(s))
	}
	return ours, own, nil
}

// limits is the stage that refuses what is too long and dates what has no date.
func (o *Options) limits() extract.Stage {
	most, published := o.MaxBytes, o.Published
	engine := engine(o.words)
	return extract.Stage{Name: "limits", Run: func(d *extract.Document) error {
		d.Engine = engine
		if n := max(len(d.Text), len(d.Page)); most > 0 && n > most {
			return fmt.Errorf("%w: %d bytes, the limit is %d", ErrTooLong, n, most)
		}
		if d.Published.IsZero() && !published.IsZero() {
			d.Published, d.PublishedFrom = published, "caller"
		}
		return nil
	}}
}
