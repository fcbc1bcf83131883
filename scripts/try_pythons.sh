#!/bin/sh
# Try the wheel with several Pythons: `sh scripts/try_pythons.sh [PYTHON…]`, or `make pythons`; without names, with each
# python3.N on the PATH that can be run.
#
# For each, the wheel and the locked requirements are installed into an environment of its own, claims/example is built
# as final in every format, and the files are compared byte by byte with those of the first. A line for each says what was
# found. Ends 1 where one could not be tried or differs, or none was found. With NEWEST=1 the newest releases that
# pyproject.toml allows are installed in place of the locked ones. BUILD names another Python than that of .venv: it needs
# `pip` and `build`, those that are tried need neither, nor `ensurepip`. Takes some minutes and a network for each.
set -u

root=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD:-"$root/.venv/bin/python"}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
worst=0 first='' tried='' named=$#

of_the_path() {
    printf '%s\n' "$PATH" | tr : '\n' | while read -r folder; do
        find "$folder/" -maxdepth 1 -name 'python3.[0-9]*' ! -name '*-config' 2>/dev/null
    done
}

say() { printf '%s\n' "$*"; }

failed() { say "$*"; worst=1; }

# What is on the PATH and no Python for us is passed over: a shim of none, an old one. One that was named is told.
passed_over() { [ "$named" -eq 0 ] || failed "$1"; }

# Install into an environment of the Python `$1`, whose version is `$2`.
install() {
    "$1" -m venv --without-pip "$work/$2" || return
    set -- "$build" -I -m pip --python "$work/$2/bin/python"
    if [ -n "${NEWEST:-}" ]; then "$@" install --quiet "$work"/*.whl; return; fi
    "$@" install --quiet --no-deps --only-binary :all: --require-hashes -r "$root/requirements.lock" &&
        "$@" install --quiet --no-deps "$work"/*.whl &&
        "$@" check
}

# Build with the version `$1` and list the files that go out with their digests. HOME is new, so nothing kept is used.
make_all() {
    mkdir "$work/run-$1" && cd "$work/run-$1" &&
        HOME=$work/run-$1 "$work/$1/bin/probata" build "$work/example" --final --format docx --format pdf --format html &&
        find output -path '*/outgoing/*' -type f | LC_ALL=C sort | xargs sha256sum >"$work/$1.sums"
}

# Say how the files of the version `$1` compare with those of the first.
compare() {
    number=$(grep -c . "$work/$1.sums")
    if [ "$number" -eq 0 ]; then
        failed "Python $1: made no file"
    elif [ -z "$first" ]; then
        first=$1
        say "Python $1: $number files, with which the others are compared"
    elif cmp -s "$work/$first.sums" "$work/$1.sums"; then
        say "Python $1: $number files, the same bytes as with $first"
    else
        other=$(diff "$work/$first.sums" "$work/$1.sums" | sed -n 's|^[<>].*/outgoing/||p' | LC_ALL=C sort -u | tr '\n' ' ')
        failed "Python $1: not the same bytes as with $first: $other"
    fi
}

try() {
    version=$("$1" -c 'import platform; print(platform.python_version())' 2>/dev/null) ||
        { passed_over "$1: cannot be run"; return; }
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        { passed_over "Python $version: older than 3.11"; return; }
    case " $tried " in *" $version "*) return ;; esac
    tried="$tried $version"
    install "$1" "$version" >"$work/log" 2>&1 ||
        { failed "Python $version: could not be installed: $(tail -n 1 "$work/log")"; return; }
    (make_all "$version") >"$work/log" 2>&1 ||
        { failed "Python $version: could not build: $(tail -n 1 "$work/log")"; return; }
    compare "$version"
}

"$build" -m build --wheel --no-isolation --outdir "$work" "$root" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
cp -R "$root/claims/example" "$work/example"
# shellcheck disable=SC2046  # one word for each Python
[ $# -gt 0 ] || set -- $(of_the_path)
for python in "$@"; do try "$python"; done
[ -n "$tried" ] || failed "no Python 3.11 or newer was found"
exit "$worst"
