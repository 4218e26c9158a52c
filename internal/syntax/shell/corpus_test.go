package shell_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

var (
	awsLine = regexp.MustCompile(`(?m)^[^#\n]*?\baws +[a-z]`)
	plain   = regexp.MustCompile(`^[A-Za-z0-9_./:=-]+$`)
)

// TestCorpus measures scripts that people have published, where they lie beside the project. Words without anything
// special in them must be in the file as they are.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/corpus/visible/c-cli/*.sh")
	if len(files) == 0 {
		t.Skip("no corpus beside the project")
	}
	var spent time.Duration
	commands, aws, lines, problems, words, known, written := 0, 0, 0, 0, 0, 0, 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		checkScript(t, string(data))
		start := time.Now()
		file, script := parse(string(data))
		spent += time.Since(start)
		problems += len(script.Problems)
		written += len(script.Files)
		lines += len(awsLine.FindAllIndex(data, -1))
		commands += len(script.Commands)
		for _, c := range script.Commands {
			if c.Words[0].Text.String() != "aws" {
				continue
			}
			aws++
			for i := range c.Words {
				word := &c.Words[i]
				words++
				if word.Known() {
					known++
				}
				if s := file.Slice(word.Range); plain.MatchString(s) && s != word.Text.String() {
					t.Errorf("%s: %q reads as %q", filepath.Base(name), s, word.Text.String())
				}
			}
		}
	}
	t.Logf("%d files in %v: %d commands, %d of aws (%d lines look like one), %d of their %d words known, %d files written, %d problems",
		len(files), spent, commands, aws, lines, known, words, written, problems)
}
