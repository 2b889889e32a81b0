package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimwire/claimwire/extract/lexicon"
)

var (
	byAtStart  = regexp.MustCompile(`(?i)^\W*(?:(?:(?:story|words|written|posted|reported|published|reporting|analysis|opinion) )?(?:by|from)\b:?|(?:view|see|read)? ?(?:all |more )?(?:posts|articles|stories|by) (?:by|from)\b:?|(?:authors?|writers?|reporters?) ?:|(?:posts|articles|stories) by)\s+`)
	betweenMen = regexp.MustCompile(`(?i)\s*(?:,|;|\||/|•|·|\n| and | & | with )\s*`)
	afterName  = regexp.MustCompile(`(?i)\s*(?:\(.*|<.*|\b(?:for|of|in|at) (?-i:[A-Z]).*|\bfor the\b.*|\bof the\b.*|\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|\s(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d.*|\s[–—-]\s.*|\b(?:published|updated|posted|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b.*)$`)
	agencies   = regexp.MustCompile(`(?i)^(?:the )?(?:associated press|ap(?: news)?|reuters(?: staff)?|afp|agence france[- ]presse|bloomberg(?: news)?|pti|ani|ians|upi|xinhua|press association|pa media|tass|dpa|efe|kyodo news|yonhap|cnn newsource|tribune news service|pr newswire|business wire|globenewswire|the canadian press|australian associated press|aap|field level media|states newsroom|kff health news)$`)
	titleAfter = regexp.MustCompile(`(?i)\s+(?:(?:senior|staff|chief|managing|deputy|associate|contributing|political|news|sports?|business|national|features?|freelance|guest|lead|investigative) )*(?:editor|reporter|writer|correspondent|columnist|journalist|producer|contributor|author)\b.*$`)
	titleAhead = regexp.MustCompile(`(?i)^(?:[\pL-]+ ){0,3}(?:editor|reporter|writer|correspondent|columnist|journalist)s? `)
	notPeople  = regexp.MustCompile(`(?i)^the\b|\b(?:ap|bbc|cnn|nbc|cbs|abc|npr|afp|upi|security|politics|redazione|redaktion|redacci[oó]n|redaksi|reda[cç][aã]o|r[ée]daction|staff|editors?|reporters?|writers?|correspondents?|desk|news|team|press|agency|agencies|wire|service|newsroom|media|times|post|daily|magazine|journal|gazette|herald|tribune|radio|network|tv|admin|contributors?|columnists?|bureau|sponsored|partners?|group|inc|llc|ltd|foundation|institute|university|company|digital|online|guest|editorial|board|report|today|world|managing|chief|senior|director|producer|anchor|author|photographer|meteorologist|special to|fellow|professor|facebook|twitter|email|view|profile|posts?|articles?|more|read|share|follow|comments?|subscribe|advertisement|a)\b|https?:|www\.|@|\.com|\d`)
)

// namesOf splits bylines into names of people, in order, each once. Job titles, the
// site and agencies are no people.
func namesOf(lines []string, site string) (people []string, agency string) {
	seen := map[string]bool{}
	for _, line := range lines {
		if len(line) > 1000 { // no byline
			continue
		}
		line = tidy(line)
		if by := behindDate(line); by != "" {
			line = by
		}
		line = byAtStart.ReplaceAllString(line, "")
		for _, name := range betweenMen.Split(line, -1) {
			name = bareName(name)
			if agencies.MatchString(name) {
				agency = name
				continue
			}
			if isPerson(name) && !isSite(name, site) && !seen[strings.ToLower(name)] {
				seen[strings.ToLower(name)] = true
				people = append(people, capitals(name))
			}
		}
	}
	return people, agency
}

var byWithin = regexp.MustCompile(`(?i)\W+by\s`)

// behindDate is what names the author on a line that the date stands first on: "October 22,
// 2024 | by Ann Lee". It is "" for another line.
func behindDate(line string) string {
	if len(line) > 160 {
		return ""
	}
	at := byWithin.FindStringIndex(line)
	if at == nil || at[0] > 90 || !wordDate.MatchString(line[:at[0]]) {
		return ""
	}
	return strings.TrimLeft(line[at[0]:], " |·•–—-,/")
}

// bareName is a name without what bylines put before and after it: a job, a place,
// a paper, a day.
func bareName(name string) string {
	name = afterName.ReplaceAllString(byAtStart.ReplaceAllString(name, ""), "")
	for _, title := range []*regexp.Regexp{titleAfter, titleAhead} {
		if bare := title.ReplaceAllString(name, ""); words(bare) > 1 {
			name = bare
		}
	}
	return strings.Trim(name, " .,:;*-–—|")
}

func isPerson(name string) bool {
	if n := words(name); n < 2 || n > 5 || utf8.RuneCountInString(name) > 45 || notPeople.MatchString(name) {
		return false
	}
	for i, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && (i == 0 || !particles[w]) && !strings.HasPrefix(w, "d’") && !strings.HasPrefix(w, "d'") && !strings.HasPrefix(w, "al-") {
			return false
		}
	}
	return true
}

// particles are the words of names that begin with no capital.
var particles = lexicon.SetOf(strings.Fields(`de da do dos das del della di du la le el al bin ibn bint van von der den ter ten zu y e ap st`)...)

// capitals writes a name that is all in capitals, or in none, as names are written.
func capitals(name string) string {
	if strings.ToUpper(name) != name && strings.ToLower(name) != name {
		return name
	}
	out := []rune(strings.ToLower(name))
	for i := range out {
		if i == 0 || !unicode.IsLetter(out[i-1]) {
			out[i] = unicode.ToUpper(out[i])
		}
	}
	return string(out)
}
