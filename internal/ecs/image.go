package ecs

import (
	"regexp"
	"strings"
)

// Image is the name of a container image in its parts.
// https://pkg.go.dev/github.com/distribution/reference
type Image struct {
	Repository string // with the registry in front, as in public.ecr.aws/nginx/nginx
	Tag        string // "" where none is written, which means latest
	Digest     string // as in sha256:..., "" where none is written
}

// ParseImage splits the name of an image.
func ParseImage(name string) Image {
	var i Image
	i.Repository, i.Digest, _ = strings.Cut(name, "@")
	if colon := strings.LastIndexByte(i.Repository, ':'); colon > strings.LastIndexByte(i.Repository, '/') {
		i.Repository, i.Tag = i.Repository[:colon], i.Repository[colon+1:]
	}
	return i
}

// Moves reports an image whose tag the next push takes away.
func (i Image) Moves() bool { return i.Digest == "" && (i.Tag == "" || i.Tag == "latest") }

// privateECR is the registry of an account, in all partitions: 123456789012.dkr.ecr.eu-west-1.amazonaws.com, and
// 123456789012.dkr-ecr.eu-west-1.on.aws.
var privateECR = regexp.MustCompile(`^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.`)

// InPrivateECR reports the name of an image in the private ECR registry of an account. public.ecr.aws is another thing.
func InPrivateECR(image string) bool { return privateECR.MatchString(image) }
