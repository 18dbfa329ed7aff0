#!/usr/bin/env bash
# Publishes `writ` as one self-contained file and holds it to its word on a court's machine: nothing of the repository beside it,
# no templates, no fonts, no environment. Exits 0 only when every answer is the right one.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

rm -rf out/court
dotnet publish src/Writ.Cli -c Release -r linux-x64 --self-contained -p:PublishSingleFile=true -o out/court
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
./writ certs init
./writ render xunwen-bilu --data templates/xunwen-bilu/examples/ordinary.json --seal bureau --out "$room/sealed.pdf"
cp out/court/writ certs-dev/trust.pem "$room"
head -c 9000 "$room/sealed.pdf" > "$room/cut.pdf"
sed 's/WritService/WritServicf/' "$room/sealed.pdf" > "$room/changed.pdf"

expect() { # code, what must be said, arguments
  local code=0 said
  said=$(cd "$room" && env -i DOTNET_BUNDLE_EXTRACT_BASE_DIR="$room" ./writ "${@:3}" 2>&1) || code=$?
  if [ "$code" -ne "$1" ] || ! grep -q -- "$2" <<< "$said"; then
    echo "court.sh: writ ${*:3} exits $code ($1 expected), and says: $said"; exit 1
  fi
}
expect 0 'TOTAL-PASSED' verify --trust trust.pem sealed.pdf
expect 0 '"reproduced": "pack-unknown"' verify --trust trust.pem --format json sealed.pdf
expect 0 '核验通过' verify --trust trust.pem --format html sealed.pdf
expect 2 'NO_CERTIFICATE_CHAIN_FOUND' verify sealed.pdf
expect 1 'HASH_FAILURE' verify --trust trust.pem changed.pdf
expect 3 'unparsable' verify --trust trust.pem sealed.pdf cut.pdf
expect 3 'fonts' verify --trust trust.pem --format pdf sealed.pdf
echo "court.sh: one file of $(( $(stat -c %s out/court/writ) >> 20 )) MB verifies by itself"
