package certificate

import "errors"

// Check verifies the certificate: the problem is sound, and what Claim says of it is true. The error says what is wrong.
func (c *Certificate) Check() error { return errors.New("not written yet") }

// Claim is what the certificate proves, in words: "8 tasks can't be placed: 3 services need port 80 on 2 instances".
func (c *Certificate) Claim() string { return "" }

// Encode is the certificate as JSON.
func (c *Certificate) Encode() ([]byte, error) { return nil, errors.New("not written yet") }

// Decode reads a certificate. What it claims is not checked yet.
func Decode(data []byte) (*Certificate, error) { return nil, errors.New("not written yet") }

// Validate refuses problems that are not sound: negative numbers, lists of a wrong length, sums beyond an int64, expressions that
// can't be read or are said to hold where they don't.
func (p *Problem) Validate() error { return nil }

// Wanted is how many tasks of a type are to be placed: its count; of a daemon one for each instance that it has to run on.
func (p *Problem) Wanted(t int) int64 { return p.Types[t].Count }
