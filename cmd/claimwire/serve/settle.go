package serve

import (
	"context"
	"maps"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

// Listen listens at an address for Serve. Multipath TCP, which net.Listen would use, does
// not let settle say that no more connections are to be opened.
func Listen(ctx context.Context, addr string) (net.Listener, error) {
	var c net.ListenConfig
	c.SetMultipathTCP(false)
	return c.Listen(ctx, "tcp", addr)
}

// settle accepts no more connections, and waits until those that were opened before, and
// those without a request in hand, have had read from them what is on its way. A listener
// that is closed resets connections that nobody has accepted, and Shutdown those that it
// takes to be idle: a client whose request is on its way could not tell what became of it.
func (s *Server) settle(ln net.Listener) {
	openNoMore(ln)
	for quiet, end := 0, time.Now().Add(2*time.Second); quiet < 5 && time.Now().Before(end); quiet++ {
		time.Sleep(2 * time.Millisecond) // also for handshakes that are under way
		if readable(ln) || slices.ContainsFunc(s.idle.list(), func(c net.Conn) bool { return readable(c) }) {
			quiet = -1
		}
	}
}

// An idle set is the connections without a request in hand.
type idle struct {
	mu    sync.Mutex
	conns map[net.Conn]bool
}

func (i *idle) state(c net.Conn, state http.ConnState) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if state == http.StateNew || state == http.StateIdle {
		if i.conns == nil {
			i.conns = map[net.Conn]bool{}
		}
		i.conns[c] = true
		return
	}
	delete(i.conns, c)
}

func (i *idle) list() []net.Conn {
	i.mu.Lock()
	defer i.mu.Unlock()
	return slices.Collect(maps.Keys(i.conns))
}
