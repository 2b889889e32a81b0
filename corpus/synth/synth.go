// Package synth makes news dumps of any size for benchmarks and for the tests of
// batch runs: articles put together from the paragraphs of the golden files, with
// new numbers, as JSON Lines or as WARC files of pages. The same seed gives the
// same bytes on every machine.
package synth

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"github.com/claimwire/claimwire/golden"
)

// A Maker makes articles. It holds no state, so that article n is the same
// whatever was made before it.
type Maker struct {
	// Words is about how many words an article has; 0 is 650, the length of a
	// news story of a paper.
	Words int
	// Seed tells dumps apart.
	Seed uint64

	paragraphs []string
}

// An Article is one made story, in the form that --from jsonl reads.
type Article struct {
	ID        string `json:"id"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

// New reads the golden files under root for their paragraphs.
func New(root string) (*Maker, error) {
	files, err := golden.Load(root)
	if err != nil {
		return nil, err
	}
	m := &Maker{}
	for _, f := range files {
		for _, c := range f.Cases {
			for p := range strings.SplitSeq(c.Article.Text, "\n\n") {
				if p = strings.Join(strings.Fields(p), " "); len(p) > 40 && strings.HasSuffix(strings.TrimRight(p, `"”’'`), ".") {
					m.paragraphs = append(m.paragraphs, p)
				}
			}
		}
	}
	if len(m.paragraphs) == 0 {
		return nil, fmt.Errorf("%s: no golden file with a paragraph in it", root)
	}
	return m, nil
}

// Article is story number n, from 0.
func (m *Maker) Article(n int) Article {
	r := rand.New(rand.NewPCG(m.Seed, uint64(n)))
	words := m.Words
	if words == 0 {
		words = 650
	}
	ward := 1 + r.IntN(4000)
	title := fmt.Sprintf("Council of Ward %d to Spend $%d Million on Roads", ward, 2+r.IntN(90))
	var b strings.Builder
	count := 0
	add := func(p string) {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p)
		count += len(strings.Fields(p))
	}
	add(fmt.Sprintf("The council of ward %d said on Monday that story %d of its roads plan would cost $%d,%03d.", ward, n, 1+r.IntN(900), r.IntN(1000)))
	for count < words {
		add(renumber(m.paragraphs[r.IntN(len(m.paragraphs))], r))
	}
	day := time.Date(2024, 1, 1, 6+n%12, 0, 0, 0, time.UTC).AddDate(0, 0, n%365)
	return Article{
		ID: fmt.Sprintf("s%08d", n), URL: fmt.Sprintf("https://news.example/%d/%s", n, day.Format(time.DateOnly)),
		Title: title, Published: day.Format(time.RFC3339), Text: b.String(),
	}
}

// renumber gives each number of three digits and more, that is no year, others in
// their place, so that two stories with one paragraph do not say the same.
func renumber(p string, r *rand.Rand) string {
	out := []byte(p)
	for i := 0; i < len(out); {
		end := i
		digits := 0
		for end < len(out) && (isDigit(out[end]) || digits > 0 && out[end] == ',' && end+1 < len(out) && isDigit(out[end+1])) {
			if isDigit(out[end]) {
				digits++
			}
			end++
		}
		if digits >= 3 && !isYear(string(out[i:end])) {
			for j := i + 1; j < end; j++ {
				if isDigit(out[j]) {
					out[j] = byte('0' + r.IntN(10))
				}
			}
		}
		i = max(end, i+1)
	}
	return string(out)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && 1000 <= n && n < 2100
}
