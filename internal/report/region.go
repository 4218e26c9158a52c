package report

import "github.com/ecslint/ecslint/internal/source"

// region is a range in lines and columns, both 1-based, columns in code points, the end exclusive.
type region struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

func regionOf(r source.Range) region {
	return region{
		Start: position(r.File.Position(r.Start, source.CodePoints)),
		End:   position(r.File.Position(max(r.Start, r.End), source.CodePoints)),
	}
}
