package awscli

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// cutOff is what may stand between a call and options that were meant to be a part of it: the end of the line, which may
// have a backslash that something stands behind, and lines of comment.
var cutOff = regexp.MustCompile(`^[ \t]*(\\[ \t]*)?\r?\n([ \t]*(#[^\n]*)?\n)*[ \t]*$`)

// restOf finds the command on the lines behind a call that begins with an option.
func restOf(call *shell.Command, later []*shell.Command) *shell.Word {
	for _, command := range later {
		from, to := call.Range.End, command.Range.Start
		if to < from {
			continue // it stands inside of the call
		}
		first := &command.Words[0]
		if first.Known() && strings.HasPrefix(first.Text.String(), "--") && cutOff.Match(call.Range.File.Bytes[from:to]) {
			return first
		}
		return nil
	}
	return nil
}
