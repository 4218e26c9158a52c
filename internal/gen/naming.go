package main

import (
	"regexp"
	"strings"
)

var (
	plural   = regexp.MustCompile(`[A-Z]{2,}s$`)
	firstCap = regexp.MustCompile(`(.)([A-Z][a-z]+)`)
	endCap   = regexp.MustCompile(`([a-z0-9])([A-Z])`)
)

// kebab makes the AWS CLI's name of an operation or a member, by the rules of xform_name in
// https://github.com/boto/botocore/blob/develop/botocore/__init__.py
func kebab(name string) string {
	if s := plural.FindString(name); s != "" {
		name = strings.TrimSuffix(name, s) + "-" + strings.ToLower(s)
	}
	name = firstCap.ReplaceAllString(name, "$1-$2")
	return strings.ToLower(endCap.ReplaceAllString(name, "$1-$2"))
}
