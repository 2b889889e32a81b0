package golden

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Run holds the goldens under root to the present output in go test: a subtest for each
// case that differs. With -update, a flag of the test's own package that update carries,
// it writes the files anew first.
//
//	var update = flag.Bool("update", false, "write the goldens anew")
//
//	func TestGoldens(t *testing.T) { golden.Run(t, "testdata", golden.Options{Update: *update}) }
func Run(t *testing.T, root string, o Options) *Report {
	t.Helper()
	r, err := Check(t.Context(), root, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Cases {
		if c.OK() {
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			if c.Err != nil {
				t.Error(c.Err)
			}
			for _, l := range c.Layers {
				if len(l.Missing)+len(l.Extra) > 0 {
					t.Errorf("%s (- want, + got):\n%s", l.Name, cmp.Diff(l.Missing, l.Extra))
				}
				if l.Kept {
					t.Errorf("%s has known faults beside these: settle it by hand", l.Name)
				}
			}
		})
	}
	for _, k := range r.Healed {
		t.Errorf("known.txt:%d: turned right, take it off the list: %s %s, %s: %s", k.at, k.Case, k.Layer, k.Kind, k.Line)
	}
	return r
}
