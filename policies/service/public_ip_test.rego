package ecslint.service.public_ip_test

import data.ecslint.service.public_ip

found(network) := report if {
	report := public_ip.report with input as {"_at": "", "networkConfiguration": {"awsvpcConfiguration": network}}
}

test_public if {
	places := {finding.at | some finding in found({"assignPublicIp": "ENABLED"})}
	places == {"networkConfiguration.awsvpcConfiguration.assignPublicIp"}
}

test_private if {
	found({"assignPublicIp": "DISABLED"}) == set()
	found({}) == set()
	public_ip.report == set() with input as {"_at": ""}
}
