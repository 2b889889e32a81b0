package claimwire_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"testing/fstest"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/golden"
)

// One article in, its claims out.
func Example() {
	c, err := claimwire.New(claimwire.Options{})
	if err != nil {
		log.Fatal(err)
	}
	published, err := claimwire.ParseTimestamp("2024-10-24")
	if err != nil {
		log.Fatal(err)
	}
	doc, err := c.Annotate(context.Background(), &claimwire.Article{
		ID:        "7f3a",
		Text:      "Mayor Ann Lee said on Wednesday that the bridge may cost about $3 million. She denied that it would close.",
		Published: published,
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, claim := range doc.Claims {
		fmt.Println(claim.Source.Name, claim.Stance, claim.Factuality, claim.Content)
		for _, q := range claim.Quantities {
			fmt.Println("  ", q.Value, q.Unit, q.Modifier)
		}
		for _, t := range claim.Times {
			fmt.Println("  ", t.Role, t.Value)
		}
	}
	// Output:
	// Ann Lee assert PS+ the bridge may cost about $3 million
	//    3000000 USD approx
	//    said 2024-10-23
	// Ann Lee deny CT- it would close
}

// A stream of articles over all processors, in order. An article that fails is a record
// in its place, and ends nothing.
func ExampleExtractor_Run() {
	c, err := claimwire.New(claimwire.Options{Workers: 2})
	if err != nil {
		log.Fatal(err)
	}
	articles := claimwire.Articles(
		&claimwire.Article{ID: "a", Text: "The minister said the road was closed."},
		claimwire.NewArticle("b", []byte("<html><body><form>Log in</form></body></html>"), "text/html"),
		&claimwire.Article{ID: "c", Text: "“It is open,” Hale said."},
	)
	for doc, err := range c.Run(context.Background(), articles) {
		var skip claimwire.Skip
		if errors.As(err, &skip) {
			fmt.Printf("%s is no article: %s\n", doc.ID, skip.Reason)
			continue
		}
		if err != nil {
			fmt.Println(claimwire.FailureOf(doc, err))
			continue
		}
		for _, r := range doc.ClaimRecords() {
			fmt.Println(r.Article, r.Type, r.Content)
		}
	}
	// Output:
	// a indirect the road was closed
	// b is no article: login or consent page
	// c direct It is open
}

// An own stage reads what ours found, and leaves its finding in Extra, which doc/1
// records carry. It would say so in Edits if it changed a layer.
func ExampleOptions_stages() {
	money := claimwire.Stage{Name: "money", Needs: claimwire.Claims, Run: func(d *claimwire.Document) error {
		for _, claim := range d.Claims {
			for _, q := range claim.Quantities {
				if q.Kind == "money" {
					d.Extra["money"] = true
				}
			}
		}
		return nil
	}}
	c, err := claimwire.New(claimwire.Options{Stages: []claimwire.Stage{money}})
	if err != nil {
		log.Fatal(err)
	}
	doc, err := c.Annotate(context.Background(), &claimwire.Article{Text: "Hale said the roof would cost £5,000."})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(doc.Extra)
	// Output: map[money:true]
}

// Records go into a store by their id. The same article gives the same ids, so writing
// it twice doubles nothing.
func ExampleClaimRecord() {
	store := map[string][]byte{} // a table with the id as its key
	c, err := claimwire.New(claimwire.Options{Layers: claimwire.Claims})
	if err != nil {
		log.Fatal(err)
	}
	for range 2 {
		doc, err := c.Annotate(context.Background(), &claimwire.Article{
			ID: "7f3a", URL: "https://news.example/7f3a", Text: "The minister said the road was closed.",
		})
		if err != nil {
			log.Fatal(err)
		}
		for _, r := range doc.ClaimRecords() {
			if store[r.ID], err = json.Marshal(r); err != nil {
				log.Fatal(err)
			}
		}
	}
	for _, data := range store {
		var row struct{ Article, URL, Stance string }
		if err := json.Unmarshal(data, &row); err != nil {
			log.Fatal(err)
		}
		fmt.Println(len(store), row)
	}
	// Output: 1 {7f3a https://news.example/7f3a assert}
}

// Golden files hold articles with the lines that a careful reader wants. A test of
// yours compares them with what comes out now.
func Example_golden() {
	folder, err := os.MkdirTemp("", "golden")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	const file = `-- article --
The minister said the road was closed.
-- attributions --
indirect assert source=[The minister] cue=[said] content=[the road was closed] rule=attr.svo-clause/1
`
	if err := os.WriteFile(folder+"/roads.txtar", []byte(file), 0o644); err != nil {
		log.Fatal(err)
	}
	files, err := golden.Load(folder)
	if err != nil {
		log.Fatal(err)
	}
	c, err := claimwire.New(claimwire.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range files {
		for _, kase := range f.Cases {
			doc, err := c.Annotate(context.Background(), kase.Article)
			if err != nil {
				log.Fatal(err)
			}
			for _, layer := range kase.Layers {
				got, err := golden.Dump(doc, layer.Name)
				if err != nil {
					log.Fatal(err)
				}
				diff, score := golden.Compare(layer.Lines, got)
				fmt.Println(kase.Name, layer.Name, score.F(), diff.Missing, diff.Extra)
			}
		}
	}
	// Output: roads.txtar#the-minister-said-the-road-was attributions 100 [] []
}

// Own words are lists named and written as ours; docs/words.md tells of them. The rule
// says which line a claim rests on.
func ExampleOptions_lexicon() {
	words := fstest.MapFS{"cues.tsv": {Data: []byte("# columns: cue\tpos\tframes\tstance\npontificate\tverb\tthat\tbelieve\n")}} // or os.DirFS("words")
	c, err := claimwire.New(claimwire.Options{Lexicon: words})
	if err != nil {
		log.Fatal(err)
	}
	doc, err := c.Annotate(context.Background(), &claimwire.Article{Text: "Hale pontificated that the road was closed."})
	if err != nil {
		log.Fatal(err)
	}
	for _, claim := range doc.Claims {
		fmt.Println(claim.Stance, claim.Content, claim.Rule)
	}
	// Output: believe the road was closed attr.svo-that/1+cues.tsv:2
}
