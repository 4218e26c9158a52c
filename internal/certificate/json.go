package certificate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Encode is the certificate as JSON, on one line.
func (c *Certificate) Encode() ([]byte, error) {
	data, err := json.Marshal(c)
	return append(data, '\n'), err
}

// Decode reads a certificate. What it claims is not checked yet.
func Decode(data []byte) (*Certificate, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	c := new(Certificate)
	if err := d.Decode(c); err != nil {
		return nil, fmt.Errorf("not a certificate: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("not a certificate: something follows it")
	}
	return c, nil
}
