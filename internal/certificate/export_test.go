package certificate

// Within is Check with so many steps at most, for hostile certificates that take all of them.
func (c *Certificate) Within(steps int64) error { return c.within(steps) }
