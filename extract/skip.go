package extract

// A Skip is the error of an article that holds no news to read: the clean stage
// gives it for a page that is no article. It is no fault of the run, which counts
// it by its reason.
type Skip struct {
	Reason string // "no text", "not html", "too short", "login or consent page"
}

// Error is "skipped: " and the reason.
func (s Skip) Error() string { return "skipped: " + s.Reason }
