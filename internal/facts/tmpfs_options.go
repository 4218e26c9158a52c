package facts

// TmpfsOptions are the mount options of a tmpfs, those with a value without it.
var TmpfsOptions = []string{
	"defaults", "ro", "rw", "suid", "nosuid", "dev", "nodev", "exec", "noexec", "sync", "async", "dirsync", "remount", "mand",
	"nomand", "atime", "noatime", "diratime", "nodiratime", "bind", "rbind", "unbindable", "runbindable", "private",
	"rprivate", "shared", "rshared", "slave", "rslave", "relatime", "norelatime", "strictatime", "nostrictatime", "mode",
	"uid", "gid", "nr_inodes", "nr_blocks", "mpol",
}

// TmpfsOptionsOrigin is where TmpfsOptions are from.
var TmpfsOptionsOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html"},
}
