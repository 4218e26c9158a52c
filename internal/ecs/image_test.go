package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
)

func TestParseImage(t *testing.T) {
	for name, want := range map[string]ecs.Image{
		"nginx":                          {Repository: "nginx"},
		"nginx:1.27":                     {Repository: "nginx", Tag: "1.27"},
		"localhost:5000/nginx":           {Repository: "localhost:5000/nginx"},
		"localhost:5000/a/nginx:latest":  {Repository: "localhost:5000/a/nginx", Tag: "latest"},
		"nginx@sha256:abc":               {Repository: "nginx", Digest: "sha256:abc"},
		"public.ecr.aws/n/n:1@sha256:ab": {Repository: "public.ecr.aws/n/n", Tag: "1", Digest: "sha256:ab"},
		"":                               {},
	} {
		got := ecs.ParseImage(name)
		moves := want.Digest == "" && (want.Tag == "" || want.Tag == "latest")
		if got != want || got.Moves() != moves {
			t.Errorf("%q: %+v, moves %v", name, got, got.Moves())
		}
	}
}
