package value_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/value"
)

func parse(t *testing.T, text string) (*source.File, *syntax.Node) {
	t.Helper()
	file := source.NewFile("task.json", "", []byte(text))
	root, problems := json.Parse(file.Text())
	for _, p := range problems {
		t.Logf("problem: %s", p.Message)
	}
	root.Walk(func(n *syntax.Node) bool {
		if n.Kind == syntax.String && syntax.HasPlaceholder(n.String()) {
			n.Kind = syntax.Unknown // as adapters do
		}
		return true
	})
	return file, root
}

const example = `{
  "family": "shop",
  "containerDefinitions": [
    {"name": "web", "image": "nginx", "dockerLabels": {"com.x": "1", "plain": "2"}, "environment": [{"name": "A", "value": "a"}]},
    {"name": "80", "image": "redis"},
    {"name": "twin", "image": "one"},
    {"name": "twin", "image": "two"},
    {"name": "a.b", "image": "dot"}
  ],
  "placementConstraints": [{"type": "memberOf"}]
}`

func TestResolve(t *testing.T) {
	file, root := parse(t, example)
	for _, test := range []struct {
		at, back, text string // back "" means the same as at; "-" means that there is no such place
	}{
		{at: "family", text: `"shop"`},
		{at: "containerDefinitions[web].image", text: `"nginx"`},
		{at: "containerDefinitions[0].image", back: "containerDefinitions[web].image", text: `"nginx"`},
		{at: `containerDefinitions["80"].image`, text: `"redis"`},
		{at: "containerDefinitions[2].image", text: `"one"`},
		{at: `containerDefinitions["a.b"].image`, text: `"dot"`},
		{at: `containerDefinitions[web].dockerLabels["com.x"]`, text: `"1"`},
		{at: "containerDefinitions[web].dockerLabels.plain", text: `"2"`},
		{at: "containerDefinitions[web].environment[A].value", text: `"a"`},
		{at: "containerDefinitions[web].environment", text: `"environment"`},
		{at: "containerDefinitions[web].healthCheck.command", text: `"web"`},
		{at: "placementConstraints[0].expression", text: `{`},
		{at: "networkMode", text: `"shop"`},
		{at: `tags["x.y"]`, text: `"shop"`},
		{at: "containerDefinitions[twin]", back: "-"},
		{at: "containerDefinitions[80]", back: "-"},
		{at: "containerDefinitions[99999999999999999999]", back: "-"},
		{at: "containerDefinitions[db].image", back: "-"},
		{at: "containerDefinitions[web]image", back: "-"},
		{at: "containerDefinitions[web", back: "-"},
		{at: `containerDefinitions["web]`, back: "-"},
		{at: "containerDefinitions[]", back: "-"},
		{at: "family[x]", back: "-"},
		{at: ".family", back: "-"},
		{at: "family.", back: "-"},
		{at: "family..x", back: "-"},
	} {
		place := value.Resolve(root, test.at)
		switch {
		case test.back == "-":
			if place != nil {
				t.Errorf("%s: resolved to %s", test.at, place.At())
			}
			continue
		case place == nil:
			t.Errorf("%s: no place", test.at)
			continue
		case test.back == "":
			test.back = test.at
		}
		if place.At() != test.back {
			t.Errorf("%s: back as %s, want %s", test.at, place.At(), test.back)
		}
		if got := file.Slice(place.Range()); got != test.text {
			t.Errorf("%s: range is %s, want %s", test.at, got, test.text)
		}
	}
	if p := value.Resolve(root, ""); p == nil || p.Node() != root {
		t.Error("the empty notation is not the root")
	}
}

func TestItemLabelsAgreeWithItemLabel(t *testing.T) {
	_, root := parse(t, example)
	items := root.Get("containerDefinitions").Items
	for i, label := range value.ItemLabels(items) {
		if want := value.ItemLabel(items, i); label != want {
			t.Errorf("item %d: %s, want %s", i, label, want)
		}
	}
}

func TestCertain(t *testing.T) {
	_, root := parse(t, `{
  "cpu": ${CPU}, "memory": 1e400000, "family": "shop", "pidMode": "", "tags": "wrong type",
  "runtimePlatform": {"cpuArchitecture": "${ARCH}"},
  "volumes": [$MORE, {"name": "data"}],
  "containerDefinitions": [{"name": "web", "linuxParameters": {}}]
}`)
	for at, want := range map[string]bool{
		"family":                                true,
		"networkMode":                           true,
		"pidMode":                               true,
		"pidMode.x":                             true,
		"containerDefinitions":                  true,
		"containerDefinitions[web].user":        true,
		"volumes[data].host":                    true,
		"volumes[data].name":                    true,
		"containerDefinitions[web].a.b":         true,
		"cpu":                                   false,
		"cpu.x":                                 false,
		"memory":                                false,
		"tags.x":                                false,
		"runtimePlatform":                       false,
		"runtimePlatform.cpuArchitecture":       false,
		"runtimePlatform.operatingSystemFamily": true,
		"volumes":                               false,
		"":                                      false,
	} {
		if p := value.Resolve(root, at); p == nil || p.Certain() != want {
			t.Errorf("%q: want certain %v", at, want)
		}
	}
}
