package snippets_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
)

// TestNothingTakesForever repeats what opens something, or costs a look ahead, in texts of 64 KiB.
func TestNothingTakesForever(t *testing.T) {
	for _, unit := range []string{
		"```json\n{\"a\":\n", "{\"a\": 1}\n", "{\"family\": \"a\", \"networkMode\": \"x\"},\n", "aws ecs run-task --a 'b\n", "aws ecs run-task --a b\n",
		"$ aws ecs x --a\n", "aws ecs run-task --cli-input-json file://a.json\n", "...", "// …\n", "a:\n\taws ecs x $(\n", "a:\n\t$(aws ecs x)\n",
		"sh 'aws ecs x'\n", "sh \"aws ecs ${", "aws ecs x `\n", "aws ecs x @'\n'@\n", "```sh\naws ecs x <<E\n", "A=$A\necs\n", "ecs `` '' \"\" (",
	} {
		text := source.NewFile("x", "", []byte("ecs \n"+strings.Repeat(unit, 64<<10/len(unit)))).Text()
		for _, read := range readers {
			read(text, none)
		}
	}
}
