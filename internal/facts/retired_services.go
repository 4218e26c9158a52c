package facts

// RetiredService is a service of AWS that task definitions could use, and that has ended.
type RetiredService struct {
	Name    string
	Ended   string // the day, as in 2006-01-02; "" where no source names it
	Instead string // what to use now
	Origin  Origin
}

// AppMesh is what proxyConfiguration is for.
var AppMesh = RetiredService{
	Name:    "AWS App Mesh",
	Ended:   "2026-09-30",
	Instead: "Service Connect or VPC Lattice",
	Origin: Origin{
		AsOf: "2026-11-21",
		Sources: []string{
			"https://aws.amazon.com/blogs/containers/migrating-from-aws-app-mesh-to-amazon-ecs-service-connect/",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html",
		},
	},
}

// ElasticInference is what inferenceAccelerators is for.
var ElasticInference = RetiredService{
	Name:    "Amazon Elastic Inference",
	Instead: "instances with GPUs or AWS Inferentia",
	Origin: Origin{
		AsOf:    "2026-11-21",
		Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InferenceAccelerator.html"},
	},
}
