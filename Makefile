# The sets that make score measures on. They are other people's text and not part of this repository.
DATA ?= ../shared/data
PKG  ?= work

.PHONY: build run test test-flink score fuzz lint bench model golden guard diff mutate tidy release wheel bench-serve

build: ## build bin/claimwire
	CGO_ENABLED=0 go build -o bin/claimwire ./cmd/claimwire

run: build ## print the claims of the founding article
	bin/claimwire extract corpus/founding/article.txt

test: ## all tests of the modules in go.work
	go test -timeout 30m work

golden: ## rewrite the golden files with the present output; read the diff before you commit it
	go test ./golden -update

# The build that guard compares with: a commit, or a binary.
BASE ?= main

guard: build ## every layer of the founding article, the goldens and, where DATA exists, the development texts: identical to BASE, or what changed
	@base="$(BASE)"; if [ ! -x "$$base" ]; then \
		commit=$$(git rev-parse --short "$$base^{commit}") && base=bin/claimwire-$$commit && \
		{ [ -x $$base ] || { git archive --prefix=source/ $$commit | tar -x -C bin && (cd bin/source && go build -o ../claimwire-$$commit ./cmd/claimwire); rm -rf bin/source; }; }; fi; \
	(cd tools && GOWORK=off go build -o ../bin/guard ./guard) && bin/guard -data "$(wildcard $(DATA))" $$base bin/claimwire

diff: build ## claims over the founding article and, where DATA exists, its fresh articles: what changed since BASE
	@base="$(BASE)"; if [ ! -x "$$base" ]; then \
		commit=$$(git rev-parse --short "$$base^{commit}") && base=bin/claimwire-$$commit && \
		{ [ -x $$base ] || { git archive --prefix=source/ $$commit | tar -x -C bin && (cd bin/source && go build -o ../claimwire-$$commit ./cmd/claimwire); rm -rf bin/source; }; }; fi; \
	bin/claimwire diff --with corpus/founding/article.txt $(addprefix --with ,$(wildcard $(DATA)/fresh/*.jsonl.gz)) $$base bin/claimwire

SEED ?= 1
N    ?= 60

mutate: ## switch off N conditions and words of the rules, chosen by SEED, one at a time: which are found by a test
	cd tools && GOWORK=off go build -o ../bin/mutate ./mutate
	bin/mutate -seed $(SEED) -n $(N)

score: ## quality figures: the golden files, and the development sets where DATA exists
	@cat golden/score.txt
	@if [ -d "$(DATA)" ]; then \
		CLAIMWIRE_DATA="$(abspath $(DATA))" go test -count=1 -run '^TestScore' -v $(PKG) | sed -n 's/^.*score: //p'; \
	else echo "no folder $(DATA): only the golden files were scored"; fi

fuzz: ## every fuzz target for FUZZTIME
	@for p in $$(go list work); do \
		for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$p || exit 1; \
		done; \
	done
FUZZTIME ?= 20s

bench: build ## what each verb does in a second of processor time, on made dumps of BENCH articles; then the benchmarks of every stage
	go run ./corpus/synth/bench -claimwire bin/claimwire -articles $(BENCH)
	go test -run '^$$' -bench . -benchmem work
BENCH ?= 1000,10000

bench-serve: build ## the server beside the command: throughput, latency at half load, many posts, a stop, and memory for SOAK
	go run ./cmd/claimwire/serve/load -claimwire bin/claimwire -soak $(SOAK)
SOAK ?= 10m

test-flink: ## Beam on a real Flink, with kill -9; fetches the jars from Maven and PyPI (needs java 17, mvn, pip)
	cluster/beam/flink/fetch bin/flink
	cd cluster/beam && GOWORK=off CLAIMWIRE_FLINK="$(CURDIR)/bin/flink" go test -count=1 -timeout 60m -v -run '^TestFlink' .

lint: ## vet, staticcheck, gofumpt
	go vet work
	cd tools && GOWORK=off go build -o ../bin/ honnef.co/go/tools/cmd/staticcheck mvdan.cc/gofumpt
	bin/staticcheck work
	@bad=$$(bin/gofumpt -l $$(git ls-files '*.go')); [ -z "$$bad" ] || { echo "not formatted (gofumpt -w):"; echo "$$bad"; exit 1; }

# A release is a tag of every module: v0.1.0, corpus/v0.1.0, store/v0.1.0, cmd/claimwire/v0.1.0.
VERSION   ?= $(shell git describe --tags --match 'v*' 2>/dev/null || echo v0.0.0-$$(git rev-parse --short=12 HEAD))
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
STAMP      = -s -w -X github.com/claimwire/claimwire/internal/build.release=$(VERSION) -X github.com/claimwire/claimwire/internal/build.revision=$(shell git rev-parse --short=12 HEAD)

release: ## static binaries for PLATFORMS in dist, with version, commit and checksums
	@rm -rf dist && mkdir dist
	@for p in $(PLATFORMS); do \
		os=$${p%/*}; arch=$${p#*/}; file=claimwire_$(VERSION)_$${os}_$$arch; [ $$os = windows ] && file=$$file.exe; \
		echo $$file; CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -ldflags "$(STAMP)" -o dist/$$file ./cmd/claimwire || exit 1; \
	done
	cd dist && sha256sum claimwire_* > SHA256SUMS

PYTHON ?= python3

wheel: ## a Python wheel for this machine, with the static binary inside
	mkdir -p clients/python/claimwire/bin
	CGO_ENABLED=0 go build -trimpath -ldflags "$(STAMP)" -o clients/python/claimwire/bin/claimwire$(shell go env GOEXE) ./cmd/claimwire
	cd clients/python && $(PYTHON) -m pip wheel --no-deps -w dist .

tidy: ## go.mod and go.sum of every module, made right
	.ci/tidy -w

# What the weights are made of, see docs/models.md: UD English-EWT.
TREEBANK ?= $(DATA)/ud

model: ## train the tagger anew
	go run ./cmd/train -data $(TREEBANK) -out internal/model/tagger.bin
