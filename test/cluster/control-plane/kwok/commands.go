//go:build tools

// Names the command that this module builds, so that `go mod tidy` keeps what it needs.
package commands

import _ "sigs.k8s.io/kwok/cmd/kwok"
