package main

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

const limitsSource = `package p

var Limits = map[string]*VPCLimits{
	"m5.large": {Interface: 3, IsTrunkingCompatible: true, BranchInterface: 9, NetworkCards: []NetworkCard{{MaximumNetworkInterfaces: 3}}},
	"m7i.large": {Interface: 3, IsTrunkingCompatible: true, BranchInterface: 9, NetworkCards: []NetworkCard{{MaximumNetworkInterfaces: 3}}},
	"i7ie.48xlarge": {DefaultNetworkCardIndex: 1, NetworkCards: []NetworkCard{{MaximumNetworkInterfaces: 8, NetworkCardIndex: 0}, {MaximumNetworkInterfaces: 7}}},
	"x1.large": {NetworkCards: []NetworkCard{}},
}
`

func limitsFrom(t *testing.T, source string) map[string]limits {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	l, err := limitsIn(f)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestCatalogue(t *testing.T) {
	l := limitsFrom(t, limitsSource)
	const before = "m5 x86_64\n large 2 8192 0 1 10 7680\nm7i x86_64\n large 2 8192 0 1 ~7 7771\ni7ie x86_64\n 48xlarge 192 1572864 0 15 - -\nz9 x86_64\n large 2 8192 0 5 - -\n"
	const after = "m5 x86_64\n large 2 8192 0 3 10 7680\nm7i x86_64\n large 2 8192 0 3 ~10 7771\ni7ie x86_64\n 48xlarge 192 1572864 0 7/15 - -\nz9 x86_64\n large 2 8192 0 5 - -\n"
	got, err := renderCatalogue([]byte(before), l, l)
	if err != nil || string(got) != after {
		t.Errorf("%v:\n%s", err, got)
	}
	for name, text := range map[string]string{
		"a type without network cards": "x1 x86_64\n large 2 8192 0 3 - -\n",
		"a line that lacks a column":   "m5 x86_64\n large 2 8192 0 3 -\n",
		"a type that trunks no more":   "i7ie x86_64\n 48xlarge 2 8192 0 3 ~10 -\n",
	} {
		if _, err := renderCatalogue([]byte(text), l, l); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if f, err := parser.ParseFile(token.NewFileSet(), "", "package p\n", 0); err != nil {
		t.Fatal(err)
	} else if _, err := limitsIn(f); err == nil {
		t.Error("a file without limits is accepted")
	}
}

func TestPinned(t *testing.T) {
	wrong := vpcCNI
	wrong.sum = "h1:another="
	if _, err := wrong.parse(); err == nil || !strings.Contains(err.Error(), "has the sum") {
		t.Errorf("another sum: %v", err)
	}
}
