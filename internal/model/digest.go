package model

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/crc32"
)

// Digest tells the weights of one program from those of another: twelve hexadecimal
// digits, made of the checksums in the weight files.
func Digest() string {
	sum := sha256.New()
	for _, file := range [][]byte{taggerFile} {
		_, payload, err := readHeader(file)
		if err != nil || len(payload) < crc32.Size {
			return "" // the stage that loads it says what is wrong
		}
		sum.Write(payload[:crc32.Size])
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}
