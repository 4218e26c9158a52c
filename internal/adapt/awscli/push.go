package awscli

import (
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// builders are programs that push images with the command line of docker.
var builders = []string{"docker", "podman", "nerdctl", "finch"}

// pushed are the images that docker push, or a docker build --push, sends to a registry. They are none where it can't be
// told which.
// https://docs.docker.com/reference/cli/docker/image/push/
// https://docs.docker.com/reference/cli/docker/buildx/build/
func pushed(command *shell.Command) []*shell.Word {
	words := unwrap(command.Words)
	if len(words) < 3 || !words[0].Known() || !slices.Contains(builders, path.Base(words[0].Text.String())) || command.Broken {
		return nil
	}
	words = words[1:]
	for len(words) > 1 && (words[0].Text.String() == "image" || words[0].Text.String() == "buildx") {
		words = words[1:]
	}
	switch words[0].Text.String() {
	case "push":
		return pushedNames(words[1:])
	case "build":
		return builtNames(words[1:])
	}
	return nil
}

// pushedNames is the last word; of all tags nobody knows which they are.
func pushedNames(words []shell.Word) []*shell.Word {
	last := words[len(words)-1]
	if strings.HasPrefix(last.Text.String(), "-") {
		return nil
	}
	for _, word := range words {
		if s := word.Text.String(); s == "-a" || s == "--all-tags" {
			last.Unknown = []syntax.Span{{Start: 0, End: last.Text.Len()}}
		}
	}
	return []*shell.Word{&last}
}

// builtNames are the tags of a build that pushes what it builds.
func builtNames(words []shell.Word) []*shell.Word {
	var images []*shell.Word
	pushes := false
	for i := range words {
		word := &words[i]
		option, _, inline := strings.Cut(word.Text.String(), "=")
		isTag := option == "-t" || option == "--tag"
		switch {
		case option == "--push":
			pushes = !inline
		case isTag && inline:
			images = append(images, inlineValue(*word))
		case isTag && i+1 < len(words):
			images = append(images, &words[i+1])
		}
	}
	if !pushes {
		return nil
	}
	return images
}

// push adds a push in the shape of ecs.Call.
func (r *reader) push(command *shell.Command, images []*shell.Word) {
	words := unwrap(command.Words)
	root := &syntax.Node{Kind: syntax.Object, Range: command.Range, Text: textOf(images[0].Range)}
	setMember(root, "program", named("docker", words[0].Range), &words[0])
	setMember(root, "subcommand", named("push", words[1].Range), &words[1])
	add(root, "values", wordList(images))
	r.addCommand(command, root)
}
