package serve

import (
	"net"
	"syscall"

	"golang.org/x/sys/unix"
)

// opening matches a packet that opens a connection, with SYN among the flags in byte 13 of
// its TCP header: it is dropped, and its sender tries again until nothing listens.
var opening = []unix.SockFilter{
	{Code: unix.BPF_LD | unix.BPF_B | unix.BPF_ABS, K: 13},
	{Code: unix.BPF_JMP | unix.BPF_JSET | unix.BPF_K, Jf: 1, K: 0x02},
	{Code: unix.BPF_RET | unix.BPF_K, K: 0},
	{Code: unix.BPF_RET | unix.BPF_K, K: 0xffffffff},
}

func openNoMore(ln net.Listener) {
	control(ln, func(fd int) {
		unix.SetsockoptSockFprog(fd, unix.SOL_SOCKET, unix.SO_ATTACH_FILTER, &unix.SockFprog{Len: uint16(len(opening)), Filter: &opening[0]})
	})
}

// readable reports whether a connection waits to be accepted, or bytes to be read.
func readable(v any) (yes bool) {
	control(v, func(fd int) {
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, 0)
		yes = n > 0 && err == nil
	})
	return yes
}

// control calls f with the file descriptor of a listener or a connection that has one.
func control(v any, f func(int)) {
	c, ok := v.(syscall.Conn)
	if !ok {
		return
	}
	if raw, err := c.SyscallConn(); err == nil {
		raw.Control(func(fd uintptr) { f(int(fd)) })
	}
}
