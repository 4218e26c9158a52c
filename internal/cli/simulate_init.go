package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

func newSimulateInit(stdio IO) *cobra.Command {
	var output string
	var given givenFlags
	c := &cobra.Command{
		Use:   "init [flags] [PATH...]",
		Short: "Write a fleet file from answers of describe calls, or from CloudFormation templates",
		Long: `Write a fleet file from the JSON that aws ecs describe-container-instances, describe-tasks, describe-services and
describe-capacity-providers and aws ec2 describe-subnets gave back, or from Auto Scaling groups, launch templates,
capacity providers and subnets in CloudFormation templates. Without a fleet file, simulate reads such templates by itself.`,
		Example: `  aws ecs describe-container-instances --cluster prod --container-instances $ARNS > instances.json
  ecslint simulate init instances.json`,
		RunE: func(c *cobra.Command, paths []string) error {
			g, err := given.given()
			if err != nil {
				return err
			}
			if len(paths) == 0 {
				paths = []string{"."}
			}
			return writeFleet(c.Context(), stdio, engine.Options{Dir: stdio.Dir, Paths: paths, Stdin: stdio.In, Given: g, OneWorld: true}, output)
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "fleet.yaml", "`FILE` to write, which must not exist yet; - is standard output")
	given.add(c.Flags())
	return withExitCodes(c, "0 written")
}

func writeFleet(ctx context.Context, stdio IO, o engine.Options, output string) error {
	result := engine.Run(ctx, o)
	if len(result.Failures) > 0 {
		writeFailures(stdio.Err, result.Failures)
		return exit(ExitFailure)
	}
	draft := &fleet.Draft{}
	var described fleet.Described
	for _, f := range result.Files {
		if f.Source != nil {
			described.Add(bytes.TrimPrefix(f.Source.Bytes, []byte("\ufeff")))
		}
	}
	described.To(draft)
	for _, project := range projects(result.Objects) {
		fleet.FromTemplate(project.Objects, draft)
	}
	if draft.Empty() {
		return errors.New("nothing tells of a fleet: name files with answers of describe calls, or templates with Auto Scaling groups, capacity providers or subnets")
	}
	text, err := draft.Encode()
	if err != nil {
		return err
	}
	for _, f := range result.Files {
		if f.Source != nil {
			tree, _ := json.Parse(f.Source.Text())
			secret.Mask(tree)
			masked, _ := diag.MaskNames(f.Source, string(text), "")
			text = []byte(masked)
		}
	}
	if output == "-" {
		_, err := stdio.Out.Write(text)
		return err
	}
	file, err := os.OpenFile(absolute(stdio.Dir, output), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	if _, err := file.Write(text); err != nil {
		return errors.Join(err, file.Close())
	}
	fmt.Fprintf(stdio.Err, "ecslint: %s is written: read it, and add what it can't know\n", shown(output))
	return file.Close()
}
