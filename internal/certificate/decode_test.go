package certificate_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
)

// FuzzDecode reads any bytes: what can be read is checked and told without a panic.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"version":1,"kind":"run","problem":{"resources":["cpu"],"types":[{"name":"a","group":"a","count":1,"demand":[1]}],"classes":[{"name":"c","count":1,"capacity":[2]}]},"run":{"steps":[[0,0,0]],"waiting":[0]}}`,
		`{"version":1,"kind":"weights","problem":{"resources":["cpu"],"types":[{"name":"a","group":"a","count":3,"demand":[1]}],"classes":[{"name":"c","count":1,"capacity":[2]}]},"weights":{"types":[1],"classes":[2]}}`,
		`{"version":1,"kind":"tree","problem":{"resources":["cpu"],"types":[{"name":"a","group":"a","count":3,"demand":[1]}],"classes":[{"name":"c","count":1,"capacity":[2]}]},"tree":{"types":[0],"classes":[0],"weights":[],"root":{"type":0}}}`,
		`{"version":1,"kind":"stuck","problem":{"resources":["cpu"],"types":[{"name":"a","group":"a","count":1,"demand":[1]},{"name":"b","group":"a","count":0,"demand":[1]}],"classes":[{"name":"c","count":1,"capacity":[1]}]},"rollout":{"old":0,"new":1,"minimumHealthyPercent":100,"maximumPercent":200,"steps":[[0,0,0]],"moves":[]}}`,
		`{"version":1,"kind":"single","single":{"type":7}}`, `{`, ``,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := certificate.Decode(data)
		if err == nil && c.Check() == nil && c.Claim() == "" {
			t.Error("it claims nothing")
		}
	})
}
