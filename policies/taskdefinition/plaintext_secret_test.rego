package ecslint.taskdefinition.plaintext_secret_test

import data.ecslint.taskdefinition.plaintext_secret

found(variable) := report if {
	report := plaintext_secret.report with input as {
		"_at": "",
		"containerDefinitions": [{
			"_at": "containerDefinitions[web]",
			"environment": [object.union(variable, {"_at": "environment"})],
		}],
	}
}

fires(name, value) if {
	{finding.at | some finding in found({"name": name, "value": value})} == {"environment.value"}
}

silent(name, value) if found({"name": name, "value": value}) == set()

test_names_of_secrets if {
	every name in {
		"DB_PASSWORD", "MYSQL_ROOT_PASSWORD", "PGPASSWORD", "ADMIN_PASS", "DB_PWD", "dbPassword",
		"spring.datasource.password", "JWT_SECRET", "AUTH0_CLIENT_SECRET", "GITHUB_TOKEN", "DD_API_KEY",
		"STRIPE_APIKEY", "SECRET_KEY_BASE", "RAILS_MASTER_KEY", "AWS_SECRET_ACCESS_KEY", "PRIVATE_KEY",
		"DB_CREDENTIALS", "DB_PASSWORD_2", "DB_PASSWORD_PROD", "NEW_RELIC_LICENSE_KEY", "AWS_ACCESS_KEY_ID",
	} {
		fires(name, "c2Vuc2l0aXZl/4Q")
	}
}

test_names_of_something_about_secrets if {
	every name in {
		"PASSWORD_MIN_LENGTH", "TOKEN_TTL", "TOKEN_EXPIRY", "TOKEN_URL", "SECRET_NAME", "DB_SECRET_ARN",
		"DB_PASSWORD_FILE", "TOKEN_PATH", "CLIENT_ID", "KEY_ID", "TOKEN_HEADER", "PASSWORD_TIMEOUT",
		"NEXTAUTH_URL", "NEXT_PUBLIC_API_KEY", "VITE_API_KEY", "STRIPE_PUBLISHABLE_API_KEY", "BYPASS", "COMPASS",
		"MONKEY", "MAX_TOKENS", "AUTHOR",
	} {
		silent(name, "c2Vuc2l0aXZl/4Q")
	}
}

test_values_that_are_no_secrets if {
	every value in {
		"true", "False", "none", "0", "****", "xxxxxxxx", "changeme", "your-password", "REPLACE_ME_PLEASE",
		"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "https://sso.example.com/token", "vault:secret/data/db",
		"/run/secrets/db", "./certs/client.pem", "server.key", "MY_DB_PASSWORD", "prod/db/password", "AKIAIOSFODNN7EXAMPLE",
	} {
		silent("DB_PASSWORD", value)
		silent("DB_SECRET", value)
		silent("API_TOKEN", value)
	}
}

test_weak_passwords_are_secrets if {
	every value in {"password", "postgres", "123456", "my-password", "enterprise", "hunter2 with spaces", "/Xu+9a=="} {
		fires("DB_PASSWORD", value)
	}
}

test_a_name_of_a_secret_is_no_secret if {
	silent("DB_SECRET", "prod-db-secret")
	silent("DB_SECRET", "DB_SECRET")
	fires("JWT_SECRET", "secret")
}

test_tokens_of_another_trade if {
	silent("MAX_TOKEN", "4096000000")
	silent("DEFAULT_TOKEN", "USDC")
}

test_values_that_tell_by_themselves if {
	every value in {
		"postgres://app:hunter2@db.internal:5432/shop",
		"jdbc:mysql://root:hunter2@db/shop",
		"redis://:hunter2@cache:6379",
		"jdbc:postgresql://db/shop?user=app&password=hunter2",
		"Server=db;User Id=sa;Password=hunter2;",
		"AKIAQYLPMN5HABCDEFGH",
		"ghp_0123456789abcdefghijABCDEFGHIJ012345",
		concat("", ["xox", "b-0123456789-abcdefghij"]),
		"-----BEGIN RSA PRIVATE KEY-----\nMIIE",
	} {
		fires("SETTING", value)
	}
	count(found({"value": "postgres://app:hunter2@db/shop"})) == 1
}

test_urls_without_a_password if {
	every value in {
		"https://example.com/a:b@c", "https://user@example.com/", "http://localhost:3000", "redis://:@cache",
		"postgres://app:***@db/shop", "https://example.com/reset?password=", "mailto:me@example.com",
	} {
		silent("SETTING", value)
	}
}

test_unset_and_odd_values if {
	found({"name": "DB_PASSWORD"}) == set()
	found({"name": "DB_PASSWORD", "value": 5}) == set()
	found({"name": 5, "value": "hunter2"}) == set()
}
