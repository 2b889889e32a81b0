// Package build says which version of the module is running.
package build

import (
	"runtime/debug"
	"strings"
	"sync"
)

const module = "github.com/claimwire/claimwire"

// release is set by make release: -ldflags "-X …/internal/build.release=v0.1.0".
var release string

// revision is the commit, set likewise.
var revision string

// Version is that of the module: "v0.1.0"; for what is no release "devel" with the
// commit, "devel-30acc22f1d2e", and "+dirty" where files were changed since.
var Version = sync.OnceValue(func() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	for _, m := range append([]*debug.Module{&info.Main}, info.Deps...) {
		if m.Replace != nil {
			m = m.Replace
		}
		if (m.Path == module || strings.HasPrefix(m.Path, module+"/cmd/")) && strings.HasPrefix(m.Version, "v") && !strings.Contains(m.Version, "v0.0.0-") {
			return m.Version
		}
	}
	return "devel" + commit(info)
})

// Commit is the commit that the program was built from: "30acc22f1d2e", "" where the
// build does not know it.
func Commit() string {
	if revision != "" {
		return revision
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return strings.TrimPrefix(commit(info), "-")
}

func commit(info *debug.BuildInfo) (out string) {
	if !strings.HasPrefix(info.Main.Path, module) {
		return "" // the commit is that of the program which uses the library
	}
	dirty := false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			out = "-" + s.Value[:min(len(s.Value), 12)]
		case "vcs.modified":
			dirty = s.Value == "true"
		}
	}
	if dirty {
		out += "+dirty"
	}
	return out
}
