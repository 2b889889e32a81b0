package number

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/extract"
)

// MaxDigits bounds a value that is written out. A longer one is no quantity of
// news but a serial number or an attack, and gets no value.
const MaxDigits = 400

// A Decimal is an exact number: coef times 10 to the power -scale. coef is the
// digits as written, so that "3.20" keeps its last zero. The zero Decimal is none.
type Decimal struct {
	Coef  string
	Scale int
	Neg   bool
}

// None reports whether there is no number.
func (d Decimal) None() bool { return d.Coef == "" }

// Shift multiplies by 10 to the power n.
func (d Decimal) Shift(n int) Decimal {
	d.Scale -= n
	return d
}

// FromInt is the decimal n.
func FromInt(n int64) Decimal {
	if n < 0 {
		return Decimal{Coef: strconv.FormatInt(-n, 10), Neg: true}
	}
	return Decimal{Coef: strconv.FormatInt(n, 10)}
}

// Times multiplies by the rational a/b. A quotient without end is rounded to ten places.
func (d Decimal) Times(a, b int64) Decimal {
	return FromRat(new(big.Rat).Mul(d.Rat(), big.NewRat(a, b)), 10)
}

// Plus adds the rational a/b.
func (d Decimal) Plus(a, b int64) Decimal {
	return FromRat(new(big.Rat).Add(d.Rat(), big.NewRat(a, b)), 10)
}

// Power raises d to a whole power, to 15 places; it is none beyond what news writes.
func (d Decimal) Power(e int) Decimal {
	if len(d.Coef) > 9 || d.Scale > 9 || e > 64 || e < -64 || e < 0 && strings.Trim(d.Coef, "0") == "" {
		return Decimal{}
	}
	p, base := big.NewRat(1, 1), d.Rat()
	for range max(e, -e) {
		p.Mul(p, base)
	}
	if e < 0 {
		p.Inv(p)
	}
	return FromRat(p, 15)
}

// Rat is d as a fraction.
func (d Decimal) Rat() *big.Rat {
	r, ok := new(big.Rat).SetString(d.Text())
	if !ok {
		return new(big.Rat)
	}
	return r
}

// FromRat rounds to places, and to as many digits that count where r is smaller than a tenth.
func FromRat(r *big.Rat, places int) Decimal {
	if f, _ := r.Float64(); f != 0 && math.Abs(f) < 0.1 {
		places += int(-math.Floor(math.Log10(math.Abs(f)))) - 1
	}
	s := r.FloatString(places)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return Parse(s)
}

// Parse reads plain digits with at most one point and a sign before.
func Parse(s string) Decimal {
	var d Decimal
	s, d.Neg = strings.CutPrefix(s, "-")
	whole, frac, _ := strings.Cut(s, ".")
	d.Coef, d.Scale = whole+frac, len(frac)
	return d
}

// Text writes the number out in full: "-1300000.5". It is "" for none, and for
// numbers of more than maxDigits digits.
func (d Decimal) Text() string {
	if d.None() || len(d.Coef) > MaxDigits || d.Scale > MaxDigits || -d.Scale > MaxDigits {
		return ""
	}
	digits := strings.TrimLeft(d.Coef, "0")
	switch {
	case digits == "":
		digits = "0"
		if d.Scale > 0 {
			digits = "0." + strings.Repeat("0", d.Scale)
		}
		return digits
	case d.Scale < 0:
		digits += strings.Repeat("0", -d.Scale)
	case d.Scale > 0:
		digits = point(digits, d.Scale)
	}
	if d.Neg {
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

// Value is d as records write it.
func (d Decimal) Value() extract.Decimal { return extract.Decimal(d.Text()) }

// Float is for comparisons only.
func (d Decimal) Float() float64 {
	f, err := strconv.ParseFloat(d.Text(), 64)
	if err != nil {
		return 0
	}
	return f
}

// Whole reports whether d is a bare integer below limit, and gives it.
func (d Decimal) Whole(limit int) (int, bool) {
	if d.None() || d.Scale != 0 || len(d.Coef) > 9 {
		return 0, false
	}
	n, err := strconv.Atoi(d.Coef)
	return n, err == nil && n < limit
}
