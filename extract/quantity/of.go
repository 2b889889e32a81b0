package quantity

// An ofRule finds what a reading counts or measures, or tells that the text does not say it.
// example is a sentence whose last value it reads, want that value with its thing.
type ofRule struct {
	id, example, want string
	match             func(s *scan, i int) bool
}

// by is a rule that looks at nothing but the reading itself.
func by(match func(*scan, *reading) bool) func(*scan, int) bool {
	return func(s *scan, i int) bool { return match(s, &s.found[i]) }
}

// measureRules are tried in order at each value with a unit: the noun phrase that the value
// stands in comes first, then what hangs on it by a preposition, then what a neighbour
// measures, last the subject of the verb that takes the value.
var measureRules = []ofRule{
	{"of.behind", "They hit a depot in Ashton some 40 miles from the border.", "depot", by((*scan).dimensioned)},
	{"of.persons", "It is for those over 68 years of age.", "those", by((*scan).personsOver)},
	{"of.aside", "They built a 32ft (10m) screen.", "screen", (*scan).aside},
	{"of.of", "The motor gives 450 Nm of torque.", "torque", by((*scan).ofBehind)},
	{"of.worth", "They sold $40 billion worth of goods.", "goods", by((*scan).worthOf)},
	{"of.in", "She took $400,000 in bribes.", "bribes", by((*scan).inBehind)},
	{"of.restated", "The road is 100 kilometres (62 miles) long.", "road", (*scan).equivalentOf},
	{"of.apposed", "Exports were $9 billion, a 20% slump from May.", "Exports", (*scan).apposed},
	{"of.mark", "The price of petrol passed the $2 mark.", "price", by((*scan).mark)},
	{"of.share-gapped", "Of the guests, 65 percent were white, 20 percent black.", "guests", (*scan).gappedShare},
	{"of.before", "They paid a $3 billion fine.", "fine", by((*scan).attributive)},
	{"of.fronted", "At 7.4%, the jobless rate is low.", "jobless rate", by((*scan).fronted)},
	{"of.aged", "The mayor met a 13-year-old.", "", by((*scan).agedOne)},
	{"of.gapped", "Sales rose 5% in May and profits 7%.", "profits", (*scan).gapped},
	{"of.share-subject", "Of the guests, 65 percent were white.", "guests", (*scan).subject},
	{"of.vote", "Rowe beat Cho 58 percent to 40 percent.", "", (*scan).split},
	{"of.adjunct", "The firm ran the mill for two years.", "", by((*scan).adjunct)},
	{"of.alike", "Fines may be 10% of turnover and up to 20% for others.", "turnover", (*scan).alike},
	{"of.bought", "They bought the mill for $2 million.", "mill", by((*scan).price)},
	{"of.paid-for", "They paid $5 million for the site.", "site", by((*scan).paidFor)},
	{"of.seen", "They saw the number fall by 5%.", "number", by((*scan).seen)},
	{"of.ranging", "Fines, ranging from $20 to $900, are due.", "Fines", by((*scan).ranging)},
	{"of.added", "It may add 38% to the cost.", "cost", by((*scan).added)},
	{"of.compared", "They see a 35% chance, up from 25%.", "chance", (*scan).compared},
	{"of.fallen", "They fear a drop in prices to $40.", "prices", by((*scan).fallen)},
	{"of.asked", "They sent a request to the council for $22 million.", "request", by((*scan).asked)},
	{"of.object", "The bank raised its key rate by 25 basis points.", "key rate", by((*scan).object)},
	{"of.beside", "Unite Group, up 3p, led the rise.", "Unite Group", by((*scan).beside)},
	{"of.noun", "It hit speeds of up to 400 km/h.", "speeds", by((*scan).nounOf)},
	{"of.inherited", "Rents rose by 5% or by 3% in May.", "Rents", (*scan).inherited},
	{"of.verb", "Turnout in the city was 64%.", "Turnout", by((*scan).verbSubject)},
}

// countRules are tried in order at each bare number.
var countRules = []ofRule{
	{"of.hyphen", "It has a six-cylinder engine.", "cylinder", by((*scan).hyphened)},
	{"of.than", "They won 63 medals, one more than in Ashton.", "medals", by((*scan).setBeside)},
	{"of.part", "They held 11 of the ten hostages.", "hostages", by((*scan).ofWhole)},
	{"of.members", "He had a crew of nine.", "crew", by((*scan).members)},
	{"of.mark-passed", "Cases in the town passed the 600 mark.", "Cases", by((*scan).mark)},
	{"of.noun-behind", "The plant employs 13,500 workers.", "workers", by((*scan).nounBehind)},
	{"of.these", "They counted 90 deaths. Of these, 44 were at home.", "deaths", by((*scan).ofThose)},
	{"of.plural", "It saw two million downloads worldwide.", "downloads", by((*scan).pluralVerb)},
}

// first applies the rules of a table to reading i up to the first that fits.
func (s *scan) first(rules []ofRule, i int) {
	for k := range rules {
		if rules[k].match(s, i) {
			s.found[i].by = rules[k].id
			return
		}
	}
}
