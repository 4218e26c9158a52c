# METADATA
# title: Nothing stops a deployment whose tasks fail
# custom:
#   severity: info
#   category: reliability
#   since: 0.1.0
#   sources:
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
package ecslint.service.no_circuit_breaker

import data.ecslint.finding

report contains found if {
	input._source.operation != "UpdateService" # keeps what it doesn't mention
	object.get(input, ["deploymentController", "type"], "ECS") == "ECS"
	object.get(input, "schedulingStrategy", "REPLICA") == "REPLICA"
	object.get(input, ["deploymentConfiguration", "strategy"], "ROLLING") == "ROLLING"
	not input.deploymentConfiguration.deploymentCircuitBreaker.enable
	not input.deploymentConfiguration.alarms.enable
	about := finding.at(
		input, "deploymentConfiguration.deploymentCircuitBreaker",
		"nothing stops a deployment whose tasks fail: neither a circuit breaker nor alarms are enabled",
	)
	advised := finding.help(about, "enable the deploymentCircuitBreaker, with rollback, under deploymentConfiguration")
	found := finding.reads(advised, [
		[input, "deploymentController.type"],
		[input, "schedulingStrategy"],
		[input, "deploymentConfiguration.strategy"],
		[input, "deploymentConfiguration.alarms.enable"],
	])
}
