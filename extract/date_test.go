package extract

import (
	"encoding/json"
	"testing"
)

func TestReadTimestamp(t *testing.T) {
	for s, want := range map[string]string{
		"2024-10-24":                        "2024-10-24",
		"Thu, 24 Oct 2024 10:00:00 GMT":     "2024-10-24T10:00:00Z",
		"Thu, 24 Oct 2024 10:00:00 EST":     "2024-10-24T10:00:00-05:00",
		"Thu, 24 Oct 2024 10:00:00 +0200":   "2024-10-24T10:00:00+02:00",
		"2024-10-24 10:00:00+00:00":         "2024-10-24T10:00:00Z",
		"2024-10-24 10:00:00.123456+00:00":  "2024-10-24T10:00:00Z",
		"2024-10-24 10:00:00+02":            "2024-10-24T10:00:00+02:00",
		"2024-10-24T10:00:00+0000":          "2024-10-24T10:00:00Z",
		"2024-10-24T10:00:00.000-0500":      "2024-10-24T10:00:00-05:00",
		"2024-10-24 10:00:00 +0000 UTC":     "2024-10-24T10:00:00Z",
		"2024-10-24 10:00":                  "2024-10-24T10:00:00Z",
		"1729764000":                        "2024-10-24T10:00:00Z",
		"1729764000000":                     "2024-10-24T10:00:00Z",
		"1729764000.5":                      "2024-10-24T10:00:00Z",
		"24 October 2024":                   "2024-10-24",
		"Oct. 24, 2024":                     "2024-10-24",
		"October 24, 2024 at 3:04 PM":       "2024-10-24T15:04:00Z",
		"Thursday, 24 October 2024":         "2024-10-24",
		"  2024-10-24T10:00:00Z ":           "2024-10-24T10:00:00Z",
		"24 Oct 24 10:00 UTC":               "2024-10-24T10:00:00Z",
		"3/4/2024":                          "",
		"soon":                              "",
		"":                                  "",
		"99999999999999999999":              "",
		"2024":                              "",
		"Thu, 24 Oct 2024 10:00:00 Nowhere": "",
	} {
		got, err := ReadTimestamp(s)
		if got.String() != want || (err != nil) != (want == "") {
			t.Errorf("%q is %s, %v; want %q", s, got, err, want)
		}
	}
}

func TestTimestampRoundTrip(t *testing.T) {
	for _, s := range []string{`"2024-10-24"`, `"2024-10-24T10:00:00Z"`, `"2024-10-24T10:00:00-05:00"`, `""`} {
		var v Timestamp
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Errorf("%s: %v", s, err)
		}
		if out, err := json.Marshal(v); err != nil || string(out) != s {
			t.Errorf("%s comes back as %s, %v", s, out, err)
		}
	}
	var v Timestamp
	if err := json.Unmarshal([]byte(`"soon"`), &v); err == nil {
		t.Error("no error for a date that is none")
	}
}

func TestDecimalRoundTrip(t *testing.T) {
	for _, s := range []string{"3000", "-0.50", "null", "12345678901234567890.10"} {
		var v Decimal
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			t.Errorf("%s: %v", s, err)
		}
		if out, err := json.Marshal(v); err != nil || string(out) != s {
			t.Errorf("%s comes back as %s, %v", s, out, err)
		}
	}
	var v Decimal
	if err := json.Unmarshal([]byte(`"x"`), &v); err == nil {
		t.Error("no error for a number that is none")
	}
}

func FuzzReadTimestamp(f *testing.F) {
	for _, s := range []string{"2024-10-24", "Thu, 24 Oct 2024 10:00:00 EST", "1729764000.5", "24 October 2024", "2024-10-24 10:00:00 +0000 UTC"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := ReadTimestamp(s)
		if err != nil {
			return
		}
		again, err := ParseTimestamp(v.String())
		if err != nil || again.String() != v.String() {
			t.Errorf("%q is %s, which reads as %s, %v", s, v, again, err)
		}
	})
}
