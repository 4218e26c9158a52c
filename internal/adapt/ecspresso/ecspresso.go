// Package ecspresso reads the configuration of ecspresso, which tells what file holds the task definition of a service.
package ecspresso

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// Config names the files of one deployment, relative to the folder of the configuration. What isn't known is "".
// https://github.com/kayac/ecspresso#configuration-file
type Config struct {
	Service        string // the file of the service definition
	TaskDefinition string // the file of the task definition
}

// Read recognises a configuration by its keys.
func Read(root *syntax.Node) (Config, bool) {
	service, task := root.Get("service_definition"), root.Get("task_definition")
	isConfig := task != nil && task.Kind != syntax.Object && (service != nil || root.Get("cluster") != nil || root.Get("plugins") != nil)
	return Config{known(service), known(task)}, isConfig
}

func known(n *syntax.Node) string {
	if n == nil || n.Kind != syntax.String || syntax.HasPlaceholder(n.String()) {
		return ""
	}
	return n.String()
}

// Why says why a configuration holds no object.
func (c Config) Why() string {
	if strings.HasSuffix(c.Service, ".jsonnet") || strings.HasSuffix(c.TaskDefinition, ".jsonnet") {
		return "an ecspresso configuration of Jsonnet files, which ecslint doesn't read"
	}
	return "an ecspresso configuration: it says which task definition belongs to a service"
}
