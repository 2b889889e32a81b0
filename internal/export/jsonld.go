package export

import (
	"github.com/claimwire/claimwire/extract"
	"github.com/claimwire/claimwire/internal/offset"
)

// around is how many bytes of text a TextQuoteSelector gives on either side, about.
const around = 32

// webAnnotations is an AnnotationPage of the W3C Web Annotation Data Model: an
// annotation for each claim, with a target for each of its spans. Positions are in
// code points, as section 4.2.5 of the model has them, and the quotation lets the span
// be found where the page has changed.
func webAnnotations(r *extract.Record) any {
	at := offset.New(r.Text, offset.Chars)
	source := r.URL
	if source == "" {
		source = "urn:claimwire:" + r.Doc
	}
	items := []any{}
	for i := range r.Claims {
		c := &r.Claims[i]
		targets := []any{}
		for _, m := range marks(c) {
			targets = append(targets, map[string]any{
				"type": "SpecificResource", "source": source, "purpose": m.Label,
				"selector": []any{
					map[string]any{"type": "TextPositionSelector", "start": at.At(m.Span.Start), "end": at.At(m.Span.End)},
					map[string]any{
						"type": "TextQuoteSelector", "exact": r.Text[m.Span.Start:m.Span.End],
						"prefix": r.Text[cut(r.Text, m.Span.Start-around):m.Span.Start], "suffix": r.Text[m.Span.End:cut(r.Text, m.Span.End+around)],
					},
				},
			})
		}
		if len(targets) == 0 {
			continue
		}
		items = append(items, map[string]any{
			"id": "urn:claimwire:" + c.ID, "type": "Annotation", "motivation": "classifying",
			"body": []any{
				tag(c.Stance), tag(c.Factuality), tag(c.Type),
				map[string]any{"type": "TextualBody", "purpose": "describing", "value": speaker(c), "format": "text/plain"},
			},
			"target": targets,
		})
	}
	return map[string]any{
		"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:claimwire:" + r.Doc, "type": "AnnotationPage", "items": items,
	}
}

func tag(value string) any {
	return map[string]any{"type": "TextualBody", "purpose": "tagging", "value": value}
}

// cut moves byte i to the start of a character, within the text.
func cut(text string, i int) int {
	i = max(0, min(i, len(text)))
	for i > 0 && i < len(text) && text[i]&0xC0 == 0x80 {
		i--
	}
	return i
}

func speaker(c *extract.Claim) string {
	if c.Source.Name != "" {
		return c.Source.Name
	}
	return c.Source.Mention
}

// schemaOrg is the claims of an article as https://schema.org/Claim, with the article
// they appear in. A claim without content is left out, as it has nothing to state.
func schemaOrg(r *extract.Record) any {
	article := map[string]any{"@type": "NewsArticle", "identifier": r.ID}
	put(article, "url", r.URL)
	put(article, "headline", r.Title)
	put(article, "datePublished", r.Published.String())
	graph := []any{}
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Content == "" {
			continue
		}
		claim := map[string]any{"@type": "Claim", "@id": "urn:claimwire:" + c.ID, "text": content(c), "appearance": article}
		if name := speaker(c); name != "" {
			who := map[string]any{"@type": schemaTypes[c.Source.Kind], "name": name}
			if who["@type"] == "" {
				who["@type"] = "Thing"
			}
			put(who, "description", c.Source.Role)
			claim["claimInterpreter"] = map[string]any{"@type": "Organization", "name": "claimwire"}
			claim["author"] = who
		}
		graph = append(graph, claim)
	}
	return map[string]any{"@context": "https://schema.org", "@graph": graph}
}

// schemaTypes are the types of schema.org for the kinds of sources.
var schemaTypes = map[string]string{
	"person": "Person", "anonymous": "Person", "organisation": "Organization", "group": "Organization", "document": "CreativeWork",
}

func put(m map[string]any, key, value string) {
	if value != "" {
		m[key] = value
	}
}
