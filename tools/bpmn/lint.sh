#!/bin/sh
# Checks every model for the two engine versions we serve. Any error or warning fails.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
for version in 8-8 8-9; do
  node_modules/.bin/bpmnlint --max-warnings=0 --config "bpmnlint-$version.json" ../../bpmn/*.bpmn
done
node check.mjs
