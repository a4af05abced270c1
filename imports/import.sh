#!/usr/bin/env bash
# Makes the typed classes of the custom resources in this folder, from the CRDs in the projects' own Go modules.
# The CRDs themselves go to test/cluster/crds/, for the real API servers. Needs Go and `npm ci`: ./imports/import.sh
set -euo pipefail
cd "$(dirname "$0")/.."
crds=test/cluster/crds
mkdir -p "$crds"
group=$(mktemp --suffix=.yaml)
trap 'rm -f "$group"' EXIT

# crds MODULE@VERSION PATH...: copies CRDs of one API group out of the module, and imports them into one file.
crds() {
  local module=$1 folder path
  shift
  folder=$(go mod download -json "$module" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  : >"$group"
  for path in "$@"; do
    { echo "# $module $path"; cat "$folder/$path"; } >"$crds/$(basename "$path")"
    { echo ---; cat "$folder/$path"; } >>"$group"
  done
  npx cdk8s import "$group" --language typescript --output imports --no-save
}

crds github.com/kedacore/keda/v2@v2.20.1 config/crd/bases/keda.sh_scaledobjects.yaml
crds sigs.k8s.io/gateway-api@v1.6.3 config/crd/standard/gateway.networking.k8s.io_httproutes.yaml
operator=example/prometheus-operator-crd/monitoring.coreos.com
crds github.com/prometheus-operator/prometheus-operator@v0.85.0 "${operator}_podmonitors.yaml" "${operator}_servicemonitors.yaml"
