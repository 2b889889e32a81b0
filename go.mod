module github.com/claimwire/claimwire

go 1.26

require github.com/jdkato/prose/v3 v3.2.3
