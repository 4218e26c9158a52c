package taskdefinition

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// What the first string of a health check tells about the others.
const (
	execMarker  = "CMD"       // a program and its arguments
	shellMarker = "CMD-SHELL" // one text for the shell
	noneMarker  = "NONE"      // no check, whatever the image says
)

var invalidHealthCheck = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-health-check",
		Title:    "The command of a health check doesn't run what is written",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html",
			"https://docs.docker.com/reference/dockerfile/#healthcheck",
			"https://github.com/moby/moby/blob/v28.0.0/daemon/health.go",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			check := healthCommand{p, c, c.HealthCheck.Command}
			if len(check.words.Items) > 0 && p.Known(check.words, check.words.Items[0]) {
				check.judge()
			}
		}
	},
}

type healthCommand struct {
	*analysis.Pass
	container ecs.ContainerDefinition
	words     value.List[value.Value[string]]
}

func (h healthCommand) judge() {
	words := h.words.Items
	switch marker, _ := words[0].Get(); {
	case marker == noneMarker:
	case marker != execMarker && marker != shellMarker:
		h.noMarker(words[0], marker)
	case len(words) == 1:
		h.report(words[0], "nothing follows %q, so there is nothing to run", marker).
			Help("add the command")
	case marker == shellMarker:
		h.moreThanOneText(words[1:])
	default:
		h.program(words[1:])
	}
}

func (h healthCommand) report(at value.Located, format string, args ...any) *analysis.Builder {
	return h.Reportf(at, "the health check of %s: %s", containerLabel(h.container), fmt.Sprintf(format, args...))
}

func (h healthCommand) noMarker(at value.Located, first string) {
	b := h.report(at, "its first string is neither CMD nor CMD-SHELL, but %q", first).
		Note("The API wants one of them there. A page of the guide says that CMD is taken where it is missing.")
	switch upper := strings.ToUpper(first); {
	case upper == execMarker || upper == shellMarker || upper == noneMarker:
		b.Help("write it in capitals: %q", upper)
	case strings.ContainsAny(first, " |&;"):
		b.Help(`put "CMD-SHELL" before it, so that a shell runs it`)
	default:
		b.Help(`put "CMD" before it, or "CMD-SHELL" before one text for the shell`)
	}
}

// moreThanOneText: Docker appends the strings to sh -c, which takes the first as its script.
func (h healthCommand) moreThanOneText(texts []value.Value[string]) {
	if len(texts) < 2 {
		return
	}
	h.report(texts[1], "the shell runs only the first string after CMD-SHELL; this one is an argument of the shell").
		Help(`write the command as one string, or put "CMD" in place of "CMD-SHELL"`)
}

// What only a shell understands.
var (
	shellOperators  = []string{"||", "&&", "|"}                                // as words
	redirections    = []string{">", ">>", "2>&1", ">/dev/null", "2>/dev/null"} // as words, unless they are to be compared
	withinArguments = []string{" || ", " && "}                                 // in arguments that aren't scripts
)

// program reads what no shell will: Windows puts programs and arguments together in its own way, and is left out.
func (h healthCommand) program(words []value.Value[string]) {
	windows := runsWindows(h.TaskDefinition())
	for i, w := range words {
		text, _ := w.Get()
		asProgram := i == 0 && len(words) == 1 && strings.ContainsAny(strings.TrimSpace(text), " \t\n")
		operator := h.operator(words, i)
		switch {
		case !asProgram && operator == "" || windows.IsTrue():
		case windows.IsUnknown():
			h.Undecided(w)
		case asProgram:
			h.report(w, "the whole string after CMD is taken as the name of one program").
				Help(`put "CMD-SHELL" in place of "CMD", or give the program and each argument as strings of their own`)
		default:
			h.report(w, "%q is passed to the program as %s: CMD runs no shell", operator, partOrArgument(operator, text)).
				Help(`put "CMD-SHELL" in place of "CMD", and write the command as one string`)
		}
	}
}

// operator is what word i has for a shell; "" where it has nothing, or another program may understand it.
func (h healthCommand) operator(words []value.Value[string], i int) string {
	text, _ := words[i].Get()
	switch {
	case i == 0:
		return ""
	case slices.Contains(shellOperators, text):
		return text
	}
	for _, before := range words[:i] {
		if word, ok := before.Get(); !ok || readsVariables(word) {
			return ""
		}
	}
	program, _ := words[0].Get()
	if slices.Contains(redirections, text) && !slices.Contains([]string{"test", "[", "expr"}, path.Base(program)) {
		return text
	}
	for _, operator := range withinArguments {
		if strings.Contains(text, operator) {
			return strings.TrimSpace(operator)
		}
	}
	return ""
}

func partOrArgument(operator, text string) string {
	if operator == text {
		return "an argument"
	}
	return "a part of its argument"
}
