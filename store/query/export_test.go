package query

var Match = match
