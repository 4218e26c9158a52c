package yaml

import (
	"bytes"

	"go.yaml.in/yaml/v3"
)

// Encode writes a value as a YAML document; tags of struct fields name the keys.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	err := e.Encode(v)
	return b.Bytes(), err
}
