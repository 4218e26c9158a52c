package cli

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/terminal"
)

// flagError says what is wrong with a flag in words of the command line.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if similar, ok := diag.Suggest(unknown.GetSpecifiedName(), names); ok {
			return fmt.Errorf("%w: did you mean --%s?", err, similar)
		}
		return fmt.Errorf("%w: see `%s --help`", err, c.CommandPath())
	case errors.As(err, &invalid):
		kind := map[string]string{"int": "a whole number", "bool": "true or false"}[invalid.GetFlag().Value.Type()]
		return fmt.Errorf("--%s: %q is not %s", invalid.GetFlag().Name, invalid.GetValue(), kind)
	}
	return err
}

// writeFailures says what kept a call from being carried out.
func writeFailures(w io.Writer, failures []engine.Failure) {
	for _, f := range failures {
		fmt.Fprintf(w, "ecslint: %s: %v\n", shown(f.Name), f.Err)
	}
}

// printable is what an error says, without what steers a terminal: it may quote names from files.
func printable(err error) string {
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		lines[i] = terminal.Plain(line)
	}
	return strings.Join(lines, "\n")
}

// shown is a file name as messages may show it: on one line, without what steers a terminal.
func shown(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}
