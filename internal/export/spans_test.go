package export

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestSpans wants what a reader cuts out of the text by the characters of an export to be the
// passages of the claims.
func TestSpans(t *testing.T) {
	var want []string
	for _, r := range records(t) {
		for i := range r.Claims {
			for _, m := range marks(&r.Claims[i]) {
				want = append(want, m.Text)
			}
		}
	}
	for _, tt := range []struct {
		format string
		cut    func(text []rune, line []byte) []string
	}{
		{"prodigy", func(text []rune, line []byte) (out []string) {
			var v struct{ Spans []struct{ Start, End int } }
			decode(t, line, &v)
			for _, s := range v.Spans {
				out = append(out, string(text[s.Start:s.End]))
			}
			return out
		}},
		{"doccano", func(text []rune, line []byte) (out []string) {
			var v struct {
				Entities []struct {
					Start int `json:"start_offset"`
					End   int `json:"end_offset"`
				}
			}
			decode(t, line, &v)
			for _, s := range v.Entities {
				out = append(out, string(text[s.Start:s.End]))
			}
			return out
		}},
		{"webanno", func(text []rune, line []byte) (out []string) {
			var v struct {
				Items []struct {
					Target []struct {
						Selector []struct {
							Start, End            int
							Exact, Prefix, Suffix string
						}
					}
				}
			}
			decode(t, line, &v)
			for _, item := range v.Items {
				for _, target := range item.Target {
					at, quote := target.Selector[0], target.Selector[1]
					got := string(text[at.Start:at.End])
					if got != quote.Exact || !strings.HasSuffix(string(text[:at.Start]), quote.Prefix) || !strings.HasPrefix(string(text[at.End:]), quote.Suffix) {
						t.Errorf("webanno: position has %q, quotation %q", got, quote.Exact)
					}
					out = append(out, got)
				}
			}
			return out
		}},
	} {
		data, err := os.ReadFile(write(t, tt.format))
		if err != nil {
			t.Fatal(err)
		}
		texts, got := records(t), []string(nil)
		for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
			got = append(got, tt.cut([]rune(texts[i].Text), []byte(line))...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", tt.format, got, want)
		}
	}
}

func decode(t *testing.T, line []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(line, v); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
}
