package timex

// A rule reads one kind of expression at a token. The example is run by the test:
// the expression in brackets, and the value it has in an article of Thursday, 24
// October 2024.
type rule struct {
	id      string
	example string
	want    string
	match   func(*reader, int) (found, bool)
}

// rules are tried at every token. The longest match wins, and of equals the first.
var rules = []rule{
	{"time.iso/1", "It was signed on [2024-03-01].", "2024-03-01", isoDate},
	{"time.clock/1", "He left at [9:30 p.m. on Tuesday].", "2024-10-22T21:30", clockTime},
	{"time.date/1", "It opened on [March 3, 2021].", "2021-03-03", monthDate},
	{"time.row-first/1", "It runs from [3] to 12 May 2021.", "2021-05-03", firstOfRow},
	{"time.row/1", "It rained on March 3, 2021 and [4].", "2021-03-04", rowOfDays},
	{"time.nth/1", "It opens on [the last Friday in November].", "2024-11-29", nthOf},
	{"time.market/1", "Profit rose in [3Q24].", "2024-Q3", marketPeriod},
	{"time.years/1", "Exports fell in [1980/81].", "1980/1981", joinedYears},
	{"time.spoken/1", "The bell rang at [half past ten].", "2024-10-24T10:30", spokenClock},
	{"time.month/1", "It closed [last May].", "2024-05", lastMonthName},
	{"time.months/1", "Sales fell in [July-September].", "2024-Q3", monthRange},
	{"time.weekday/1", "She resigned on [Tuesday].", "2024-10-22", weekdayName},
	{"time.day/1", "It rained [yesterday].", "2024-10-23", dayName},
	{"time.part/1", "It rained [last night].", "2024-10-23TNI", partOfDay},
	{"time.quarter/1", "Sales fell in [the third quarter].", "2024-Q3", quarterOf},
	{"time.year-earlier/1", "Sales rose from [a year earlier].", "2023", yearEarlier},
	{"time.unit/1", "It opened [last week].", "2024-W42", relativeUnit},
	{"time.season/1", "It was built in [the winter of 1994].", "1994-WI", seasonOf},
	{"time.end/1", "It will open at [the end of December].", "2024-12", endOf},
	{"time.part-of/1", "It will open [early next year].", "2025", partOf},
	{"time.year-end/1", "It will open by [year-end].", "2024-12-31", yearEnd},
	{"time.ago/1", "It opened [two years ago].", "2022", ago},
	{"time.units/1", "It rose over [the past two months].", "P2M", pastUnits},
	{"time.duration/1", "It lasted [more than three days].", "P3D", duration},
	{"time.compound/1", "It is a [two-year] plan.", "P2Y", compound},
	{"time.bare-units/1", "It ended after [months] of talks.", "PXM", bareUnits},
	{"time.vague/1", "It rose in [recent years].", "PXY", vagueUnits},
	{"time.that/1", "It rained over [the weekend].", "2024-W42-WE", thatUnit},
	{"time.named/1", "It opened in May 2019 and closed [that year].", "2019", namedUnit},
	{"time.new-year/1", "It will open in [the new year].", "2025", newYear},
	{"time.year/1", "It was built in [1996].", "1996", year},

	{"time.year-period/1", "Sales rose from [the 2022 period].", "2022", samePeriod},
	{"time.decade/1", "It was built in [the late 1980s].", "198", decadeName},
	{"time.century/1", "It was built in [the 19th century].", "18", century},
	{"time.holiday/1", "It will open on [Christmas Day].", "2024-12-25", holiday},
	{"time.set/1", "It opens [every day].", "P1D", repeated},
	{"time.hours/1", "He died in [the early hours of Sunday].", "2024-10-20TMO", partOfDate},
	{"time.week-of/1", "It opened in [the week of March 4, 2024].", "2024-W10", weekOf},
	{"time.reference/1", "It is [now] open.", "PRESENT_REF", reference},
}
