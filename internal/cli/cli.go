// Package cli is the command line: flags, streams, exit codes.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/diag"
)

// Exit codes. They are part of the interface.
const (
	ExitOK          = 0   // nothing at or above the fail level
	ExitFindings    = 1   // findings
	ExitFailure     = 2   // usage, configuration or internal error
	ExitInterrupted = 130 // ended by Ctrl-C
)

// IO is what a call is connected to; tests inject their own.
type IO struct {
	In       io.Reader
	Out, Err io.Writer
	Dir      string              // working directory, absolute
	Getenv   func(string) string // environment
	Terminal int                 // columns of the terminal that Out is; 0 when it is none

	ErrTerminal int // the same of Err

	Today time.Time // zero for the day of the clock
}

// OS connects a call to the process.
func OS() IO {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	return IO{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Dir: dir, Getenv: os.Getenv, Terminal: columns(os.Stdout), ErrTerminal: columns(os.Stderr)}
}

// exit is an error that only carries an exit code: all has been said already.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// Main runs a call and gives its exit code.
func Main(args []string, stdio IO) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	root := newRoot(stdio)
	args, err := withDefaultCommand(root, args, stdio.Dir)
	if err == nil {
		root.SetArgs(args)
		err = root.ExecuteContext(ctx)
	}
	var code exit
	switch {
	case ctx.Err() != nil:
		return ExitInterrupted
	case errors.As(err, &code):
		return int(code)
	case err != nil:
		fmt.Fprintf(stdio.Err, "ecslint: %s\n", printable(err))
		return ExitFailure
	}
	return ExitOK
}

func newRoot(stdio IO) *cobra.Command {
	root := &cobra.Command{
		Use:   "ecslint",
		Short: "Check Amazon ECS configuration before you push",
		Long: `ecslint reads task definitions and services of Amazon ECS in JSON, YAML and CloudFormation templates, and the aws ecs calls in scripts,
and tells what AWS would refuse and what would hurt in production, at the exact place.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(stdio.In)
	root.SetOut(stdio.Out)
	root.SetErr(stdio.Err)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(newCheck(stdio), newExplain(stdio), newRules(stdio), newDump(stdio), newSimulate(stdio), newVerify(stdio), newLSP(stdio), newVersion(stdio))
	withExitCodes(root, checkCodes)
	return root
}

// checkCodes are the exit codes of check, which is the default command, too.
const checkCodes = "0 nothing at or above the fail level, 1 findings"

// withExitCodes ends the help of a command, and of those below it that don't tell theirs, with its exit codes.
func withExitCodes(c *cobra.Command, own string) *cobra.Command {
	c.SetHelpTemplate((&cobra.Command{}).HelpTemplate() + "\nExit codes: " + own + ", 2 usage or internal error, 130 interrupted.\n")
	return c
}

// withDefaultCommand makes `ecslint PATH` mean `ecslint check PATH`. A word that is no file in dir, but nearly a
// command, is an error.
func withDefaultCommand(root *cobra.Command, args []string, dir string) ([]string, error) {
	if len(args) == 0 {
		return args, nil
	}
	switch first := args[0]; {
	case first == "help" && len(args) > 1:
		return withDefaultCommand(root, append(slices.Clone(args[1:]), "--help"), dir)
	case first == "-h" || first == "--help" || first == "help" || first == "completion" || strings.HasPrefix(first, "__complete"):
		return args, nil
	case first == "--version":
		return append([]string{"version"}, args[1:]...), nil
	case strings.HasPrefix(first, "-"):
		return append([]string{"check"}, args...), nil
	default:
		var commands []string
		for _, c := range root.Commands() {
			if c.Name() == first {
				return args, nil
			}
			commands = append(commands, c.Name())
		}
		meant, similar := diag.Suggest(first, commands)
		if _, err := os.Lstat(absolute(dir, first)); err != nil && similar {
			return nil, fmt.Errorf("%s is neither a command nor a file: did you mean %q?", shown(first), meant)
		}
		return append([]string{"check"}, args...), nil
	}
}
