package phrase

// An event is a row of the table of clauses. The chunks and marks of a sentence are read
// from left to right; at each, the first row of its kind whose facts hold acts.
//
//   - at is what is read: noun, finite, nonfinite (verb groups), that, who, where,
//     subordinator, comma, semicolon, colon, dash, open, close (quotation marks), bracket
//     (the closing one), stop.
//   - when are facts (facts.go) that must hold, or with "!" must not. Facts are about the
//     chunk or mark, what stands before and after it, and the innermost open clause.
//   - do are the actions (actions.go), in order.
type event struct {
	id      string
	at      string
	when    string
	do      string
	example string
	want    string // the clauses of the example, see clausesOf
}

var events = []event{
	// A noun phrase that a preposition governs, or "whose" opens, is settled by that alone.
	{"noun.whose/1", "noun", "whose", "open-relative subject", "Lee, whose bridge fell, left.", "main([Lee, whose bridge fell], {left}) relative/lee([whose bridge] {fell})"},
	{"noun.governed/1", "noun", "governed", "prep", "The end of the bridge was old.", "main([The end of the bridge] {was} old) bridge-prep-end"},

	{"noun.reflexive/1", "noun", "reflexive beside-noun", "nothing", "The mayor himself left.", "main([The mayor himself] {left})"},

	// The clause has neither subject nor verb.
	{"noun.opening-list/1", "noun", "!has-verb !has-subject and near-noun near-governed", "list", "Because of May and last June it fell.", "adverbial(Because of <May and last June> [it] {fell}) june-list-may"},
	{"noun.of-participle/1", "noun", "!has-verb !has-subject after-nonfinite", "object", "Citing costs in Bonn, the city, which pays, left.", "main(Citing costs in Bonn, [the city, which pays], {left}) relative/city([which] {pays}) bonn-prep-costs"},
	{"noun.bracketed/1", "noun", "!has-verb !has-subject after-bracket near-noun", "apposed", "Under the Act (DMA), Lee left.", "main(Under <the Act (DMA>), [Lee] {left}) dma-apposed-act"},
	{"noun.subject/1", "noun", "!has-verb !has-subject", "subject", "Lee left.", "main([Lee] {left})"},

	// The clause has a subject and waits for its verb.
	{"noun.new-start/1", "noun", "!has-verb after-colon", "subject", "Lee: the bridge fell.", "main(Lee: [the bridge] {fell})"},
	{"noun.insertion/1", "noun", "!has-verb after-comma ahead ahead-says first-comma ahead-inserts", "open-insertion subject", "The bridge, Lee said, is closed.", "main([The bridge], Lee said, {is closed}) insertion([Lee] {said})"},
	{"noun.described-before/1", "noun", "!has-verb after-comma ahead first-comma straight", "subject-apposed", "A lawyer by trade, Lee left.", "main(A lawyer by trade, [Lee] {left}) lawyer-apposed-lee trade-prep-lawyer"},
	{"noun.after-circumstance/1", "noun", "!has-verb set-off subject-circumstance", "subject", "Last week, on a hill, Lee left.", "main(Last week, on a hill, [Lee] {left})"},
	{"noun.apposition/1", "noun", "!has-verb set-off", "apposed", "Lee, the mayor, left.", "main([Lee, the mayor], {left}) mayor-apposed-lee"},
	{"noun.list/1", "noun", "!has-verb and near-noun", "list", "Lee and Cole left.", "main([Lee and Cole] {left}) cole-list-lee"},
	{"noun.time-behind/1", "noun", "!has-verb beside-noun time", "nothing", "Lee last week left.", "main([Lee] last week {left})"},
	{"noun.after-time/1", "noun", "!has-verb beside-noun subject-circumstance", "subject", "Last week Lee left.", "main(Last week [Lee] {left})"},
	{"noun.bare-relative/1", "noun", "!has-verb beside-noun ahead", "open-relative subject", "The bridge the city owns is old.", "main([The bridge the city owns] {is} old) relative/bridge([the city] {owns})"},

	// The clause has its verb.
	{"noun.inverted/1", "noun", "has-verb inverted !has-subject", "subject", "“It fell,” said Lee.", "main(“[It] {fell}) main({said} [Lee])"},
	{"noun.question/1", "noun", "has-verb !has-subject auxiliary-opens", "subject invert", "Did Lee say so?", "main({Did} [Lee] {say} so)"},
	{"noun.object-aside/1", "noun", "has-verb !ahead set-off near-noun", "apposed", "They met Lee, the mayor.", "main([They] {met} <Lee, the mayor>) mayor-apposed-lee"},
	{"noun.object-list/1", "noun", "has-verb !ahead and near-noun", "list", "They met Lee and Cole.", "main([They] {met} <Lee and Cole>) cole-list-lee"},
	{"noun.addressee/1", "noun", "has-verb beside-verb tells", "object", "Cole told Lee this week the bridge fell.", "main([Cole] {told} Lee this week the bridge fell) complement/told(this week [the bridge] {fell})"},
	{"noun.object/1", "noun", "has-verb !ahead", "object", "They met Lee and left.", "main([They] {met} Lee) +main[They]({left})"},
	{"noun.time-object/1", "noun", "has-verb time beside-verb", "object", "Cole left the day the bridge fell.", "main([Cole] {left} the day the bridge fell)"},
	{"noun.object-relative-ends/1", "noun", "has-verb beside-verb outer-waits ahead-only !never-object", "object", "The man who runs the club says so.", "main([The man who runs the club] {says} so) relative/man([who] {runs} the club)"},
	{"noun.bracket/1", "noun", "has-verb after-bracket", "open-bracket subject", "It fell (Lee said so) and broke.", "main([It] {fell} (Lee said so)) main([Lee] {said} so) +main[It]({broke})"},
	{"noun.joined-aside/1", "noun", "has-verb and comma-before-and", "close-relative close-adverbial join subject", "Lee left because it rained, and Cole stayed.", "main([Lee] {left} because it rained) adverbial(because [it] {rained}) +main([Cole] {stayed})"},
	{"noun.joined/1", "noun", "has-verb and", "close-relative join subject", "Lee said it rained and Cole stayed.", "main([Lee] {said} it rained and Cole stayed) complement/said([it] {rained}) +complement/said([Cole] {stayed})"},
	{"noun.after-adverbial/1", "noun", "has-verb set-off adverbial outer-empty", "close-to-empty subject", "When it rained, Lee left.", "main(When it rained, [Lee] {left}) adverbial(When [it] {rained})"},
	{"noun.insertion-behind/1", "noun", "has-verb set-off ahead-says ahead-goes-on", "open-insertion subject", "It fell, Lee said, and killed a man.", "main([It] {fell}, Lee said) insertion([Lee] {said}) +main[It]({killed} a man)"},
	{"noun.run-on/1", "noun", "has-verb set-off", "close-all open-main subject", "It rained, Lee left.", "main([It] {rained}) main([Lee] {left})"},
	{"noun.colon/1", "noun", "has-verb after-colon", "open-complement subject", "Lee was clear: the bridge fell.", "main([Lee] {was} clear: the bridge fell) complement/was([the bridge] {fell})"},
	{"noun.complement-after/1", "noun", "has-verb says near-circumstance", "open-complement subject", "Lee said on Monday it fell.", "main([Lee] {said} on Monday it fell) complement/said([it] {fell})"},
	{"noun.told/1", "noun", "has-verb listens", "open-complement subject", "Lee told Cole it fell.", "main([Lee] {told} Cole it fell) complement/told([it] {fell})"},
	{"noun.object-relative/1", "noun", "has-verb beside-noun !beside-time", "open-relative subject", "They met a man the city knows.", "main([They] {met} <a man the city knows>) relative/man([the city] {knows})"},
	{"noun.near-complement/1", "noun", "has-verb beside-verb", "open-complement subject", "They helped Lee see it fell.", "main([They] {helped} Lee see it fell) complement/see([it] {fell})"},
	{"noun.after-adjective/1", "noun", "has-verb beside-adjective", "open-complement subject", "It is clear the bridge fell.", "main([It] {is} clear the bridge fell) complement/is([the bridge] {fell})"},

	// Verb groups that are not finite belong to the clause around them.
	{"verb.past-after-all/1", "nonfinite", "past", "finite", "A man hit Cole and ran.", "main([A man] {hit} Cole) +main[A man]({ran})"},
	{"verb.helped/1", "nonfinite", "helped", "head", "Did Lee say so?", "main({Did} [Lee] {say} so)"},
	{"verb.comment/1", "nonfinite", "after-comma gerund", "close-dependent", "Lee said it fell, adding it was old.", "main([Lee] {said} it fell, adding it was old) complement/said([it] {fell}) complement/adding([it] {was} old)"},

	{"verb.inverted-insertion/1", "finite", "!has-verb has-subject after-comma verb-says noun-then-comma", "open-insertion verb invert", "Guests, said Lee, are welcome.", "main([Guests], said Lee, {are} welcome) insertion({said} [Lee])"},
	{"verb.inverted-opening/1", "finite", "!has-verb !has-subject main leads verb-says", "verb invert", "“It fell,” said Lee.", "main(“[It] {fell}) main({said} [Lee])"},
	{"verb.own/1", "finite", "!has-verb", "verb", "Lee left.", "main([Lee] {left})"},
	{"verb.joined/1", "finite", "and", "close-to-tense join subject-again verb", "Lee said it fell and was old.", "main([Lee] {said} it fell and was old) complement/said([it] {fell}) +complement/said[it]({was} old)"},
	{"verb.waited-for/1", "finite", "outer-waits", "close-to-waiting verb", "The bridge that fell was old.", "main([The bridge that fell] {was} old) relative/bridge([that] {fell})"},
	{"verb.outer-inverted/1", "finite", "outer-empty verb-says", "close-to-empty verb invert", "As it fell, said Lee, people ran.", "main(As it fell, {said} [Lee]) adverbial(As [it] {fell}) main([people] {ran})"},
	{"verb.outer/1", "finite", "outer-empty", "close-to-empty verb", "When it rained, fell.", "main(When it rained, {fell}) adverbial(When [it] {rained})"},
	{"verb.said-behind/1", "finite", "after-mark verb-says", "close-all open-main verb invert", "It fell, said Lee.", "main([It] {fell}) main({said} [Lee])"},

	{"that.relative/1", "that", "beside-noun !beside-time !that-completes", "open-relative pronoun", "The bridge that they built is old.", "main([The bridge that they built] {is} old) relative/bridge(that [they] {built})"},
	{"that.joined/1", "that", "and", "close-to-complement join-complement", "Lee said that it fell and that he left.", "main([Lee] {said} that it fell and that he left) complement/said(that [it] {fell}) +complement/said(that [he] {left})"},
	{"that.complement/1", "that", "", "open-complement", "Lee said that it fell.", "main([Lee] {said} that it fell) complement/said(that [it] {fell})"},

	{"who.relative/1", "who", "described", "open-relative pronoun", "Lee, who left, was old.", "main([Lee, who left], {was} old) relative/lee([who] {left})"},
	{"who.question/1", "who", "!has-verb !has-subject main", "pronoun", "Who left?", "main([Who] {left})"},
	{"who.complement/1", "who", "", "open-complement pronoun", "Lee asked who left.", "main([Lee] {asked} who left) complement/asked([who] {left})"},

	{"where.aside/1", "where", "where after-comma near-noun ahead", "open-relative", "They met in Bonn, where Lee lives.", "main([They] {met} in <Bonn, where Lee lives>) relative/bonn(where [Lee] {lives})"},
	{"where.nothing/1", "where", "when !ahead comma-before-verb", "nothing", "When in Bonn, they met and Lee left.", "main(When in Bonn, [they] {met}) +main([Lee] {left})"},
	{"where.when/1", "where", "when", "open-adverbial", "Lee left when it fell.", "main([Lee] {left} when it fell) adverbial(when [it] {fell})"},
	{"where.relative/1", "where", "where beside-noun", "open-relative", "They met in the city where Lee lives.", "main([They] {met} in <the city where Lee lives>) relative/city(where [Lee] {lives})"},
	{"where.free/1", "where", "ahead within", "open-complement", "That is not how it fell.", "main([That] {is not} how it fell) complement/is(how [it] {fell})"},

	{"sub.nothing/1", "subordinator", "!ahead", "nothing", "Lee left because of rain and they stayed.", "main([Lee] {left} because of rain) +main([they] {stayed})"},
	{"sub.time/1", "subordinator", "may-govern time-next", "nothing", "The survey that ran until Monday found it fell.", "main([The survey that ran until] Monday {found} it fell) relative/survey([that] {ran} until Monday) complement/found([it] {fell})"},
	{"sub.governs/1", "subordinator", "!has-verb has-subject may-govern beside-noun ahead-only", "nothing", "People like Lee and Cole left.", "main([People like <Lee and Cole>] {left}) lee-prep-people cole-list-lee"},
	{"sub.asked/1", "subordinator", "reported asks", "open-complement", "Lee asked whether it fell.", "main([Lee] {asked} whether it fell) complement/asked(whether [it] {fell})"},
	{"sub.contrast/1", "subordinator", "after-comma contrast", "close-dependent close-relative-aside open-adverbial", "Lee said it fell, while Cole left.", "main([Lee] {said} it fell, while Cole left) complement/said([it] {fell}) adverbial(while [Cole] {left})"},
	{"sub.after-comma/1", "subordinator", "after-comma", "close-relative-aside open-adverbial", "Lee left, because it fell, because it rained.", "main([Lee] {left}, because it fell, because it rained) adverbial(because [it] {fell}) adverbial(because [it] {rained})"},
	{"sub.adverbial/1", "subordinator", "", "open-adverbial", "Lee left because it fell.", "main([Lee] {left} because it fell) adverbial(because [it] {fell})"},

	{"comma.place/1", "comma", "in-place", "nothing", "Lee, who is from Bonn, Germany, left.", "main([Lee, who is from <Bonn, Germany>], {left}) relative/lee([who] {is} from <Bonn, Germany>) germany-apposed-bonn"},
	{"comma.aside/1", "comma", "!and-next", "close-asides", "Lee met Cole, who left, in Bonn.", "main([Lee] {met} <Cole, who left>, in Bonn) relative/cole([who] {left})"},
	{"comma.insertion/1", "comma", "", "close-insertion", "It fell, Lee said, and killed a man.", "main([It] {fell}, Lee said) insertion([Lee] {said}) +main[It]({killed} a man)"},

	{"semicolon/1", "semicolon", "", "close-all open-main-behind", "It fell; because it rained, Lee left.", "main([It] {fell}) main(because it rained, [Lee] {left}) adverbial(because [it] {rained})"},
	{"dash/1", "dash", "", "close-set-off", "They met Lee – who left – in Bonn.", "main([They] {met} <Lee – who left> – in Bonn) relative/lee([who] {left})"},
	{"bracket/1", "bracket", "", "close-brackets", "Lee (who left) was old.", "main([Lee (who left)] {was} old) relative/lee([who] {left})"},
	{"open.complement/1", "open", "says ahead comma-or-verb-before", "count-mark open-complement", "Lee said, “It fell.”", "main([Lee] {said}, “It fell) complement/said(“[It] {fell}.”)"},
	{"open/1", "open", "", "count-mark", "Lee likes “the bridge that fell” and left.", "main([Lee] {likes} “<the bridge that fell”>) relative/bridge([that] {fell}”) +main[Lee]({left})"},
	{"close.all/1", "close", "quoted-main text-behind", "close-quoted close-all count-back open-main-behind", "“It fell,” said Lee.", "main(“[It] {fell}) main({said} [Lee])"},
	{"close.subject/1", "close", "!has-verb has-subject", "count-back leave-quotes", "Lee said “two men” had left.", "main([Lee] {said} “<two men”> had left) complement/said(“[two men”] {had left})"},
	{"close/1", "close", "", "close-quoted count-back", "Lee said “it fell” and left.", "main([Lee] {said} “it fell”) complement/said(“[it] {fell}”) +main[Lee]({left})"},
	{"stop/1", "stop", "text-behind", "close-all open-main-behind", "“It fell. Lee left,” said Cole.", "main(“[It] {fell}) main([Lee] {left}) main({said} [Cole])"},
}
