package place

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// lemma is why no deadlock can be reached, if it follows without a search, as certificate.Finishes tells. The proof is nil where there is none
// that can be checked. Room for one more is shown by weights that a coverer finds one way or other.
func (u *update) lemma(find func(*coverer) *weights) (string, *certificate.Certificate) {
	m := u.strategies.model
	if m.Dynamic(u.New) || !u.fitsInPlace() || u.window.Upper < u.desired || u.window.Lower > u.desired {
		return "", nil
	}
	proof := m.certificate(certificate.KindFinishes)
	proof.Finishes = &certificate.Finishes{Update: u.Deployment.Update()}
	if u.window.Lower < u.desired {
		return "stop first", proof
	}
	if u.window.Upper > u.desired {
		room, slack := u.alwaysRoom(find)
		if proof.Finishes.Slack, proof.Finishes.Running = slack, u.running(); slack == nil && u.Running == nil {
			proof = nil
		}
		if room {
			return "start first", proof
		}
	}
	return "", nil
}

// fitsInPlace tells whether a new task fits wherever an old one was.
func (u *update) fitsInPlace() bool {
	m := u.strategies.model
	for r, n := range u.Problem.Types[u.New].Demand {
		if n > u.Problem.Types[u.Old].Demand[r] {
			return false
		}
	}
	for c, n := range m.instances {
		if n > 0 && m.May(u.Old, c) && !m.May(u.New, c) {
			return false
		}
	}
	return true
}

// oneMore is the problem with one new task beside all that run.
func (u *update) oneMore() *certificate.Problem {
	p := *u.Problem
	p.Types = slices.Clone(p.Types)
	p.Types[u.New].Count = 1
	return &p
}

// alwaysRoom tells whether there is room for a new task however all others are placed, and proves it where that can be checked.
func (u *update) alwaysRoom(find func(*coverer) *weights) (bool, *certificate.Slack) {
	if u.Running != nil {
		return len(u.given().best(u.New, nil)) > 0, nil
	}
	m, k := u.beside()
	if m == nil || slices.ContainsFunc(m.daemons, m.Dynamic) {
		return false, nil
	}
	c := m.coverer(k, u.budget)
	w := find(c)
	if w == nil {
		return false, nil
	}
	slack := m.slackAs(k, w)
	slack.Type = u.New
	return true, &slack
}

// beside is the model with one new task beside all that run, and its kind.
func (u *update) beside() (*model, int) {
	m, err := newModel(u.oneMore())
	if err != nil {
		return nil, 0
	}
	return m, slices.IndexFunc(m.kinds, func(k kind) bool { return slices.Contains(k.types, u.New) })
}

// noRoom tells whether nothing can ever be started, because no task may be stopped before, and proves it.
func (u *update) noRoom() bool {
	if u.window.Lower < u.desired {
		return false
	}
	if u.Running != nil {
		if len(u.starts[0].best(u.New, nil)) > 0 {
			return false
		}
		u.never = u.endless()
		u.never.Endless.Running = u.running()
		return true
	}
	r := Decide(u.ctx, u.oneMore(), Budget{Nodes: max(1, (u.limit-u.used)/4)}, nil)
	u.spend(r.Nodes)
	if r.Reason != Impossible {
		return false
	}
	u.never = u.endless()
	u.never.Endless.Single, u.never.Endless.Weights, u.never.Endless.Tree = r.Proofs[0].Single, r.Proofs[0].Weights, r.Proofs[0].Tree
	return true
}

func (u *update) endless() *certificate.Certificate {
	proof := u.strategies.certificate(certificate.KindEndless)
	proof.Endless = &certificate.Endless{Update: u.Deployment.Update()}
	return proof
}
