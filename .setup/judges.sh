#!/usr/bin/env bash
# Installs the outside judges the tests call (qpdf, poppler, mutool, openssl, Chromium for the pages, npm for the linter of the contract) and curl,
# which run.sh drives the service with.
# Nothing is installed that is there already. Without root or a reachable mirror the tests still run: a missing judge is a loud skip.
set -euo pipefail

declare -A package_of=(
  [curl]=curl
  [qpdf]=qpdf
  [pdfsig]=poppler-utils
  [pdffonts]=poppler-utils
  [pdftotext]=poppler-utils
  [mutool]=mupdf-tools
  [openssl]=openssl
  [ttx]=fonttools
  [softhsm2-util]=softhsm2
  [npm]=npm
  [chromium]=chromium
  [haproxy]=haproxy
)
# `judges.sh curl` asks for one command only; without arguments all of them.
wanted=("$@"); [ ${#wanted[@]} -gt 0 ] || wanted=("${!package_of[@]}")

missing=()
for command in "${wanted[@]}"; do
  command -v "$command" >/dev/null 2>&1 || missing+=("${package_of[$command]}")
done
# OpenSSL reaches a PKCS#11 token through an engine, which is a file and no command.
if [ $# -eq 0 ] && ! compgen -G '/usr/lib/*/engines-3/pkcs11.so' >/dev/null; then missing+=(libengine-pkcs11-openssl); fi
[ ${#missing[@]} -gt 0 ] || exit 0
mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null 2>&1; then as_root=(sudo); else
    echo "judges: not root and no sudo; install by hand: apt-get install ${missing[*]}" >&2; exit 1
  fi
fi
echo "judges: installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
