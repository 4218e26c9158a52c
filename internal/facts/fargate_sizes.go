package facts

import "slices"

// FargateSize is a cpu that a task on Fargate can have, with the memories that go with it.
type FargateSize struct {
	CPU     int64   // in units, 1024 to a vCPU
	Memory  []int64 // in MiB, ascending
	Windows bool    // tasks on Windows can have it too; tasks on Linux can have every size
}

// FargateSizes are all sizes, ascending by cpu. That with 32 vCPUs is of 2026; several pages of AWS still end at 16.
var FargateSizes = []FargateSize{
	{CPU: 256, Memory: []int64{512, 1024, 2048}},
	{CPU: 512, Memory: steps(1024, 4096, 1024)},
	{CPU: 1024, Memory: steps(2048, 8192, 1024), Windows: true},
	{CPU: 2048, Memory: steps(4096, 16384, 1024), Windows: true},
	{CPU: 4096, Memory: steps(8192, 30720, 1024), Windows: true},
	{CPU: 8192, Memory: steps(16384, 61440, 4096)},
	{CPU: 16384, Memory: steps(32768, 122880, 8192)},
	{CPU: 32768, Memory: []int64{61440, 122880, 249856}},
}

// FargateSizesOrigin is where FargateSizes are from.
var FargateSizesOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
	},
}

// FargateSizesFor are the sizes of tasks on Windows, or on Linux.
func FargateSizesFor(windows bool) []FargateSize {
	if !windows {
		return FargateSizes
	}
	return slices.DeleteFunc(slices.Clone(FargateSizes), func(s FargateSize) bool { return !s.Windows })
}

// steps are the numbers from first to last at a fixed distance.
func steps(first, last, distance int64) []int64 {
	var numbers []int64
	for n := first; n <= last; n += distance {
		numbers = append(numbers, n)
	}
	return numbers
}
