package clean

import (
	"regexp"
	"strings"
)

// Alternatives of label, each of which begins a line that is no part of the story.
var labels = []string{
	`(?:read|see|learn|discover|find out) (?:more|also|next|the full)\b.{0,120}$`,
	`(?:also )?(?:read|see|watch|listen|related) ?:`, `also (?:read|see|watch)\b.{0,120}$`, `don['’]?t miss\b`, `related\b\s*(?:stor|article|content|coverage|post|video|read|link|:|topics|\W*$)`,
	`(?:recommended|most (?:read|popular|viewed)|trending)\b.{0,60}$`, `editors?['’]?s?['’]? (?:recommend|pick|choice)`, `up next`,
	`explore further`, `continue reading`, `(?:article|story) continues`, `(?:advertisement|sponsored)\b`, `(?:\d+\s+)?comments?\W*$`, `leave a comment`,
	`(?:view|show|load) (?:all )?comments`, `join the (?:conversation|discussion)`, `share (?:this|on|with|via|it)\b.{0,60}$`, `like this (?:story|article)`, `share\W*$`,
	`(?:click|tap) here\b`, `sign (?:up|in)\b.{0,220}$`, `subscribe\b.{0,220}$`,
	`follow (?:us|me|the|[A-Z@]\w+)\b.{0,90}(?:twitter|facebook|instagram|telegram|youtube|threads|newsletter|google news| x\b|@\w+)`, `like us on `,
	`get (?:the|our|all|more|your|breaking|daily)\b.{0,100}(?:newsletter|inbox|app\b|email|delivered|alerts)`, `be the first to (?:know|comment|hear)`, `start your day with`,
	`filed under`, `captions?\W*$`, `\d+\W{0,3}\d* of \d+\b.{0,20}$`, `(?:comments|note\W+we) are\b.{0,20}\b(?:closed|moderat\w*)\b`, `includes information from`, `table of contents\W*$`, `in this (?:guide|article|story)\W*$`,
	`a version of this (?:article|story) (?:appears|appeared)`, `(?:tags?|topics?|categor(?:y|ies))\s*(?::|$)`, `posted in`,
	`(?:first )?(?:published|updated|posted|last (?:updated|modified))\b.{0,60}$`, `(?:image|photo|picture|video)s? ?(?:credits?|by|courtesy|:|/).{0,140}$`,
	`\(?(?:photo|image|picture) (?:by|via|from|credit)`, `getty images\W*$`, `file photo`, `if you (?:enjoyed|buy something|purchase|click)`,
	`please (?:let us know|report|enable|see)`, `have (?:a tip|you got a)`, `got a (?:tip|story|news tip)`, `report (?:a )?(?:typo|error|correction)`, `found a mistake`,
	`\d+ ?min(?:ute)?s? read`, `this (?:content|article|story|post) (?:can also be viewed|is imported|was (?:originally|first) (?:published|posted)|first appeared|originally appeared)`,
	`disclaimer\b\s*[:(]`, `support (?:independent|our|the)\b.{0,80}(?:journalism|donat)`, `donate\b.{0,80}$`, `download (?:the|our)\b.{0,40}app`,
	`(?:to )?(?:view|watch) (?:the )?video\W*$`, `the associated press contributed`, `loading\W*$`, `(?:adverts?|anzeige|iklan|publicidad|publicité)\W*$`, `videos?\W*$`, `watch\W*$`, `(?:view|show|hide|read) (?:all|captions?|more|full article)(?: \(?\d+\)?| comments)?\W*$`, `(?:(?:facebook|twitter|email|linkedin|whatsapp|reddit|copy link|link|share|print|x)\W*)+$`,
	`follow .{0,40} full coverage`, `contact [A-Z].{0,60}@.{0,140}$`, `contributing:`, `required reading:`, `we occasionally recommend`, `want great stories delivered`, `powered by\b.{0,50}$`, `skip (?:to|advert)`, `print\W*$`, `e-?mail\W*$`, `listen to this article`,
}

var (
	label        = regexp.MustCompile(strings.ReplaceAll(`(?i)^\W*(?:`+strings.Join(labels, "|")+`)`, `\W`, `[^\pL\pN]`))
	dated        = regexp.MustCompile(`(?i)\b(?:(?:last )?(?:updated|modified)|published|posted)\b\W*(?:on|at)?\b`)
	copyright    = regexp.MustCompile(`(?i)^[^\pL\pN©]*(?:copyright\b|©|all rights reserved|\(c\) ?\d{4})`)
	staff        = regexp.MustCompile(`(?i)^\W*(?:\(?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written) by\b|(?:associated press|ap|reuters|afp|bloomberg) (?:writers?|correspondents?|staff|journalists?)\b|with (?:additional )?(?:reporting|assistance|files|help|material) (?:by|from)\b|(?:source|via)\s*:|contact (?:the )?(?:author|reporter|writer)|(?:e-?mail|reach|write to)\b.{0,80}@|follow (?:him|her|them)\b|(?:the )?(?:author|writer) (?:is|holds|owns) )`)
	contribution = regexp.MustCompile(`(?i)^.{0,220}\bcontributed\b.{0,20}\b(?:to this|reporting|from|report)`)
	writer       = regexp.MustCompile(`^\W*(?:[A-Z][\p{L}.'’-]+\s+){1,4}(?:is|was|has been|covers|writes|reports|joined)\s.{0,100}\b(?:reporter|writer|editor|correspondent|columnist|journalist|author of|freelance|professor|fellow|contributor|producer|curator|covers)\b|^\W*(?:[A-Z][\p{L}.'’-]+\s+){2,4}(?:writes about|covers .{3,80} for)\s`)
	appeal       = regexp.MustCompile(`(?i)\b(?:sign up|subscribe)\b.{0,80}\b(?:newsletters?|inbox|briefing|e-?mails?|alerts)\b|\bclick here (?:for more|to (?:sign|subscribe|order|get|join|learn|read|find|see|view))|\bdelivered (?:straight |right |directly )?(?:to|through|into) your\b`)
	address      = regexp.MustCompile(`^\S+@\S+\.\S+(?: \S+){0,3}$|^(?:[\w-]+\.)+(?:com|net|org|co\.uk)(?:/@?\w+)?$`)
	pictured     = regexp.MustCompile(`\((?i:image|photo|picture|credit|pic)s?(?: credit)?\s?(?:[:/]|by |courtesy )[^()]*\)\W*$|[.!?”"]\s+(?:[\pL .'’-]{0,40}/)?(?:Reuters|REUTERS|AP|AP Photo|AFP|Getty Images)(?:/.{0,40})?$|\bCredits?: [^.:]{2,60}$|^(?i:submitted|courtesy|file|contributed) (?i:photo)\b`)
	tagged       = regexp.MustCompile(`\[[A-Z ]{4,24}\]\W*$`)
	remarks      = regexp.MustCompile(`(?i)^\W*(?:(?:\d+|top|top rated|readers?['’]?|latest|all|user) )?(?:comments?|responses|replies)\b(?: on\b.*|\W*\d*\W*)$`)
	command      = regexp.MustCompile(`^(?:Read|See|View|Watch|Listen|Get|Find|Download|Browse|Explore|Shop|Buy|Try|Join|Learn|Visit|Go|Check|Book|Open|Click|Tap|Follow|Subscribe|Sign|Register|Donate|Vote|Take|Order|Apply|Contact) (?:the|our|all|more|out|to|on|up|now|here|your|full|for|it|a|in|about|us)\b.{0,60}$`)
	lineOfDate   = regexp.MustCompile(`(?i)^(?:(?:published|updated|posted|last updated|on)\W+){0,2}(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\W+)?(?:\d{1,2}(?:st|nd|rd|th)?\W+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W+\d{1,2}(?:\W.{0,40})?$`)
)
