package quantity

import "slices"

// isShared reports the name of a sum that several states have, such as peso: its code in
// currencies.tsv is that name in small letters. The article tells whose it is, if anything does.
func (u *unit) isShared() bool { return u.money && u.code[0] >= 'a' }

// issuer is the currency that the article calls by its full name, "Norwegian crowns",
// where it says only "crowns" here; u itself if it names none or more than one.
func (s *scan) issuer(u *unit) *unit {
	if !u.isShared() {
		return u
	}
	if s.issuers == nil {
		s.issuers = s.fullNames()
	}
	if full := s.issuers[u]; full != nil && full != several {
		return full
	}
	return u
}

// several marks a name that the article uses of more than one currency.
var several = &unit{}

// fullNames are the currencies that the article calls by adjective and noun, by the noun's.
func (s *scan) fullNames() map[*unit]*unit {
	found := map[*unit]*unit{}
	for i := 1; i < len(s.Doc.Tokens); i++ {
		name := s.Doc.Tokens[i].Norm
		short := currency(name)
		if short == nil || !short.isShared() {
			continue
		}
		full := currency(s.Doc.Tokens[i-1].Norm, name)
		switch before := found[short]; {
		case full == nil:
		case before != nil && before != full:
			found[short] = several
		default:
			found[short] = full
		}
	}
	return found
}

// currency is the one that these words name; nil if there is none.
func currency(name ...string) *unit {
	w := words(nil).find(name[0])
	if w == nil {
		return nil
	}
	for _, p := range w.phrases {
		if p.unit.money && slices.Equal(p.parts, name) {
			return p.unit
		}
	}
	return nil
}
