package schema

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// outputOnly reports, once, the keys that only AWS writes.
func (c *check) outputOnly() {
	members := c.outputMembers()
	if len(members) == 0 || c.object.Root.Incomplete {
		return // of an incomplete object neither the first nor all of them are known
	}
	severity, ok := c.outputSeverity()
	if !ok {
		return
	}
	var keys []string
	for _, m := range members {
		if key := m.Key.String(); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	list := strings.Join(keys, ", ")
	first := value.Root(c.object.Root).Member(keys[0])
	d := c.report(outputOnlyKey, severity, &first, fmt.Sprintf("%s doesn't take what only AWS writes: %s", c.operation, list))
	d.Range = members[0].Key.Range
	d.Help = "remove " + list
	offer(d, "remove what only AWS writes, and members that are null", true, fix.RemoveMembers(c.object.Root, c.ballast(members)...))
	d.Notes = []string{"The AWS CLI and the SDKs refuse such keys; Amazon's deploy action and ecspresso drop them."}
}

// ballast are the keys that the answer of a call has and an input doesn't need: of the members, and of all nulls.
func (c *check) ballast(members []syntax.Member) []*syntax.Node {
	var keys []*syntax.Node
	for _, m := range members {
		keys = append(keys, m.Key)
	}
	c.object.Root.Walk(func(n *syntax.Node) bool {
		for _, m := range n.Members {
			if m.Value.Kind == syntax.Null && m.Value.String() == "null" && !slices.Contains(keys, m.Key) {
				keys = append(keys, m.Key)
			}
		}
		return true
	})
	return keys
}

func (c *check) outputMembers() []syntax.Member {
	var members []syntax.Member
	for _, m := range c.object.Root.Members {
		if m.Key.Kind == syntax.String && ecs.OutputOnly(c.operation, m.Key.String()) {
			members = append(members, m)
		}
	}
	return members
}

// outputSeverity is false for what was plainly kept to be read, not to be sent: a part of something larger.
func (c *check) outputSeverity() (rules.Severity, bool) {
	root := c.object.Root.Range
	if c.fed || root.File == nil {
		return rules.Error, c.fed
	}
	around := strings.TrimSpace(root.File.Slice(source.Range{File: root.File, Start: root.File.Whole().Start, End: root.Start}))
	switch {
	case around == "" && ecspressoName.MatchString(c.object.File.Name):
		return rules.Info, true
	case around == "":
		return rules.Warning, true
	}
	return rules.Info, answer.MatchString(around)
}

var (
	// ecspressoName are the names that ecspresso gives to its files, with such keys in them.
	// https://github.com/kayac/ecspresso
	ecspressoName = regexp.MustCompile(`(^|/)ecs-(service|task)-def\.[a-z]+$`)

	// answer begins the answer of a call that was kept whole, which people take for an input.
	answer = regexp.MustCompile(`(?m:^)\{\s*"(service|taskDefinition)"\s*:$`)
)
