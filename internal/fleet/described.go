package fleet

// answers is what describe calls of ECS give back, as far as a fleet is about it.
type answers struct {
	ContainerInstances []describedInstance `json:"containerInstances"`
	Tasks              []describedTask     `json:"tasks"`
	Services           []describedService  `json:"services"`
	CapacityProviders  []describedProvider `json:"capacityProviders"`
	Subnets            []describedSubnet   `json:"Subnets"` // of EC2
	Data               *answers            `json:"data"`    // recordings have the answer in it
}

type describedInstance struct {
	ARN          string            `json:"containerInstanceArn"`
	Status       string            `json:"status"`
	Connected    *bool             `json:"agentConnected"`
	RunningTasks int64             `json:"runningTasksCount"`
	Provider     string            `json:"capacityProviderName"`
	Registered   []describedAmount `json:"registeredResources"`
	Remaining    []describedAmount `json:"remainingResources"`
	Attributes   []describedPair   `json:"attributes"`
}

type describedAmount struct {
	Name    string   `json:"name"`
	Integer int64    `json:"integerValue"`
	Set     []string `json:"stringSetValue"`
}

type describedPair struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type describedTask struct {
	Instance    string                  `json:"containerInstanceArn"`
	Group       string                  `json:"group"`
	LastStatus  string                  `json:"lastStatus"`
	CPU         string                  `json:"cpu"`
	Memory      string                  `json:"memory"`
	Attachments []struct{ Type string } `json:"attachments"`
	Cluster     string                  `json:"clusterArn"`
}

type describedService struct {
	Cluster string `json:"clusterArn"`
	Network struct {
		VPC struct {
			Subnets []string `json:"subnets"`
		} `json:"awsvpcConfiguration"`
	} `json:"networkConfiguration"`
}

type describedSubnet struct {
	ID   string `json:"SubnetId"`
	Zone string `json:"AvailabilityZone"`
	Free *int64 `json:"AvailableIpAddressCount"`
}

type describedProvider struct {
	Name  string `json:"name"`
	Group *struct {
		Scaling struct {
			Status string `json:"status"`
			Target int64  `json:"targetCapacity"`
		} `json:"managedScaling"`
	} `json:"autoScalingGroupProvider"`
}
