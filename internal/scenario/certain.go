package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/value"
)

// inCluster leaves out what is in another cluster than the fleet.
func (r *reader) inCluster(j *Job, cluster value.Value[string]) *unknown {
	name, ok := cluster.Get()
	if j.cluster = lastPart(name); cluster.Unknown() {
		j.cluster = "?"
	}
	switch {
	case r.cluster == "" || ok && j.cluster == r.cluster:
		return nil
	case ok:
		return notKnown(cluster, "it is in cluster %s, not in %s", j.cluster, r.cluster)
	case r.sure:
		return notKnown(cluster, "whether it is in cluster %s isn't known", r.cluster)
	}
	r.assumed = append(r.assumed, "The cluster of "+shown(j.Object, j.Name)+" is "+r.cluster+".")
	return nil
}

// isCertain leaves out, where only what is certain counts, what the fleet may know by another name, and what may run elsewhere than on
// the instances that a template makes.
func (r *reader) isCertain(j *Job) *unknown {
	if !r.sure || r.fleet == nil || j.Object.Origin == nil {
		return nil
	}
	_, named := j.Object.Name()
	runs := slices.ContainsFunc(r.fleet.Groups, func(g fleet.Group) bool { return len(g.Running) > 0 })
	switch {
	case runs && !named:
		return notKnown(value.Root(j.Object.Root), "it has no name, so whether it runs already isn't known")
	case r.fleet.OfTemplate && !j.Fargate && len(j.providers) == 0:
		return notKnown(value.Root(j.Object.Root), "which instances its cluster has isn't known")
	}
	return nil
}

// isTold leaves out what may run on instances of which the fleet doesn't tell.
func (r *reader) isTold(j *Job) *unknown {
	if r.fleet == nil || j.Fargate {
		return nil
	}
	for _, name := range r.fleet.Untold {
		of := func(s share) bool { return s.provider == name }
		switch {
		case name == fleet.All:
			return notKnown(value.Root(j.Object.Root), "the fleet tells of no container instances")
		case len(j.providers) == 0 || slices.ContainsFunc(j.providers, of):
			return notKnown(value.Root(j.Object.Root), "the fleet doesn't tell the instance types of capacity provider %s", name)
		}
	}
	return nil
}

// oneCluster reports that all jobs are in one cluster for certain.
func (r *reader) oneCluster() bool {
	return !slices.ContainsFunc(r.jobs, func(j *Job) bool { return j.cluster == "?" || j.cluster != r.jobs[0].cluster })
}
