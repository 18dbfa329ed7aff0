#!/usr/bin/env bash
# Sets everything up, starts the service, and drives every pack of the house through it with curl: example data in, sealed PDF out,
# verified, into out/; and four documents through their whole life, signed, refused, witnessed and closed (tests/lives.sh). Prints one line a writ and
# keeps serving; with --once it stops, and exits 0 only if everything passed.
# WRIT_URL changes the address (default http://127.0.0.1:8080).
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

export LC_ALL=C.UTF-8

once=no
case "${1:-}" in
  "") ;;
  --once) once=yes ;;
  *) echo "usage: ./run.sh [--once]" >&2; exit 3 ;;
esac
url=${WRIT_URL:-http://127.0.0.1:8080}

./.setup/judges.sh curl
./.setup/fonts.sh --quiet
./.setup/pdfjs.sh --quiet || echo "run.sh: without pdf.js the pages show no documents"
./writ certs init
echo "run.sh: building the service"
mkdir -p out
dotnet build src/WritService/WritService.csproj -c Release -v q -nologo > out/build.log 2>&1 || { cat out/build.log >&2; exit 1; }

if curl -s -o /dev/null --max-time 2 "$url/health/live"; then
  echo "run.sh: something already answers at $url; stop it, or set WRIT_URL" >&2; exit 1
fi
WRIT_ROOT=$PWD ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development} ASPNETCORE_URLS=$url \
  dotnet src/WritService/bin/Release/net10.0/WritService.dll > out/service.log 2>&1 &
service=$!
trap 'kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for _ in $(seq 100); do
  if curl -sf -o /dev/null --max-time 2 "$url/health/ready"; then break; fi
  if ! kill -0 "$service" 2>/dev/null; then
    echo "run.sh: the service did not start:" >&2; tail -20 out/service.log >&2; exit 1
  fi
  sleep 0.2
done
curl -sf -o /dev/null "$url/health/ready" || { echo "run.sh: the service is not ready:" >&2; curl -s "$url/health/ready" >&2; exit 1; }

header() { tr -d '\r' < "$1" | sed -n "s/^$2: //Ip" | tail -1; }

# East Asian characters take two columns: pad by what is seen.
cell() { local text=$1 width=$2 ascii; ascii=$(printf %s "$text" | LC_ALL=C.UTF-8 sed 's/[^ -~]//g'); printf '%s%*s' "$text" $(( width - (${#text} * 2 - ${#ascii}) )) ''; }

work=$(mktemp -d)
failed=0 writs=0
printf '%s%8s%10s%9s  %s\n' "$(cell 文书/writ 56)" pages bytes ms verdict
for example in templates/*/examples/*.json; do
  pack=$(basename "$(dirname "$(dirname "$example")")")
  name=$(basename "$example" .json); profile=default
  # ordinary.json is for the default profile, leaving.tonghua.json for tonghua.
  case $name in *.*) profile=${name#*.}; name=${name%%.*} ;; esac
  writs=$((writs + 1))
  title="$(sed -n 's/^ *"name": *"\([^"]*\)".*/\1/p' "templates/$pack/pack.json" | head -1) $name"
  case_data=$work/data.json; document=out/$pack-$name.pdf; answer=$work/answer

  curl -sf -o "$case_data" "$url/v1/packs/$pack/examples/$name?profile=$profile" || { printf '%s  no example over REST\n' "$(cell "$title" 56)"; failed=$((failed + 1)); continue; }
  { printf '{"profile":"%s","data":' "$profile"; cat "$case_data"; printf '}'; } > "$work/request.json"

  seconds=$(curl -s -o "$answer" -D "$work/headers" -w '%{time_total} %{http_code}' -H 'Content-Type: application/json' -H 'Accept: application/pdf' \
    --data-binary @"$work/request.json" "$url/v1/packs/$pack/documents?format=pdf&seal=bureau")
  status=${seconds#* }; ms=$(printf '%s' "${seconds% *}" | awk '{ printf "%.1f", $1 * 1000 }')
  if [ "$status" != 200 ]; then
    printf '%s%8s%10s%9s  %s\n' "$(cell "$title" 56)" - - "$ms" "HTTP $status: $(cat "$answer")"; failed=$((failed + 1)); continue
  fi
  mv "$answer" "$document"

  verdict=$(curl -s -o "$work/report.json" -D "$work/verify" -w '%{http_code}' -H 'Content-Type: application/pdf' --data-binary @"$document" "$url/v1/documents/verify")
  [ "$verdict" = 200 ] && verdict=$(header "$work/verify" Writ-Verdict) || verdict="HTTP $verdict"
  [ "$verdict" = passed ] || failed=$((failed + 1))
  printf '%s%8s%10s%9s  %s\n' "$(cell "$title" 56)" "$(header "$work/headers" Writ-Pages)" "$(stat -c %s "$document")" "$ms" "$verdict"
done
. tests/lives.sh
life 询问笔录 questioned
life 送达回证 left
life 现场笔录 absent
life 当场行政处罚决定书 refused
rm -rf "$work"
echo "run.sh: $writs documents in out/, $failed not as they should be"
[ "$writs" -gt 0 ] || failed=1

if [ "$once" = yes ]; then [ "$failed" -eq 0 ]; exit; fi
echo "run.sh: serving at $url (pages at $url/swagger); Ctrl+C ends it"
wait "$service"
