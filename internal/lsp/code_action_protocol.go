package lsp

// Kinds of code actions; a kind is a part of those that it begins with.
const (
	kindQuickFix = "quickfix"
	kindFixAll   = "source.fixAll.ecslint"
)

type codeActionOptions struct {
	CodeActionKinds []string `json:"codeActionKinds"`
}

type codeActionParams struct {
	TextDocument textDocument      `json:"textDocument"`
	Range        lspRange          `json:"range"`
	Context      codeActionContext `json:"context"`
}

type codeActionContext struct {
	Only []string `json:"only"` // kinds that are asked for; none for all
}

type codeAction struct {
	Title       string        `json:"title"`
	Kind        string        `json:"kind"`
	Diagnostics []diagnostic  `json:"diagnostics,omitempty"`
	IsPreferred bool          `json:"isPreferred,omitempty"`
	Edit        workspaceEdit `json:"edit"`
}

// workspaceEdit has either changes by URI or, for clients that know them, changes of a version.
type workspaceEdit struct {
	Changes         map[string][]textEdit `json:"changes,omitempty"`
	DocumentChanges []textDocumentEdit    `json:"documentChanges,omitempty"`
}

type textDocumentEdit struct {
	TextDocument versionedDocument `json:"textDocument"`
	Edits        []textEdit        `json:"edits"`
}

type versionedDocument struct {
	URI     string `json:"uri"`
	Version int    `json:"version"`
}

type textEdit struct {
	Range   lspRange `json:"range"`
	NewText string   `json:"newText"`
}

func (s *session) workspaceEdit(doc *document, edits []textEdit) workspaceEdit {
	if s.client.Workspace.WorkspaceEdit.DocumentChanges {
		return workspaceEdit{DocumentChanges: []textDocumentEdit{{versionedDocument{doc.uri, doc.version}, edits}}}
	}
	return workspaceEdit{Changes: map[string][]textEdit{doc.uri: edits}}
}
