package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/claimwire/claimwire/corpus"
	"github.com/claimwire/claimwire/extract"
)

// An InputError is an input that could not be read, or changed under the reader.
// Its shard has no account and is tried again by the next run; the others go on.
type InputError struct {
	Input string
	Err   error
}

func (e *InputError) Error() string { return fmt.Sprintf("input %s: %v", e.Input, e.Err) }

func (e *InputError) Unwrap() error { return e.Err }

// Do does one shard, if it is not done yet, and returns its account. It is what
// Run calls, and what a worker of a cluster calls: a second worker on the same
// shard, even at the same time, leaves the same bytes. The error is an
// *InputError, the end of ctx, or of the folder.
func (b *Batch) Do(ctx context.Context, s Shard) (*Done, error) {
	if err := b.ready(); err != nil {
		return nil, err
	}
	before, err := b.stat(&s)
	if err != nil {
		return nil, err
	}
	old, err := b.account(s)
	if err != nil {
		return nil, err
	}
	sum, err := b.inputSum(s, old)
	if err != nil {
		return nil, &InputError{s.Input, err}
	}
	key := b.key(s, sum)
	if old != nil && old.Key == key {
		ok, err := b.whole(old)
		if err != nil {
			return nil, err
		}
		if ok {
			b.Progress.skip(old)
			return old, b.touch(old, s)
		}
	}
	d := &Done{V: "account/1", Shard: s, Key: key, InputSHA256: sum}
	d.Bytes = s.Size
	if err := b.do(ctx, d, before); err != nil {
		return nil, err
	}
	b.Progress.Shards.Add(1)
	b.Log.Debug("shard done", "shard", s.Name, "articles", d.Articles, "claims", d.Claims)
	return d, nil
}

// stat brings the shard up to date with its input, which may have changed or gone
// since the plan was made.
func (b *Batch) stat(s *Shard) (fs.FileInfo, error) {
	info, err := os.Stat(s.Input)
	switch {
	case err != nil:
		return nil, &InputError{s.Input, err}
	case info.IsDir():
		return nil, &InputError{s.Input, errors.New("is a folder that cannot be read")}
	case s.Size < 0:
		f, err := os.Open(s.Input) // why the plan could not read it
		if err == nil {
			err = errors.New("could not be read when the run was planned: run again")
			f.Close()
		}
		return nil, &InputError{s.Input, err}
	case s.End == 0 && info.Size() != s.Size || s.End > info.Size():
		return nil, &InputError{s.Input, errors.New("has changed since the run was planned: run again")}
	}
	s.Modified = settled(info.ModTime())
	return info, nil
}

// touch notes a new time of an input that has the same bytes, so that the next run
// need not read them.
func (b *Batch) touch(d *Done, s Shard) error {
	if s.Modified.IsZero() || d.Shard.Modified.Equal(s.Modified) {
		return nil
	}
	d.Shard = s
	data, err := seal(d, &d.Sum)
	if err != nil {
		return err
	}
	return writeFile(b.accountPath(s), data)
}

// inputSum is the hash of the bytes of the shard, from the account where size and
// time say that they are the same.
func (b *Batch) inputSum(s Shard, old *Done) (string, error) {
	if old != nil && !s.Modified.IsZero() && old.Shard == s {
		return old.InputSHA256, nil
	}
	return hashFile(s.Input, s.Start, s.End)
}

// key is what a shard's output follows from.
func (b *Batch) key(s Shard, sum string) string {
	data, err := json.Marshal([]any{"account/1", b.Config, b.Engine, s.Name, s.Input, s.Size, s.Start, s.Line, sum})
	if err != nil {
		panic(err) // there is nothing in it that cannot be written
	}
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:16])
}

// do extracts a shard and writes its three files, the account last.
func (b *Batch) do(ctx context.Context, d *Done, before fs.FileInfo) error {
	format, err := b.format()
	if err != nil {
		return err
	}
	out, err := create(b.Out, filepath.Join(claims, d.Shard.Name+format.Ext))
	if err != nil {
		return err
	}
	defer out.Discard()
	bad, err := create(b.Out, filepath.Join(letters, d.Shard.Name+".jsonl"))
	if err != nil {
		return err
	}
	defer bad.Discard()
	records, err := format.open(out)
	if err != nil {
		return err
	}
	w := &shardWriter{b: b, d: d, records: records, letters: json.NewEncoder(bad)}
	w.letters.SetEscapeHTML(false)
	if b.Duplicates != "" {
		p, err := create(b.Out, filepath.Join(prints, d.Shard.Name+".jsonl"))
		if err != nil {
			return err
		}
		defer p.Discard()
		w.prints = p
	}
	if err := b.annotate(ctx, d, w); err != nil {
		return err
	}
	if err := w.records.Close(); err != nil {
		return err
	}
	after, err := os.Stat(d.Shard.Input)
	if err != nil || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return &InputError{d.Shard.Input, errors.New("changed while it was read: run again")}
	}
	if err := d.Check(); err != nil {
		return fmt.Errorf("shard %s: its account does not add up: %w", d.Shard.Name, err)
	}
	if w.prints != nil {
		f, err := w.prints.commit()
		if err != nil {
			return err
		}
		d.Prints = &f
	}
	return b.commit(d, out, bad)
}

// commit puts the files of a shard in their places.
func (b *Batch) commit(d *Done, out, bad *file) (err error) {
	if d.Output, err = out.commit(); err != nil {
		return err
	}
	d.Errors = nil
	if bad.size > 0 {
		f, err := bad.commit()
		if err != nil {
			return err
		}
		d.Errors = &f
	} else if err := os.Remove(filepath.Join(b.Out, bad.name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	data, err := seal(d, &d.Sum)
	if err != nil {
		return err
	}
	return writeFile(b.accountPath(d.Shard), data)
}

// annotate reads the shard, has its articles annotated, and gives them to w in
// their order.
func (b *Batch) annotate(ctx context.Context, d *Done, w *shardWriter) error {
	ctx, stop := context.WithCancel(ctx)
	queue := make(chan *job, cap(b.pool.slots))
	fed := make(chan struct{})
	defer func() {
		stop()
		for range queue { // articles in hand are dropped with their shard
			<-b.pool.slots
		}
		<-fed
	}()
	skipped := make(chan string, 1) // reasons come from the goroutine that reads
	counted := make(chan map[string]int, 1)
	go func() {
		reasons := map[string]int{}
		for r := range skipped {
			reasons[r]++
		}
		counted <- reasons
	}()
	go func() {
		defer close(fed)
		defer close(skipped)
		defer close(queue)
		b.feed(ctx, b.open(ctx, d.Shard, func(_, reason string) { skipped <- reason }), queue)
	}()
	for j := range queue {
		<-j.done
		err := ctx.Err()
		if err == nil {
			err = w.write(j)
		}
		<-b.pool.slots
		if err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for reason, n := range <-counted {
		d.Articles += n
		d.skip(reason, n)
	}
	return nil
}

// feed hands every article of a shard to the workers, as slots come free.
func (b *Batch) feed(ctx context.Context, in iter.Seq2[*extract.Article, error], queue chan<- *job) {
	for a, err := range in {
		j := &job{ctx: ctx, article: a, err: err, done: make(chan struct{})}
		if err == nil {
			j.err = b.tooLong(a)
		}
		select {
		case b.pool.slots <- struct{}{}:
		case <-ctx.Done():
			return
		}
		queue <- j // never blocks: it has room for all slots
		if j.err != nil {
			close(j.done)
			continue
		}
		select {
		case b.pool.jobs <- j:
		case <-ctx.Done():
			close(j.done)
			return
		}
	}
}

func (b *Batch) tooLong(a *extract.Article) error {
	if n := int64(len(a.Text) + len(a.Page)); b.MaxArticle > 0 && n > b.MaxArticle {
		return fmt.Errorf("article %s: %d bytes, more than the limit of %d", a.ID, n, b.MaxArticle)
	}
	return nil
}

// open reads the articles of a shard.
func (b *Batch) open(ctx context.Context, s Shard, skipped func(id, reason string)) iter.Seq2[*extract.Article, error] {
	o := corpus.Options{From: b.From, Published: b.Published, Skipped: skipped, Read: func(n int) { b.Progress.Bytes.Add(int64(n)) }}
	if s.End > 0 {
		return corpus.OpenPart(ctx, s.Input, corpus.Part{Start: s.Start, End: s.End, Line: s.Line}, o)
	}
	if s.Size == 0 { // an empty input holds no article, and is no error
		return func(func(*extract.Article, error) bool) {}
	}
	return corpus.Open(ctx, []string{s.Input}, o)
}

// A shardWriter writes the articles of a shard in their order.
type shardWriter struct {
	b       *Batch
	d       *Done
	records io.WriteCloser // one line a Write
	letters *json.Encoder
	prints  *file // nil where duplicates are kept
	lines   int   // written to records
}

func (w *shardWriter) write(j *job) error {
	w.d.Articles++
	var skip extract.Skip
	switch {
	case errors.As(j.err, &skip):
		w.d.skip(skip.Reason, 1)
		w.b.Progress.article(0, false)
	case j.err != nil:
		w.d.Failed++
		w.b.Progress.article(0, true)
		if err := w.letters.Encode(newLetter(w.lines, j)); err != nil {
			return err
		}
		w.b.Log.Warn(j.err.Error())
	default:
		w.b.Progress.article(len(j.doc.Claims), false)
		return w.claims(j.doc)
	}
	return nil
}

func (w *shardWriter) claims(doc *extract.Document) error {
	if len(doc.Claims) > 0 {
		w.d.WithClaims++
	} else {
		w.d.WithoutClaims++
	}
	w.d.Claims += len(doc.Claims)
	if w.prints != nil {
		if err := w.print(doc); err != nil {
			return err
		}
	}
	lines, err := recordLines(doc)
	if err != nil {
		return err
	}
	for _, line := range lines {
		if _, err := w.records.Write(line); err != nil {
			return err
		}
		w.lines++
	}
	return nil
}
