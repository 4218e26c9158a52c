package secret

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// argument is an option whose value is the next item of a list, as in ["--api-key", "..."].
var argument = regexp.MustCompile(`(?i)^--?[a-z0-9_-]*` + words + `[a-z0-9_-]*$`)

// maskArguments masks values in a command line that is a list.
func maskArguments(list *syntax.Node) {
	for i := 1; i < len(list.Items); i++ {
		before, item := list.Items[i-1].String(), list.Items[i]
		value := item.String()
		switch {
		case !strings.HasPrefix(before, "-") || strings.HasPrefix(value, "-"):
		case argument.MatchString(before) && !about.MatchString(before):
			maskValue(item)
		case before == "-u" || before == "--user":
			if _, password, ok := strings.Cut(value, ":"); ok && !isReference(password) {
				mask(item.Text, len(value)-len(password), len(value))
			}
		}
	}
}

// knownIn are the secrets that are marked in the file of a tree, the longest first.
func knownIn(root *syntax.Node) []string {
	if root == nil || root.Range.IsZero() {
		return nil
	}
	return root.Range.File.Secrets()
}
