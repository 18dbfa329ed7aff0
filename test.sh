#!/usr/bin/env bash
# All set-up and the whole test suite. The last line is "N passed, N failed"; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

./.setup/judges.sh || echo "test.sh: some outside judges are absent; what they would judge is skipped, and says so"
./.setup/fonts.sh  || { echo "test.sh: fonts could not be set up"; echo "0 passed, 1 failed"; exit 1; }
./.setup/pdfjs.sh --quiet || echo "test.sh: pdf.js could not be set up; what the pages show is skipped, and says so"

results=$PWD/out/test-results
rm -rf "$results"; mkdir -p "$results"
passed=0 failed=0

echo "test.sh: building"
if ! dotnet build WritService.sln -c Release -v q -nologo; then
  echo "test.sh: the build failed"; echo "0 passed, 1 failed"; exit 1
fi
./writ certs init || { echo "test.sh: development certificates could not be made"; echo "0 passed, 1 failed"; exit 1; }

counter() { grep -o "<Counters [^>]*" "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'; }

for project in tests/Writ.Tests tests/WritService.Tests tests/Writ.Conformance; do
  name=$(basename "$project")
  dotnet test "$project" -c Release --no-build -v q --nologo \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results"
  report=$results/$name.trx
  if [ ! -s "$report" ]; then
    echo "test.sh: $name left no report; it counts as one failure"; failed=$((failed + 1)); continue
  fi
  right=$(counter "$report" passed); wrong=$(counter "$report" failed); ran=$(counter "$report" executed)
  skipped=$(( $(counter "$report" total) - ran ))
  # A run that broke off (crash, time-out) or found no test has not passed, whatever its counters say.
  if [ "$ran" -eq 0 ] || { [ "$wrong" -eq 0 ] && ! grep -q '<ResultSummary outcome="Completed"' "$report"; }; then
    echo "test.sh: $name did not run to its end"; wrong=$((wrong + 1))
  fi
  [ "$skipped" -eq 0 ] || echo "test.sh: $name SKIPPED $skipped (an outside judge or reference is absent)"
  passed=$((passed + right)); failed=$((failed + wrong))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
