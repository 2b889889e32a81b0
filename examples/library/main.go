// Library prints who said what in a sentence.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/claimwire/claimwire"
)

func main() {
	c, err := claimwire.New(claimwire.Options{})
	if err != nil {
		log.Fatal(err)
	}
	doc, err := c.Annotate(context.Background(), &claimwire.Article{ID: "7f3a", Text: "Mayor Ann Lee denied that the bridge would close."})
	if err != nil {
		log.Fatal(err)
	}
	for _, claim := range doc.Claims {
		fmt.Println(claim.Source.Name, claim.Stance, claim.Content)
	}
}
