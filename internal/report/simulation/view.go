package simulation

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
)

// pageView is what the template reads.
type pageView struct {
	Title, Program, Policy string
	Style                  template.CSS
	Patterns               []pattern
	Clusters               []clusterView
}

type clusterView struct {
	*Cluster
	ID          int
	Noun        Noun
	Tone        toneView
	Columns     []Resource // that have bars
	Old         bool       // there are old revisions
	Alone       bool       // some take ports and the like
	Rows        []serviceView
	Moments     []momentView
	Span        int // rows that a moment takes: its head and its zones
	Waits       []waitView
	Deployments []caseView
	Remedies    []caseView
	WhatIf      []caseView
	Proofs      []proofView

	slots int
}

type toneView struct{ Class, Mark string }

// tones have a mark each, so that they differ without colours.
var tones = map[Tone]toneView{Good: {"good", "✓"}, Mixed: {"mixed", "±"}, Bad: {"bad", "✗"}, Open: {"open", "?"}}

type serviceView struct {
	Service
	Mark   string
	Slot   int
	Demand []int64 // of what has bars
	Takes  string  // ports and the like
	Waits  int64
}

type momentView struct {
	Name, Note string
	Totals     []totalView
	Zones      []zoneView
	Dense      bool
}

type totalView struct {
	Resource
	Used, Of string
	Percent  int
}

type zoneView struct {
	Name      string
	Instances int64
	Places    string // "12 instances"
	Free      string
	Bins      []binView
}

type binView struct {
	*Bin
	Title, Label string
	Others       string // further names
	Bars         []barView
	Tasks        []taskView
	Ports        []string // static host ports that are taken, the first ones
	Taken        string
	Beside       string
	Free         []int64
	Of           []int64
	Columns      []Resource
}

type barView struct {
	Resource
	Free     int64
	Segments []segment
}

// segment is a part of a bar, in percent of its length.
type segment struct {
	Slot     int
	Old      bool
	Starting bool
	X, Width string // no X for the left end
	Text     string // "" where there is no room
	TextX    string
}

type taskView struct {
	Task
	Mark, Name string
	Slot       int
	Takes      []int64 // all of them together
	Phase      string
}

type waitView struct {
	Waiting
	Mark, Name string
	Reasons    []reasonView
}

type reasonView struct {
	Where string
	Why   string
}

type caseView struct {
	Case
	Tone toneView
}

type proofView struct {
	Certificate
	URL  template.URL // ours, so it is safe: base64
	Size string
}

var phases = map[Phase]string{Starting: "starting", Stopping: "stopping, its room counts as free"}

func (c *Cluster) view(id int) clusterView {
	v := clusterView{Cluster: c, ID: id, Noun: c.noun(), Tone: tones[c.Verdict.Tone]}
	slots := c.slots()
	amounts := c.amounts()
	for _, r := range amounts {
		v.Columns = append(v.Columns, c.Resources[r])
	}
	for i, s := range c.Services {
		row := serviceView{Service: s, Mark: mark(slots[i], s.Old), Slot: slots[i], Demand: c.pick(s.Demand)}
		v.Old = v.Old || s.Old
		v.slots = max(v.slots, slots[i]+1)
		row.Takes = list(c.takenBy(i))
		v.Alone = v.Alone || row.Takes != ""
		for _, w := range c.Waiting {
			if w.Service == i {
				row.Waits += w.Count
			}
		}
		v.Rows = append(v.Rows, row)
	}
	for _, m := range c.Moments {
		v.Moments = append(v.Moments, c.momentView(m, slots))
		v.Span = max(v.Span, len(m.Zones)+1)
	}
	for _, w := range c.Waiting {
		v.Waits = append(v.Waits, c.waitView(w, slots))
	}
	v.Deployments, v.Remedies, v.WhatIf = caseViews(c.Deployments), caseViews(c.Remedies), caseViews(c.WhatIf)
	for _, p := range c.Certificates {
		proof := proofView{Certificate: p, Size: size(p.Size)}
		if p.JSON != nil {
			proof.URL = template.URL("data:application/json;base64," + base64.StdEncoding.EncodeToString(p.JSON))
		}
		v.Proofs = append(v.Proofs, proof)
	}
	return v
}

func caseViews(cases []Case) []caseView {
	var all []caseView
	for _, c := range cases {
		all = append(all, caseView{c, tones[c.Verdict.Tone]})
	}
	return all
}

// pick keeps what has bars.
func (c *Cluster) pick(amounts []int64) []int64 {
	var all []int64
	for _, r := range c.amounts() {
		all = append(all, at(amounts, r))
	}
	return all
}

func (c *Cluster) momentView(m Moment, slots []int) momentView {
	v := momentView{Name: m.Name, Note: m.Note}
	bins := 0
	for _, z := range m.Zones {
		bins += len(z.Bins)
	}
	v.Dense = bins >= denseFrom
	for _, z := range m.Zones {
		zone := zoneView{Name: c.zoneName(z.Name)}
		for i := range z.Bins {
			zone.Bins = append(zone.Bins, c.binView(&z.Bins[i], z.Name, slots, v.Dense))
			zone.Instances += z.Bins[i].Instances
		}
		zone.Places = c.places(zone.Instances)
		used, of := c.sum(z.Bins)
		zone.Free = c.freeText(used, of)
		v.Zones = append(v.Zones, zone)
	}
	used, of := c.total(m)
	for _, r := range c.amounts() {
		total := totalView{Resource: c.Resources[r], Used: number(used[r]), Of: c.Resources[r].write(of[r])}
		if of[r] > 0 {
			total.Percent = int(float64(used[r]) / float64(of[r]) * 100)
		}
		v.Totals = append(v.Totals, total)
	}
	return v
}

func (c *Cluster) waitView(w Waiting, slots []int) waitView {
	s := c.Services[w.Service]
	v := waitView{Waiting: w, Mark: mark(slots[w.Service], s.Old), Name: s.title()}
	for i, b := range w.Blocked {
		if i == maxReasons {
			v.Reasons = append(v.Reasons, reasonView{"…", fmt.Sprintf("and %d reasons more", len(w.Blocked)-i)})
			break
		}
		v.Reasons = append(v.Reasons, reasonView{c.where(b), c.why(b)})
	}
	return v
}

// maxReasons bounds what is told of one waiting service.
const maxReasons = 12

// sum is what is used and what there is, over all instances of bins.
func (c *Cluster) sum(bins []Bin) (used, of []int64) {
	used, of = make([]int64, len(c.Resources)), make([]int64, len(c.Resources))
	for i := range bins {
		free := c.free(&bins[i])
		for r := range free {
			capacity := at(bins[i].Capacity, r)
			of[r] += bins[i].Instances * capacity
			used[r] += bins[i].Instances * (capacity - free[r])
		}
	}
	return used, of
}

func (c *Cluster) total(m Moment) (used, of []int64) {
	var bins []Bin
	for _, z := range m.Zones {
		bins = append(bins, z.Bins...)
	}
	return c.sum(bins)
}

// freeText is what is free of all that has bars.
func (c *Cluster) freeText(used, of []int64) string {
	var all []string
	for _, r := range c.amounts() {
		text := number(of[r] - used[r])
		if unit := c.Resources[r].Unit; unit != "" {
			text += " " + unit
		} else {
			text += " " + c.Resources[r].Short
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ") + " free"
}
