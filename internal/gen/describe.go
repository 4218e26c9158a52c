package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

const descriptionsPath = "descriptions.json"

// readDescriptions reads our own words for the members that people use most, by Structure.member.
func readDescriptions() (map[string]string, error) {
	data, err := os.ReadFile(descriptionsPath)
	if err != nil {
		return nil, err
	}
	words := map[string]string{}
	if err := json.Unmarshal(data, &words); err != nil {
		return nil, fmt.Errorf("%s: %w", descriptionsPath, err)
	}
	return words, nil
}

// describe is what an editor shows of a structure or of one of its members: our words, if there are any, and where
// AWS describes it. At is what the overlay calls it.
func (w *schemaWriter) describe(at string, s *structure, member string) string {
	link := s.page
	if s.service != nil {
		operation, isInput := strings.CutSuffix(s.plainName(), "Input")
		link = s.service.link(operation, isInput, member)
	}
	return strings.TrimSpace(w.words[at] + "\n" + link)
}
