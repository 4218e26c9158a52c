package ruletest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/cli"
	"github.com/ecslint/ecslint/rules"
)

var update = flag.Bool("update", false, "write the goldens and the generated parts of the pages anew")

// today is the day of the goldens.
var today = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)

const (
	casesFolder = "../../testdata/rules"
	pagesFolder = "../../rules"
)

func TestCatalog(t *testing.T) {
	names := map[string]bool{}
	for _, r := range catalog.All() {
		if err := r.Validate(); err != nil {
			t.Error(err)
		}
		if rules.Page(r.Name) == "" {
			t.Errorf("no page rules/%s.md", r.Name)
		}
		for _, s := range r.Supersedes {
			if _, ok := catalog.Find(s); !ok {
				t.Errorf("rule %s supersedes %q, which doesn't exist", r.Name, s)
			}
		}
		if names[r.Name] {
			t.Errorf("rule %s is defined twice", r.Name)
		}
		names[r.Name] = true
	}
	for _, folder := range []string{casesFolder, pagesFolder} {
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			name, isPage := strings.CutSuffix(f.Name(), ".md")
			name, isCase := strings.CutSuffix(name, ".txtar")
			if (isPage || isCase) && !names[name] && name != "README" {
				t.Errorf("%s/%s belongs to no rule", folder, f.Name())
			}
		}
	}
}

func TestRules(t *testing.T) {
	for _, r := range catalog.All() {
		if r.Engine == rules.Host {
			continue
		}
		t.Run(r.Name, func(t *testing.T) { testRule(t, r) })
	}
}

func testRule(t *testing.T, r *rules.Rule) {
	path := filepath.Join(casesFolder, r.Name+".txtar")
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatalf("a rule needs its cases: %v", err)
	}
	kinds, proved := map[string]int{}, map[string]bool{}
	for _, name := range caseNames(archive) {
		kind := regexp.MustCompile(`^[a-z]+`).FindString(name)
		kinds[kind]++
		t.Run(name, func(t *testing.T) {
			files, want, aws := split(archive, name)
			got := check(t, files, "--only", r.Name)
			switch kind {
			case "bad":
				if !strings.Contains(got, "["+r.Name+"]") {
					t.Errorf("the rule doesn't fire:\n%s", got)
				}
				if aws != "" {
					proved[aws] = true
					if !slices.Contains(r.AWSErrors, aws) {
						t.Errorf("the rule doesn't list the text %q", aws)
					}
				}
				if *update {
					setFile(archive, name+"/want", got)
				} else if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("-want +got (-update writes it anew)\n%s", diff)
				}
				testFixed(t, archive, name, r, files)
			case "good", "unknown":
				if got != "" {
					t.Errorf("not silent:\n%s", got)
				}
			default:
				t.Errorf("a case begins with bad, good or unknown")
			}
		})
	}
	for _, kind := range []string{"bad", "good", "unknown"} {
		if kinds[kind] == 0 {
			t.Errorf("no %s case", kind)
		}
	}
	for _, text := range r.AWSErrors {
		if !proved[text] {
			t.Errorf("no bad case proves the text %q", text)
		}
	}
	if *update {
		write(t, path, txtar.Format(archive))
	}
}

// TestPages checks the pages: the table of facts is what the metadata says; the bad example fires the rule, the
// good one is silent; of other rules it may have infos, or each would have to follow all advice there is.
func TestPages(t *testing.T) {
	for _, r := range catalog.All() {
		t.Run(r.Name, func(t *testing.T) {
			page := rules.Page(r.Name)
			fresh, err := r.WithFacts(page)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				write(t, filepath.Join(pagesFolder, r.Name+".md"), []byte(fresh))
			} else if fresh != page {
				t.Errorf("the table of facts is stale: run this test with -update")
			}
			for _, heading := range []string{"## Why", "## Bad", "## Good", "## When to ignore"} {
				if !strings.Contains(page, heading) && r.Engine != rules.Host {
					t.Errorf("no heading %q", heading)
				}
			}
			if bad := examples(page, "Bad"); len(bad) > 0 {
				if got := check(t, bad, "--only", r.Name); !strings.Contains(got, "["+r.Name+"]") {
					t.Errorf("the bad example doesn't fire the rule:\n%s", got)
				}
			} else if r.Engine != rules.Host {
				t.Error("no bad example")
			}
			if good := examples(page, "Good"); len(good) > 0 {
				if got := check(t, good, "--format", "concise"); tooLoud(got, r.Name) {
					t.Errorf("the good example isn't silent:\n%s", got)
				}
			}
		})
	}
}

func tooLoud(concise, rule string) bool {
	return strings.Contains(concise, "["+rule+"]") || strings.Contains(concise, ": error: ") || strings.Contains(concise, ": warning: ")
}

// TestIndex checks the list of all rules.
func TestIndex(t *testing.T) {
	var list bytes.Buffer
	if code := cli.Main([]string{"rules", "--format", "markdown"}, cli.IO{Out: &list, Err: &list, Getenv: none}); code != 0 {
		t.Fatal(list.String())
	}
	path := filepath.Join(pagesFolder, "README.md")
	want := "# Rules\n\nMade by `go test ./internal/ruletest -update`.\n\n" + list.String()
	if *update {
		write(t, path, []byte(want))
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("rules/README.md is stale: run this test with -update (%v)", err)
	}
}

// check runs the program over files in an empty folder, and gives its findings: as text, unless the flags say otherwise.
func check(t *testing.T, files []txtar.File, flags ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, path, f.Data)
	}
	args := append([]string{"check", "--quiet", "--color=never"}, flags...)
	var out, errs bytes.Buffer
	if code := cli.Main(args, cli.IO{Out: &out, Err: &errs, Dir: dir, Getenv: none, Today: today}); code > cli.ExitFindings || errs.Len() > 0 {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	return out.String()
}

func none(string) string { return "" }

func caseNames(a *txtar.Archive) []string {
	var names []string
	for _, f := range a.Files {
		if name, _, ok := strings.Cut(f.Name, "/"); ok && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func split(a *txtar.Archive, name string) (files []txtar.File, want, aws string) {
	for _, f := range a.Files {
		file, ok := strings.CutPrefix(f.Name, name+"/")
		switch {
		case !ok:
		case file == "want":
			want = string(f.Data)
		case file == "aws":
			aws = strings.TrimSpace(string(f.Data))
		case strings.HasPrefix(file, fixedFolder):
		default:
			files = append(files, txtar.File{Name: file, Data: f.Data})
		}
	}
	return files, want, aws
}

func setFile(a *txtar.Archive, name, data string) {
	for i, f := range a.Files {
		if f.Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	folder, _, _ := strings.Cut(name, "/")
	last := 0
	for i, f := range a.Files {
		if strings.HasPrefix(f.Name, folder+"/") {
			last = i + 1
		}
	}
	a.Files = slices.Insert(a.Files, last, txtar.File{Name: name, Data: []byte(data)})
}

var fence = regexp.MustCompile("(?ms)^```[a-z]+ (\\S+)\n(.*?)^```")

// examples are the files of a page's section: fenced blocks whose info string ends in a file name.
func examples(page, heading string) []txtar.File {
	_, section, _ := strings.Cut(page, "\n## "+heading+"\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var files []txtar.File
	for _, m := range fence.FindAllStringSubmatch(section, -1) {
		files = append(files, txtar.File{Name: m[1], Data: []byte(m[2])})
	}
	return files
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
