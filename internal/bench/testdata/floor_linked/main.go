// Command floor_linked links what ecslint links, and exits: the floor of any start.
package main

import (
	"os"

	"github.com/ecslint/ecslint/internal/cli"
)

func main() {
	if len(os.Args) > 1 {
		os.Exit(cli.Main(os.Args[1:], cli.OS()))
	}
}
