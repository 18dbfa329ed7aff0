#!/usr/bin/env bash
# Brings Mozilla's pdf.js (npm pdfjs-dist, Apache-2.0), with which the pages /pad and /verify show documents. Never committed. Without it
# the service runs, and says on the pages and in /health/ready that they show no documents.
#
# Usage: .setup/pdfjs.sh [--quiet]    Does nothing when it is there. Place: WRIT_PDFJS (default /usr/local/share/writ/pdfjs).
set -euo pipefail

version=6.5.438
target=${WRIT_PDFJS:-/usr/local/share/writ/pdfjs}
quiet=no
case ${1:-} in
    "") ;;
    --quiet) quiet=yes ;;
    *) echo "pdfjs.sh: unknown argument $1 (known: --quiet)" >&2; exit 2 ;;
esac
say() { [ "$quiet" = yes ] || echo "pdfjs: $*"; }

if grep -qs "\"version\": \"$version\"" "$target/package.json"; then say "all there"; exit 0; fi
if ! command -v npm > /dev/null; then say "no npm: the pages will show no documents"; exit 0; fi
if ! mkdir -p "$(dirname "$target")" 2> /dev/null || [ ! -w "$(dirname "$target")" ]; then say "$target cannot be written (sudo $0 brings it): the pages will show no documents"; exit 0; fi

work=$(mktemp -d "$(dirname "$target")/.pdfjs.XXXXXX")
trap 'rm -rf "$work"' EXIT
if ! (cd "$work" && npm pack --silent --fetch-retries=1 "pdfjs-dist@$version" > npm.log 2>&1); then
    say "npm could not fetch pdfjs-dist@$version: the pages will show no documents"; exit 0
fi
tar -xzf "$work/pdfjs-dist-$version.tgz" -C "$work"
# The legacy build runs on tablets some years old. Character maps and standard fonts are for foreign documents that do not embed theirs; the
# picture decoders are those without WebAssembly, which the pages' security policy does not let run.
install -d -m 755 "$work/place/cmaps" "$work/place/standard_fonts" "$work/place/wasm"
install -m 644 "$work"/package/{package.json,LICENSE} "$work"/package/legacy/build/pdf.min.mjs "$work"/package/legacy/build/pdf.worker.min.mjs "$work/place/"
install -m 644 "$work"/package/cmaps/* "$work/place/cmaps/"
install -m 644 "$work"/package/standard_fonts/* "$work/place/standard_fonts/"
install -m 644 "$work"/package/wasm/*_nowasm_fallback.js "$work"/package/wasm/LICENSE_*JBIG2 "$work"/package/wasm/LICENSE_*OPENJPEG "$work/place/wasm/"
rm -rf "$target"
mv "$work/place" "$target"
say "ready in $target"
