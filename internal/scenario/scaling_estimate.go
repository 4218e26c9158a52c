package scenario

import "fmt"

// estimate does as AWS does with the tasks that wait while there are only the instances that there are now: one run of the scheduler stands for all.
func (s *scaled) estimate(is *Scaling) {
	s.budget.Nodes = min(s.budget.Nodes, remedyNodes)
	is.Estimate = s.provider.Desired
	q := s.with(s.evenly(s.provider.Desired))
	if q == nil {
		return
	}
	shown, result := Judge(s.ctx, q, s.budget, s.progress).Shows()
	end, waiting := shown.end(result)
	smallest := q.build.capacityOf(s.provider.Launches, nil, choice{})
	largest := q.build.capacityOf(s.provider.Launches, nil, choice{memory: q.build.steps, most: true})
	waits := map[string]int64{} // by what a task takes
	var more int64
	left := false
	for t, n := range waiting {
		typ, job := &shown.Problem.Types[t], shown.Jobs[t]
		if typ.Daemon || typ.Provider != s.provider.Name {
			continue
		}
		if r := tooLarge(typ.Demand, smallest); r >= 0 {
			is.Excluded = append(is.Excluded, Excluded{job, q.build.resources[r], typ.Demand[r], smallest[r]})
			left = left || n > 0
			continue
		}
		group := fmt.Sprint(typ.Demand)
		waits[group] += n
		more = max(more, instancesFor(waits[group], typ.Demand, largest))
	}
	is.Estimate = s.inUse(end) + more
	is.Reservation = reservation(is.Estimate, s.provider.Desired)
	if is.Halted = left && more == 0; is.Halted {
		is.Reservation = s.provider.Target
	}
}

// inUse is how many instances of the provider run a task that is no daemon's.
func (s *scaled) inUse(end *state) (n int64) {
	for i, c := range end.class {
		class := &end.problem.Classes[c]
		busy := len(class.Running) > 0
		for t, held := range end.held[i] {
			busy = busy || held > 0 && !end.problem.Types[t].Daemon
		}
		if busy && class.Provider == s.provider.Name {
			n++
		}
	}
	return n
}

// tooLarge is the first resource of which a task takes more than there is; less than 0 where it fits.
func tooLarge(demand, has []int64) int {
	for r, n := range demand {
		if n > has[r] {
			return r
		}
	}
	return -1
}

// instancesFor is how many instances so many tasks fill that are all alike.
func instancesFor(tasks int64, demand, has []int64) int64 {
	each := tasks
	for r, n := range demand {
		if n > 0 {
			each = min(each, has[r]/n)
		}
	}
	if each == 0 {
		return 0
	}
	return (tasks + each - 1) / each
}

// reservation is M/N x 100. Without instances AWS takes 100 where none is needed, else 200.
func reservation(needed, running int64) int64 {
	switch {
	case running > 0:
		return needed * 100 / running
	case needed > 0:
		return 200
	}
	return 100
}
