package serve

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/claimwire/claimwire"
)

type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	articles *prometheus.CounterVec
	claims   prometheus.Counter
	inHand   prometheus.Gauge
}

func newMetrics(version string) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "claimwire_requests_total", Help: "Requests by route and status."}, []string{"route", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "claimwire_request_seconds", Help: "Time from the head of a request to the end of its answer.",
			Buckets: []float64{.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10, 30, 60, 300},
		}, []string{"route"}),
		articles: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "claimwire_articles_total", Help: "Articles: done, skipped as none, failed."}, []string{"result"}),
		claims:   prometheus.NewCounter(prometheus.CounterOpts{Name: "claimwire_claims_total", Help: "Claims found."}),
		inHand:   prometheus.NewGauge(prometheus.GaugeOpts{Name: "claimwire_requests_in_hand", Help: "Requests that were let in and are not answered."}),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{Name: "claimwire_build_info", Help: "Version of the program.", ConstLabels: prometheus.Labels{"version": version}})
	build.Set(1)
	m.registry.MustRegister(m.requests, m.seconds, m.articles, m.claims, m.inHand, build, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

func (m *metrics) request(route string, status int, took time.Duration) {
	if route == "" {
		route = "none" // an address of nobody must not become a series of its own
	}
	m.requests.WithLabelValues(route, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

func (m *metrics) article(d *claimwire.Document, err error) {
	var skip claimwire.Skip
	switch {
	case err == nil:
		m.articles.WithLabelValues("done").Inc()
		m.claims.Add(float64(len(d.Claims)))
	case errors.As(err, &skip):
		m.articles.WithLabelValues("skipped").Inc()
	default:
		m.articles.WithLabelValues("failed").Inc()
	}
}
