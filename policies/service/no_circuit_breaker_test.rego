package ecslint.service.no_circuit_breaker_test

import data.ecslint.service.no_circuit_breaker

found(service) := found_in("CreateService", service)

found_in(operation, service) := report if {
	report := no_circuit_breaker.report with input as object.union({"_at": "", "_source": {"operation": operation}}, service)
}

fires(service) if {
	{finding.at | some finding in found(service)} == {"deploymentConfiguration.deploymentCircuitBreaker"}
}

test_nothing_enabled if {
	fires({"serviceName": "web"})
	fires({"deploymentController": {"type": "ECS"}, "schedulingStrategy": "REPLICA"})
	fires({"deploymentConfiguration": {"strategy": "ROLLING", "maximumPercent": 200}})
	fires({"deploymentConfiguration": {"deploymentCircuitBreaker": {"enable": false, "rollback": true}}})
	fires({"deploymentConfiguration": {"alarms": {"alarmNames": ["errors"], "enable": false}}})
}

test_enabled if {
	found({"deploymentConfiguration": {"deploymentCircuitBreaker": {"enable": true}}}) == set()
	found({"deploymentConfiguration": {"alarms": {"alarmNames": ["errors"], "enable": true}}}) == set()
}

test_deployed_otherwise if {
	every type in {"CODE_DEPLOY", "EXTERNAL"} {
		found({"deploymentController": {"type": type}}) == set()
	}
	every strategy in {"BLUE_GREEN", "LINEAR", "CANARY"} {
		found({"deploymentConfiguration": {"strategy": strategy}}) == set()
	}
	found({"schedulingStrategy": "DAEMON"}) == set()
}

test_update if count(found_in("UpdateService", {"service": "web", "desiredCount": 2})) == 0
