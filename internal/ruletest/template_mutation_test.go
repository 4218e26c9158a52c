package ruletest

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/rego"
)

// mutations is how many variants a test of broken files looks at; ECSLINT_MUTATIONS says another number.
func mutations(t *testing.T) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("ECSLINT_MUTATIONS")); err == nil {
		return n
	}
	if testing.Short() {
		return 2_000
	}
	return 20_000
}

// TestTemplateMutations breaks templates at random and runs the whole program over what is left, seldom with policies,
// which each run compiles anew.
func TestTemplateMutations(t *testing.T) {
	const withPolicies = 2_000
	times := mutations(t)
	seeds := templateSeeds(t)
	random := rand.New(rand.NewPCG(1, 2))
	all, withoutPolicies := map[string]bool{}, map[string]bool{}
	for _, r := range catalog.All() {
		all[r.Name], withoutPolicies[r.Name] = true, true
	}
	for _, r := range rego.Metadata() {
		delete(withoutPolicies, r.Name)
	}
	dir := t.TempDir()
	templates, findings := 0, 0
	for i := range times {
		seed := seeds[random.IntN(len(seeds))]
		data := mutate(random, seed.Data, seeds[random.IntN(len(seeds))].Data)
		on := withoutPolicies
		if i%withPolicies == 0 {
			on = all
		}
		r := runTemplate(t, filepath.Join(dir, "template"+filepath.Ext(seed.Name)), data, on)
		if r != nil && len(r.Objects) > 0 {
			templates++
			findings += len(r.Findings)
		}
		if t.Failed() {
			t.Fatalf("mutation %d of %s:\n%q", i, seed.Name, data)
		}
	}
	t.Logf("%d mutations of %d files, %d still with objects, %d findings", times, len(seeds), templates, findings)
}

// templateSeeds are the templates of the cases: those of the formats, and what the cases of the rules are as templates.
func templateSeeds(t *testing.T) []txtar.File {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join(formatsFolder, "cloudformation.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var seeds []txtar.File
	for _, f := range archive.Files {
		if ext := filepath.Ext(f.Name); ext == ".yaml" || ext == ".json" {
			for range 10 { // they have more of what templates are made of
				seeds = append(seeds, f)
			}
		}
	}
	for _, c := range templateCases(t) {
		seeds = append(seeds, c.files()...)
	}
	return seeds
}

// runTemplate runs the program over a file of this content; nil where it panics.
func runTemplate(t *testing.T, path string, data []byte, on map[string]bool) *engine.Result {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	r := engine.Run(t.Context(), engine.Options{
		Dir: filepath.Dir(path), Paths: []string{path}, Overlay: map[string][]byte{path: data}, Rules: on, Jobs: 1, Today: today,
	})
	for _, f := range r.Failures {
		t.Errorf("%s: %v", f.Name, f.Err)
	}
	for _, d := range r.Findings {
		checkInside(t, d.Rule, d.Range)
		for _, related := range d.Related {
			checkInside(t, d.Rule, related.Range)
		}
	}
	for _, u := range r.Undecided {
		checkInside(t, u.Rule, u.Range)
	}
	return r
}
