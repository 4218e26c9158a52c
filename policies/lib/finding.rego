# METADATA
# title: Findings
# description: |
#   What a policy reports, as objects that ecslint reads. Every object of the input carries its own place in `_at`;
#   a finding is built from such an object and the path of the member that it is about.
package ecslint.finding

# METADATA
# description: |
#   A finding about the member at a path below a node: at(container, "healthCheck.command", "..."). The member may
#   be absent. The path "" is the node itself.
at(node, path, message) := {"at": place(node, path), "msg": message}

# METADATA
# description: |
#   Adds what else decided a finding, as pairs of a node and a path. ecslint drops a finding whose evidence turns
#   out to be unknown, so whatever was read with `not` or counted belongs here.
reads(finding, pairs) := object.union(finding, {"reads": evidence}) if {
	evidence := {place(node, path) | some [node, path] in pairs}
}

# METADATA
# description: Adds what to do about a finding, as a verb phrase.
help(finding, text) := object.union(finding, {"help": text})

# METADATA
# description: |
#   Gives a finding another severity than its rule has: "error", "warning" or "info".
severity(finding, level) := object.union(finding, {"severity": level})

# METADATA
# description: The place of the member at a path below a node.
place(node, "") := node._at

place(node, path) := path if {
	path != ""
	node._at == ""
}

place(node, path) := concat(separator(path), [node._at, path]) if {
	path != ""
	node._at != ""
}

separator(path) := "" if startswith(path, "[")

separator(path) := "." if not startswith(path, "[")
