#!/usr/bin/env bash
# Lints the contract and generates the TypeScript client from it into generated/.
set -euo pipefail
cd "$(dirname "$0")"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --no-audit --no-fund
npm run --silent lint
npm run --silent generate
npm run --silent build
