package shell

import (
	"slices"

	sh "mvdan.cc/sh/v3/syntax"
)

func (w *walker) statements(stmts []*sh.Stmt) {
	for _, stmt := range stmts {
		w.statement(stmt, nil)
	}
}

// statement walks a statement that reads stdin, and gives what it prints; nil where that isn't known.
func (w *walker) statement(stmt *sh.Stmt, stdin *Value) (printed *Value) {
	w.at = w.offset(stmt.Pos())
	if stmt.Background || stmt.Coprocess {
		w.subshell(func() { w.foreground(stmt, stdin) })
		return nil
	}
	return w.foreground(stmt, stdin)
}

func (w *walker) foreground(stmt *sh.Stmt, stdin *Value) *Value {
	redirects := w.redirects(stmt.Redirs)
	if redirects.readsInput {
		stdin = redirects.input
	}
	var printed *Value
	switch cmd := stmt.Cmd.(type) {
	case *sh.CallExpr:
		printed = w.simple(cmd, stdin)
	case *sh.BinaryCmd:
		printed = w.binary(cmd, stdin)
	case *sh.Block:
		w.statements(cmd.Stmts)
	case *sh.Subshell:
		w.subshell(func() { w.statements(cmd.Stmts) })
	case *sh.TimeClause:
		if cmd.Stmt != nil {
			printed = w.statement(cmd.Stmt, stdin)
		}
	case *sh.CoprocClause:
		w.subshell(func() { w.statement(cmd.Stmt, nil) })
	case *sh.DeclClause:
		w.declaration(cmd)
	case *sh.FuncDecl:
		if cmd.Name != nil {
			w.declared[cmd.Name.Value] = true
		}
		w.function(cmd.Body)
	case nil:
		printed = stdin // $(< file)
	default:
		w.compound(cmd)
	}
	w.write(redirects.outputs, printed)
	if redirects.printsElsewhere {
		return nil
	}
	return printed
}

func (w *walker) binary(cmd *sh.BinaryCmd, stdin *Value) (printed *Value) {
	first, further := chain(cmd)
	if isPipe(cmd.Op) {
		w.subshell(func() { printed = w.statement(first, stdin) })
		for _, stmt := range further {
			w.subshell(func() { printed = w.statement(stmt, printed) })
		}
		return printed
	}
	w.statement(first, nil)
	for _, stmt := range further {
		w.branch(func() { w.statement(stmt, nil) })
	}
	return nil
}

// chain takes a | b | c, or a && b || c, apart: the parser nests its left sides as deep as it is long.
func chain(cmd *sh.BinaryCmd) (first *sh.Stmt, further []*sh.Stmt) {
	for {
		further = append(further, cmd.Y)
		left, ok := cmd.X.Cmd.(*sh.BinaryCmd)
		if !ok || isPipe(left.Op) != isPipe(cmd.Op) || len(cmd.X.Redirs) > 0 {
			slices.Reverse(further)
			return cmd.X, further
		}
		cmd = left
	}
}

func isPipe(op sh.BinCmdOperator) bool { return op == sh.Pipe || op == sh.PipeAll }

// compound walks what has branches or loops.
func (w *walker) compound(cmd sh.Command) {
	switch cmd := cmd.(type) {
	case *sh.IfClause:
		w.conditional(cmd)
	case *sh.WhileClause:
		w.loop(func() {
			w.statements(cmd.Cond)
			w.statements(cmd.Do)
		})
	case *sh.ForClause:
		w.forClause(cmd)
	case *sh.CaseClause:
		w.nested(cmd.Word)
		for _, item := range cmd.Items {
			for _, pattern := range item.Patterns {
				w.nested(pattern)
			}
			w.branch(func() { w.statements(item.Stmts) })
		}
	case *sh.TestDecl:
		w.function(cmd.Body)
	default:
		w.nested(cmd) // [[ ]], (( )) and let
	}
}

func (w *walker) conditional(clause *sh.IfClause) {
	w.statements(clause.Cond)
	w.branch(func() { w.statements(clause.Then) })
	for clause = clause.Else; clause != nil; clause = clause.Else {
		w.branch(func() {
			w.statements(clause.Cond)
			w.statements(clause.Then)
		})
	}
}

func (w *walker) forClause(cmd *sh.ForClause) {
	items, overWords := cmd.Loop.(*sh.WordIter)
	if overWords {
		for _, item := range items.Items {
			w.nested(item)
		}
	}
	w.loop(func() {
		if overWords {
			w.set(items.Name.Value, nil)
		} else {
			w.nested(cmd.Loop)
		}
		w.statements(cmd.Do)
	})
}

// nested walks the commands inside of an expansion or a test, and applies what that assigns.
func (w *walker) nested(node sh.Node) {
	sh.Walk(node, func(n sh.Node) bool {
		switch n := n.(type) {
		case *sh.CmdSubst:
			w.substitution(n)
			return false
		case *sh.ProcSubst:
			w.subshell(func() { w.statements(n.Stmts) })
			return false
		case *sh.ParamExp:
			if n.Exp != nil && n.Param != nil && (n.Exp.Op == sh.AssignUnset || n.Exp.Op == sh.AssignUnsetOrNull) {
				w.set(n.Param.Value, nil)
			}
		case *sh.UnaryArithm:
			if n.Op == sh.Inc || n.Op == sh.Dec {
				w.forgetOperand(n.X)
			}
		case *sh.BinaryArithm:
			if n.Op == sh.Assgn || n.Op >= sh.AddAssgn && n.Op <= sh.PowAssgn {
				w.forgetOperand(n.X)
			}
		}
		return true
	})
}

func (w *walker) forgetOperand(x sh.ArithmExpr) {
	if word, ok := x.(*sh.Word); ok && word.Lit() != "" {
		w.set(word.Lit(), nil)
	}
}
