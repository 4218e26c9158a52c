package place

// settled tells whether all that waits is placed however a run goes on from here: for each type, the other tasks that wait can't take what would
// have to be taken of all instances that have room for it. Each resource is counted as a part of all that the others take of it.
func (e *explorer) settled() bool {
	if !e.static {
		return false
	}
	wanted := make([]float64, len(e.problem.Resources))
	for t, n := range e.waiting {
		for _, need := range e.needs[t] {
			wanted[need.resource] += float64(n) * float64(need.amount)
		}
	}
	for t, n := range e.waiting {
		if n > 0 && !e.hasRoom(t, wanted) {
			return false
		}
	}
	return true
}

func (e *explorer) hasRoom(t int, wanted []float64) bool {
	var parts, most float64
	for _, need := range e.needs[t] {
		if wanted[need.resource] > float64(need.amount) {
			most++
		}
	}
	for _, s := range e.slots {
		if !e.feasible(s.content, t) {
			continue
		}
		least := most + 1 // nothing can block it
		for _, need := range e.needs[t] {
			if others := wanted[need.resource] - float64(need.amount); others > 0 {
				least = min(least, float64(s.free[need.resource]-need.amount+1)/others)
			}
		}
		if parts += least * float64(s.instances); parts > most*(1+1e-9)+1e-9 {
			return true
		}
	}
	return false
}
