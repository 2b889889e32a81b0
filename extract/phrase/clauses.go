package phrase

import "github.com/claimwire/claimwire/extract"

// readClauses reads chunks and marks from left to right.
func (r *reader) readClauses() {
	r.open(&moment{}, 0, extract.MainClause).Rule = "opening/1"
	for i := 0; i < len(r.class); {
		m := &r.event
		*m = moment{i: i, noun: -1, verb: -1, prev: r.before(i)}
		m.near = r.nounNear(m.prev)
		switch n, v := r.nounOf(i), r.verbOf(i); {
		case n >= 0:
			m.noun = n
			r.act("noun", m)
			r.nouns[n].Clause = r.innermost()
			i = r.nouns[n].Last
		case v >= 0:
			m.verb = v
			if !r.verbs[v].Finite {
				r.act("nonfinite", m)
			}
			if r.verbs[v].Finite {
				r.act("finite", m)
			}
			r.verbs[v].Clause = r.innermost()
			i = r.verbs[v].Last
		default:
			if kind := kindOfMark[r.class[i]]; kind != "" {
				r.act(kind, m)
			}
			i++
		}
	}
	end := len(r.class)
	for end > 0 && r.is(end-1, closing) {
		end--
	}
	r.closeTo(end, 0)
}

var closing = maskOf(".')")

var kindOfMark = map[byte]string{
	'H': "that", 'W': "who", 'Q': "where", 'S': "subordinator", ',': "comma", ';': "semicolon", ':': "colon",
	'-': "dash", '"': "open", '\'': "close", ')': "bracket", '.': "stop",
}

// act does what the first row of its kind says whose facts hold.
func (r *reader) act(kind string, m *moment) {
	rows := compiledEvents()[kind]
rows:
	for k := range rows {
		for _, a := range rows[k].asked {
			if r.ask(m, a.fact) != a.want {
				continue rows
			}
		}
		m.row = rows[k].id
		for _, do := range rows[k].do {
			do(r, m)
		}
		return
	}
}

// top is the innermost open clause; there always is one while chunks are read.
func (r *reader) top() *clause { return &r.clauses[r.innermost()] }

func (r *reader) innermost() int { return r.stack[len(r.stack)-1] }

// open begins a clause at token i within the innermost one.
func (r *reader) open(m *moment, i int, kind extract.ClauseKind) *clause {
	c := clause{quotes: r.quotes, comma: r.is(i-1, setOff)}
	c.Clause = extract.Clause{
		First: i, Last: len(r.class), Kind: kind, Mark: -1, Subject: -1, Verb: -1, Parent: -1, OfNoun: -1, OfVerb: -1, Rule: m.row,
	}
	if len(r.stack) > 0 {
		c.Parent = r.innermost()
	}
	r.stack = append(r.stack, len(r.clauses))
	r.clauses = append(r.clauses, c)
	return r.top()
}

var (
	setOff    = maskOf(",(-")
	loose     = maskOf(",K-;:\"(")
	afterThat = maskOf(",K")
)

// close ends the innermost clause before token i, without the marks before that.
func (r *reader) close(i int) {
	c := r.top()
	for i > c.First && (r.is(i-1, loose) || r.at(i-1) == 'R' && r.is(i-2, afterThat)) {
		i--
	}
	c.Last = max(i, c.First)
	r.stack = r.stack[:len(r.stack)-1]
}

// closeTo ends clauses until n are open.
func (r *reader) closeTo(i, n int) {
	for len(r.stack) > n {
		r.close(i)
	}
}

// closeWhile ends inner clauses for which more holds; never the outermost.
func (r *reader) closeWhile(i int, more func(*clause) bool) {
	for len(r.stack) > 1 && more(r.top()) {
		r.close(i)
	}
}

// outer is how many clauses to keep open so that the innermost of them lacks a verb, and has
// a subject or, without waits, lacks that too; 0 if there is no such clause around this one.
func (r *reader) outer(waits bool) int {
	for n := len(r.stack) - 1; n >= 1 && len(r.stack)-n < deep; n-- {
		if c := &r.clauses[r.stack[n-1]]; c.Verb < 0 && (c.Subject >= 0 && (waits || !r.nouns[c.Subject].Time)) == waits {
			return n
		}
	}
	return 0
}
