module github.com/claimwire/claimwire/cmd/claimwire

go 1.26.0

require (
	github.com/alecthomas/kong v1.17.0
	github.com/claimwire/claimwire v0.1.0
	github.com/claimwire/claimwire/corpus v0.1.0
	github.com/rogpeppe/go-internal v1.16.0
)

require golang.org/x/net v0.62.0 // indirect

require (
	code.dny.dev/ssrf v0.3.0 // indirect
	github.com/PuerkitoBio/goquery v1.13.0 // indirect
	github.com/andybalholm/brotli v1.2.8 // indirect
	github.com/andybalholm/cascadia v1.3.4 // indirect
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/jdkato/prose/v3 v3.2.3 // indirect
	github.com/klauspost/compress v1.20.3 // indirect
	github.com/temoto/robotstxt v1.1.2 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
	golang.org/x/time v0.16.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
)
