package ecs

import (
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/value"
)

// Policy is a policy document of IAM.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
type Policy struct {
	value.Object
	Statements []Statement
	Complete   bool // there are no other statements
}

// Statement is one statement of a policy.
type Statement struct {
	value.Object
	Effect   value.Value[string]
	Services Texts // that it names as principals
	Actions  Texts
}

// Texts is what IAM takes as one text or as a list of them.
type Texts struct {
	Known    []string
	Complete bool // there are no others
}

// policyOf decodes a policy, which may be written as a text of JSON.
func policyOf(o value.Object, name string) Policy {
	text := value.String(o, name)
	if _, ok := text.Get(); !ok {
		return decodePolicy(o.Child(name))
	}
	tree, problems := json.Parse(text.Where().Node().Text)
	if len(problems) > 0 {
		return Policy{Object: o.Child(name)}
	}
	return decodePolicy(value.NewObject(tree))
}

func decodePolicy(o value.Object) Policy {
	if one := o.Child("Statement"); !one.Absent() && !one.Unknown() {
		return Policy{o, []Statement{decodeStatement(one)}, true}
	}
	list := value.ListOf(o, "Statement", decodeStatement)
	return Policy{o, list.Items, list.Complete}
}

func decodeStatement(o value.Object) Statement {
	return Statement{
		Object:   o,
		Effect:   value.String(o, "Effect"),
		Services: textsOf(o.Child("Principal"), "Service"),
		Actions:  textsOf(o, "Action"),
	}
}

func textsOf(o value.Object, name string) Texts {
	if one, ok := value.String(o, name).Get(); ok {
		return Texts{[]string{one}, true}
	}
	list := value.Strings(o, name)
	texts := Texts{Complete: list.Complete}
	for _, v := range list.Items {
		if text, ok := v.Get(); ok {
			texts.Known = append(texts.Known, text)
		} else {
			texts.Complete = false
		}
	}
	return texts
}

func (t Texts) any(is func(string) bool) value.Tri {
	switch {
	case slices.ContainsFunc(t.Known, is):
		return value.True
	case !t.Complete:
		return value.Unknown
	}
	return value.False
}

// allows tells whether the statement allows an action, on whatever resource.
func (s Statement) allows(action string) value.Tri {
	allowed := s.Actions.any(func(pattern string) bool {
		ok, err := path.Match(strings.ToLower(pattern), strings.ToLower(action))
		return ok || err != nil
	})
	if !s.Child("NotAction").Absent() {
		allowed = value.Unknown
	}
	return allowed.And(s.Effect.Test(func(effect string) bool { return effect == "Allow" }))
}

// trusts tells whether the statement lets a service assume the role.
func (s Statement) trusts(service string) value.Tri {
	named := s.Services.any(func(name string) bool { return isService(name, service) })
	if !s.Child("NotPrincipal").Absent() {
		named = value.Unknown
	}
	answer := named.And(s.allows("sts:AssumeRole"))
	if !s.Child("Condition").Absent() {
		answer = answer.And(value.Unknown)
	}
	return answer
}

// isService reports a name of a service in any Region and partition, as in ecs-tasks.amazonaws.com.cn.
func isService(name, service string) bool {
	first, _, _ := strings.Cut(service, ".")
	return strings.HasPrefix(name, first+".") || name == "*"
}

func (p Policy) allows(action string) value.Tri {
	return p.any(func(s Statement) value.Tri { return s.allows(action) })
}

func (p Policy) any(is func(Statement) value.Tri) value.Tri {
	answer := value.TriOf(false)
	if !p.Complete {
		answer = value.Unknown
	}
	for _, s := range p.Statements {
		answer = answer.Or(is(s))
	}
	return answer
}
