package certificate

import "strings"

// Given is what a problem supposes beside the files that it was derived from: options of `ecslint simulate`. Check takes no notice of it.
type Given struct {
	Lose     string   `json:"lose,omitempty"`     // "az=us-east-1a", "instance=any": one of the losses that it is about
	Drain    string   `json:"drain,omitempty"`    // "instance=any": one of those that it is about
	At       string   `json:"at,omitempty"`       // "max"
	Scale    []string `json:"scale,omitempty"`    // "web=20"
	Smallest []string `json:"smallest,omitempty"` // the fleet in place of the one given: "m5.large=3"
}

// String is the options: "--lose az=us-east-1a --at max"; "" of nil.
func (g *Given) String() string {
	var options []string
	add := func(option string, values ...string) {
		for _, v := range values {
			if v != "" {
				options = append(options, option+" "+v)
			}
		}
	}
	if g != nil {
		add("--lose", g.Lose)
		add("--drain", g.Drain)
		add("--at", g.At)
		add("--scale", g.Scale...)
		add("--smallest", strings.Join(g.Smallest, ","))
	}
	return strings.Join(options, " ")
}
