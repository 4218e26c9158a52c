package shell

import (
	"path"
	"slices"
	"strings"
)

// readers are commands that leave alone the files that they name.
var readers = []string{
	"aws", "cmp", "chmod", "diff", "file", "grep", "head", "jq", "ls", "stat", "tail", "test", "[", "wc",
}

// editors are commands that certainly change a file that they name, and from which of their words on: cp changes
// its last one only.
var editors = map[string]func(arguments []Word) []Word{
	"cp": last, "ln": last, "install": last,
	"mv": all, "rm": all, "sponge": all, "curl": all, "wget": all,
	"sed": inPlace, "perl": inPlace, "yq": inPlace,
}

func all(arguments []Word) []Word { return arguments }

func last(arguments []Word) []Word { return arguments[max(0, len(arguments)-1):] }

// inPlace is the words of a command that edits files where it is told so, as sed -i does.
func inPlace(arguments []Word) []Word {
	for i := range arguments {
		s := arguments[i].Text.String()
		if strings.HasPrefix(s, "--in-place") || strings.HasPrefix(s, "-") && !strings.HasPrefix(s, "--") && strings.Contains(s, "i") {
			return arguments
		}
	}
	return nil
}

// edits forgets the files that a command changes. Of a file that the script itself wrote, any command that names it
// and isn't known to read only is believed to change it.
func (w *walker) edits(command string, arguments []Word) {
	command = path.Base(command)
	changed, isEditor := editors[command]
	if command == "aws" && len(arguments) > 0 && strings.HasPrefix(arguments[0].Text.String(), "s3") {
		changed, isEditor = all, true
	}
	if isEditor {
		for _, a := range changed(arguments) {
			if s := a.Text.String(); s != "" && !strings.HasPrefix(s, "-") {
				w.set(fileKey(s), nil)
			}
		}
	}
	if isEditor || slices.Contains(readers, command) {
		return
	}
	for _, a := range arguments {
		if bound, _ := w.find(fileKey(a.Text.String())); bound != nil {
			w.set(fileKey(a.Text.String()), nil)
		}
	}
}
