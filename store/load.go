package store

import (
	"bytes"
	"fmt"
)

// A Database holds the claims of shards, as Load makes them.
type Database interface {
	// Shard is the number of a shard by its key, noted if it is new, and the hash of the
	// claims that it was loaded from; "" while a load is not through.
	Shard(key string) (n int64, sum string, err error)
	// Articles yields the articles that the database has of a shard.
	Articles(shard int64, yield func(n int64, article, doc string, digest []byte)) error
	// Replace removes articles with all that hangs on them and writes others, in one
	// transaction. A sum that is not empty is noted as the shard's.
	Replace(shard int64, remove []int64, write []*Document, sum string) error
}

// Loaded counts what a load did.
type Loaded struct {
	Shards    int // that were loaded; those that were the same are not counted
	Documents int // whose claims were written anew
	Claims    int // written
	Removed   int // documents that are no longer in their shard
}

// Add counts another load in.
func (l *Loaded) Add(o Loaded) {
	l.Shards += o.Shards
	l.Documents += o.Documents
	l.Claims += o.Claims
	l.Removed += o.Removed
}

// Load makes the rows of each shard equal to its records. A document whose
// records are the same is left as it is; of another all claims are replaced, and
// one that its shard no longer holds is removed. A shard is noted as loaded in its
// last transaction, so that a load which was cut off is completed by the next.
func Load(db Database, shards []Shard) (Loaded, error) {
	var total Loaded
	for _, s := range shards {
		if err := loadShard(db, s, &total); err != nil {
			return total, fmt.Errorf("%s: %w", s.Path, err)
		}
	}
	return total, nil
}

func loadShard(db Database, s Shard, total *Loaded) error {
	n, sum, err := db.Shard(s.Key)
	if err != nil || sum == s.SHA256 {
		return err
	}
	l := &loader{db: db, shard: n, have: map[identity]*present{}, total: total}
	err = db.Articles(n, func(n int64, article, doc string, digest []byte) {
		l.have[identity{article, doc}] = &present{n: n, digest: digest}
	})
	if err != nil {
		return err
	}
	if err := Documents(s.Path, l.document); err != nil {
		return err
	}
	return l.finish(s.SHA256)
}

// claimsInTransaction is about how many claims are written at once.
const claimsInTransaction = 5000

type identity struct{ article, doc string }

// A present is an article that the database has, or will have with this load.
type present struct {
	n      int64 // 0 of one that this load has yet to write
	digest []byte
	seen   bool
}

// A loader loads one shard.
type loader struct {
	db      Database
	shard   int64
	have    map[identity]*present
	write   []*Document // with the next transaction
	remove  []int64     // likewise
	pending int         // claims and documents in write
	total   *Loaded
}

func (l *loader) document(d *Document) error {
	key := identity{d.Article, d.Doc}
	if p := l.have[key]; p != nil {
		if p.seen {
			return nil // the same article twice in a shard
		}
		if p.seen = true; bytes.Equal(p.digest, d.Digest) {
			return nil
		}
		l.remove = append(l.remove, p.n)
	}
	l.have[key] = &present{seen: true}
	l.write = append(l.write, d)
	if l.pending += len(d.Claims) + 1; l.pending < claimsInTransaction {
		return nil
	}
	return l.replace("")
}

func (l *loader) replace(sum string) error {
	if err := l.db.Replace(l.shard, l.remove, l.write, sum); err != nil {
		return err
	}
	l.total.Documents += len(l.write)
	for _, d := range l.write {
		l.total.Claims += len(d.Claims)
	}
	l.write, l.remove, l.pending = nil, nil, 0
	return nil
}

// finish writes what is left, removes what the shard no longer holds, and notes
// that it is loaded.
func (l *loader) finish(sum string) error {
	gone := 0
	for _, p := range l.have {
		if !p.seen {
			l.remove = append(l.remove, p.n)
			gone++
		}
	}
	if err := l.replace(sum); err != nil {
		return err
	}
	l.total.Removed += gone
	l.total.Shards++
	return nil
}
