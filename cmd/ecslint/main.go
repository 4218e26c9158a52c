// Command ecslint checks Amazon ECS configuration before it is pushed.
package main

import (
	"os"

	"github.com/ecslint/ecslint/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.OS()))
}
