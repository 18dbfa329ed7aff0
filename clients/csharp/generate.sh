#!/usr/bin/env bash
# Generates the C# client from the contract into generated/.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 KIOTA_TUTORIAL_ENABLED=false KIOTA_OFFLINE_ENABLED=true
dotnet tool restore > /dev/null
# JSON is read into types; everything else (PDF, multipart, lines, ZIP) stays a stream.
dotnet kiota generate -l csharp -d ../../openapi/writ-service.json -c WritClient -n WritService.Client -o generated --clean-output \
  -m application/json -m application/problem+json --log-level Error
