// Package awsjson reads JSON files in the shape of the AWS API.
package awsjson

import (
	"strings"

	"github.com/tidwall/gjson"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

const format = "json"

// Read turns a JSON file into objects. A file that holds nothing of ECS gives none, and says what it is.
func Read(f *source.File) adapt.Result {
	text := f.Text()
	if json.Valid(text.String()) {
		if why := foreign(f, text.String()); why != "" {
			return adapt.Result{Why: why}
		}
	}
	root, problems := json.Parse(text)
	r := adapt.Result{Problems: problems, Tree: root}
	r.Objects, r.Why = document.Objects(f, format, root)
	return r
}

// foreign says what valid JSON is when it can be told from the top level, without parsing it, that no object is in it.
func foreign(f *source.File, s string) (why string) {
	if strings.HasPrefix(strings.TrimLeft(s, " \t\r\n"), "{") {
		return sniff(f, s)
	}
	return sniff(f, gjson.Get(s, "0").Raw)
}

func sniff(f *source.File, s string) (why string) {
	top := gjson.Parse(s)
	return document.Foreign(f, format, sniffKeys(top), func(member string) document.Keys { return sniffKeys(top.Get(member)) })
}

func sniffKeys(object gjson.Result) document.Keys {
	k := document.Keys{}
	if !object.IsObject() {
		return k
	}
	object.ForEach(func(key, value gjson.Result) bool {
		k[key.String()] = syntax.String
		switch {
		case value.IsObject():
			k[key.String()] = syntax.Object
		case value.IsArray():
			k[key.String()] = syntax.Array
		}
		return true
	})
	return k
}
