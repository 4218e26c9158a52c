// Package ruletest runs the cases of testdata/rules through the whole program: what a user would see is what a
// rule is tested by.
//
// One txtar per rule. A case is a folder in it whose name begins with bad, good or unknown; all its files but
// these are written to an empty folder and checked:
//
//	want        the exact text output of a bad case (written by -update)
//	fixed/FILE  a file of a bad case as all fixes leave it, where they change it (written by -update)
//	aws         a text of AWS that the case proves: one of the rule's AWSErrors
package ruletest
