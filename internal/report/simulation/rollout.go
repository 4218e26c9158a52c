package simulation

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
)

// Replace tells that of two types one is the old revision of a service, and the other the new one.
func (c *Cluster) Replace(old, young int) {
	from, to := &c.Services[old], &c.Services[young]
	from.Old, from.Revision = true, "old revision"
	to.Name, to.Wanted, to.Revision = from.Name, from.Wanted, "new revision"
}

// ShowRollout adds the moments of a rolling update: its start, its worst moment, and its end. Where it ends in a deadlock that is the worst
// moment. Of a second one, which finishes, only the end is added.
func (c *Cluster) ShowRollout(proof *certificate.Certificate) {
	u := newUpdate(proof)
	second := len(c.Moments) > 0
	if !second {
		c.Show("start", "", u.held.filled())
	}
	note, worst := u.worst(), u.held.filled()
	for _, m := range proof.Rollout.Moves {
		u.move(m)
		if said := u.worst(); said != "" {
			note, worst = said, u.held.filled()
		}
	}
	end := u.held.filled()
	switch {
	case second:
		c.Show("end", "Another rollout finishes.", end)
	case proof.Kind == certificate.KindRollout:
		c.Show("worst moment", note, worst)
		c.Show("end", "", end)
	case len(proof.Rollout.Moves) == 0:
		c.Moments[0].Name, c.Moments[0].Note = "start and worst moment", u.deadlock()
	default:
		c.Show("worst moment", u.deadlock(), end)
	}
	if proof.Kind == certificate.KindStuck && u.mayStart() {
		waiting := make([]int64, len(c.Services))
		waiting[u.New] = u.desired - u.new
		c.Wait(end, waiting)
	}
}

// update is a rolling update on its way.
type update struct {
	*certificate.Rollout
	held              held
	window            place.Window
	desired, old, new int64
	lowest, highest   int64 // so far: healthy tasks, tasks that exist
}

func newUpdate(proof *certificate.Certificate) *update {
	r, p := proof.Rollout, proof.Problem
	desired := p.Types[r.Old].Count
	return &update{
		Rollout: r, held: ran(p, slices.Concat(r.Running, r.Steps)), window: place.RollingWindow(desired, r.MinimumHealthyPercent, r.MaximumPercent),
		desired: desired, old: desired, lowest: desired, highest: desired,
	}
}

func (u *update) move(s certificate.Step) {
	on := spot{int(s[1]), s[2]}
	if int(s[0]) == u.New {
		u.held.add(on, u.New, 1)
		u.new++
	} else {
		u.held.add(on, u.Old, -1)
		u.old--
	}
}

// worst says what is bad about a moment that is worse than all before; "" of another. Tasks that are missing are worse than tasks too many.
func (u *update) worst() string {
	switch exist := u.old + u.new; {
	case exist < u.lowest:
		u.lowest = exist
		return fmt.Sprintf("%d of %d healthy; at least %d required.", exist, u.desired, u.window.Lower)
	case exist > u.highest && u.lowest == u.desired:
		u.highest = exist
		return fmt.Sprintf("%d tasks exist, at most %d may.", exist, u.window.Upper)
	}
	return ""
}

func (u *update) mayStart() bool { return u.new < u.desired && u.old+u.new < u.window.Upper }

// deadlock says why nothing goes on.
func (u *update) deadlock() string {
	note := ""
	if exist := u.old + u.new; u.old > 0 {
		note = fmt.Sprintf("No old task may be stopped: %s healthy, at least %d required. ", plural(exist, "is", "are"), u.window.Lower)
	}
	if u.mayStart() {
		return note + "For a new one there is no room."
	}
	return note + fmt.Sprintf("No new one may be started: %s, at most %d may.", plural(u.old+u.new, "exists", "exist"), u.window.Upper)
}
