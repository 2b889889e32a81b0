package quantity

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// maxDigits bounds a value that is written out. A longer one is no quantity of
// news but a serial number or an attack, and gets no value.
const maxDigits = 400

// A decimal is an exact number: coef times 10 to the power -scale. coef is the
// digits as written, so that "3.20" keeps its last zero. The zero decimal is none.
type decimal struct {
	coef  string
	scale int
	neg   bool
}

func (d decimal) none() bool { return d.coef == "" }

// shift multiplies by 10 to the power n.
func (d decimal) shift(n int) decimal {
	d.scale -= n
	return d
}

func fromInt(n int64) decimal {
	if n < 0 {
		return decimal{coef: strconv.FormatInt(-n, 10), neg: true}
	}
	return decimal{coef: strconv.FormatInt(n, 10)}
}

// times multiplies by the rational a/b. A quotient without end is rounded to ten places.
func (d decimal) times(a, b int64) decimal {
	r := d.rat()
	return fromRat(r.Mul(r, big.NewRat(a, b)), 10)
}

// plus adds the rational a/b.
func (d decimal) plus(a, b int64) decimal {
	r := d.rat()
	return fromRat(r.Add(r, big.NewRat(a, b)), 10)
}

// power raises d to a whole power, to 15 places; it is none beyond what news writes.
func (d decimal) power(e int) decimal {
	if len(d.coef) > 9 || d.scale > 9 || e > 64 || e < -64 || e < 0 && strings.Trim(d.coef, "0") == "" {
		return decimal{}
	}
	p, base := big.NewRat(1, 1), d.rat()
	for range max(e, -e) {
		p.Mul(p, base)
	}
	if e < 0 {
		p.Inv(p)
	}
	return fromRat(p, 15)
}

func (d decimal) rat() *big.Rat {
	r, ok := new(big.Rat).SetString(d.text())
	if !ok {
		return new(big.Rat)
	}
	return r
}

// fromRat rounds to places, and to as many digits that count where r is smaller than a tenth.
func fromRat(r *big.Rat, places int) decimal {
	if f, _ := r.Float64(); f != 0 && math.Abs(f) < 0.1 {
		places += int(-math.Floor(math.Log10(math.Abs(f)))) - 1
	}
	s := r.FloatString(places)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return parseDecimal(s)
}

// parseDecimal reads plain digits with at most one point and a sign before.
func parseDecimal(s string) decimal {
	var d decimal
	s, d.neg = strings.CutPrefix(s, "-")
	whole, frac, _ := strings.Cut(s, ".")
	d.coef, d.scale = whole+frac, len(frac)
	return d
}

// text writes the number out in full: "-1300000.5". It is "" for none, and for
// numbers of more than maxDigits digits.
func (d decimal) text() string {
	if d.none() || len(d.coef) > maxDigits || d.scale > maxDigits || -d.scale > maxDigits {
		return ""
	}
	digits := strings.TrimLeft(d.coef, "0")
	switch {
	case digits == "":
		digits = "0"
		if d.scale > 0 {
			digits = "0." + strings.Repeat("0", d.scale)
		}
		return digits
	case d.scale < 0:
		digits += strings.Repeat("0", -d.scale)
	case d.scale > 0:
		digits = point(digits, d.scale)
	}
	if d.neg {
		return "-" + digits
	}
	return digits
}

// point sets the decimal point. Zeros that a magnitude left behind it go:
// "1.50" million is 1500000, and not 1500000.00.
func point(digits string, scale int) string {
	if len(digits) <= scale {
		digits = strings.Repeat("0", scale-len(digits)+1) + digits
	}
	return digits[:len(digits)-scale] + "." + digits[len(digits)-scale:]
}

func (d decimal) value() extract.Decimal { return extract.Decimal(d.text()) }

// float is for comparisons only.
func (d decimal) float() float64 {
	f, err := strconv.ParseFloat(d.text(), 64)
	if err != nil {
		return 0
	}
	return f
}

// whole reports whether d is a bare integer below limit, and gives it.
func (d decimal) whole(limit int) (int, bool) {
	if d.none() || d.scale != 0 || len(d.coef) > 9 {
		return 0, false
	}
	n, err := strconv.Atoi(d.coef)
	return n, err == nil && n < limit
}
