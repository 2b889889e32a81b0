package lexicon

import (
	"strconv"
	"sync"
)

// Months are the numbers of the months by their names and short forms, with and without a point, in small
// letters. The map is shared: it must not be changed.
var Months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, r := range Must("months").Rows {
		n, _ := strconv.Atoi(r.Cell("number"))
		for _, w := range append(r.Words("short"), r.Cell("name")) {
			m[w] = n
		}
	}
	return m
})
