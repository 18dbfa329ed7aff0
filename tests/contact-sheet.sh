#!/usr/bin/env bash
# The first page of the ordinary example of every pack on one sheet, to be looked at: out/contact-sheet.png (ImageMagick and poppler-utils).
# The documents are those that run.sh leaves in out/.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v montage >/dev/null || { echo "contact-sheet.sh: install imagemagick" >&2; exit 1; }
compgen -G 'out/*-ordinary.pdf' >/dev/null || { echo "contact-sheet.sh: run ./run.sh --once first" >&2; exit 1; }
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
for document in out/*-ordinary.pdf; do
  pdftoppm -r 38 -f 1 -l 1 -singlefile -png "$document" "$pages/$(basename "$document" .pdf)"
done
montage "$pages"/*.png -tile 10x -geometry +3+3 -background gray out/contact-sheet.png
echo "out/contact-sheet.png: $(find "$pages" -name '*.png' | wc -l) first pages"
