package offset

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// texts hold what byte offsets go wrong on.
var texts = []string{
	"", "plain", "“Nein,” sagte sie.", "a👩‍👩‍👧b", "e\u0301te\u0301", "שלום said", "𝒳" + strings.Repeat("é", 200) + "😀" + strings.Repeat("x", 300) + "–",
}

func TestAt(t *testing.T) {
	for _, text := range texts {
		chars, units := New(text, Chars), New(text, UTF16)
		for i := range text + "\x00" {
			if got, want := chars.At(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Errorf("%.20q: byte %d is character %d, want %d", text, i, got, want)
			}
			if got, want := units.At(i), len(utf16.Encode([]rune(text[:i]))); got != want {
				t.Errorf("%.20q: byte %d is unit %d, want %d", text, i, got, want)
			}
		}
	}
}

func TestRewrite(t *testing.T) {
	for _, c := range []struct{ text, unit, in, want string }{
		{"é😀x", "chars", `{"v":"claim/1","cue":{"text":"x","start":6,"end":7},"parts":[{"start":0,"end":2}]}`, `{"v":"claim/1","cue":{"text":"x","start":2,"end":3},"parts":[{"start":0,"end":1}],"offsets":"chars"}`},
		{"é😀x", "utf16", `{"start":6,"end":7}`, `{"start":3,"end":4,"offsets":"utf16"}`},
		{"é😀x", "bytes", `{"start":6,"end":7}`, `{"start":6,"end":7}`},
		{"é", "chars", `{"text":"a \"start\":2 \\","title":"start","end":2}`, `{"text":"a \"start\":2 \\","title":"start","end":1,"offsets":"chars"}`},
		{"é", "chars", `{"extra":{"start":2,"a":["}",{"end":2}]},"x":{"extra":{"end":2}}}`, `{"extra":{"start":2,"a":["}",{"end":2}]},"x":{"extra":{"end":1}},"offsets":"chars"}`},
		{"é", "chars", `{"extra":1,"end":2}`, `{"extra":1,"end":1,"offsets":"chars"}`},
	} {
		unit, err := Parse(c.unit)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(New(c.text, unit).Rewrite([]byte(c.in))); got != c.want {
			t.Errorf("%s in %s:\n%s, want\n%s", c.in, c.unit, got, c.want)
		}
	}
	if _, err := Parse("runes"); err == nil {
		t.Error("runes is taken for a unit")
	}
}

// TestOtherLanguages slices each text in Python and in JavaScript by the offsets of
// every character, and wants the character back.
func TestOtherLanguages(t *testing.T) {
	type slice struct {
		Text       string
		Start, End int
		Want       string
	}
	for _, c := range []struct {
		unit    Unit
		command []string
	}{
		{Chars, []string{"python3", "-c", "import json,sys\nfor s in json.load(sys.stdin):\n assert s['Text'][s['Start']:s['End']]==s['Want'], s"}},
		{UTF16, []string{"node", "-e", "for(const s of JSON.parse(require('fs').readFileSync(0,'utf8')))if(s.Text.slice(s.Start,s.End)!==s.Want){console.error(s);process.exit(1)}"}},
	} {
		if _, err := exec.LookPath(c.command[0]); err != nil {
			t.Logf("%s is not installed: its slices were not tried", c.command[0])
			continue
		}
		var slices []slice
		for _, text := range texts {
			table := New(text, c.unit)
			for i, r := range text {
				end := i + utf8.RuneLen(r)
				slices = append(slices, slice{text, table.At(i), table.At(end), text[i:end]})
			}
		}
		input, err := json.Marshal(slices)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(c.command[0], c.command[1:]...)
		cmd.Stdin = strings.NewReader(string(input))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", c.command[0], err, out)
		}
	}
}

func FuzzRewrite(f *testing.F) {
	f.Add("é😀", `{"start":1,"extra":[1]}`)
	f.Fuzz(func(t *testing.T, text, record string) {
		if !json.Valid([]byte(record)) || !strings.HasPrefix(record, `{"`) {
			t.Skip()
		}
		var compact json.RawMessage
		if b, err := json.Marshal(json.RawMessage(record)); err == nil {
			compact = b
		}
		if out := New(text, Chars).Rewrite(compact); !json.Valid(out) {
			t.Errorf("%s became %s", compact, out)
		}
	})
}
