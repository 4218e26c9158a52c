package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// catalogue is the table of instance types. What it holds of network interfaces is read anew; vCPUs, memory and GPUs are in no module.
var catalogue = filepath.Join("..", "facts", "instance_types.txt")

// moduleFile is a file of a module that is only read: no code of it is built, and it is no dependency.
type moduleFile struct {
	module, version string
	sum             string // of the module, as go.sum has it
	file            string
}

var (
	// vpcCNI has the network cards of instance types.
	vpcCNI = moduleFile{
		"github.com/aws/amazon-vpc-cni-k8s", "v1.23.2", "h1:Ka5CQyoDQhTJ41BruEiI35Xs7LJoC+zUubWI5+xbrLc=",
		"pkg/vpc/vpc_ip_resource_limit.go",
	}
	// karpenter has the branch network interfaces of instance types too.
	karpenter = moduleFile{
		"github.com/aws/karpenter-provider-aws", "v1.14.1", "h1:WGtIQTQcxpElYMdWfWuPwaF2+9muR+hYhPZsTtoY8Gs=",
		"pkg/providers/instancetype/zz_generated.vpclimits.go",
	}
)

// parse downloads the module, if it isn't in the cache, and parses the file.
func (p moduleFile) parse() (*ast.File, error) {
	out, err := exec.Command("go", "mod", "download", "-json", p.module+"@"+p.version).Output()
	if err != nil {
		return nil, fmt.Errorf("%s@%s can't be downloaded: %w: %s", p.module, p.version, err, out)
	}
	var got struct{ Dir, Sum string }
	if err := json.Unmarshal(out, &got); err != nil {
		return nil, err
	}
	if got.Sum != p.sum {
		return nil, fmt.Errorf("%s@%s has the sum %s, not %s", p.module, p.version, got.Sum, p.sum)
	}
	return parser.ParseFile(token.NewFileSet(), filepath.Join(got.Dir, filepath.FromSlash(p.file)), nil, parser.SkipObjectResolution)
}

// limits are the network interfaces that an instance type can have.
type limits struct {
	cards       []int64 // on each network card
	defaultCard int64
	interfaces  int64 // as karpenter counts them: of the default card
	branches    int64
	trunks      bool
}

// limitsIn reads the map of a file, from instance types to a structure.
func limitsIn(f *ast.File) (map[string]limits, error) {
	all := map[string]limits{}
	var failed error
	ast.Inspect(f, func(n ast.Node) bool {
		m, isMap := n.(*ast.CompositeLit)
		if !isMap {
			return true
		}
		if _, isMap = m.Type.(*ast.MapType); !isMap {
			return true
		}
		for _, e := range m.Elts {
			pair := e.(*ast.KeyValueExpr)
			name, err := strconv.Unquote(pair.Key.(*ast.BasicLit).Value)
			if err != nil {
				failed = err
				return false
			}
			all[name] = limitsOf(pair.Value.(*ast.CompositeLit))
		}
		return false
	})
	if len(all) == 0 && failed == nil {
		failed = fmt.Errorf("no instance types in %s", f.Name.Name)
	}
	return all, failed
}

func limitsOf(structure *ast.CompositeLit) limits {
	var l limits
	for name, value := range fieldsIn(structure) {
		switch name {
		case "Interface":
			l.interfaces = integer(value)
		case "BranchInterface":
			l.branches = integer(value)
		case "DefaultNetworkCardIndex":
			l.defaultCard = integer(value)
		case "IsTrunkingCompatible":
			l.trunks = value.(*ast.Ident).Name == "true"
		case "NetworkCards":
			for _, card := range value.(*ast.CompositeLit).Elts {
				l.cards = append(l.cards, integer(fieldsIn(card.(*ast.CompositeLit))["MaximumNetworkInterfaces"]))
			}
		}
	}
	return l
}

func fieldsIn(structure *ast.CompositeLit) map[string]ast.Expr {
	fields := map[string]ast.Expr{}
	for _, e := range structure.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			fields[pair.Key.(*ast.Ident).Name] = pair.Value
		}
	}
	return fields
}

// integer is -1 for what is no whole number.
func integer(e ast.Expr) int64 {
	literal, ok := e.(*ast.BasicLit)
	if !ok {
		return -1
	}
	n, err := strconv.ParseInt(literal.Value, 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// renderCatalogue is the catalogue with the network interfaces of the modules, of types that these know. Branch interfaces that a
// page of AWS lists stay as they are, and so do types of which the page says that they can't have any.
func renderCatalogue(text []byte, cards, branches map[string]limits) ([]byte, error) {
	var out bytes.Buffer
	family := ""
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if !strings.HasPrefix(line, " ") {
			family = words[0]
			out.WriteString(line)
			continue
		}
		const enis, trunk, columns = 4, 5, 7
		if len(words) != columns {
			return nil, fmt.Errorf("%s.%s has %d columns", family, words[0], len(words))
		}
		name := family + "." + words[0]
		if l, ok := cards[name]; ok {
			column, err := l.column()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			words[enis] = column
		}
		if l, ok := branches[name]; ok && strings.HasPrefix(words[trunk], "~") {
			if !l.trunks || l.branches <= 0 {
				return nil, fmt.Errorf("%s has no branch interfaces any more", name)
			}
			words[trunk] = fmt.Sprintf("~%d", l.branches+l.interfaces-2)
		}
		out.WriteString(" " + strings.Join(words, " ") + "\n")
	}
	return out.Bytes(), nil
}

// column is the network interfaces of the default card and, if there are others, "/" and those of all.
func (l limits) column() (string, error) {
	if l.defaultCard < 0 || l.defaultCard >= int64(len(l.cards)) || slices.Min(l.cards) <= 0 {
		return "", fmt.Errorf("network cards %v, by default %d", l.cards, l.defaultCard)
	}
	var all int64
	for _, n := range l.cards {
		all += n
	}
	if len(l.cards) == 1 {
		return strconv.FormatInt(all, 10), nil
	}
	return fmt.Sprintf("%d/%d", l.cards[l.defaultCard], all), nil
}

// readCatalogue is the catalogue as it is, made anew from the modules.
func readCatalogue() ([]byte, error) {
	text, err := os.ReadFile(catalogue)
	if err != nil {
		return nil, err
	}
	var all []map[string]limits
	for _, p := range []moduleFile{vpcCNI, karpenter} {
		f, err := p.parse()
		if err != nil {
			return nil, err
		}
		l, err := limitsIn(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.module, err)
		}
		all = append(all, l)
	}
	return renderCatalogue(text, all[0], all[1])
}
