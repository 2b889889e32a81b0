package extract

// An Engine says what made a record, so that a stored one can be told from what the
// same article gives now.
type Engine struct {
	Version string `json:"version"` // of the module: v0.1.0; with the commit where it is no release
	Lists   string `json:"lists"`   // digest of the word lists that the rules read, the caller's own among them
	Weights string `json:"weights"` // digest of the weights of the models
}
