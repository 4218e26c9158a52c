package ecs

import "sync"

// derived is what was made of an object, each of a type of its own.
type derived struct {
	mu  sync.Mutex
	all []any
}

// Derived is what an object comes to in the eyes of a reader, made when it is first asked for. The objects stay as they are,
// so it does too: nobody may change it.
func Derived[T any](o *Object, make func(*Object) T) *T {
	if made := find[T](&o.derived); made != nil {
		return made
	}
	made := make(o)
	o.derived.mu.Lock()
	defer o.derived.mu.Unlock()
	o.derived.all = append(o.derived.all, &made)
	return &made
}

func find[T any](d *derived) *T {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, v := range d.all {
		if made, ok := v.(*T); ok {
			return made
		}
	}
	return nil
}
