package corpus

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// glob lists what a pattern names, in order. ** stands for any number of folders, hidden ones
// excepted.
func glob(pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, fmt.Errorf("%s: %w", pattern, err)
	}
	base, _, deep := strings.Cut(filepath.ToSlash(pattern), "**")
	if !deep {
		return filepath.Glob(pattern)
	}
	i := strings.LastIndex(base, "/") + 1 // "news/2*/a**" has its folders before "a**"
	want := strings.Split(filepath.ToSlash(pattern)[i:], "/")
	roots, err := filepath.Glob(folderOf(base[:i]))
	if err != nil {
		return nil, err
	}
	var found []string
	for _, root := range roots {
		err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case p != root && hidden(p) && e.IsDir():
				return fs.SkipDir
			case p == root || hidden(p) || e.IsDir():
				return nil
			}
			rel, err := filepath.Rel(root, p)
			if err == nil && matchPath(want, strings.Split(filepath.ToSlash(rel), "/")) {
				found = append(found, p)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// folderOf is the pattern of the folders before **, without the slash at its end.
func folderOf(base string) string {
	switch base {
	case "":
		return "."
	case "/":
		return base
	}
	return filepath.FromSlash(strings.TrimSuffix(base, "/"))
}

// matchPath reports whether the parts of a path match those of a pattern, in which ** is
// any number of parts.
func matchPath(pattern, parts []string) bool {
	switch {
	case len(pattern) == 0:
		return len(parts) == 0
	case pattern[0] == "**":
		return matchPath(pattern[1:], parts) || len(parts) > 0 && matchPath(pattern, parts[1:])
	case len(parts) == 0:
		return false
	}
	ok, _ := path.Match(pattern[0], parts[0])
	return ok && matchPath(pattern[1:], parts[1:])
}
