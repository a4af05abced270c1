#!/usr/bin/env bash
# Makes the typed classes of the custom resources in this folder, from the CRDs in the projects' own Go modules.
# The CRDs themselves go to test/cluster/crds/, for the real API servers. Needs Go and `npm ci`: ./imports/import.sh
set -euo pipefail
cd "$(dirname "$0")/.."
crds=test/cluster/crds
mkdir -p "$crds"

# crd MODULE@VERSION PATH: copies the CRD out of the module, and imports it.
crd() {
  local folder file
  folder=$(go mod download -json "$1" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  file=$crds/$(basename "$2")
  { echo "# $1 $2"; cat "$folder/$2"; } >"$file"
  npx cdk8s import "$file" --language typescript --output imports --no-save
}

crd github.com/kedacore/keda/v2@v2.20.1 config/crd/bases/keda.sh_scaledobjects.yaml
crd sigs.k8s.io/gateway-api@v1.6.3 config/crd/standard/gateway.networking.k8s.io_httproutes.yaml
crd github.com/prometheus-operator/prometheus-operator@v0.85.0 example/prometheus-operator-crd/monitoring.coreos.com_podmonitors.yaml
