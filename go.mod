module github.com/claimwire/claimwire

go 1.26
