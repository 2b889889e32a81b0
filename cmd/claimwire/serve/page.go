package serve

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/cmd/claimwire/show"
)

// pasted answers the form of the page with the article's claims in its text.
func (s *Server) pasted(w http.ResponseWriter, r *http.Request) {
	form := &show.Paste{}
	if !s.enter() {
		w.Header().Set("Retry-After", "1")
		s.refused(w, http.StatusTooManyRequests, form, errTooMany)
		return
	}
	defer s.leave()
	c := http.NewResponseController(w)
	c.SetReadDeadline(time.Now().Add(s.Timeout))
	r.Body = http.MaxBytesReader(w, r.Body, 3*s.MaxBody+4096) // a form writes a byte as three
	if err := r.ParseForm(); err != nil {
		s.refused(w, unread(err), form, err)
		return
	}
	// A form ends lines by CR LF, whatever the article did.
	form.Text, form.Published = strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n"), r.PostForm.Get("published")
	a, status, err := s.read(form)
	if err != nil {
		s.refused(w, status, form, err)
		return
	}
	d, err := s.annotate(r.Context(), s.Extractor, a)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		w.Header().Set("Retry-After", "1")
		s.refused(w, http.StatusServiceUnavailable, form, err)
	case err != nil:
		s.refused(w, http.StatusUnprocessableEntity, form, err)
	default:
		s.page(w, http.StatusOK, []*claimwire.Document{d}, form)
	}
}

// read makes an article of what was pasted, or says by which status it is refused.
func (s *Server) read(form *show.Paste) (*claimwire.Article, int, error) {
	switch {
	case strings.TrimSpace(form.Text) == "":
		return nil, http.StatusUnprocessableEntity, errors.New("there is no text: paste an article")
	case int64(len(form.Text)) > s.MaxBody:
		long := len(form.Text)
		form.Text = ""
		return nil, http.StatusRequestEntityTooLarge, fmt.Errorf("the article has %d bytes, and the limit is %d", long, s.MaxBody)
	}
	a := claimwire.NewArticle("", []byte(form.Text), "")
	if a.Page != nil {
		a.MediaType = "text/html; charset=utf-8"
	}
	if form.Published != "" {
		var err error
		if a.Published, err = claimwire.ParseTimestamp(form.Published); err != nil {
			return nil, http.StatusUnprocessableEntity, fmt.Errorf("published: %w", err)
		}
		a.PublishedFrom = "caller"
	}
	return a, 0, nil
}

func (s *Server) refused(w http.ResponseWriter, status int, form *show.Paste, err error) {
	form.Error = err.Error()
	s.page(w, status, nil, form)
}

// page writes the page that show --html makes, with the form above it.
func (s *Server) page(w http.ResponseWriter, status int, docs []*claimwire.Document, form *show.Paste) {
	http.NewResponseController(w).SetWriteDeadline(time.Now().Add(s.Timeout))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'") // the page has the rest itself
	w.WriteHeader(status)
	if err := show.Page(w, s.Extractor, docs, form); err != nil {
		s.Logger.Debug("the page was not read to its end", "error", err.Error())
	}
}
