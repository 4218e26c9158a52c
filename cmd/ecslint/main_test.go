package main

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// asProgram has the test be the program itself.
const asProgram = "ECSLINT_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// TestInterrupt presses Ctrl-C during a search that takes longer than anyone waits: what was found so far is told.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process can't be interrupted on Windows")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := endless(t)
	for wait := 50 * time.Millisecond; ; wait *= 2 { // until the search has begun, however slow the machine is
		var out, errs strings.Builder
		run := exec.Command(program, "simulate", "--budget", "1000000000000", "--html", "report.html", dir)
		run.Dir, run.Env, run.Stdout, run.Stderr = dir, append(os.Environ(), asProgram+"=1"), &out, &errs
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- run.Wait() }()
		select {
		case err := <-ended:
			t.Fatalf("it ended by itself: %v\n%s%s", err, out.String(), errs.String())
		case <-time.After(wait):
		}
		if err := run.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := <-ended; !errors.As(err, &exit) {
			t.Fatalf("interrupted, it ends with %v\n%s", err, out.String())
		}
		begun := strings.Contains(out.String(), "container instances: depends")
		if exit.ExitCode() != 130 && begun {
			t.Fatalf("exit code %d\n%s%s", exit.ExitCode(), out.String(), errs.String())
		}
		if !begun {
			continue
		}
		if !strings.Contains(errs.String(), "interrupted: this is what was found so far") || !strings.Contains(out.String(), "proven: ECS may place all in 40 steps") {
			t.Errorf("it says\n%s%s", out.String(), errs.String())
		}
		if page, err := os.ReadFile(filepath.Join(dir, "report.html")); err != nil || !strings.Contains(string(page), "</html>") {
			t.Errorf("the page isn't written: %v", err)
		}
		return
	}
}

// endless is a folder with 40 services of one task each, all different, on instances with hardly room for them.
func endless(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	random := rand.New(rand.NewSource(1))
	var script strings.Builder
	var memory int64
	for i := range 40 {
		cpu, mib := 300+random.Int63n(600), 900+random.Int63n(2700)
		memory += mib
		fmt.Fprintf(&script, "aws ecs register-task-definition --family t%d --container-definitions '[{\"name\": \"a\", \"image\": \"a\", \"essential\": true, \"cpu\": %d, \"memory\": %d}]'\n", i, cpu, mib)
		fmt.Fprintf(&script, "aws ecs create-service --cluster prod --service-name t%d --task-definition t%d --desired-count 1 --launch-type EC2 --placement-strategy type=random\n", i, i)
	}
	fleet := fmt.Sprintf("cluster: prod\ncontainerInstances:\n  - {instanceType: m5.large, count: %d, registeredMemory: 8000}\n", memory/8000+2)
	for name, text := range map[string]string{"fleet.yaml": fleet, "deploy.sh": script.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
