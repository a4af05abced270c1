#!/usr/bin/env bash
# Makes the Go module that builds one Kubernetes version: ./pin.sh 1.37.2
# Needed once for a version; go.mod and go.sum are committed, so that everyone builds the same bytes.
set -euo pipefail
cd "$(dirname "$0")"
version=$1
staging=v0.${version#1.}
kubernetes_mod=$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/.*"GoMod": "\(.*\)".*/\1/p')

rm -rf "v$version" && mkdir -p "v$version/etcd" && cd "v$version"
{
  echo "module cdk8s-autoscaled-ml-app/test/cluster/control-plane/v$version"
  echo
  grep '^go ' "$kubernetes_mod"
  echo
  echo "require k8s.io/kubernetes v$version"
  echo
  # Kubernetes replaces its staging modules by folders that its published module lacks: name their releases instead.
  sed -n 's|^[[:space:]]*\(k8s.io/[a-z0-9-]*\) => ./staging/.*|replace \1 => \1 '"$staging"'|p' "$kubernetes_mod"
} >go.mod

cat >commands.go <<'GO'
//go:build tools

// Names the commands that this module builds, so that `go mod tidy` keeps what they need.
package commands

import (
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kube-controller-manager"
	_ "k8s.io/kubernetes/cmd/kube-scheduler"
	_ "k8s.io/kubernetes/cmd/kubectl"
)
GO

cat >etcd/main.go <<'GO'
// Command etcd: etcd's own module can't be built by `go install`, because it has replace directives.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() { etcdmain.Main(os.Args) }
GO

go mod tidy
