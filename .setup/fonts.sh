#!/usr/bin/env bash
# Brings the fonts that src/WritService/fonts.json maps to the roles song, fangsong, hei, kai and title. None is committed.
#
#   from Debian          fonts-lxgw-wenkai (kai), fonts-noto-cjk (hei, and song when the npm cut is absent),
#                        fonts-hanazono (last resort: rare name characters)
#   out of one package   Fandol*.otf of texlive-lang-chinese (fangsong): the files alone, not the 300 MB of TeX around them
#   from npm             @expo-google-fonts/noto-serif-sc, Regular and Bold (song and title, TrueType); optional:
#                        without npm the chain continues with Noto Serif CJK SC
#
# Usage: .setup/fonts.sh [--quiet] [--check]    Debian 12, as root. Does nothing when all is there. --check installs nothing and
# exits 1 when something is missing. Places: WRIT_FONTS (default /usr/local/share/fonts/writ).
set -euo pipefail

target=${WRIT_FONTS:-/usr/local/share/fonts/writ}
npm_package=@expo-google-fonts/noto-serif-sc@0.4.3
quiet=no check=no
for argument in "$@"; do
    case $argument in
        --quiet) quiet=yes ;;
        --check) check=yes ;;
        *) echo "fonts.sh: unknown argument $argument (known: --quiet, --check)" >&2; exit 2 ;;
    esac
done
say() { [ "$quiet" = yes ] || echo "fonts: $*"; }
fail() { echo "fonts.sh: $*" >&2; exit 1; }

# What must be there afterwards: one file of each Debian package, and the Fandol faces.
declare -A packages=(
    [fonts-lxgw-wenkai]=/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf
    [fonts-noto-cjk]=/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc
    [fonts-hanazono]=/usr/share/fonts/truetype/hanazono/HanaMinA.ttf
)
fandol=(FandolFang-Regular.otf FandolSong-Regular.otf FandolSong-Bold.otf FandolHei-Regular.otf FandolHei-Bold.otf FandolKai-Regular.otf)
serif=(NotoSerifSC_400Regular.ttf NotoSerifSC_700Bold.ttf)

missing_packages=()
for package in "${!packages[@]}"; do
    [ -s "${packages[$package]}" ] || missing_packages+=("$package")
done
missing_fandol=no
for file in "${fandol[@]}"; do [ -s "$target/$file" ] || missing_fandol=yes; done
missing_serif=no
for file in "${serif[@]}"; do [ -s "$target/$file" ] || missing_serif=yes; done
npm_there=no
command -v npm > /dev/null && npm_there=yes

if [ ${#missing_packages[@]} -eq 0 ] && [ $missing_fandol = no ] && { [ $missing_serif = no ] || [ $npm_there = no ]; }; then
    [ $missing_serif = no ] || say "Noto Serif SC is absent and so is npm: song and title use Noto Serif CJK SC"
    say "all there"
    exit 0
fi
if [ $check = yes ]; then
    [ ${#missing_packages[@]} -eq 0 ] || echo "missing packages: ${missing_packages[*]}"
    [ $missing_fandol = no ] || echo "missing in $target: Fandol (package texlive-lang-chinese)"
    [ $missing_serif = no ] || echo "missing in $target, optional: Noto Serif SC (npm $npm_package)"
    [ ${#missing_packages[@]} -eq 0 ] && [ $missing_fandol = no ] && exit 0
    exit 1
fi
if [ "$(id -u)" != 0 ] && [ ${#missing_packages[@]} -eq 0 ] && [ $missing_fandol = no ]; then
    say "Noto Serif SC is absent (sudo $0 brings it): song and title use Noto Serif CJK SC"
    exit 0
fi
[ "$(id -u)" = 0 ] || fail "fonts are missing and installing them takes root: run  sudo $0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lists_fresh=no
refresh_lists() {
    [ $lists_fresh = no ] || return 0
    apt-get update -qq || fail "apt-get update failed: is a Debian mirror reachable?"
    lists_fresh=yes
}

if [ ${#missing_packages[@]} -gt 0 ]; then
    say "installing ${missing_packages[*]}"
    install_packages() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing_packages[@]}" > "$work/apt.log" 2>&1; }
    install_packages || { refresh_lists; install_packages; } || { cat "$work/apt.log" >&2; fail "could not install ${missing_packages[*]}"; }
fi

# install -m writes a new file; the rename makes a half-written font impossible.
place() {
    install_directory
    install -m 644 "$1" "$target/.$2.new"
    mv -f "$target/.$2.new" "$target/$2"
}
install_directory() { [ -d "$target" ] || install -d -m 755 "$target"; }

if [ $missing_fandol = yes ]; then
    say "taking the Fandol fonts out of texlive-lang-chinese (49 MB to download)"
    download() { (cd "$work" && apt-get download -qq -o APT::Sandbox::User=root texlive-lang-chinese > apt.log 2>&1); }
    download || { refresh_lists; download; } || { cat "$work/apt.log" >&2; fail "could not download texlive-lang-chinese"; }
    package=("$work"/texlive-lang-chinese_*.deb)
    dpkg-deb --fsys-tarfile "${package[0]}" | tar -x -C "$work" --wildcards \
        './usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/Fandol*.otf' './usr/share/doc/texlive-doc/fonts/fandol/*'
    for file in "${fandol[@]}"; do
        place "$work/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/$file" "$file"
    done
    gunzip -c "$work/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz" > "$work/Fandol-COPYING"
    place "$work/Fandol-COPYING" Fandol-COPYING
    place "$work/usr/share/doc/texlive-doc/fonts/fandol/README" Fandol-README
    rm -f "${package[0]}"
fi

if [ $missing_serif = yes ]; then
    if [ $npm_there = no ]; then
        say "no npm: song and title use Noto Serif CJK SC instead of Noto Serif SC"
    elif (cd "$work" && npm pack --silent --fetch-retries=1 "$npm_package" > npm.log 2>&1); then
        archive=("$work"/*noto-serif-sc*.tgz)
        tar -xzf "${archive[0]}" -C "$work" package/400Regular package/700Bold package/LICENSE_FONT
        place "$work/package/400Regular/NotoSerifSC_400Regular.ttf" NotoSerifSC_400Regular.ttf
        place "$work/package/700Bold/NotoSerifSC_700Bold.ttf" NotoSerifSC_700Bold.ttf
        place "$work/package/LICENSE_FONT" NotoSerifSC-OFL
    else
        say "npm could not fetch $npm_package: song and title use Noto Serif CJK SC instead"
    fi
fi
say "ready in $target"
