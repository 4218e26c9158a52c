package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is the version that this tree will be released as.
const release = "0.1.0"

// version is the module's version when it was installed as one, else the release with the revision it was
// built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return release
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v[1:]
	}
	return release
}

func newVersion(stdio IO) *cobra.Command {
	return withExitCodes(&cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(stdio.Out, "ecslint "+version())
			return err
		},
	}, "0 printed")
}
