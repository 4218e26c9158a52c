package cloudformation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

func parse(t *testing.T, text string) *cloudformation.Template {
	t.Helper()
	f := source.NewFile("stack.yaml", "/stack.yaml", []byte(text))
	roots, problems := yaml.Parse(f.Text())
	if len(roots) != 1 || len(problems) > 0 {
		t.Fatalf("%d documents, problems %v", len(roots), problems)
	}
	if !cloudformation.IsTemplate(roots[0]) {
		t.Fatal("not taken for a template")
	}
	return cloudformation.Parse(f, roots[0])
}

// surroundings are what the expressions of the table refer to.
const surroundings = `
Parameters:
  Tag: {Type: String, Default: "1.2"}
  Bare: {Type: String}
  Size: {Type: Number, Default: 512}
  Subnets: {Type: List<AWS::EC2::Subnet::Id>, Default: "subnet-a, subnet-b"}
  Ami: {Type: AWS::SSM::Parameter::Value<String>, Default: /ami}
Conditions:
  Always: !Equals [a, a]
  Never: !Not [{Condition: Always}]
  Loop: !Not [{Condition: Loop}]
Mappings:
  Envs:
    dev: {Cpu: "256", Zone: a, Hosts: [h1, h2]}
    prod: {Cpu: "512", Zone: a}
Resources:
  Group: {Type: "AWS::Logs::LogGroup", Properties: {LogGroupName: /web}}
  Unnamed: {Type: "AWS::Logs::LogGroup"}
  Self: {Type: "AWS::Logs::LogGroup", Properties: {LogGroupName: !Ref Self}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: `

func TestExpressions(t *testing.T) {
	for expression, want := range map[string]string{
		"plain":     `"plain" at plain`,
		"!Ref Tag":  `"1.2" at "1.2", used at Tag`,
		"!Ref Bare": "unknown at Bare",
		"!Ref Size": `"512" at 512, used at Size`,
		"!Ref Ami":  "unknown at Ami",

		"!Ref AWS::Region":                   "unknown at AWS::Region",
		"!Ref Group":                         `"/web" at /web, used at Group, of Group`,
		"!Ref Unnamed":                       "unknown at Unnamed, of Unnamed",
		"!Ref Self":                          "unknown at Self, of Self",
		"!Ref Nobody":                        "unknown at Nobody",
		"!GetAtt Unnamed.Arn":                "unknown at Unnamed.Arn, of Unnamed.Arn",
		"!GetAtt [Unnamed, Arn]":             "unknown at [Unnamed, Arn], of Unnamed.Arn",
		`{"Ref": "Tag"}`:                     `"1.2" at "1.2", used at {"Ref": "Tag"}`,
		`{"Fn::GetAtt": ["Unnamed", "Arn"]}`: `unknown at {"Fn::GetAtt": ["Unnamed", "Arn"]}, of Unnamed.Arn`,

		`!Sub "web:${Tag}"`:                          `"web:1.2" at "web:${Tag}"`,
		`!Sub "web:${Bare}"`:                         `unknown at "web:${Bare}"`,
		`!Sub "${Group}-${Unnamed.Arn}"`:             `unknown at "${Group}-${Unnamed.Arn}", of Group Unnamed.Arn`,
		`!Sub "a${!b}c"`:                             `"a${b}c" at "a${!b}c"`,
		`!Sub "a${!b}c{{x}}"`:                        `unknown at "a${!b}c{{x}}"`,
		`!Sub ["${x}/${Tag}", {x: !Ref Size}]`:       `"512/1.2" at "${x}/${Tag}"`,
		`!Sub "no end ${Tag"`:                        `unknown at "no end ${Tag"`,
		`!Sub ""`:                                    `"" at ""`,
		`{"Fn::Sub": "${Tag}"}`:                      `"1.2" at "${Tag}"`,
		`!Join ["-", [a, !Ref Tag, b]]`:              `"a-1.2-b" at [a, !Ref Tag, b]`,
		`!Join ["-", [a, !Ref Bare]]`:                `unknown at ["-", [a, !Ref Bare]]`,
		`!Join [",", !Ref Subnets]`:                  `"subnet-a,subnet-b" at Subnets`,
		`!Select [1, !Ref Subnets]`:                  `"subnet-b" at subnet-b, used at Subnets`,
		`!Select [2, !Ref Subnets]`:                  `unknown at [2, !Ref Subnets]`,
		`!Select [0, !Split [".", "x.y"]]`:           `"x" at x`,
		`!FindInMap [Envs, dev, Cpu]`:                `"256" at "256", used at [Envs, dev, Cpu]`,
		`!FindInMap [Envs, !Ref Bare, Cpu]`:          `unknown at [Envs, !Ref Bare, Cpu]`,
		`!FindInMap [Envs, !Ref Bare, Zone]`:         `"a" at a, used at [Envs, !Ref Bare, Zone]`,
		`!FindInMap [Envs, qa, Cpu]`:                 `unknown at [Envs, qa, Cpu]`,
		`!Select [1, !FindInMap [Envs, dev, Hosts]]`: `"h2" at h2, used at [Envs, dev, Hosts]`,
		`!If [Always, yes-it-is, b]`:                 `"yes-it-is" at yes-it-is`,
		`!If [Never, a, !Ref Tag]`:                   `"1.2" at "1.2", used at Tag`,
		`!If [Loop, same, same]`:                     `"same" at same`,
		`!If [Loop, !Ref Unnamed, b]`:                `unknown at [Loop, !Ref Unnamed, b], of Unnamed or another`,
		`!If [Loop, !Ref Unnamed, !GetAtt Self.Arn]`: `unknown at [Loop, !Ref Unnamed, !GetAtt Self.Arn], of Unnamed Self.Arn`,
		`!If [Loop, a, b]`:                           `unknown at [Loop, a, b]`,
		`!If [Never, a, !Ref AWS::NoValue]`:          "absent",
		`!ImportValue Shared`:                        "unknown at Shared",
		`!Base64 x`:                                  "unknown at x",
		`!Transform {Name: Macro}`:                   "unknown at {Name: Macro}",
		`!Sub "{{resolve:ssm:/x}}"`:                  `unknown at "{{resolve:ssm:/x}}"`,
	} {
		template := parse(t, surroundings+expression+"\n")
		worlds, complete := template.Worlds(cloudformation.Given{})
		if len(worlds) != 1 || !complete {
			t.Errorf("%s: %d worlds", expression, len(worlds))
		}
		if got := describe(family(worlds[0].Evaluate(cloudformation.Choice{}, nil))); got != want {
			t.Errorf("%s:\n got %s\nwant %s", expression, got, want)
		}
	}
}

// family is the family of the only task definition, nil where it is generated.
func family(e *cloudformation.Evaluated) *syntax.Node {
	for _, o := range e.Objects {
		if o.Type == ecs.TypeTaskDefinition {
			if n := o.Root.Get("family"); n.Range.File.Slice(n.Range) != "Task" {
				return n
			}
		}
	}
	return nil
}

func describe(n *syntax.Node) string {
	if n == nil {
		return "absent"
	}
	text := "unknown"
	if n.Kind != syntax.Unknown {
		text = fmt.Sprintf("%q", n.String())
	}
	text += " at " + n.Range.File.Slice(n.Range)
	if use := n.Use(); !use.IsZero() {
		text += ", used at " + use.File.Slice(use)
	}
	if len(n.Refers()) > 0 {
		text += ", of " + strings.ReplaceAll(strings.Join(n.Refers(), " ")+"$", " $", " or another$")
		text = strings.TrimSuffix(text, "$")
	}
	return text
}

// worldsOf lists the worlds of a template: the conditions that tell them apart, and the family there.
func worldsOf(t *testing.T, text string, given cloudformation.Given) string {
	t.Helper()
	worlds, _ := parse(t, text).Worlds(given)
	var lines []string
	for _, w := range worlds {
		e := w.Evaluate(cloudformation.Choice{}, nil)
		lines = append(lines, fmt.Sprintf("%v %s", w.Conditions, describe(family(e))))
	}
	return strings.Join(lines, "\n")
}

func TestWorlds(t *testing.T) {
	const parameter = "Parameters: {Env: {Type: String%s}, Zone: {Type: String}}\n"
	const resources = "Resources: {Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: !If [IsProd, p, !Ref Env]}}}\n"
	given := func(value string) cloudformation.Given {
		return cloudformation.Given{Parameters: map[string]string{"Env": value}}
	}
	tests := []struct {
		name, parameter, conditions string
		given                       cloudformation.Given
		want                        string
	}{
		{"one condition", "", "{IsProd: !Equals [!Ref Env, prod]}", cloudformation.Given{},
			"map[IsProd:true] \"p\" at p\nmap[IsProd:false] unknown at Env"},
		{"the default is no answer", ", Default: dev", "{IsProd: !Equals [prod, !Ref Env]}", cloudformation.Given{},
			"map[IsProd:true] \"p\" at p\nmap[IsProd:false] \"dev\" at dev, used at Env"},
		{"the default of another world", ", Default: prod", "{IsProd: !Equals [prod, !Ref Env]}", cloudformation.Given{},
			"map[IsProd:true] \"p\" at p\nmap[IsProd:false] unknown at Env"},
		{"given", "", "{IsProd: !Equals [!Ref Env, prod]}", given("prod"), `map[] "p" at p`},
		{"given another", "", "{IsProd: !Equals [!Ref Env, prod]}", given("dev"), `map[] "dev" at Env`},
		{"defaults assumed", ", Default: dev", "{IsProd: !Equals [!Ref Env, prod]}", cloudformation.Given{Defaults: true},
			`map[] "dev" at dev, used at Env`},
		{"allowed values", ", AllowedValues: [prod, dev]", "{IsProd: !Equals [!Ref Env, prod]}", cloudformation.Given{},
			"map[IsProd:true] \"p\" at p\nmap[IsProd:false] \"dev\" at Env"},
		{"a value that isn't allowed", ", AllowedValues: [dev]", "{IsProd: !Equals [!Ref Env, prod]}", cloudformation.Given{},
			`map[] "dev" at Env`},
		{"impossible combinations", "", "{IsProd: !And [{Condition: A}, {Condition: B}], A: !Equals [!Ref Env, a], B: !Equals [!Ref Env, b]}", cloudformation.Given{},
			`map[] "a" at Env`},
		{"of two parameters", "", "{IsProd: !Equals [!Ref Env, !Ref Zone]}", cloudformation.Given{},
			"map[IsProd:true] \"p\" at p\nmap[IsProd:false] unknown at Env"},
		{"a condition that nobody declares", "", "{Other: !Equals [a, b]}", cloudformation.Given{}, "map[] unknown at [IsProd, p, !Ref Env]"},
	}
	for _, test := range tests {
		text := fmt.Sprintf(parameter, test.parameter) + "Conditions: " + test.conditions + "\n" + resources
		if got := worldsOf(t, text, test.given); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// A secret that is given on the command line has no place that could be masked: nobody gets to see it.
func TestGivenSecret(t *testing.T) {
	for _, parameter := range []string{"DbPassword: {Type: String}", "Plain: {Type: String, NoEcho: true}"} {
		name, _, _ := strings.Cut(parameter, ":")
		template := parse(t, "Parameters: {"+parameter+"}\nResources: {Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: !Sub \"x-${"+name+"}\"}}}\n")
		worlds, _ := template.Worlds(cloudformation.Given{Parameters: map[string]string{name: "hunter2hunter2"}})
		if got := describe(family(worlds[0].Evaluate(cloudformation.Choice{}, nil))); !strings.HasPrefix(got, "unknown") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A template with more worlds than are looked at says so, whatever their number.
func TestTooManyWorlds(t *testing.T) {
	for _, n := range []int{5, 40} {
		var parameters, conditions, families strings.Builder
		for i := range n {
			fmt.Fprintf(&parameters, "  P%d: {Type: String}\n", i)
			fmt.Fprintf(&conditions, "  C%d: !Equals [!Ref P%d, x]\n", i, i)
			fmt.Fprintf(&families, "  T%d: {Type: AWS::ECS::TaskDefinition, Condition: C%d}\n", i, i)
		}
		template := parse(t, "Parameters:\n"+parameters.String()+"Conditions:\n"+conditions.String()+"Resources:\n"+families.String())
		worlds, complete := template.Worlds(cloudformation.Given{})
		if complete || len(worlds) == 0 || len(worlds) > cloudformation.MaxWorlds {
			t.Errorf("%d conditions: %d worlds, complete %v", n, len(worlds), complete)
		}
		for _, o := range worlds[0].Evaluate(cloudformation.Choice{}, nil).Objects {
			if n == 40 && !o.Origin.Uncertain {
				t.Errorf("%s is certain to exist", o.Label())
			}
		}
	}
}
