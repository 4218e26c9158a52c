package certificate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

// Check verifies the certificate: the problem is sound, and what Claim says of it is true. The error says what is wrong.
func (c *Certificate) Check() error {
	if c.Version != Version {
		return fmt.Errorf("version %d of certificates is not known", c.Version)
	}
	if c.Problem == nil {
		return errors.New("there is no problem")
	}
	if len(c.parts()) != 1 || !c.parts()[c.Kind] {
		return fmt.Errorf("a certificate of kind %q needs this part and no other", c.Kind)
	}
	constraints, err := c.Problem.Constraints()
	if err != nil {
		return err
	}
	switch c.Kind {
	case KindRun:
		return c.Run.check(constraints)
	case KindSingle:
		return c.Single.check(constraints)
	case KindAssignment:
		return checkAssignment(constraints, c.Assignment)
	case KindRollout, KindStuck:
		return c.Rollout.check(constraints, c.Kind == KindStuck)
	}
	s, err := constraints.shape()
	switch {
	case err != nil:
		return err
	case c.Kind == KindWeights:
		return c.Weights.check(s)
	case c.Kind == KindTree:
		return c.Tree.check(s)
	}
	return checkSlack(s, c.Slack)
}

func (c *Certificate) parts() map[Kind]bool {
	parts := map[Kind]bool{}
	for kind, there := range map[Kind]bool{
		KindAssignment: c.Assignment != nil, KindSingle: c.Single != nil, KindWeights: c.Weights != nil,
		KindTree: c.Tree != nil, KindRun: c.Run != nil, KindSlack: c.Slack != nil,
		KindRollout: c.Rollout != nil && c.Kind == KindRollout, KindStuck: c.Rollout != nil && c.Kind != KindRollout,
	} {
		if there {
			parts[kind] = true
		}
	}
	return parts
}

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
	if c.Version != Version {
		return nil, fmt.Errorf("version %d of certificates is not known", c.Version)
	}
	return c, nil
}

// sum is a sum of products that keeps in mind if it went out of range.
type sum struct {
	n   int64
	bad bool
}

func (s *sum) add(a, b int64) {
	high, low := bits.Mul64(uint64(max(a, 0)), uint64(max(b, 0)))
	if a < 0 || b < 0 || high > 0 || low > 1<<61 {
		s.bad = true
		return
	}
	if s.n += int64(low); s.n > 1<<61 {
		s.n, s.bad = 0, true
	}
}

var errRange = errors.New("a number is out of range")

// checkLengths refuses lists of a wrong length and negative numbers.
func checkLengths(p *Problem, types, classes []int64) error {
	if len(types) != len(p.Types) || len(classes) != len(p.Classes) {
		return errors.New("a list is not as long as that of the types or classes")
	}
	for _, list := range [][]int64{types, classes} {
		for _, n := range list {
			if n < 0 || n > limit {
				return errRange
			}
		}
	}
	return nil
}
