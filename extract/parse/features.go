package parse

import (
	"math/bits"

	"github.com/claimwire/claimwire/extract/model"
)

// features is the buffer that templates are filled into.
type features [160]uint64

// distance buckets how far apart two nodes are.
func distance(a, b int32) int {
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d < 6:
		return int(d)
	case d < 9:
		return 6
	case d < 15:
		return 7
	}
	return 8
}

// pair joins two hashed values to one.
func pair(a, b uint64) uint64 { return a + bits.RotateLeft64(b, 11) }

func (n *node) labelHash() uint64 { return model.Number(int(n.label) + 1) }
func (n *node) valency() uint64 {
	return model.Number(int(min(n.lefts, 7))*8 + int(min(n.rights, 7)) + 300)
}
func (n *node) set() uint64 { return (n.labels + 1) * 0x9E3779B97F4A7C15 }

// action computes the features of the choice of the next transition.
func (f *features) action(s *state) []uint64 {
	i0, i1, i2 := s.top(0), s.top(1), s.top(2)
	j0, j1, j2 := s.ahead(0), s.ahead(1), s.ahead(2)
	n := s.nodes
	s0, s1, s2, b0, b1, b2 := &n[i0], &n[i1], &n[i2], &n[j0], &n[j1], &n[j2]
	s0l, s0r, s1l, s1r, b0l := &n[s0.left1], &n[s0.right1], &n[s1.left1], &n[s1.right1], &n[b0.left1]
	s0l2, s0r2, s1r2, b0l2 := &n[s0.left2], &n[s0.right2], &n[s1.right2], &n[b0.left2]
	before, after := &n[j0-1], &n[i0+1]
	d0, d1 := model.Number(distance(i0, j0)+600), model.Number(distance(i1, i0)+620)
	v0, v1, vb := s0.valency(), s1.valency(), b0.valency()
	l0, l1, lb := s0.set(), s1.set(), b0.set()
	tt := pair(s0.tag, b0.tag)
	uu := pair(s1.tag, s0.tag)
	w0, w1, wb, t0, t1, tb := s0.word, s1.word, b0.word, s0.tag, s1.tag, b0.tag
	tb1 := b1.tag
	c0, c1, cb := s0.lemma, s1.lemma, b0.lemma
	b0r := &n[b0.left2]
	k0, k1, kb, g0, g1, gb := s0.cluster, s1.cluster, b0.cluster, s0.group, s1.group, b0.group
	*f = features{
		model.Feature(1, 0, 0, 0),
		model.Feature(2, w0, t0, 0),
		model.Feature(3, w0, 0, 0),
		model.Feature(4, t0, 0, 0),
		model.Feature(5, wb, tb, 0),
		model.Feature(6, wb, 0, 0),
		model.Feature(7, tb, 0, 0),
		model.Feature(8, b1.word, tb1, 0),
		model.Feature(9, b1.word, 0, 0),
		model.Feature(10, tb1, 0, 0),
		model.Feature(11, b2.word, b2.tag, 0),
		model.Feature(12, b2.tag, 0, 0),
		model.Feature(13, w1, t1, 0),
		model.Feature(14, w1, 0, 0),
		model.Feature(15, t1, 0, 0),
		model.Feature(16, w0, wb, tt),
		model.Feature(17, w0, wb, 0),
		model.Feature(18, w0, tb, t0),
		model.Feature(19, t0, wb, tb),
		model.Feature(20, tt, 0, 0),
		model.Feature(21, w0, tb, 0),
		model.Feature(22, t0, wb, 0),
		model.Feature(23, tb, tb1, 0),
		model.Feature(24, tb, tb1, b2.tag),
		model.Feature(25, t0, tb, tb1),
		model.Feature(26, t1, t0, tb),
		model.Feature(27, s2.tag, t1, t0),
		model.Feature(28, w1, w0, 0),
		model.Feature(29, uu, 0, 0),
		model.Feature(30, w1, t0, 0),
		model.Feature(31, t1, w0, 0),
		model.Feature(32, w1, w0, tb),
		model.Feature(33, t0, s0l.tag, tb),
		model.Feature(34, t0, s0r.tag, tb),
		model.Feature(35, t0, tb, b0l.tag),
		model.Feature(36, t1, s1r.tag, t0),
		model.Feature(37, t1, s1l.tag, t0),
		model.Feature(38, t1, t0, s0l.tag),
		model.Feature(39, t1, t0, s0r.tag),
		model.Feature(40, d0, t0, tb),
		model.Feature(41, d0, w0, 0),
		model.Feature(42, d0, wb, 0),
		model.Feature(43, d1, t1, t0),
		model.Feature(44, d1, w1, t0),
		model.Feature(45, v0, t0, tb),
		model.Feature(46, v0, w0, 0),
		model.Feature(47, v1, t1, t0),
		model.Feature(48, v1, w1, t0),
		model.Feature(49, vb, tb, t0),
		model.Feature(50, vb, wb, 0),
		model.Feature(51, s0l.labelHash(), t0, tb),
		model.Feature(52, s0r.labelHash(), t0, tb),
		model.Feature(53, s1l.labelHash(), t1, t0),
		model.Feature(54, s1r.labelHash(), t1, t0),
		model.Feature(55, b0l.labelHash(), t0, tb),
		model.Feature(56, l0, t0, tb),
		model.Feature(57, l1, t1, t0),
		model.Feature(58, lb, tb, t0),
		model.Feature(59, l0, w0, 0),
		model.Feature(60, l1, w1, 0),
		model.Feature(61, l0, w0, wb),
		model.Feature(62, s0l.word, t0, tb),
		model.Feature(63, s0r.word, t0, tb),
		model.Feature(64, b0l.word, tb, t0),
		model.Feature(65, s1r.word, t1, t0),
		model.Feature(66, s0l.word, t1, t0),
		model.Feature(67, s0l.labelHash(), s0l2.labelHash(), t0),
		model.Feature(68, s0r.labelHash(), s0r2.labelHash(), t0),
		model.Feature(69, s1r.labelHash(), s1r2.labelHash(), t1),
		model.Feature(70, b0l.labelHash(), b0l2.labelHash(), tb),
		model.Feature(71, t0, before.tag, tb),
		model.Feature(72, t0, after.tag, tb),
		model.Feature(73, before.word, tb, t0),
		model.Feature(74, s2.tag, t0, tb),
		model.Feature(75, t1, tb, tb1),
		model.Feature(76, w1, wb, t0),
		model.Feature(77, t1, tb, 0),
		model.Feature(78, w1, t0, tb),
		model.Feature(79, t1, w0, tb),
		model.Feature(80, t1, t0, wb),
		model.Feature(81, w0, tb, tb1),
		model.Feature(82, t0, tb, b1.word),
		model.Feature(83, w1, tb, 0),
		model.Feature(84, t1, wb, 0),
		model.Feature(85, s2.word, t0, tb),
		model.Feature(86, uu, tb, tb1),
		model.Feature(140, c0, tb, lb),
		model.Feature(141, c1, tb, lb),
		model.Feature(142, c1, t0, lb),
		model.Feature(143, t1, t0, pair(tb, lb)),
		model.Feature(144, c1, b0l.word, tb),
		model.Feature(145, c0, b0l.word, tb),
		model.Feature(146, c1, l1, tb),
		model.Feature(147, c1, l1, pair(t0, tb)),
		model.Feature(148, c0, l0, tb),
		model.Feature(149, c0, l0, cb),
		model.Feature(150, c1, c0, 0),
		model.Feature(151, c0, cb, 0),
		model.Feature(152, c1, cb, t0),
		model.Feature(153, s0.upos, b0.upos, s1.upos),
		model.Feature(154, s1.upos, s0.upos, pair(b0.upos, b1.upos)),
		model.Feature(155, s2.upos, s1.upos, pair(s0.upos, b0.upos)),
		model.Feature(156, s0.upos, b0.upos, pair(b1.upos, b2.upos)),
		model.Feature(157, t1, s1.set(), pair(tb, lb)),
		model.Feature(158, c1, s1r.word, t0),
		model.Feature(159, s2.lemma, tb, t0),
		model.Feature(160, s2.tag, t1, pair(t0, tb)),
		model.Feature(161, s1r.tag, t1, pair(t0, tb)),
		model.Feature(162, s0l.tag, s0r.tag, pair(t0, tb)),
		model.Feature(163, b0l.tag, b0r.tag, pair(t0, tb)),
		model.Feature(164, n[s.none-1].word, t0, tb),
		model.Feature(165, w0, wb, t1),
		model.Feature(166, cb, tb1, t0),
		model.Feature(167, c0, tb, tb1),
		model.Feature(200, k0, 0, 0),
		model.Feature(201, kb, 0, 0),
		model.Feature(202, k1, 0, 0),
		model.Feature(203, k0, kb, 0),
		model.Feature(204, k1, k0, 0),
		model.Feature(205, k1, kb, t0),
		model.Feature(206, g0, gb, t1),
		model.Feature(207, k0, tb, t0),
		model.Feature(208, kb, tb, t0),
		model.Feature(209, k1, t1, t0),
		model.Feature(210, k0, t1, t0),
		model.Feature(211, k1, t0, tb),
		model.Feature(212, g1, g0, gb),
		model.Feature(213, g0, gb, tt),
		model.Feature(214, g1, g0, uu),
		model.Feature(215, b1.cluster, tb, t0),
		model.Feature(216, s0r.cluster, t0, tb),
		model.Feature(217, s0l.cluster, t0, tb),
		model.Feature(218, b0l.cluster, tb, t0),
		model.Feature(219, s1r.cluster, t1, t0),
		model.Feature(220, s2.cluster, t0, tb),
		model.Feature(221, k1, l1, tb),
		model.Feature(222, s0.frames, t0, tb),
		model.Feature(223, s0.frames, tb, tb1),
		model.Feature(224, s0.frames, l0, tb),
		model.Feature(225, s1.frames, t0, tb),
		model.Feature(226, s1.frames, l1, pair(t0, tb)),
		model.Feature(227, s1.frames, s0l.word, t0),
		model.Feature(228, b0.frames, t0, t1),
	}
	return f[:143]
}

// label computes the features of the choice of a label for an arc.
func (f *features) label(s *state, head, dependent int32) []uint64 {
	n := s.nodes
	h, d := &n[head], &n[dependent]
	way := model.Number(700)
	sibling := &n[h.left1]
	if dependent > head {
		way = model.Number(701)
		sibling = &n[h.right1]
	}
	far := pair(way, model.Number(distance(head, dependent)))
	hb, ha, db, da := &n[max(head-1, 0)], &n[head+1], &n[dependent-1], &n[dependent+1]
	dl, dr := &n[d.left1], &n[d.right1]
	td, th, wd, wh := d.tag, h.tag, d.word, h.word
	tdw := pair(td, way)
	*f = features{
		model.Feature(100, way, 0, 0),
		model.Feature(101, wd, td, way),
		model.Feature(102, td, way, 0),
		model.Feature(103, wh, th, way),
		model.Feature(104, th, way, 0),
		model.Feature(105, wh, wd, way),
		model.Feature(106, th, td, far),
		model.Feature(107, wh, td, way),
		model.Feature(108, th, wd, way),
		model.Feature(109, td, db.tag, th),
		model.Feature(110, td, da.tag, th),
		model.Feature(111, td, hb.tag, th),
		model.Feature(112, td, ha.tag, th),
		model.Feature(113, db.word, td, way),
		model.Feature(114, da.word, td, way),
		model.Feature(115, hb.word, th, td),
		model.Feature(116, ha.word, th, td),
		model.Feature(117, dl.labelHash(), td, th),
		model.Feature(118, dr.labelHash(), td, th),
		model.Feature(119, dl.word, td, th),
		model.Feature(120, dr.word, td, th),
		model.Feature(121, d.set(), td, th),
		model.Feature(122, d.set(), td, way),
		model.Feature(123, h.set(), th, td),
		model.Feature(124, sibling.labelHash(), th, tdw),
		model.Feature(125, sibling.tag, th, tdw),
		model.Feature(126, sibling.labelHash(), wh, td),
		model.Feature(127, dl.word, wh, way),
		model.Feature(128, dl.word, wd, way),
		model.Feature(129, dl.labelHash(), wh, td),
		model.Feature(130, h.set(), wd, way),
		model.Feature(131, h.valency(), th, td),
		model.Feature(132, d.set(), wh, td),
		model.Feature(133, n[1].word, th, tdw),
		model.Feature(134, n[s.none-1].word, th, tdw),
		model.Feature(230, d.cluster, td, way),
		model.Feature(231, h.cluster, th, way),
		model.Feature(232, h.cluster, d.cluster, way),
		model.Feature(233, h.group, d.group, tdw),
		model.Feature(234, h.cluster, td, way),
		model.Feature(235, d.cluster, th, way),
		model.Feature(236, dl.cluster, td, th),
		model.Feature(240, h.frames, td, way),
		model.Feature(241, h.frames, dl.word, td),
		model.Feature(242, h.frames, h.set(), tdw),
		model.Feature(243, h.frames, d.set(), tdw),
	}
	return f[:46]
}
