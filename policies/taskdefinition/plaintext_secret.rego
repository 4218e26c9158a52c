# METADATA
# title: An environment variable holds a secret in plain text
# custom:
#   severity: warning
#   category: security
#   since: 0.1.0
#   aliases:
#     - security-hub:ECS.8
#     - control-tower:CT.ECS.PR.12
#     - aws-config:ECS_NO_ENVIRONMENT_SECRETS
#     - trivy:AVD-AWS-0036
#     - terrascan:AC_AWS_0095
#   sources:
#     - https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8
#     - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
package ecslint.taskdefinition.plaintext_secret

import data.ecslint.finding

report contains found if {
	some container in input.containerDefinitions
	some variable in container.environment
	is_string(variable.value)
	message := problem(variable)
	found := finding.help(finding.at(variable, "value", message), advice)
}

advice := "keep it in Secrets Manager or SSM Parameter Store, and name it under secrets"

# The shape of a value is surer than a name, so it speaks first. Its messages can't tell the variable's name, which
# may be unknown.
problem(variable) := sprintf("an environment variable holds %s in plain text", [kind(variable.value)]) if {
	regex.match(any_shape, variable.value)
	not example(variable.value)
} else := sprintf("the environment variable %s holds a secret in plain text", [variable.name]) if {
	is_string(variable.name)
	regex.match(name_worth_reading, variable.name)
	name := upper_snake(variable.name)
	secret_name(name, variable.value)
	not harmless(variable.value)
	not refers_to(name, variable.value)
	variable.name != variable.value
}

kind(value) := [shape.kind | some shape in shapes; regex.match(shape.pattern, value)][0]

# Most variables are done with after two matches.
any_shape := concat("|", [shape.pattern | some shape in shapes])

name_worth_reading := `(?i)pass|pwd|secret|token|key|credential|auth_data`

shapes := [
	{"kind": "a private key", "pattern": `-----BEGIN [A-Z ]*PRIVATE KEY-----`},
	{"kind": "an AWS access key", "pattern": `\b(AKIA|ASIA)[A-Z0-9]{16}\b`},
	{"kind": "a GitHub token", "pattern": `\b(gh[opsur]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})`},
	{"kind": "a GitLab token", "pattern": `\bglpat-[A-Za-z0-9_-]{20}`},
	{"kind": "a Slack token", "pattern": `\bxox[abeoprs]-[A-Za-z0-9-]{10}`},
	{"kind": "a Slack webhook", "pattern": `hooks\.slack\.com/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]{20}`},
	{"kind": "a Stripe key", "pattern": `\b[rs]k_live_[A-Za-z0-9]{16}`},
	{"kind": "a SendGrid key", "pattern": `\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`},
	{"kind": "the password of a URL", "pattern": `^[A-Za-z][A-Za-z0-9+.:-]*://[^/?#@:\s]*:[^/?#@\s]*[^/?#@*\s][^/?#@\s]*@`},
	{"kind": "the password of a connection string", "pattern": `(^|[;?&])\s*(?i:password|pwd)\s*=\s*[^;&*\s]`},
]

# AWS's documentation ends its keys so.
example(value) if regex.match(`EXAMPLE(KEY|TOKEN)?$`, value)

# A name says what it holds at its end: TOKEN_TTL, SECRET_ARN and PASSWORD_MIN_LENGTH hold no secret.
secret_name(name, _) if {
	regex.match(password_name, name)
	not public(name)
}

# A token or a key can be a word or a number of another trade: MAX_TOKEN=4096, DEFAULT_TOKEN=USDC.
secret_name(name, value) if {
	regex.match(token_name, name)
	regex.match(`(?s)^.{8}`, value)
	not regex.match(`^[0-9]+$`, value)
	not public(name)
}

# What ECS.8 of Security Hub names besides.
secret_name(name, _) if name in {"AWS_ACCESS_KEY_ID", "ECS_ENGINE_AUTH_DATA"}

password_name := concat("", [`(PASSWORD|PASSWD|PASSPHRASE|SECRET|CREDENTIALS?|(^|_)(PASS|PWD))`, variant])

token_name := concat("", [`(TOKEN|(API|SECRET|PRIVATE|ACCESS|MASTER|ENCRYPTION|SIGNING|LICENSE|ACCOUNT)_?KEY(_BASE)?)`, variant])

variant := `(_?[0-9]+|_(DEV|TEST|STAGING|STG|PROD|PRODUCTION))?$`

# What a web page is built with, everybody can read.
public(name) if regex.match(`(^|_)(PUBLIC|PUBLISHABLE)(_|$)|^(VITE|REACT_APP|GATSBY)_`, name)

# dbPassword and spring.datasource.password read as DB_PASSWORD and SPRING_DATASOURCE_PASSWORD.
upper_snake(name) := upper(regex.replace(regex.replace(name, `([a-z0-9])([A-Z])`, "${1}_${2}"), `[^A-Za-z0-9]+`, "_"))

harmless(value) if example(value)

harmless(value) if regex.match(`(?i)^(true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|undefined|dummy|todo|tbd|redacted|n/?a|-?[01])$`, value)

# Masked, or a request to fill in.
harmless(value) if regex.match(`(?i)^[*x.#_-]+$|^(your|insert|enter|put)[ _-]|^(replace|change)[ _-]?me|\bhere$`, value)

# A reference: arn:..., vault:..., https://...; the password of a URL has been found before.
harmless(value) if regex.match(`^(arn|aws|env|file|kms|op|ref|secretsmanager|ssm|vault):|^[A-Za-z][A-Za-z0-9+.-]*://`, value)

# A path, or a file.
harmless(value) if regex.match(`^([.]{0,2}|~)(/[A-Za-z0-9_.-]+)+/?$`, value)

harmless(value) if regex.match(`^[A-Za-z0-9_./-]+\.(cer|conf|crt|env|jks|json|key|p12|pem|properties|txt|ya?ml)$`, value)

# The name of another variable, or a parameter's path.
harmless(value) if regex.match(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^[a-z][a-z0-9_.-]*(/[a-z0-9_.-]+)+$`, value)

# DB_SECRET=prod-db-secret names a secret; DB_PASSWORD=my-password is one.
refers_to(name, value) if {
	regex.match(`(SECRET|CREDENTIALS?)$`, name)
	regex.match(`^[a-z0-9]+([-_.][a-z0-9]+)*[-_.](secrets?|credentials?|password|keys?)$`, value)
}
