package shell_test

import (
	"math/rand"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

var seeds = []string{
	"#!/bin/sh\nset -e\nCLUSTER=prod\nexport TAG=\"${CLUSTER}-1\"\naws ecs create-service --cluster \"$CLUSTER\" \\\n" +
		"  --network-configuration \"awsvpcConfiguration={subnets=[$S],assignPublicIp=ENABLED}\" --tags <key>=${{ x }}\n",
	"cat > td.json <<EOF\n{\"family\": \"a\\$b\", \"x\": `y`, \"z\": \"$(w)\"}\nEOF\naws ecs x --cli-input-json file://td.json\n",
	"f() { local A=(b 'c d'); A+=($1); aws \"${A[@]}\" <<-'E'\n\tx\n\tE\n}; f | tee g; sed -i h g\n",
	"J='[{\"image\":\"'$IMG'\"}]'; aws --c \"$J\" \"it\\\"s\" 'it'\\''s' $'\\n' {a,b} ~/x; J+=é\n",
	"if [[ $a == b ]]; then for i in 1 2; do ((i++)); done; else case x in y) z;; esac; fi & read -r -d '' X <<E\nu\nE\n",
}

// checkScript reads a script and everything in the answer: all ranges lie in the file, all spans in their text.
func checkScript(t *testing.T, text string) {
	t.Helper()
	file := source.NewFile("fuzz.sh", "", []byte(text))
	script := shell.Parse(file.Text())
	checkRange := func(r source.Range) {
		t.Helper()
		if r.File != nil && (r.Start < 0 || r.Start > r.End || r.End > len(text)) {
			t.Fatalf("%.300q: range %d-%d of %d", text, r.Start, r.End, len(text))
		}
	}
	checkValue := func(v *shell.Value) {
		t.Helper()
		if v == nil {
			return
		}
		end := 0
		for _, u := range v.Unknown {
			if u.Start < end || u.End <= u.Start || u.End > v.Text.Len() {
				t.Fatalf("%.300q: span %v of %.300q", text, u, v.Text.String())
			}
			end = u.End
		}
		checkPieces(checkRange, v)
	}
	for _, c := range script.Commands {
		checkRange(c.Range)
		checkValue(c.Stdin)
		for i := range c.Words {
			checkRange(c.Words[i].Range)
			checkValue(&c.Words[i].Value)
		}
		for _, v := range c.Files {
			checkValue(v)
		}
	}
	for i := range script.Files {
		checkRange(script.Files[i].Range)
		checkValue(&script.Files[i].Writes)
	}
	for _, p := range script.Problems {
		checkRange(p.Range)
	}
}

func checkPieces(checkRange func(source.Range), v *shell.Value) {
	n := v.Text.Len()
	checkRange(v.Text.Whole())
	step := max(1, n/50)
	for at := 0; at < n; at += step {
		checkRange(v.Text.Range(at, at+1))
		checkRange(v.Text.Range(at, at))
		checkRange(v.Text.Range(at, n))
	}
	for _, u := range v.Unknown[:min(len(v.Unknown), 50)] {
		checkRange(v.Text.Range(u.Start, u.End))
	}
}

func TestMutations(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	tokens := []string{"'", "\"", "`", "$(", ")", "$", "\\", "\n", "<<E\n", "E\n", "{{", "}}", "<a>", "{", "}", "|", "&&", ";", "#", "\xff", "\r\n", "\t", " ", "${X", "=", "X+=", "(", "é", "\x00", "*", "~"}
	count := 20_000
	if testing.Short() {
		count = 2_000
	}
	for range count {
		b := []byte(seeds[random.Intn(len(seeds))])
		for range 1 + random.Intn(4) {
			at := random.Intn(len(b))
			switch random.Intn(4) {
			case 0:
				b = append(b[:at:at], b[min(len(b), at+1+random.Intn(8)):]...)
				b = append(b, ' ')
			case 1:
				from := random.Intn(len(b))
				piece := b[from:min(len(b), from+random.Intn(20))]
				b = append(b[:at:at], append(append([]byte{}, piece...), b[at:]...)...)
			default:
				b = append(b[:at:at], append([]byte(tokens[random.Intn(len(tokens))]), b[at:]...)...)
			}
		}
		checkScript(t, string(b))
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(checkScript)
}

var sink []syntax.Problem

func BenchmarkParse(b *testing.B) {
	text := source.NewFile("bench.sh", "", []byte(seeds[0]+seeds[1])).Text()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		sink = shell.Parse(text).Problems
	}
}
