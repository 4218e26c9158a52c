//go:build tools

package main

// The SDK is only read as source; this import keeps it in go.mod.
import _ "github.com/aws/aws-sdk-go-v2/service/ecs"
