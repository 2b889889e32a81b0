package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/claimwire/claimwire"
)

// The test's own binary is the worker where it is told so, to be killed.
func TestMain(m *testing.M) {
	if os.Getenv("INGEST_WORKER") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

const (
	articles = 5000
	poison   = 10
	kills    = 10
)

// text is the i-th article: three sentences, all different from those of the others.
func text(i int) string {
	return fmt.Sprintf("Mayor Ann Lee said on Tuesday that road %d was closed. “It may open in May,” she added. Jo Hale denied that %d people had been hurt.", i, i+2)
}

// Ten workers in turn are killed at random while 5,000 articles come in: every claim is
// there once, and every poison article is a dead letter once.
func TestKilledTenTimes(t *testing.T) {
	db := startPostgres(t)
	broker := startNATS(t)
	nc, err := nats.Connect(broker)
	if err != nil {
		t.Fatal(err)
	}
	defer nc.Close()
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Minute)
	defer stop()
	t.Setenv("INGEST_ACK_WAIT", "2s")
	consumer, err := subscribe(ctx, js)
	if err != nil {
		t.Fatal(err)
	}
	for i := range articles {
		data, _ := json.Marshal(map[string]string{"id": fmt.Sprint("a", i), "text": text(i), "published": "2024-10-24"})
		if i%(articles/poison) == 0 {
			data = []byte(fmt.Sprintf(`{"id":"a%d","text":`, i))
		}
		if _, err := js.PublishAsync(subjectNew, data); err != nil {
			t.Fatal(err)
		}
	}
	<-js.PublishAsyncComplete()

	left := func() uint64 {
		info, err := consumer.Info(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return info.NumPending + uint64(info.NumAckPending)
	}
	killed := 0
	for left() > 0 {
		w := startWorker(t, broker, db)
		// Another number each time: kills at the pace of AckWait would fall on the same batch again and again.
		until := left() - min(left(), uint64(articles/(4*kills)+rand.IntN(articles/(2*kills))))
		for left() > 0 && (killed == kills || left() > until) {
			time.Sleep(time.Duration(5+rand.IntN(20)) * time.Millisecond)
		}
		if killed < kills {
			killed++
			w.Process.Kill()
		} else {
			w.Process.Signal(syscall.SIGTERM)
		}
		w.Wait()
	}
	if killed != kills {
		t.Errorf("killed %d times, not %d: the articles were done before", killed, kills)
	}
	check(ctx, t, js, db)
}

// check compares the tables with what the library says of the same articles.
func check(ctx context.Context, t *testing.T, js jetstream.JetStream, db string) {
	conn, err := pgx.Connect(ctx, db)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	extractor, err := claimwire.New(claimwire.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for i := range articles {
		if i%(articles/poison) == 0 {
			continue
		}
		d, err := extractor.Annotate(ctx, &claimwire.Article{ID: fmt.Sprint("a", i), Text: text(i)})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range d.Claims {
			want[c.ID] = d.ID
		}
	}
	rows, err := conn.Query(ctx, "select id, article from claim")
	if err != nil {
		t.Fatal(err)
	}
	n, wrong := 0, 0
	for rows.Next() {
		var id, article string
		if err := rows.Scan(&id, &article); err != nil {
			t.Fatal(err)
		}
		n++
		if want[id] != article {
			wrong++
		}
	}
	var read int
	if err := conn.QueryRow(ctx, "select count(*) from article").Scan(&read); err != nil {
		t.Fatal(err)
	}
	dead, err := js.Stream(ctx, "DEAD")
	if err != nil {
		t.Fatal(err)
	}
	letters := dead.CachedInfo().State.Msgs
	if n != len(want) || wrong > 0 || read != articles-poison || letters != poison {
		t.Errorf("%d claims of %d, %d wrong; %d articles of %d; %d dead letters of %d", n, len(want), wrong, read, articles-poison, letters, poison)
	}
	t.Logf("%d claims of %d articles, %d dead letters, after %d kills", n, read, letters, kills)
}

func startWorker(t *testing.T, broker, db string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, "-nats", broker, "-db", db)
	c.Env = append(os.Environ(), "INGEST_WORKER=1")
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

func startNATS(t *testing.T) string {
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true, StoreDir: t.TempDir(), NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("NATS does not start")
	}
	return s.ClientURL()
}

// startPostgres starts a PostgreSQL in a folder of its own, where its socket stands too.
func startPostgres(t *testing.T) string {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		t.Skip("no /usr/lib/postgresql/*/bin/initdb: install Debian's package postgresql")
	}
	bin := filepath.Dir(found[len(found)-1])
	folder, err := os.MkdirTemp("", "ingest-pg-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	var as *syscall.SysProcAttr
	if os.Getuid() == 0 { // the server refuses to run as root
		u, err := user.Lookup("postgres")
		if err != nil {
			t.Skip("run as root, and there is no user postgres: ", err)
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(folder, uid, gid); err != nil {
			t.Fatal(err)
		}
		as = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	}
	command := func(name string, args ...string) *exec.Cmd {
		c := exec.Command(filepath.Join(bin, name), args...)
		c.Dir, c.SysProcAttr = "/", as
		return c
	}
	data := filepath.Join(folder, "data")
	if out, err := command("initdb", "-D", data, "-U", "ingest", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	p := command("postgres", "-D", data, "-c", "listen_addresses=", "-c", "unix_socket_directories="+data)
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Process.Signal(syscall.SIGINT); p.Wait() })
	for range 300 {
		if command("pg_isready", "-h", data).Run() == nil {
			return "postgres://ingest@/postgres?host=" + data
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("PostgreSQL does not start")
	return ""
}

// A delivered message is one that knows only how often it was delivered.
type delivered struct {
	jetstream.Msg
	times uint64
}

func (d delivered) Metadata() (*jetstream.MsgMetadata, error) {
	return &jetstream.MsgMetadata{NumDelivered: d.times}, nil
}

// TestParts holds that what came twice before without being acknowledged is taken alone, and after the rest.
func TestParts(t *testing.T) {
	got := parts([]jetstream.Msg{delivered{times: 3}, delivered{times: 1}, delivered{times: 5}, delivered{times: 2}})
	if len(got) != 3 || len(got[0]) != 2 || len(got[1]) != 1 || len(got[2]) != 1 {
		t.Fatalf("%v, want two together and two alone", got)
	}
	alone := []uint64{got[1][0].(delivered).times, got[2][0].(delivered).times}
	slices.Sort(alone)
	if got[0][0].(delivered).times != 1 || got[0][1].(delivered).times != 2 || !slices.Equal(alone, []uint64{3, 5}) {
		t.Errorf("%v, want those of one and two deliveries together, three and five alone", got)
	}
}
