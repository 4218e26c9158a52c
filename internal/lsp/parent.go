package lsp

import (
	"context"
	"time"
)

// parentPoll is how often the server looks whether the editor still lives.
const parentPoll = time.Second

// watchParent ends the connection when the process ends. A process that can't be seen from the start is not
// watched: an editor outside of this container has a number that means nothing here.
func (s *server) watchParent(ctx context.Context, pid int) {
	if pid <= 0 || !alive(pid) {
		s.logger.Printf("process %d can't be watched", pid)
		return
	}
	go func() {
		ticker := time.NewTicker(parentPoll)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				if !alive(pid) {
					s.logger.Printf("process %d has ended", pid)
					s.stop()
					return
				}
			}
		}
	}()
}
