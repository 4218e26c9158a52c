// Command floor_parse reads and parses the files that it is given, and nothing more.
package main

import (
	"os"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

func main() {
	for _, name := range os.Args[1:] {
		data, err := os.ReadFile(name)
		if err != nil {
			os.Exit(1)
		}
		json.Parse(source.NewFile(name, name, data).Text())
	}
}
