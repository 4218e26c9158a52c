package lsp_test

import (
	"fmt"
	"os/exec"
	"strconv"
	"testing"

	"github.com/ecslint/ecslint/internal/lsp"
)

func TestEditorDies(t *testing.T) {
	for _, byFlag := range []bool{true, false} {
		t.Run(fmt.Sprintf("told by a flag: %v", byFlag), func(t *testing.T) {
			t.Parallel()
			editor := exec.Command("sleep", "60")
			if err := editor.Start(); err != nil {
				t.Skipf("no process to watch: %v", err)
			}
			o, processID := lsp.Options{}, strconv.Itoa(editor.Process.Pid)
			if byFlag {
				o.ClientProcessID, processID = editor.Process.Pid, "null"
			}
			c := start(t, o)
			c.write(frame(t, `{"id":1,"method":"initialize","params":{"processId":`+processID+`,"capabilities":{}}}`))
			c.read()
			_ = editor.Process.Kill()
			_ = editor.Wait()
			if code := c.exitCode(); code != 1 {
				t.Errorf("exit code %d, want 1", code)
			}
		})
	}
}
