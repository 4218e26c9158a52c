package cli

import (
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"
)

// columns is the width of the terminal that f is; 0 when it is none.
func columns(f *os.File) int {
	if !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 80
	}
	return width
}

// useColor decides on colours: the flag, then the conventions of the environment, then whether it is a terminal.
func (stdio IO) useColor(flag string) bool {
	switch flag {
	case "always":
		return true
	case "never":
		return false
	}
	switch {
	case stdio.Getenv("NO_COLOR") != "":
		return false
	case stdio.Getenv("FORCE_COLOR") != "", set(stdio.Getenv("CLICOLOR_FORCE")):
		return true
	}
	return stdio.Terminal > 0 && stdio.Getenv("TERM") != "dumb"
}

func set(value string) bool { return value != "" && value != "0" }

// useUnicode tells whether the locale's characters are more than ASCII, in the order in which POSIX looks at the variables. Windows has
// none of them, and its terminals show Unicode.
func (stdio IO) useUnicode() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(stdio.Getenv(name)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return runtime.GOOS == "windows"
}
