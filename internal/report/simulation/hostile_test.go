package simulation_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/report/simulation"
)

// hostile is a report in which every text is an attack. It has everything that a report can have.
func hostile() *simulation.Report {
	r := webApp()
	c := r.Clusters[0]
	c.Moments[0].Zones[0].Bins[0].Before = []certificate.Running{{Group: "x", Count: 2}}
	c.Certificates[0].JSON = []byte(`{"name": "</script><script>alert(1)</script>"}`)
	n := 0
	poison(reflect.ValueOf(r), &n)
	return r
}

var attacks = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'><svg onload=alert(1)>`, `</style><script>alert(1)</script>`,
	`javascript:alert(1)`, "{{.Policy}}", "\x1b[31mred\x1b]0;title\a", "line\nline\rline", "\u202eright to left", "\x00\xff",
}

// poison appends an attack to every string.
func poison(v reflect.Value, n *int) {
	switch v.Kind() {
	case reflect.Pointer:
		poison(v.Elem(), n)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				poison(v.Field(i), n)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), n)
		}
	case reflect.String:
		v.SetString(attacks[*n%len(attacks)] + v.String())
		*n++
	}
}

func TestHostilePage(t *testing.T) {
	for start := range attacks {
		attacks = append(attacks[1:], attacks[0]) // another place for each
		page := string(html(t, hostile()))
		checkVisible(t, page)
		for _, bad := range []string{"<script", "<img", "<svg onload", "</style><", `href="javascript:`, "onerror=alert(1)>"} {
			if i := strings.Index(page, bad); i >= 0 {
				t.Errorf("turn %d: %s", start, page[max(0, i-80):min(len(page), i+80)])
			}
		}
		if n := strings.Count(page, "</style>"); n != 1 {
			t.Errorf("%d style sheets end", n)
		}
	}
}

func TestHostileText(t *testing.T) {
	for range attacks {
		attacks = append(attacks[1:], attacks[0])
		var b bytes.Buffer
		instances(t, &b, hostile(), simulation.TextOptions{})
		checkVisible(t, b.String())
	}
}

func checkVisible(t *testing.T, text string) {
	t.Helper()
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
			t.Fatalf("%q", r)
		}
	}
}

// TestIncomplete checks that a report that isn't whole is written all the same.
func TestIncomplete(t *testing.T) {
	for _, r := range []*simulation.Report{
		{},
		{Clusters: []*simulation.Cluster{{}, {Services: []simulation.Service{{}}, Waiting: []simulation.Waiting{{}}}}},
		{Clusters: []*simulation.Cluster{{
			Resources: []simulation.Resource{{Name: "cpu", Short: "cpu", Amount: true}}, Services: []simulation.Service{{Demand: []int64{3}}},
			Moments: []simulation.Moment{{}, {Zones: []simulation.Zone{{Bins: []simulation.Bin{
				{Names: []simulation.Named{{}}, Tasks: []simulation.Task{{Count: 5}}},
				{Names: []simulation.Named{{}}, Tasks: []simulation.Task{{Count: 5}}, Capacity: []int64{7}},
			}}}}},
		}}},
	} {
		t.Run(fmt.Sprint(len(r.Clusters)), func(t *testing.T) {
			html(t, r)
			instances(t, new(bytes.Buffer), r, simulation.TextOptions{Width: 1})
		})
	}
}
