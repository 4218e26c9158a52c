package simulation_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/report/simulation"
)

const browserDir = "../../../testdata/browser"

// seen is what testdata/browser/report.js tells of a page.
type seen struct {
	Console  []string // what the browser complained of
	Requests []string // what was asked for besides the page
	Dialogs  int
	Elements int // scripts, pictures, handlers
	Overflow []string
	Colors   map[string][]string // of text and page, by theme
	Paper    string              // the page printed in a dark theme
	Bins     int
	Focused  []struct{ Kind, Label, Outline, Panel string }
	Panels   int // that were seen while tabbing

	NarrowPanels int      // the same in a narrow window, of the first ones
	Hidden       []string // what had the focus and could not be seen

	Dimmed, Shown, Unticked int
	Clicked, Opened         string
	Under                   []string
	Download                struct{ Name, Data string }
	PDF                     int
	Printed                 []bool
}

// TestBrowser opens pages in Chromium, tabs and clicks through them, and prints them.
func TestBrowser(t *testing.T) {
	chromium, node := find(t, "chromium", "chromium-browser", "google-chrome"), find(t, "node")
	if _, err := os.Stat(filepath.Join(browserDir, "node_modules")); err != nil {
		t.Skip("testdata/browser/node_modules is absent: run npm ci in testdata/browser")
	}
	pages := map[string]*simulation.Report{"web-app": webApp(), "ragged": both(), "hostile": hostile()}
	dir := t.TempDir()
	args := []string{"report.js", chromium}
	for name, r := range pages {
		file := filepath.Join(dir, name+".html")
		if err := os.WriteFile(file, html(t, r), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	run := exec.Command(node, args...)
	run.Dir, run.Stderr = browserDir, os.Stderr
	out, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]seen
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	for name := range pages {
		t.Run(name, func(t *testing.T) { all[name+".html"].check(t) })
	}
	t.Run("web-app's words", func(t *testing.T) { all["web-app.html"].checkWords(t) })
}

func find(t *testing.T, names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip(names[0] + " is not installed")
	return ""
}

// check is what holds for every page.
func (s seen) check(t *testing.T) {
	if s.Bins == 0 {
		t.Fatal("no instances are shown")
	}
	if len(s.Console) > 0 || len(s.Requests) > 0 || s.Dialogs > 0 || s.Elements > 0 {
		t.Errorf("complaints %q, requests %q, %d dialogs, %d elements that could run", s.Console, s.Requests, s.Dialogs, s.Elements)
	}
	if len(s.Overflow) > 0 {
		t.Errorf("wider than the window: %v", s.Overflow)
	}
	if light, dark := s.Colors["light"], s.Colors["dark"]; light[0] == dark[0] || light[1] == dark[1] {
		t.Errorf("the themes don't differ: %v", s.Colors)
	}
	if s.Paper != s.Colors["light"][1] {
		t.Errorf("printed on %s", s.Paper)
	}
	if s.Panels < min(s.Bins, 40) {
		t.Errorf("%d of %d boxes showed numbers when tabbed to", s.Panels, s.Bins)
	}
	if s.NarrowPanels == 0 {
		t.Error("no box showed numbers in a narrow window")
	}
	if len(s.Hidden) > 0 {
		t.Errorf("had the focus and were covered, or showed numbers outside of the window: %q", s.Hidden)
	}
	for _, f := range s.Focused {
		if f.Outline == "none" {
			t.Errorf("no sign of the focus on %s %q", f.Kind, f.Label)
		}
	}
	if s.Dimmed == 0 || s.Shown == 0 || s.Unticked != 0 {
		t.Errorf("ticked: %d tasks dimmed, %d not; then %d", s.Dimmed, s.Shown, s.Unticked)
	}
	if s.Clicked == "" || len(s.Under) != 1 {
		t.Errorf("clicked: %q; lines of the task under the pointer: %q", s.Clicked, s.Under)
	}
	if !strings.Contains(s.Opened, "Zone\tTasks on each") {
		t.Errorf("the numbers don't open: %q", s.Opened)
	}
	if s.PDF < 10_000 {
		t.Errorf("a PDF of %d bytes", s.PDF)
	}
	for i, visible := range s.Printed {
		if !visible {
			t.Errorf("table %d is not printed", i)
		}
	}
}

// checkWords compares what is said of the first instances.
func (s seen) checkWords(t *testing.T) {
	const panel = "3 t3.medium in us-east-1a i-0a00, i-0a01, i-0a02\n\n" +
		"on each\tcpu CPU units\tmemory MiB\teni\n" +
		"a 1 × service web, old revision\t512\t1,024\t0\n" +
		"B 1 × service worker\t256\t1,250\t1\n" +
		"C 1 × service datadog-agent\t100\t256\t0\n" +
		"free\t1,180 of 2,048\t1,354 of 3,884\t1 of 2\n\n" +
		"taken: tcp/80"
	const label = "3 t3.medium in us-east-1a, on each: 1 × service web, old revision, 1 × service worker, 1 × service datadog-agent; " +
		"free: cpu 1,180 CPU units, memory 1,354 MiB, eni 1"
	first := -1
	var kinds []string
	for i, f := range s.Focused {
		if f.Kind == "bin" && first < 0 {
			first = i
		}
		if len(kinds) == 0 || kinds[len(kinds)-1] != f.Kind {
			kinds = append(kinds, f.Kind)
		}
	}
	if got := strings.Join(kinds, " "); got != "hl bin summary a summary" {
		t.Errorf("tabbed to %s", got)
	}
	if f := s.Focused[first]; f.Panel != panel || f.Label != label {
		t.Errorf("tabbed to %q, which showed\n%s", f.Label, f.Panel)
	}
	if s.Clicked != panel {
		t.Errorf("clicked:\n%s", s.Clicked)
	}
	if got := s.Under[0]; got != "a 1 × service web, old revision\t512\t1,024\t0" {
		t.Errorf("under the pointer: %q", got)
	}
	if s.Download.Name != "run.json" || s.Download.Data != `{"version":1,"kind":"run"}` {
		t.Errorf("to download: %q", s.Download)
	}
}
