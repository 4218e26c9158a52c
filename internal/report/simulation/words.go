package simulation

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// write writes an amount with its unit.
func (r Resource) write(n int64) string {
	if r.Unit == "" {
		return number(n)
	}
	return number(n) + " " + r.Unit
}

// number writes thousands apart: 15,463.
func number(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// title is the service with its revision.
func (s Service) title() string {
	if s.Revision == "" {
		return s.Name
	}
	return s.Name + ", " + s.Revision
}

func (c *Cluster) where(b Blocked) string {
	if b.Instances == 1 {
		return within(b.Name, b.Zone) + c.in(b.Zone)
	}
	return c.places(b.Instances) + c.in(b.Zone)
}

// within is the name of an instance where its zone is told besides.
func within(name, zone string) string { return strings.TrimSuffix(name, " in "+zone) }

// noun is the word for what tasks are placed on.
func (c *Cluster) noun() Noun {
	if c.Places.One == "" {
		return Noun{"instance", "instances"}
	}
	return c.Places
}

// places is a number of what tasks are placed on: "12 instances".
func (c *Cluster) places(n int64) string { return plural(n, c.noun().One, c.noun().Many) }

// in tells the zone behind a name. Only of instances it is worth saying that it isn't known.
func (c *Cluster) in(zone string) string {
	if name := c.zoneName(zone); name != "" {
		return " in " + name
	}
	return ""
}

// why is the reason in words: "memory: 1,024 MiB needed, at most 483 free".
func (c *Cluster) why(b Blocked) string {
	if b.Because != "" {
		return b.Because
	}
	var amounts, taken []string
	for _, l := range b.Lacks {
		r, most := c.Resources[l.Resource], ""
		if b.Instances > 1 && l.Most > 0 {
			most = "at most "
		}
		if r.Amount {
			amounts = append(amounts, fmt.Sprintf("%s: %s needed, %s%s free", r.Name, r.write(l.Need), most, number(l.Most)))
		} else {
			taken = append(taken, r.Name)
		}
	}
	if taken != nil {
		amounts = append(amounts, "taken: "+list(taken))
	}
	return strings.Join(amounts, "; ")
}

func (c *Cluster) zoneName(name string) string {
	if name == "" && c.Places.One == "" {
		return "no known zone"
	}
	return name
}

// maxListed bounds how many names are listed.
const maxListed = 8

func list(names []string) string {
	if more := len(names) - maxListed; more > 1 {
		return strings.Join(names[:maxListed], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(names, ", ")
}

func names(all []Named) string {
	var names []string
	for _, n := range all {
		if n.Count > 1 {
			names = append(names, fmt.Sprintf("%s × %s", number(n.Count), n.Name))
		} else {
			names = append(names, n.Name)
		}
	}
	return list(names)
}

func beside(before []certificate.Running) string {
	var all []string
	for _, r := range before {
		if r.Count > 0 {
			all = append(all, fmt.Sprintf("%s × %s", number(r.Count), r.Group))
		}
	}
	return strings.Join(all, ", ")
}

func percent(n float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", n), ".0") + "%"
}

func plural(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

func size(bytes int) string {
	if bytes < 1024 {
		return plural(int64(bytes), "byte", "bytes")
	}
	return number(int64(bytes+1023)/1024) + " KiB"
}
