package attribution

// Caps on what an article may say that others said. News nests speech three deep at most; a
// text that repeats "said that" a thousand times nests it a thousand deep, and each level
// holds the words of all below it.
const (
	maxNesting = 6
	maxContent = 8        // bytes of content for each byte of the article
	minContent = 16 << 10 // bytes of content that any article may have
)

// limit leaves out the drafts that lie too deep, and those beyond the content that the
// article may have, in the order of their cues, and says so in the record.
func (r *reader) limit() {
	depth := r.depths()
	budget := max(minContent, maxContent*len(r.d.Text))
	place := make([]int, len(r.drafts)) // of each draft among those kept; -1 for one left out
	kept, deep, long := 0, 0, 0
	for i := range r.drafts {
		place[i] = kept
		switch size := r.drafts[i].size(); {
		case depth[i] >= maxNesting:
			deep++
			place[i] = -1
		case size > budget:
			long++
			place[i] = -1
		default:
			budget -= size
			kept++
		}
	}
	if kept == len(r.drafts) {
		return
	}
	for i := range r.drafts {
		d := &r.drafts[i]
		if place[i] < 0 {
			continue
		}
		for n := 0; d.parent >= 0 && place[d.parent] < 0 && n < maxNesting; n++ {
			d.parent = r.drafts[d.parent].parent
		}
		if d.parent >= 0 {
			d.parent = place[d.parent] // -1 where no parent was kept
		}
	}
	for i := range r.drafts { // a place never lies behind
		if place[i] >= 0 {
			r.drafts[place[i]] = r.drafts[i]
		}
	}
	r.drafts = r.drafts[:kept]
	if deep > 0 {
		r.d.Warn("%d attributions are nested deeper than %d and left out", deep, maxNesting)
	}
	if long > 0 {
		r.d.Warn("%d attributions are left out: contents have more than %d times the bytes of the text", long, maxContent)
	}
}

// depths is how many parents each draft has, as far as the cap needs to know.
func (r *reader) depths() []int {
	depth := make([]int, len(r.drafts))
	for i := range r.drafts {
		for p := r.drafts[i].parent; p >= 0 && depth[i] <= maxNesting; p = r.drafts[p].parent {
			depth[i]++
		}
	}
	return depth
}
