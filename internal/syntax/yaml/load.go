package yaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"
)

// attempt is what came of parsing a text once.
type attempt struct {
	documents []*yaml.Node
	err       error
	read      int // how many bytes the library took before it failed: the error lies at their end
}

// try parses a text. Where the place of an error matters, the text is given line by line.
func try(text []byte, byLine bool) (a attempt) {
	defer func() {
		if p := recover(); p != nil { // the library is not ours: one more syntax error rather than a crash
			a.err = fmt.Errorf("%v", p)
		}
	}()
	reader := &lineReader{rest: text, byLine: byLine}
	defer func() { a.read = len(text) - len(reader.rest) }()
	decoder := yaml.NewDecoder(reader)
	for {
		var n yaml.Node
		err := decoder.Decode(&n)
		if errors.Is(err, io.EOF) {
			return a
		}
		if err != nil {
			a.err = err
			return a
		}
		a.documents = append(a.documents, &n)
	}
}

type lineReader struct {
	rest   []byte
	byLine bool
}

func (r *lineReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	n := min(len(p), len(r.rest))
	if i := bytes.IndexByte(r.rest, '\n'); r.byLine && i >= 0 {
		n = min(n, i+1)
	}
	copy(p, r.rest[:n])
	r.rest = r.rest[n:]
	return n, nil
}
