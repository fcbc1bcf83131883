#!/bin/sh
# Install what is missing, saying so, and nothing twice. `set_up.sh run` for documents, `set_up.sh test` for the suite.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}

log=${TMPDIR:-/tmp}/probata-set-up.log

say() { printf '%s\n' "set-up: $*"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo "$@"
    else return 1
    fi
}

# Debian and Ubuntu by apt-get, macOS by brew (untested). A package that cannot be installed is named, once.
install_packages() {
    say "installing $* (this may take a few minutes)"
    if command -v apt-get >/dev/null 2>&1; then
        as_root apt-get update >"$log" 2>&1 || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 && return 0
    elif command -v brew >/dev/null 2>&1; then
        brew install "$@" >"$log" 2>&1 && return 0
    fi
    say "could not install: $*. Ask whoever looks after this machine to install it."
    if [ -s "$log" ]; then say "what the installer said is in $log"; fi
    return 1
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
        then command -v "$name"; return 0; fi
    done
    return 1
}

make_environment() {
    python=$(find_python) || { say "Python 3.11 or newer is missing: install the package python3."; exit 2; }
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_packages python3-venv || exit 2
    fi
    say "making .venv with $("$python" --version)"
    rm -f .venv/installed-*  # first, so that half of an environment is never taken for a whole one
    rm -rf .venv
    "$python" -I -m venv .venv
}

# `-I`: what PYTHONPATH names is neither taken for installed nor looked at.
pip() { .venv/bin/python -I -m pip "$@" --disable-pip-version-check; }

# A lock names all that is installed, as wheels, and nothing is sought beside it: no release of anything changes what is
# here. `begun-` holds a lock while it is installed, `installed-` when it is whole.
install_lock() {
    lock=$1
    [ -f ".venv/installed-$lock" ] && return 0
    say "installing the Python packages of $lock (this may take a few minutes)"
    cp "$lock" ".venv/begun-$lock"
    if ! pip install -q --no-deps --only-binary :all: --require-hashes -r "$lock"; then
        rm ".venv/begun-$lock"
        say "the Python packages of $lock could not be had. A network is needed once, and a Python for which they are made" \
            "(3.11 to 3.14); then run this again."
        exit 2
    fi
}

install_program() {
    [ -x .venv/bin/probata ] && return 0
    say "installing probata into .venv"
    pip install -q --no-build-isolation --no-deps -e .
}

finish_lock() {
    lock=$1
    [ -f ".venv/begun-$lock" ] || return 0
    if ! missing=$(pip check 2>&1); then
        say "$lock is not complete, which is our fault, not yours: $missing"
        exit 2
    fi
    mv ".venv/begun-$lock" ".venv/installed-$lock"
}

# An environment is whole, or made anew: one that was broken off, and one of another lock, whose packages could still be
# imported.
is_whole() {
    [ -x .venv/bin/python ] && [ -f .venv/installed-requirements.lock ] || return 1
    for lock in requirements.lock requirements-dev.lock; do
        [ ! -f ".venv/begun-$lock" ] || return 1
        [ ! -f ".venv/installed-$lock" ] || cmp -s "$lock" ".venv/installed-$lock" || return 1
    done
}

# What WeasyPrint needs of the system. A machine may have Pango and lack the library that cuts fonts down: WeasyPrint then
# warns, and makes files of other bytes.
install_pango() {
    .venv/bin/python -W error -c 'import weasyprint' >/dev/null 2>&1 && return 0
    if command -v brew >/dev/null 2>&1; then packages="pango"
    else packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"; fi
    # shellcheck disable=SC2086 # a list of packages
    install_packages $packages || exit 2
}

has_calc() {
    [ "$(uname)" = Linux ] || return 0  # elsewhere LibreOffice comes whole
    office=$(readlink -f "$(command -v soffice)" 2>/dev/null) || return 1
    [ -e "$(dirname "$office")/libsclo.so" ]
}

install_readers() {
    missing=""
    command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer"
    has_calc || missing="$missing libreoffice-calc"
    command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
    command -v fc-list >/dev/null 2>&1 || missing="$missing fontconfig"
    command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
    [ -z "$missing" ] && return 0
    # shellcheck disable=SC2086 # a list of packages
    install_packages $missing fonts-liberation || exit 2
}

is_whole || make_environment
install_lock requirements.lock
install_program
finish_lock requirements.lock
if [ "$purpose" = test ]; then
    install_lock requirements-dev.lock
    finish_lock requirements-dev.lock
    install_pango
    install_readers
fi
