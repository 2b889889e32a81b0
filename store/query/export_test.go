package query

var Match = match

// Walking is SQLite's dialect that walks through the claims for all conditions.
func Walking() *Dialect {
	d := *SQLite
	d.many = 1
	return &d
}
