package shell_test

import (
	"strings"
	"testing"
)

// TestCommands compares the commands of a script with the lines that dump writes.
func TestCommands(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"quotes", `a 'b c' "d e" f\ g h'i'"j"k '' $'l\tm' $'\x41'`, "a \"b c\" \"d e\" \"f g\" hijk \"\" \"l\\tm\" «\\x»41"},
		{"quote join", `a 'it'\''s'`, "a it's"},
		{"escapes in quotes", `a "x\"y\$z\q" b`, `a x"y$z\q b`},
		{"continued lines", "a \\\n  b\\\nc \\\r\n d\r\ne", "a bc d\ne"},
		{"continued quotes", "A=x\na \"b\\\nc$A\\\n\" 'd\\\ne'", "a bcx \"d\\\\\\ne\""},
		{"pipes and lists", "a | b && c || d; e & ! f", "a\nb\nc\nd\ne\nf"},
		{"compound", "if a; then b; elif c; then d; else e; fi; while f; do g; done; for i in x; do h; done; case x in y) j;; esac; (k); { l; }; m() { n; }; time o",
			"a\nb\nc\nd\ne\nf\ng\nh\nj\nk\nl\nn\no"},
		{"nested", "X=$(a $(b)) c \"$(d)\" `e`; [[ $(f) == x ]]; echo ${X:-$(g)} <(h) $(( $(i) )); export Y=$(j); cat <<E\n$(k)\nE",
			"a «$(b)»…\nb\nc «$(d)» «`e`»…\nd\ne\nf\necho «${X:-$(g)}»… «<(h)» \"«$(( $(i) ))»\"\ng\nh\ni\nj\ncat <<< \"«$(k)»\\n\"\nk"},

		{"constants", "A=1\nexport B=\"$A-x\" C=${B}y\nreadonly D=z\na $A $B ${C} \"$D\" '$A' \"${E}\" $E", "a 1 1-x 1-xy z $A «${E}» «$E»…"},
		{"order", "A=1; a $A; A=2; a $A; unset A; a \"$A\"", "a 1\na 2\nunset A\na «$A»"},
		{"partly known", "A=\"$ENV-svc\"; a \"$A\" \"x-$A-y\" $A", "a «$ENV»-svc x-«$ENV»-svc-y «$ENV»-svc…"},
		{"append", "A=1; A+=2; a $A; B+=3; a \"$B\"", "a 12\na «$B»"},
		{"branch", "A=1; if x; then A=2; a $A; fi; a \"$A\"", "x\na 2\na «$A»"},
		{"and", "A=1; x && A=2; a \"$A\"", "x\na «$A»"},
		{"case", "A=1; case $x in y) A=2; a $A;; z) a \"$A\";; esac; a \"$A\"", "a 2\na «$A»\na «$A»"},
		{"loop", "A=1; B=2; while x; do a \"$A\" $B; A=3; done; a \"$A\"", "x\na «$A» 2\na «$A»"},
		{"for", "for A in 1 2; do a \"$A\"; done; a \"$A\"", "a «$A»\na «$A»"},
		{"subshell", "A=1; (A=2; a $A); a $A; x | A=3; a $A; y=$(A=4); a $A", "a 2\na 1\nx\na 1\na 1"},
		{"arithmetic", "A=1; ((A++)); a \"$A\"; B=1; let B=2; a \"$B\"; C=1; a $((C+=1)) \"$C\"", "a «$A»\na «$B»\na «$((C+=1))» «$C»"},
		{"default", "A=1; a \"${A:-x}\" \"${B:=y}\" \"$B\"", "a «${A:-x}» «${B:=y}» «$B»"},
		{"function", "A=1; B=1; f() { a $A \"$B\" \"$1\"; B=2; a $B; }; a $B; f; a $A \"$B\"", "a 1 «$B» «$1»\na 2\na 1\nf\na 1 «$B»"},
		{"local", "f() { local A=1; a $A; g; a $A; }; g() { a \"$A\"; local A=2; a $A; }; A=3", "a 1\ng\na 1\na «$A»\na 2"},
		{"changed by a later function", "A=1; f() { a \"$A\"; }; A=2; f", "a «$A»\nf"},
		{"read", "A=1; B=1; read -r -p \"$Q\" A <<< x; a \"$A\" $B; mapfile -t B; a \"$B\"", "read -r -p «$Q» A <<< \"x\"\na «$A» 1\nmapfile -t B\na «$B»"},
		{"eval and source", "A=1; B=2; eval x; a \"$A\"; B=3; a $B; . f; a \"$B\"", "eval x\na «$A»\na 3\n. f\na «$B»"},
		{"sourcing function", "f() { source .env; }; A=1; a $A; f; a \"$A\"", "source .env\na 1\nf\na «$A»"},
		{"exported output", "A=1; B=1; export $(cat .env); a \"$A\"; export \"B=$X\"; a \"$B\"", "cat .env\na «$A»\na «$B»"},
		{"declared kinds", "declare -i A=1+1; declare -u B=x; declare C=y; a \"$A\" \"$B\" $C", "a «$A» «$B» y"},
		{"printf -v", "A=1; printf -v A x; a \"$A\"", "printf -v A x\na «$A»"},
		{"prefix", "A=1; A=2 a $A", "a 1"},
		{"prefix of a function", "A=1; f() { a \"$A\"; }; A=2 f", "a «$A»\nf"},
		{"positional", `a "$1" "$@" $# ${*} "$?"`, "a «$1» «$@»… «$#»… «${*}»… «$?»"},

		{"splitting", "A='x y'; B=; C='a*'; a $A \"$A\" $B \"$B\" z$A $C", "a x y \"x y\" \"\" z«$A»… «$C»…"},
		{"splitting at IFS", "IFS=,; A='x,y'; a $A", "a «x,y»…"},
		{"prefixed IFS", "A='x y'; IFS=, read -r B; a $A", "read -r B\na x y"},
		{"arrays", "A=(x \"y z\"); A+=($(q) w); a \"${A[@]}\" \"$A\" \"${A[0]}\"; A[0]=v; a \"${A[@]}\"",
			"q\na x \"y z\" «$(q)»… w «$A» «${A[0]}»\na «${A[@]}»…"},
		{"array in a branch", "A=(x); if y; then A+=(z); fi; a \"${A[@]}\"", "y\na «${A[@]}»…"},
		{"globs and braces", `a b*c [d] {e,f} x={g=[h,i],j=k} '{l,m}' {n} ~/o ~ "~/p"`,
			"a b«*»c [d] «{e,f}»… «x={g=[h,i],j=k}»… {l,m} {n} «~»/o «~» ~/p"},

		{"placeholders", "a --b <your-cluster> --c <the name> <x>-y z-<w>=1 \"<q>\" ${{ secrets.X }} '{{ x }}' \"v{{ y }}\"",
			"a --b «<your-cluster>» --c \"«<the name>»\" «<x>»-y z-«<w>»=1 «<q>» \"«${{ secrets.X }}»\"… \"«{{ x }}»\" \"v«{{ y }}»\""},
		{"redirects", "a <in >out b < in > out 2>&1 <(c) <<EOF>file\nx\nEOF\nd", "a b «<(c)» <<< \"x\\n\"\nc\nd"},
		{"placeholder beside a variable", `a $b<c> "$b{{ c }}"`, "a «$b<c>» \"«$b{{ c }}»\""},

		{"comments", "# a <b\na # 'b\n", "a"},
		{"backquotes", "A=`cat <<E\nx\nE\n`; a `b \"c\\\"d\"`", "cat <<< \"x\\n\"\na \"«`b \\\"c\\\\\\\"d\\\"`»\"…\nb «c\\\"d»"},
		{"background", "A=1; A=2 & a $A", "a 1"},
	} {
		_, script := parse(test.script)
		if got := dump(script.Commands); strings.TrimSuffix(got, "\n") != test.want {
			t.Errorf("%s: %s\n got: %s\nwant: %s", test.name, test.script, strings.ReplaceAll(got, "\n", "\n      "), strings.ReplaceAll(test.want, "\n", "\n      "))
		}
		for _, p := range script.Problems {
			t.Errorf("%s: %s", test.name, p.Message)
		}
	}
}
