// Package facts holds what AWS offers today and may offer differently tomorrow, as dated data.
package facts

// Origin tells since when a table is known to be true, and where its facts are from.
type Origin struct {
	AsOf    string   // the day on which the sources were read, as in 2006-01-02
	Sources []string // their addresses
}
