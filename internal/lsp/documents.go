package lsp

import "sync"

// document is an open document at one version. It is never changed, only replaced.
type document struct {
	uri     string // as the client wrote it
	path    string // absolute, or a mere name when it is no file
	file    bool   // it has a place on the disk
	version int
	text    string
}

// documents are all open ones. Notifications write, checks read.
type documents struct {
	mu   sync.Mutex
	open map[string]*document // by URI
}

func newDocuments() *documents { return &documents{open: map[string]*document{}} }

func (d *documents) put(doc *document) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open[doc.uri] = doc
}

func (d *documents) remove(uri string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.open, uri)
}

// get is nil for a document that isn't open.
func (d *documents) get(uri string) *document {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.open[uri]
}

// uris are those of all open documents, in no order.
func (d *documents) uris() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	uris := make([]string, 0, len(d.open))
	for uri := range d.open {
		uris = append(uris, uri)
	}
	return uris
}

// overlay is the texts of all open files by path.
func (d *documents) overlay() map[string][]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	overlay := make(map[string][]byte, len(d.open))
	for _, doc := range d.open {
		if doc.file {
			overlay[doc.path] = []byte(doc.text)
		}
	}
	return overlay
}

// uriOf is the URI of a file: the client's own spelling where it is open.
func (d *documents) uriOf(path string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, doc := range d.open {
		if doc.path == path {
			return doc.uri
		}
	}
	return pathToURI(path)
}
