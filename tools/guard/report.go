package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A record is a doc/1 record as its members.
type record map[string]json.RawMessage

// report prints, for each layer, how many articles and items differ, and the first of
// the items that are only in one of the two.
func report(before, after [][]byte, shown int) error {
	articles := 0
	in, items := map[string]int{}, map[string][2]int{}
	for i := range before {
		if bytes.Equal(before[i], after[i]) {
			continue
		}
		articles++
		var old, now record
		if err := json.Unmarshal(before[i], &old); err != nil {
			return err
		}
		if err := json.Unmarshal(after[i], &now); err != nil {
			return err
		}
		for _, layer := range layersOf(old, now) {
			if bytes.Equal(old[layer], now[layer]) {
				continue
			}
			in[layer]++
			gone, come := apart(itemsOf(old[layer]), itemsOf(now[layer]))
			n := items[layer]
			items[layer] = [2]int{n[0] + len(gone), n[1] + len(come)}
			shown = show(string(now["id"])+" "+layer, gone, come, shown)
		}
	}
	fmt.Printf("changed: %d articles\n", articles)
	for _, layer := range slices.Sorted(maps.Keys(in)) {
		fmt.Printf("  %-12s in %d articles: %d items gone, %d new\n", layer, in[layer], items[layer][0], items[layer][1])
	}
	return nil
}

// layersOf lists the members of either record.
func layersOf(old, now record) []string {
	names := slices.Collect(maps.Keys(now))
	for k := range old {
		if _, ok := now[k]; !ok {
			names = append(names, k)
		}
	}
	slices.Sort(names)
	return names
}

// itemsOf are the items of a layer; a member that is no list is one item.
func itemsOf(layer json.RawMessage) []string {
	var list []json.RawMessage
	if json.Unmarshal(layer, &list) != nil {
		return []string{string(layer)}
	}
	out := make([]string, len(list))
	for i := range list {
		out[i] = string(list[i])
	}
	return out
}

// apart gives the items that only one of the two lists has.
func apart(old, now []string) (gone, come []string) {
	count := map[string]int{}
	for _, s := range old {
		count[s]++
	}
	for _, s := range now {
		if count[s] > 0 {
			count[s]--
		} else {
			come = append(come, s)
		}
	}
	for _, s := range old {
		if count[s] > 0 {
			count[s]--
			gone = append(gone, s)
		}
	}
	return gone, come
}

// show prints items while any of the allowance is left, and returns the rest of it. Changed
// tokens are counted only: they are many, and what they change is in the other layers.
func show(where string, gone, come []string, left int) int {
	if strings.HasSuffix(where, " tokens") || len(gone)+len(come) == 0 || left <= 0 {
		return left
	}
	fmt.Println(where)
	for i, s := range append(gone, come...) {
		if left--; left < 0 {
			break
		}
		sign := "-"
		if i >= len(gone) {
			sign = "+"
		}
		fmt.Println("  "+sign, s)
	}
	return left
}
