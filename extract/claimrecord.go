package extract

// An ArticleKey is what joins a record to its article.
type ArticleKey struct {
	Article   string    `json:"article"` // the caller's id, as in doc/1; Doc where there is none
	URL       string    `json:"url,omitempty"`
	Title     string    `json:"title,omitempty"`
	Published Timestamp `json:"published,omitzero"`
}

// A ClaimRecord is what extract writes: a claim and what joins it to its article.
type ClaimRecord struct {
	*Claim
	ArticleKey
}

// An EmptyRecord stands for an article that was read and holds no claim, version empty/1.
type EmptyRecord struct {
	V   string `json:"v"`
	Doc string `json:"doc"`
	ArticleKey
}

// A Failure is the record of an article that yields none: it could not be processed,
// or is no article.
type Failure struct {
	ID     string `json:"id"`    // the caller's id, or what the reader called it: dump.jsonl:17
	Error  string `json:"error"` // what, where and what to do; "skipped: ..." for what is no article
	Input  string `json:"input,omitempty"`
	Offset int64  `json:"offset,omitempty"` // byte of Input at which the article starts
	Stage  string `json:"stage,omitempty"`  // the stage that failed; "read" where the article did not come to the stages
}

// Key is what joins records to the document's article.
func (d *Document) Key() ArticleKey {
	k := ArticleKey{Article: d.ID, URL: d.URL, Title: d.Title, Published: d.Published}
	if k.Article == "" {
		k.Article = DocID(d.Text)
	}
	return k
}

// ClaimRecords are the document's claims with what joins them to the article, in the
// order of Claims. They point into the document.
func (d *Document) ClaimRecords() []ClaimRecord {
	if len(d.Claims) == 0 {
		return nil
	}
	key := d.Key()
	records := make([]ClaimRecord, len(d.Claims))
	for i := range d.Claims {
		records[i] = ClaimRecord{&d.Claims[i], key}
	}
	return records
}

// EmptyRecord is the record of a document without claims.
func (d *Document) EmptyRecord() EmptyRecord {
	return EmptyRecord{V: "empty/1", Doc: DocID(d.Text), ArticleKey: d.Key()}
}
