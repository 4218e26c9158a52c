package facts

import (
	"slices"
	"strings"
)

// systemControls are the namespaces that a container can set: whole names, and beginnings that end in a dot.
var systemControls = []string{
	"kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni",
	"kernel.shm_rmid_forced", ipcNamespace, networkNamespace,
}

const (
	ipcNamespace     = "fs.mqueue."
	networkNamespace = "net."
)

// SystemControlsOrigin is where the facts about namespaces of systemControls are from.
var SystemControlsOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html"},
}

// IsSystemControl reports a namespace that a container can have of its own.
func IsSystemControl(namespace string) bool {
	return slices.ContainsFunc(systemControls, func(known string) bool {
		return namespace == known || strings.HasSuffix(known, ".") && strings.HasPrefix(namespace, known)
	})
}

// IsNetworkControl reports a namespace of the network, which containers in network mode host share with their host.
func IsNetworkControl(namespace string) bool { return strings.HasPrefix(namespace, networkNamespace) }

// IsIPCControl reports a namespace of memory and queues that processes share.
func IsIPCControl(namespace string) bool {
	return IsSystemControl(namespace) && !IsNetworkControl(namespace)
}
