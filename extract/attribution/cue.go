package attribution

import (
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/extract/lexicon"
)

// A frame is a construction in which a cue takes its content.
type frame uint32

const (
	fThat    frame = 1 << iota // said that it rained
	fClause                    // said it rained
	fIf                        // asked whether it rained
	fWh                        // explained why it rained
	fQuote                     // "It rains," he said; beside a quotation
	fPre                       // It rained, he said; around a parenthesis
	fTo                        // promised to go
	fNoun                      // criticised the plan; expects them to go
	fPerson                    // told them to go: the noun is the addressee
	fGerund                    // denied going
	fAs                        // described it as, seen as
	fPrep                      // called for an end
	fPassive                   // is expected to, was criticised by
	fFact                      // the cue states content even without a source of its own
)

var frameNames = map[string]frame{
	"that": fThat, "clause": fClause, "if": fIf, "wh": fWh, "quote": fQuote, "pre": fPre, "to": fTo, "np": fNoun,
	"person": fPerson, "ing": fGerund, "as": fAs, "passive": fPassive,
}

// A cue is what the lexicon says of one lemma in one part of speech.
type cue struct {
	frames frame
	senses []sense
	preps  []string // of fPrep
	own    string   // line of a caller's list; "" of ours
}

type sense struct {
	frames frame
	preps  []string
	stance string
}

// stance is the stance of the first sense that takes the frame.
func (c *cue) stance(f frame) string {
	for _, s := range c.senses {
		if s.frames&f != 0 {
			return s.stance
		}
	}
	return c.senses[0].stance
}

// stanceWith is the stance of the first sense that takes the preposition.
func (c *cue) stanceWith(prep string) string {
	for _, s := range c.senses {
		if slices.Contains(s.preps, prep) {
			return s.stance
		}
	}
	return c.stance(fPrep)
}

func (c *cue) takes(prep string) bool { return slices.Contains(c.preps, prep) }

// A wordUse is what a word does around cues without being one.
type wordUse uint32

const (
	useTime     wordUse = 1 << iota // Tuesday, later, week: stands between cue and content
	useDay                          // Tuesday, January: no part of a name after it
	useSupport                      // declined to say: a verb that adds no sense of its own
	useDecline                      // the support verb denies that content is given
	useListen                       // told them: a verb whose object is the addressee
	useVenue                        // interview, speech: where something is said
	useWhole                        // say: whatever follows it is content
	useLight                        // expressed doubt: a verb whose object tells the sense
	useBid                          // want them to leave: a verb whose object does what follows
	useReproach                     // blamed them for leaving: a verb whose object did what follows
	useSense                        // saw, loved: a verb that tells of words only where it takes "as", or proof
	useNotice                       // video: a word in capitals before a colon that is no speaker
	useProof                        // evidence: what is seen of a thing that is held to be so
	useDeed                         // supported, offered: a verb that as often tells of a deed as of words
	useAttitude                     // supported, wants: a verb that tells of words where its source is one who speaks
	useWould                        // would like to: a verb that tells of an intent only with "would"
	useNaming                       // called it a farce: a verb that tells of words where it takes a name for its object
	useMute                         // liver: a noun for what cannot speak, though it is built as those for people are, or heads a source by its looks
	useFloor                        // used, wrote: a verb after which an infinitive of saying tells what was done
	useAnswer                       // message, advice: a noun for what somebody says, which a colon may follow
	useCount                        // threshold, deal: a noun that has a word before it, be it "that"
	useFavor                        // appeal, visa, bail: what is denied to somebody, and not said to be untrue
)

var useNames = map[string]wordUse{
	"time": useTime, "day": useDay, "support": useSupport, "decline": useDecline, "listen": useListen, "whole": useWhole, "light": useLight, "venue": useVenue,
	"bid": useBid, "reproach": useReproach, "sense": useSense, "deed": useDeed, "proof": useProof, "notice": useNotice, "attitude": useAttitude, "would": useWould, "naming": useNaming, "favor": useFavor, "mute": useMute, "floor": useFloor, "answer": useAnswer, "count": useCount,
}

// A cueLexicon is the lists cues.tsv and cue_words.tsv.
type cueLexicon struct {
	verbs, nouns, adjectives, adverbs map[string]*cue
	use                               map[string]wordUse
}

var english = lexicon.Once(func(own *lexicon.Lists) *cueLexicon {
	l, err := loadCues(own.Table("cues"), lexicon.Must("cue_words"))
	if err != nil {
		panic(err)
	}
	return l
})

func loadCues(cues, words *lexicon.Table) (*cueLexicon, error) {
	l := &cueLexicon{verbs: map[string]*cue{}, nouns: map[string]*cue{}, adjectives: map[string]*cue{}, adverbs: map[string]*cue{}, use: map[string]wordUse{}}
	byPos := map[string]map[string]*cue{"verb": l.verbs, "noun": l.nouns, "adj": l.adjectives, "adv": l.adverbs}
	for _, row := range cues.Rows {
		list, ok := byPos[row.Cells[1]]
		if !ok {
			return nil, fmt.Errorf("lexicon/%s:%d: %q is no part of speech: write verb, noun, adj or adv", cues.Name, row.Line, row.Cells[1])
		}
		s, err := readSense(row.Cells[2], row.Cells[3])
		if err != nil {
			return nil, fmt.Errorf("lexicon/%s:%d: %w", cues.Name, row.Line, err)
		}
		for _, w := range lexicon.Split(row.Cells[0]) {
			add(list, w, s)
			list[w].own = row.Own
		}
	}
	for _, row := range words.Rows {
		u, ok := useNames[row.Cells[1]]
		if !ok {
			return nil, fmt.Errorf("lexicon/%s:%d: %q is no use of a word", words.Name, row.Line, row.Cells[1])
		}
		for _, w := range lexicon.Split(row.Cells[0]) {
			l.use[w] |= u
		}
	}
	return l, nil
}

func add(list map[string]*cue, word string, s sense) {
	c := list[word]
	if c == nil {
		c = &cue{}
		list[word] = c
	}
	c.frames |= s.frames
	c.preps = append(c.preps, s.preps...)
	c.senses = append(c.senses, s)
}

// readSense reads frames, with prepositions in round brackets: "that|np|(for,on)".
func readSense(frames, stance string) (sense, error) {
	s := sense{stance: stance}
	for _, name := range lexicon.Split(frames) {
		if preps, ok := strings.CutPrefix(name, "("); ok {
			s.frames |= fPrep
			s.preps = append(s.preps, strings.Split(strings.TrimSuffix(preps, ")"), ",")...)
			continue
		}
		f, ok := frameNames[name]
		if !ok {
			return s, fmt.Errorf("%q is no frame", name)
		}
		s.frames |= f
	}
	if !slices.Contains(extract.Stances(), stance) {
		return s, fmt.Errorf("%q is no stance", stance)
	}
	return s, nil
}
