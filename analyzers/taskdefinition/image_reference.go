package taskdefinition

import (
	"fmt"
	"regexp"
	"strings"
)

// imageFault is why no image can have a name.
type imageFault struct {
	problem string // the end of a sentence that begins with the image
	help    string
	refused bool // AWS refuses to register it; else it can't be pulled
}

// The grammar of image names: https://github.com/distribution/reference/blob/v0.6.0/reference.go
// ECS itself looks at the characters only: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
var (
	foreignToImages = regexp.MustCompile(`[^A-Za-z0-9_:./@#-]`)
	imageDomain     = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:[0-9]+)?$`)
	imagePathPart   = regexp.MustCompile(`^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$`)
	imageTag        = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.-]*$`)
	imageDigest     = regexp.MustCompile(`^sha256:[A-Fa-f0-9]{64}$`)
)

const longestTag = 128

// findImageFault is nil for a name that an image may have, and for words in capitals, which a pipeline replaces.
func findImageFault(image string) *imageFault {
	name, digest, hasDigest := strings.Cut(image, "@")
	domain, path, tag, hasTag := splitImage(name)
	scheme, rest, hasScheme := strings.Cut(image, "://")
	switch foreign := foreignToImages.FindString(image); {
	case isPlaceholderImage(domain, path, hasTag):
		return nil
	case foreign != "":
		return &imageFault{holds(foreign), "use letters, digits and - _ : . / @", true}
	case hasScheme:
		return &imageFault{fmt.Sprintf("begins with %q", scheme+"://"), fmt.Sprintf("write %q", rest), false}
	case hasDigest && !imageDigest.MatchString(digest):
		return &imageFault{"has a digest that isn't sha256: and 64 hexadecimal digits", "copy the digest anew", false}
	case hasTag && tag == "":
		return &imageFault{"ends in a colon without a tag", "add the tag", false}
	case len(tag) > longestTag:
		return &imageFault{fmt.Sprintf("has a tag of %d characters, and %d are the most", len(tag), longestTag), "shorten the tag", false}
	case hasTag && !imageTag.MatchString(tag):
		return &imageFault{fmt.Sprintf("has the tag %q, which no image can have", tag), "use letters, digits and _ . -, beginning without . and -", false}
	case domain != "" && !imageDomain.MatchString(domain):
		return &imageFault{fmt.Sprintf("begins with %q, which no registry can be called", domain), "write the host name of the registry", false}
	}
	return findPathFault(path)
}

func findPathFault(path string) *imageFault {
	for _, part := range strings.Split(path, "/") {
		switch lower := strings.ToLower(part); {
		case imagePathPart.MatchString(part):
		case part == "":
			return &imageFault{"has an empty part between its slashes", "write one slash between the parts", false}
		case imagePathPart.MatchString(lower):
			return &imageFault{fmt.Sprintf("has capital letters in %q, and repositories are in lower case", part), fmt.Sprintf("write %q", lower), false}
		default:
			return &imageFault{fmt.Sprintf("holds %q, which no repository can be called", part), "use lower-case letters and digits, with single . _ - between them", false}
		}
	}
	return nil
}

// splitImage cuts a name without its digest. The first part is a domain only if it looks like one.
func splitImage(name string) (domain, path, tag string, hasTag bool) {
	if first, rest, ok := strings.Cut(name, "/"); ok && (strings.ContainsAny(first, ".:") || first == "localhost" || strings.ToLower(first) != first) {
		domain, name = first, rest
	}
	if colon := strings.LastIndexByte(name, ':'); colon > strings.LastIndexByte(name, '/') {
		return domain, name[:colon], name[colon+1:], true
	}
	return domain, name, "", false
}

// isPlaceholderImage reports a word in capitals, as IMAGE_URI or ECR_REPO/web, and a lone word of mixed case, as
// containerImage, that only what fills in the file understands.
func isPlaceholderImage(domain, path string, hasTag bool) bool {
	parts := append(strings.Split(path, "/"), strings.Split(domain, ".")...)
	for _, part := range parts {
		if capitals.MatchString(part) {
			return true
		}
	}
	return domain == "" && !hasTag && mixedWord.MatchString(path)
}

var (
	capitals  = regexp.MustCompile(`^[A-Z][A-Z0-9_-]+$`)
	mixedWord = regexp.MustCompile(`^[A-Za-z]*[A-Z][A-Za-z]*$`)
)
