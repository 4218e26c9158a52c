package shell_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

var awsCall = regexp.MustCompile(`(?m)^[^#\n]*?\baws +[a-z]`)

// TestCorpus measures scripts that people have published, where they lie beside the project.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/corpus/visible/c-cli/*.sh")
	if len(files) == 0 {
		t.Skip("no corpus beside the project")
	}
	commands, aws, textual, problems, words, known := 0, 0, 0, 0, 0, 0
	var spent time.Duration
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		_, script := parse(string(data))
		spent += time.Since(start)
		for _, p := range script.Problems {
			t.Logf("%s: %s", filepath.Base(name), p.Message)
		}
		problems += len(script.Problems)
		textual += len(awsCall.FindAllIndex(data, -1))
		starts := map[int]bool{}
		for _, c := range script.Commands {
			starts[c.Range.Start] = true
		}
		for _, at := range awsCall.FindAllIndex(data, -1) {
			for i := at[0]; i < at[1]; i++ {
				if starts[i] && string(data[i:i+3]) == "aws" {
					at = nil
					break
				}
			}
			if at != nil {
				t.Logf("MISS %q", data[at[0]:at[1]])
			}
		}
		commands += len(script.Commands)
		for _, c := range script.Commands {
			if len(c.Words) > 0 && c.Words[0].Text.String() == "aws" {
				aws++
				for i := range c.Words {
					words++
					if c.Words[i].Known() {
						known++
					}
				}
			}
		}
		if os.Getenv("SHELL_DUMP") != "" && filepath.Base(name) == os.Getenv("SHELL_DUMP") {
			t.Log("\n" + dump(script.Commands))
		}
	}
	t.Logf("%d files in %v: %d commands, %d of aws (%d lines look like one), %d of their %d words known, %d problems",
		len(files), spent, commands, aws, textual, known, words, problems)
}
