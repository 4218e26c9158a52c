package ecs

import "github.com/ecslint/ecslint/internal/value"

// DiscoveryService is a service of AWS Cloud Map.
type DiscoveryService struct {
	value.Object
	Records value.List[value.Value[string]] // types of its DNS records, as in SRV
}

// DiscoveryService is the service of Cloud Map that an object is; nil for another.
func (o *Object) DiscoveryService() *DiscoveryService {
	return companion(o, decodeDiscoveryService, "AWS::ServiceDiscovery::Service")
}

func decodeDiscoveryService(o value.Object) DiscoveryService {
	return DiscoveryService{
		Object: o,
		Records: value.ListOf(o.Child("DnsConfig"), "DnsRecords", func(o value.Object) value.Value[string] {
			return value.String(o, "Type")
		}),
	}
}

// HasRecord tells whether a type is among its DNS records.
func (s DiscoveryService) HasRecord(kind string) value.Tri {
	answer := value.TriOf(false)
	if !s.Records.Complete {
		answer = value.Unknown
	}
	for _, record := range s.Records.Items {
		answer = answer.Or(record.Test(func(other string) bool { return other == kind }))
	}
	return answer
}
