package main

import (
	"io/fs"
	"os"
)

// ownWords are the caller's own.
type ownWords struct {
	Lexicon string `placeholder:"FOLDER" help:"Own words, in lists named and written as ours: cues, organisations, titles, units, abbreviations."`
}

// folder is that of own words; nil without one.
func (w ownWords) folder() fs.FS {
	if w.Lexicon == "" {
		return nil
	}
	return os.DirFS(w.Lexicon)
}
