package golden

import (
	"fmt"
	"os"
	"strings"
)

// A Known is one line of known.txt: an output that is wrong, and why it stands.
type Known struct {
	Case, Layer string
	Kind        string // missing: a true line that the pipeline does not give; extra: a line it should not give
	Line        string
	Reason      string
	at          int
}

func (k Known) key() string { return k.Case + "\t" + k.Layer + "\t" + k.Kind + "\t" + k.Line }

// LoadKnown reads the list of known wrong outputs: five tab-separated cells a
// line. It is an error for one to lack its reason.
func LoadKnown(path string) ([]Known, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []Known
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 || cells[4] == "" || cells[2] != "missing" && cells[2] != "extra" {
			return nil, fmt.Errorf("%s:%d: want case, layer, missing or extra, line, reason, separated by tabs", path, n)
		}
		out = append(out, Known{cells[0], cells[1], cells[2], cells[3], cells[4], n})
	}
	return out, nil
}
