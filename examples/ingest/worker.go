package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/corpus"
)

const (
	subjectNew  = "articles.new"
	subjectDead = "articles.dead"

	batch     = 64               // articles of one transaction
	apart     = 2                // deliveries after which an article has a transaction of its own
	patience  = 30 * time.Second // until an article that was not acknowledged is delivered again
	mostTries = 5                // deliveries of an article that never was acknowledged
)

// subscribe makes the streams and the durable consumer, or finds them.
func subscribe(ctx context.Context, js jetstream.JetStream) (jetstream.Consumer, error) {
	for name, subject := range map[string]string{"ARTICLES": subjectNew, "DEAD": subjectDead} {
		if _, err := js.CreateOrUpdateStream(ctx, jetstream.StreamConfig{Name: name, Subjects: []string{subject}}); err != nil {
			return nil, err
		}
	}
	return js.CreateOrUpdateConsumer(ctx, "ARTICLES", jetstream.ConsumerConfig{
		Durable: "claimwire", AckPolicy: jetstream.AckExplicitPolicy, AckWait: ackWait(), MaxAckPending: 16 * batch,
	})
}

// A worker takes articles in batches, one transaction each.
type worker struct {
	js        jetstream.JetStream
	consumer  jetstream.Consumer
	db        *pgx.Conn
	extractor *claimwire.Extractor
}

// work goes on until ctx ends. An error of the store or the broker ends it too: what was not
// acknowledged is delivered again, to this worker once it is started anew or to another.
func (w *worker) work(ctx context.Context) error {
	for ctx.Err() == nil {
		messages, err := w.consumer.Fetch(batch, jetstream.FetchMaxWait(time.Second))
		if err != nil {
			return err
		}
		var got []jetstream.Msg
		for m := range messages.Messages() {
			got = append(got, m)
		}
		if err := messages.Error(); err != nil && !errors.Is(err, nats.ErrTimeout) {
			return err
		}
		for _, part := range parts(got) {
			if err := w.take(ctx, part); err != nil && ctx.Err() == nil {
				return err
			}
		}
	}
	return nil
}

// parts are the messages as they are taken: together, and after them, each alone and in an order
// that changes, those that have come before without being acknowledged: one of them may be what
// kills its workers, and shall take few others to the dead letters with it.
func parts(messages []jetstream.Msg) [][]jetstream.Msg {
	out := make([][]jetstream.Msg, 1)
	for _, m := range messages {
		if meta, err := m.Metadata(); err == nil && meta.NumDelivered > apart {
			out = append(out, []jetstream.Msg{m})
		} else {
			out[0] = append(out[0], m)
		}
	}
	rand.Shuffle(len(out)-1, func(i, j int) { out[i+1], out[j+1] = out[j+1], out[i+1] })
	return out
}

// take commits the claims of a batch, and acknowledges it after that.
func (w *worker) take(ctx context.Context, messages []jetstream.Msg) error {
	if len(messages) == 0 {
		return nil
	}
	tx, err := w.db.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(context.WithoutCancel(ctx))
	for _, m := range messages {
		if err := w.article(ctx, tx, m); err != nil {
			return err
		}
	}
	if err := tx.Commit(ctx); err != nil {
		return err
	}
	if len(messages) == 1 { // heard by the broker before the next may end the worker
		return messages[0].DoubleAck(ctx)
	}
	for _, m := range messages {
		if err := m.Ack(); err != nil {
			return err
		}
	}
	return nil
}

// article writes the claims of one article, or sends it to the dead letters.
func (w *worker) article(ctx context.Context, tx pgx.Tx, m jetstream.Msg) error {
	meta, err := m.Metadata()
	if err != nil {
		return err
	}
	if meta.NumDelivered > mostTries { // it may be what killed its workers
		return w.bury(ctx, m, meta, fmt.Errorf("delivered %d times and never acknowledged", meta.NumDelivered-1))
	}
	a, err := corpus.ParseArticle(m.Data())
	if err != nil {
		return w.bury(ctx, m, meta, err)
	}
	d, err := w.extractor.Annotate(ctx, a)
	var skip claimwire.Skip
	switch {
	case err == nil:
		return store(ctx, tx, d)
	case errors.As(err, &skip): // no article, and no fault: it has no claims
		d.Claims = nil
		return store(ctx, tx, d)
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return w.bury(ctx, m, meta, err)
}

// bury sends an article to the dead letters, once however often it is delivered.
func (w *worker) bury(ctx context.Context, m jetstream.Msg, meta *jetstream.MsgMetadata, why error) error {
	slog.Warn("dead letter", "sequence", meta.Sequence.Stream, "why", why)
	letter := nats.NewMsg(subjectDead)
	letter.Data = m.Data()
	letter.Header.Set("Claimwire-Error", why.Error())
	_, err := w.js.PublishMsg(ctx, letter, jetstream.WithMsgID(fmt.Sprintf("%s-%d", meta.Stream, meta.Sequence.Stream)))
	return err
}
