module github.com/claimwire/claimwire

go 1.26.0

require (
	github.com/PuerkitoBio/goquery v1.13.0
	github.com/andybalholm/cascadia v1.3.4
	github.com/google/go-cmp v0.7.0
	github.com/jdkato/prose/v3 v3.2.3
	golang.org/x/net v0.62.0
)
