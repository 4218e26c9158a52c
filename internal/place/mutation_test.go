package place_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/place/placetest"
	"github.com/ecslint/ecslint/schemas"
)

var allKinds = []certificate.Kind{"assignment", "single", "weights", "tree", "run", "slack", "rollout", "stuck", "finishes", "endless"}

// TestCertificatesSurviveJSON writes certificates, validates them with the schema, and reads them again.
func TestCertificatesSurviveJSON(t *testing.T) {
	schema := certificateSchema(t)
	kinds := map[certificate.Kind]int{}
	random := rand.New(rand.NewSource(1))
	for range 500 {
		eachCertificate(random, func(c *certificate.Certificate) {
			kinds[c.Kind]++
			survives(t, schema, c)
		})
	}
	t.Log(kinds)
	for _, kind := range allKinds {
		if kinds[kind] == 0 {
			t.Errorf("no certificate of kind %s", kind)
		}
	}
}

// survives writes a certificate, validates it, and reads it again.
func survives(t *testing.T, schema *jsonschema.Schema, c *certificate.Certificate) {
	t.Helper()
	data, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(tree); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	read, err := certificate.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := read.Check(); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if c.Claim() != read.Claim() {
		t.Errorf("claims %q, and read again %q", c.Claim(), read.Claim())
	}
}

func certificateSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := schemas.Files.ReadFile("certificate.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.LoadURL = nil
	if err := c.AddResource("certificate.json", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("certificate.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// eachCertificate calls do with the certificates of a problem at random, of one with little room, of a deployment, and of one
// from where its tasks are given.
func eachCertificate(random *rand.Rand, do func(*certificate.Certificate)) {
	proofs := place.Decide(context.Background(), placetest.Random(random), place.Budget{}, nil).Proofs
	assignment, tree := place.Search(placetest.Tight(random))
	proofs = append(proofs, cmp.Or(assignment, tree))
	d := &place.Deployment{MinimumHealthyPercent: 25 * random.Int63n(5), MaximumPercent: 100 + 50*random.Int63n(3)}
	d.Problem, d.Old, d.New = placetest.Revisions(random)
	d.Staying = max(random.Int63n(8)-5, 0)
	proofs = append(proofs, place.Deploy(context.Background(), d, place.Budget{}, nil).Proofs...)
	if d := fromRunning(random); d != nil {
		proofs = append(proofs, place.Deploy(context.Background(), d, place.Budget{}, nil).Proofs...)
	}
	for _, c := range proofs {
		if c != nil {
			do(c)
		}
	}
}

// TestSearchIsRight compares what the search for assignments finds, without weights, with the truth.
func TestSearchIsRight(t *testing.T) {
	kinds := map[certificate.Kind]int{}
	for seed := range many(t, 2000) {
		random := rand.New(rand.NewSource(int64(seed)))
		p := placetest.Random(random)
		if seed%2 == 0 {
			p = placetest.Tight(random)
		}
		assignment, tree := place.Search(p)
		found := cmp.Or(assignment, tree)
		if found == nil {
			continue
		}
		kinds[found.Kind]++
		if err := found.Check(); err != nil {
			t.Fatalf("%v\n%s", err, asJSON(found))
		}
		if truth := placetest.Brute(p).Assigned; truth != (assignment != nil) {
			t.Fatalf("found %s, the truth is %v\n%s", found.Kind, truth, asJSON(p))
		}
	}
	t.Log(kinds)
}

// TestMutatedCertificates changes certificates of each kind, and compares what is still accepted with the truth.
func TestMutatedCertificates(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	most, made, accepted := many(t, 500), map[certificate.Kind]int{}, map[certificate.Kind]int{}
	missing := func() bool {
		return slices.ContainsFunc(allKinds, func(k certificate.Kind) bool { return made[k] < most })
	}
	mutants := func(c *certificate.Certificate) {
		for i := 0; i < 10 && made[c.Kind] < most; i++ {
			m := mutate(random, c)
			if m == nil || !tiny(m.Problem) {
				continue
			}
			made[c.Kind]++
			if m.Check() != nil {
				continue
			}
			accepted[m.Kind]++
			if !isTrue(m) {
				t.Fatalf("accepted, and not true: %s\n%s\nwas\n%s", m.Claim(), asJSON(m), asJSON(c))
			}
		}
	}
	for missing() {
		eachCertificate(random, mutants)
	}
	t.Log("made:", made, "accepted, and true:", accepted)
	for _, k := range allKinds {
		if accepted[k] == 0 {
			t.Errorf("no mutated certificate of kind %s was accepted", k)
		}
	}
}

// isTrue compares what a certificate claims with the truth.
func isTrue(c *certificate.Certificate) bool {
	if u := c.Update(); u != nil {
		w := place.RollingWindow(c.Problem.Types[u.Old].Count+u.Staying, u.MinimumHealthyPercent, u.MaximumPercent)
		of := placetest.BruteRollout(c.Problem, c.Running(), u.Old, u.New, w.Lower-u.Staying, w.Upper-u.Staying, false)
		return map[certificate.Kind]bool{
			certificate.KindRollout: of.Finishes, certificate.KindEndless: !of.Finishes, certificate.KindStuck: of.Sticks, certificate.KindFinishes: !of.Sticks,
		}[c.Kind]
	}
	of := placetest.Brute(c.Problem)
	switch c.Kind {
	case certificate.KindAssignment:
		return of.Assigned
	case certificate.KindRun:
		return of.Ends[fmt.Sprint(c.Run.Waiting)]
	case certificate.KindSlack:
		return !of.Stuck
	}
	return !of.Assigned
}

func tiny(p *certificate.Problem) bool {
	var tasks, instances int64
	for _, c := range p.Classes {
		instances += c.Count
	}
	for _, t := range p.Types {
		if tasks += t.Count; t.Daemon {
			tasks += instances - t.Count
		}
	}
	return instances <= 5 && tasks <= 8
}

// mutate changes one to three numbers, truths or names of a certificate; nil if nothing is changed.
func mutate(random *rand.Rand, c *certificate.Certificate) *certificate.Certificate {
	data, _ := c.Encode()
	m, _ := certificate.Decode(data)
	var places []reflect.Value
	collect(reflect.ValueOf(m).Elem(), &places)
	// Half of the time only the proof is changed, not the problem.
	if random.Intn(2) == 0 {
		places = places[:0]
		for _, part := range []any{&m.Assignment, &m.Single, &m.Weights, &m.Tree, &m.Run, &m.Slack, &m.Rollout, &m.Finishes, &m.Endless} {
			collect(reflect.ValueOf(part).Elem(), &places)
		}
	}
	if len(places) == 0 {
		return nil
	}
	for range 1 + random.Intn(3) {
		v := places[random.Intn(len(places))]
		switch v.Kind() {
		case reflect.Bool:
			v.SetBool(!v.Bool())
		case reflect.Int, reflect.Int64:
			v.SetInt(v.Int() + []int64{-50, -2, -1, -1, 1, 1, 2, 50}[random.Intn(8)])
		case reflect.String:
			v.SetString([]string{"a", "b", "p", "service:a", "service:b"}[random.Intn(5)])
		case reflect.Slice:
			rearrange(random, v)
		}
	}
	if again, _ := m.Encode(); bytes.Equal(again, data) {
		return nil
	}
	return m
}

// rearrange removes an item of a list, repeats one, or swaps two.
func rearrange(random *rand.Rand, v reflect.Value) {
	if v.Len() == 0 {
		return
	}
	i := random.Intn(v.Len())
	switch random.Intn(3) {
	case 0:
		v.Set(reflect.AppendSlice(v.Slice(0, i), v.Slice(i+1, v.Len())))
	case 1:
		v.Set(reflect.Append(v, v.Index(i)))
	default:
		reflect.Swapper(v.Interface())(i, random.Intn(v.Len()))
	}
}

// collect lists the numbers, truths, names and lists of a value. Expressions and strategies stay: brute force knows only these.
func collect(v reflect.Value, to *[]reflect.Value) {
	switch v.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int64, reflect.String:
		*to = append(*to, v)
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), to)
		}
	case reflect.Slice:
		*to = append(*to, v)
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			collect(v.Index(i), to)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !slices.Contains([]string{"Version", "Kind", "Resources", "Dynamic", "Text", "Closed", "Reading", "Field"}, v.Type().Field(i).Name) {
				collect(v.Field(i), to)
			}
		}
	}
}
