package syntax

// Nodes makes nodes, more and more at once: a tree has many, and is forgotten as a whole. The zero Nodes is ready.
type Nodes struct {
	made []Node
	many int // how many were made last
}

// New is a node of its own.
func (s *Nodes) New() *Node {
	const least, most = 7, 56 // most fill 8 KiB, one of the sizes that memory comes in
	if len(s.made) == 0 {
		s.many = min(max(least, 2*s.many), most)
		s.made = make([]Node, s.many)
	}
	n := &s.made[0]
	s.made = s.made[1:]
	return n
}

// Copy is a copy of n, with the same members and items.
func (s *Nodes) Copy(n *Node) *Node {
	c := s.New()
	*c = *n
	return c
}
