package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func (s *Single) check(c *checker) error {
	if !c.problem.has(s.Type) || c.Wanted(s.Type) == 0 {
		return errors.New("no task of the type is wanted")
	}
	blocked := c.blockedAlone(s.Type)
	free := slices.IndexFunc(blocked, func(b Blocked) bool { return b.Because == "" })
	switch daemon := c.problem.Types[s.Type].Daemon; {
	case daemon && !slices.ContainsFunc(blocked, func(b Blocked) bool { return b.Because != "" }):
		return errors.New("the daemon fits everywhere")
	case !daemon && free >= 0:
		return fmt.Errorf("a task of %s fits on %s", c.problem.Types[s.Type].Name, c.problem.Classes[blocked[free].Class].Name)
	}
	return nil
}
