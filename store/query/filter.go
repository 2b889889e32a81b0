package query

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// A Filter says which claims are wanted: those that meet all fields that are not
// empty.
type Filter struct {
	Text       string   // words and "phrases" of content or source, all of them; -word is one that must not be there
	Source     string   // words of the source's name
	Kind       []string // of source: person, group ...
	Type       []string // direct, indirect, mixed, none
	Stance     []string
	Factuality []string
	Number     string  // ">1000", "<=5", "3000", "10..20"
	Unit       string  // of the number: USD, %, km; "none" for counts
	Of         string  // words in what the number counts or measures
	Date       string  // a day, month or year that a time in the claim falls into: 2024-10-23, 2024-10, 2024
	Published  string  // a day, month or year in which the article came out, or a range 2024-10..2024-12
	Place      string  // ISO 3166 code or name of a place in the content
	Article    string  // id of the article
	Conf       float64 // the least conf, 0 to 1
}

// A Dialect is what the two databases write differently.
type Dialect struct {
	schema string
	param  func(n int) string
	text   func(f *builder, query string)
	source func(f *builder, words []string)
	lower  func(column string) string
	// many rows of a table of what is inside claims are too many to gather and sort: the claims are
	// walked through in their order instead, until a page of them is found. 0 is never, as
	// PostgreSQL sees to that by itself.
	many int
}

// builder gathers conditions and their arguments.
type builder struct {
	d      *Dialect
	where  []string
	args   []any
	narrow bool            // something else than kinds and the like is asked for
	walk   map[string]bool // tables that are asked about each claim, not for all
}

// arg adds an argument and returns its mark.
func (b *builder) arg(v any) string {
	b.args = append(b.args, v)
	return b.d.param(len(b.args))
}

func (b *builder) add(format string, args ...any) {
	b.where = append(b.where, fmt.Sprintf(format, args...))
}

// SQLite is the dialect of package sqlite.
var SQLite = &Dialect{
	param: func(int) string { return "?" },
	text: func(b *builder, query string) {
		b.add("c.n in (select rowid from words where words match %s)", b.arg(match(query)))
	},
	source: func(b *builder, words []string) {
		b.add("c.n in (select rowid from words where words match %s)", b.arg("source: ("+quoteAll(words)+")"))
	},
	lower: func(c string) string { return c + " collate nocase" },
	many:  10_000,
}

// Postgres is the dialect of package postgres.
var Postgres = &Dialect{
	schema: "claimwire.",
	param:  func(n int) string { return "$" + strconv.Itoa(n) },
	text: func(b *builder, query string) {
		b.add("c.words @@ websearch_to_tsquery('english', %s)", b.arg(query))
	},
	source: func(b *builder, words []string) {
		for i, w := range words {
			words[i] = "'" + strings.NewReplacer("'", "''", `\`, `\\`).Replace(w) + "':A"
		}
		b.add("c.words @@ to_tsquery('english', %s)", b.arg(strings.Join(words, " & ")))
	},
	lower: func(c string) string { return "lower(" + c + ")" },
}

// inside asks that a row of a table of what is inside claims meets one of the conditions, in each
// of which "@" stands before a column that an index may be used for.
func (b *builder) inside(table string, conditions []string) {
	name := b.d.schema + table
	for i, c := range conditions {
		if b.walk[table] {
			conditions[i] = strings.ReplaceAll(c, "@", "+")
			continue
		}
		conditions[i] = fmt.Sprintf("select claim from %s where %s", name, strings.ReplaceAll(c, "@", ""))
	}
	if b.walk[table] {
		b.add("exists (select 1 from %s where claim = c.n and (%s))", name, strings.Join(conditions, " or "))
		return
	}
	b.add("c.n in (%s)", strings.Join(conditions, " union all "))
}

// conditions makes the where clause; "" if all claims are wanted.
func (d *Dialect) conditions(f *Filter, walk map[string]bool) (string, []any, error) {
	b := &builder{d: d, walk: walk, narrow: f.Text+f.Source+f.Number+f.Unit+f.Of+f.Date+f.Published+f.Place+f.Article != ""}
	if f.Text != "" {
		d.text(b, f.Text)
	}
	if words := strings.Fields(f.Source); len(words) > 0 {
		d.source(b, words)
	}
	b.among("source_kind", f.Kind)
	b.among("type", f.Type)
	b.among("stance", f.Stance)
	b.among("factuality", f.Factuality)
	if f.Conf > 0 {
		b.add("c.conf >= %s", b.arg(f.Conf))
	}
	if err := b.number(f); err != nil {
		return "", nil, err
	}
	if f.Date != "" {
		from, to, err := period(f.Date)
		if err != nil {
			return "", nil, fmt.Errorf("date: %w", err)
		}
		b.inside("time", []string{fmt.Sprintf(`@"from" < %s and @"to" > %s and "from" <> ''`, b.arg(to), b.arg(from))})
	}
	if f.Published != "" {
		from, to, err := period(f.Published)
		if err != nil {
			return "", nil, fmt.Errorf("published: %w", err)
		}
		b.add("a.published >= %s and a.published < %s", b.arg(from), b.arg(to))
	}
	if f.Place != "" {
		if isISO(f.Place) {
			b.inside("place", []string{"@iso = " + b.arg(f.Place)})
		} else {
			b.inside("place", []string{fmt.Sprintf("%s = %s", d.lower("@text"), b.arg(strings.ToLower(f.Place)))})
		}
	}
	if f.Article != "" {
		b.add("a.id = %s", b.arg(f.Article))
	}
	if len(b.where) == 0 {
		return "", nil, nil
	}
	return " where " + strings.Join(b.where, " and "), b.args, nil
}

// among asks for one of the values. They are few in a column and each has many rows, so that its
// index is of use only where nothing else narrows the search.
func (b *builder) among(column string, values []string) {
	if len(values) == 0 {
		return
	}
	plus := ""
	if b.narrow && b.d.many > 0 {
		plus = "+"
	}
	marks := make([]string, len(values))
	for i, v := range values {
		marks[i] = b.arg(v)
	}
	b.add("%sc.%s in (%s)", plus, column, strings.Join(marks, ", "))
}

// number is met by one quantity that meets value, unit and thing. Of a range, the
// end that lies nearer counts: "10 to 20" is more than 5 and less than 30.
func (b *builder) number(f *Filter) error {
	if f.Number == "" && f.Unit == "" && f.Of == "" {
		return nil
	}
	tests := []test{{}}
	if f.Number != "" {
		var err error
		if tests, err = comparisons(f.Number); err != nil {
			return err
		}
	}
	// A select for each form of number, so that each is a range of an index.
	var forms []string
	for _, t := range tests {
		all := []string{"true"}
		if t.sql != "" {
			for _, x := range t.args {
				t.sql = strings.Replace(t.sql, "€", b.arg(x), 1)
			}
			all = append(all, t.sql)
		}
		if f.Unit != "" {
			unit := f.Unit
			if unit == "none" {
				unit = ""
			}
			all = append(all, "@unit = "+b.arg(unit))
		}
		for _, w := range strings.Fields(f.Of) {
			all = append(all, "lower(of) like "+b.arg("%"+strings.ToLower(w)+"%"))
		}
		forms = append(forms, strings.Join(all, " and "))
	}
	b.inside("quantity", forms)
	return nil
}

// A test is one way of meeting a comparison; each "€" of sql stands for an argument.
type test struct {
	sql  string
	args []float64
}

func comparisons(s string) ([]test, error) {
	wrong := fmt.Errorf("number %q: write >1000, >=5, <5, <=5, 3000 or 10..20", s)
	if low, high, ok := strings.Cut(s, ".."); ok {
		x, err1 := strconv.ParseFloat(low, 64)
		y, err2 := strconv.ParseFloat(high, 64)
		if err1 != nil || err2 != nil {
			return nil, wrong
		}
		return []test{{"@value between € and €", []float64{x, y}}}, nil
	}
	op := s[:len(s)-len(strings.TrimLeft(s, "<>="))]
	x, err := strconv.ParseFloat(strings.TrimSpace(s[len(op):]), 64)
	if err != nil {
		return nil, wrong
	}
	end := map[string]string{"": "", "=": "", ">": "low", ">=": "low", "<": "high", "<=": "high"}
	column, ok := end[op]
	switch {
	case !ok:
		return nil, wrong
	case column == "":
		return []test{{"@value = €", []float64{x}}}, nil
	}
	return []test{{"@value " + op + " €", []float64{x}}, {"@value is null and @" + column + " " + op + " €", []float64{x}}}, nil
}

// period is a half-open range of dates as text: a day, month or year, or two of
// them with ".." between, the second included.
func period(s string) (from, to string, err error) {
	first, last, ok := strings.Cut(s, "..")
	if !ok {
		last = first
	}
	if _, _, err = span(first); err != nil {
		return "", "", err
	}
	_, to, err = span(last)
	return first, to, err
}

func span(s string) (from, to string, err error) {
	for _, l := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return s, t.AddDate(l.years, l.months, l.days).Format(l.layout), nil
		}
	}
	return "", "", fmt.Errorf("%q is no day, month or year: write 2024-10-23, 2024-10 or 2024", s)
}

// isISO tells a code of a country or region from a name.
func isISO(s string) bool {
	return len(s) >= 2 && s == strings.ToUpper(s) && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z' && (len(s) == 2 || s[2] == '-')
}

// match writes a query of words and "phrases" in the language of FTS5, in which
// every mark means something.
func match(query string) string {
	var all, not []string
	for query = strings.TrimSpace(query); query != ""; query = strings.TrimSpace(query) {
		term, negated := "", false
		if query[0] == '-' && len(query) > 1 {
			negated, query = true, query[1:]
		}
		if query[0] == '"' {
			term, query, _ = strings.Cut(query[1:], `"`)
		} else if i := strings.IndexAny(query, " \t"); i >= 0 {
			term, query = query[:i], query[i:]
		} else {
			term, query = query, ""
		}
		if !strings.ContainsFunc(term, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			continue
		}
		if negated {
			not = append(not, quote(term))
		} else {
			all = append(all, quote(term))
		}
	}
	out := strings.Join(all, " AND ")
	for _, n := range not {
		if out != "" {
			out = "(" + out + ") NOT " + n
		}
	}
	if out == "" {
		return `""`
	}
	return out
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, "") + `"` }

func quoteAll(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	return strings.Join(quoted, " AND ")
}
