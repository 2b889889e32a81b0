package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"strings"
	"unicode/utf8"

	prose "github.com/jdkato/prose/v3/tag"

	"github.com/claimwire/claimwire/internal/hashed"
)

var errProse = errors.New("prose's weights: damaged, or of another format")

// A proseReader takes values off prose's file, which is little-endian.
type proseReader struct{ reader }

func (r *proseReader) uint32() uint32 {
	if b := r.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// word reads a text behind its length of two bytes.
func (r *proseReader) word() string {
	b := r.bytes(2)
	if b == nil {
		return ""
	}
	return string(r.bytes(uint64(binary.LittleEndian.Uint16(b))))
}

// emptyProse is a file without weights.
const emptyProse = "PROSETAG\x01\x00\x00\x00" + // classes, features, weights, length of the names; two ends; fixed words
	"\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00"

// decodeProse reads prose's file: the classes; the names of the features in order, one behind
// the other, and where each ends; their weights; and the words of one class.
func decodeProse(data []byte) (*Prose, error) {
	r := &proseReader{reader{data: data}}
	if string(r.bytes(8)) != "PROSETAG" || r.uint32() != 1 {
		return nil, errProse
	}
	p := &Prose{fixed: hashed.New[uint8](1600)}
	n := r.uint32()
	if n > mostClasses {
		return nil, errProse
	}
	for range n {
		p.classes = append(p.classes, r.word())
	}
	features, weights := r.uint32(), r.uint32()
	names := string(r.bytes(uint64(r.uint32())))
	ends := r.bytes(4 * (uint64(features) + 1))
	starts := r.bytes(4 * (uint64(features) + 1))
	classes, numbers := r.bytes(uint64(weights)), r.bytes(4*uint64(weights))
	for range r.uint32() {
		word := r.word()
		if b := r.bytes(1); b != nil && int(b[0]) < len(p.classes) {
			*p.fixed.At(word) = b[0]
		}
	}
	if r.failed || !p.fill(starts, classes, numbers) {
		return nil, errProse
	}
	if err := p.index(names, ends); err != nil {
		return nil, err
	}
	return p, p.specials()
}

// fill lays out the weights; false if the file names a place or a class that is not there.
func (p *Prose) fill(starts, classes, numbers []byte) bool {
	p.cells = make([]rowCell, 1, 1+len(starts)/4+len(classes))
	from := binary.LittleEndian.Uint32(starts)
	for i := 4; i < len(starts); i += 4 {
		to := binary.LittleEndian.Uint32(starts[i:])
		if to < from || int(to) > len(classes) {
			return false
		}
		p.cells = append(p.cells, rowCell{class: to - from})
		for ; from < to; from++ {
			if int(classes[from]) >= len(p.classes) {
				return false
			}
			p.cells = append(p.cells, rowCell{uint32(classes[from]), math.Float32frombits(binary.LittleEndian.Uint32(numbers[4*from:]))})
		}
	}
	return len(p.classes) > 0
}

// specials asks prose which single marks it tags by their form.
func (p *Prose) specials() (err error) {
	if p.special, err = prose.FromBytes([]byte(emptyProse)); err != nil {
		return fmt.Errorf("prose without weights: %w", err)
	}
	for c := range utf8.RuneSelf {
		p.single[c] = p.askForm(string(rune(c)))
	}
	return nil
}

// proseTemplates are the kinds of features, in the order of the file, which is that of their
// names.
var proseTemplates = [...]struct {
	prefix string
	add    func(p *Prose, rest string, feature uint32)
}{
	{"bias", func(p *Prose, _ string, f uint32) {
		for _, c := range p.cells[f+1 : f+1+p.cells[f].class] {
			p.bias[c.class] = c.weight
		}
	}},
	{"i pref1 ", func(p *Prose, letter string, f uint32) { p.letters[letter[0]] = f }},
	{"i suffix ", func(p *Prose, end string, f uint32) { p.addEnding(end).here = f }},
	{"i tag+i-2 tag ", func(p *Prose, tags string, f uint32) {
		before, first, _ := strings.Cut(tags, " ")
		p.pair[p.addTag(before)][p.addTag(first)] = f
	}},
	{"i word ", func(p *Prose, word string, f uint32) { p.addWord(word).here = f }},
	{"i+1 suffix ", func(p *Prose, end string, f uint32) { p.addEnding(end).right = f }},
	{"i+1 word ", func(p *Prose, word string, f uint32) { p.addWord(word).right = f }},
	{"i+2 word ", func(p *Prose, word string, f uint32) { p.addWord(word).right2 = f }},
	{"i-1 suffix ", func(p *Prose, end string, f uint32) { p.addEnding(end).left = f }},
	{"i-1 tag ", func(p *Prose, tag string, f uint32) { p.one[p.addTag(tag)] = f }},
	{"i-1 tag+i word ", nil}, // see addBehind
	{"i-1 word ", func(p *Prose, word string, f uint32) { p.addWord(word).left = f }},
	{"i-2 tag ", func(p *Prose, tag string, f uint32) { p.two[p.addTag(tag)] = f }},
	{"i-2 word ", func(p *Prose, word string, f uint32) { p.addWord(word).left2 = f }},
}

// index names the features' places: of words, endings and tags.
func (p *Prose) index(names string, ends []byte) error {
	p.words, p.endings = hashed.New[uint32](17000), hashed.New[uint32](3000)
	p.known, p.knownEndings = make([]knownWord, 1, 17000), make([]knownEnding, 1, 3000)
	p.tagNames = map[string]tagID{}
	kind := 0
	pairs := make([]behind, 0, 28000)
	start, feature := uint32(0), uint32(1)
	for i := 1; 4*i < len(ends); i++ {
		end := binary.LittleEndian.Uint32(ends[4*i:])
		if end < start || int(end) > len(names) {
			return errProse
		}
		name := names[start:end]
		start = end
		for !strings.HasPrefix(name, proseTemplates[kind].prefix) {
			if kind++; kind == len(proseTemplates) {
				return fmt.Errorf("%w: feature %q", errProse, name)
			}
		}
		rest := name[len(proseTemplates[kind].prefix):]
		if add := proseTemplates[kind].add; add != nil {
			add(p, rest, feature)
		} else {
			tag, word, _ := strings.Cut(rest, " ")
			pairs = append(pairs, behind{p.addTag(tag), p.wordAt(word), feature})
		}
		feature += 1 + p.cells[feature].class
	}
	p.addBehind(pairs)
	if len(p.tagNames) >= int(unknownTag) {
		return fmt.Errorf("%w: %d tags", errProse, len(p.tagNames))
	}
	for _, class := range p.classes {
		p.tags = append(p.tags, p.tagID(class))
	}
	return nil
}

// A behind is the feature of a word behind a tag.
type behind struct {
	tag     tagID
	word    uint32
	feature uint32
}

// addBehind puts those of each word together, in the order of their tags.
func (p *Prose) addBehind(pairs []behind) {
	for _, b := range pairs {
		p.known[b.word].tags |= 1 << b.tag
	}
	n := uint32(0)
	for i := range p.known {
		p.known[i].first = n
		n += uint32(bits.OnesCount64(p.known[i].tags))
	}
	p.behind = make([]uint32, n)
	for _, b := range pairs {
		w := &p.known[b.word]
		p.behind[w.first+rank(w.tags, b.tag)] = b.feature
	}
}

// rank is how many tags of a set come before t.
func rank(tags uint64, t tagID) uint32 { return uint32(bits.OnesCount64(tags & (1<<(t&63) - 1))) }

// tagID is the number of a tag that features know.
func (p *Prose) tagID(tag string) tagID {
	if id, ok := p.tagNames[tag]; ok {
		return id
	}
	return unknownTag
}

func (p *Prose) addTag(tag string) tagID {
	id, ok := p.tagNames[tag]
	if !ok {
		id = min(tagID(len(p.tagNames)), unknownTag)
		p.tagNames[tag] = id
	}
	return id
}

func (p *Prose) wordAt(word string) uint32 {
	at := p.words.At(word)
	if *at == 0 {
		*at = uint32(len(p.known))
		p.known = append(p.known, knownWord{})
	}
	return *at
}

func (p *Prose) addWord(word string) *knownWord { return &p.known[p.wordAt(word)] }

func (p *Prose) addEnding(end string) *knownEnding {
	at := p.endings.At(end)
	if *at == 0 {
		*at = uint32(len(p.knownEndings))
		p.knownEndings = append(p.knownEndings, knownEnding{})
	}
	return &p.knownEndings[*at]
}
