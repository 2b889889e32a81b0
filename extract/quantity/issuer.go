package quantity

// shared are the names of sums that several states have, by their code in
// currencies.tsv: the article tells whose they are, if anything does.
var shared = map[string]string{
	"peso": "peso", "pesos": "peso", "dinar": "dinar", "dinars": "dinar", "shilling": "shilling", "shillings": "shilling", "crown": "crown", "crowns": "crown",
}

// issuer is the currency that the article calls by its full name, "Norwegian crowns",
// where it says only "crowns" here; u itself if it names none or more than one.
func (s *scan) issuer(u *unit) *unit {
	if shared[u.code] == "" {
		return u
	}
	if !s.issued {
		s.issuers, s.issued = s.fullNames(), true
	}
	if full := s.issuers[u.code]; full != nil && full != several {
		return full
	}
	return u
}

// several marks a name that the article uses of more than one currency.
var several = &unit{}

// fullNames are the currencies that the article calls by adjective and noun.
func (s *scan) fullNames() map[string]*unit {
	found := map[string]*unit{}
	for i := 1; i < len(s.doc.Tokens); i++ {
		code := shared[s.doc.Tokens[i].Norm]
		if code == "" {
			continue
		}
		u := named(s.doc.Tokens[i-1].Norm, s.doc.Tokens[i].Norm)
		switch before := found[code]; {
		case u == nil:
		case before != nil && before != u:
			found[code] = several
		default:
			found[code] = u
		}
	}
	return found
}

// named is the currency with a name of two words; nil if there is none.
func named(first, second string) *unit {
	w := words().find(first)
	if w == nil {
		return nil
	}
	for _, p := range w.phrases {
		if p.unit.money && len(p.parts) == 2 && p.parts[0] == first && p.parts[1] == second {
			return p.unit
		}
	}
	return nil
}
