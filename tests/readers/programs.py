"""The programs of the system that read finished files: where a test fails, their versions may be why."""

from __future__ import annotations

from functools import cache
from shutil import which
from subprocess import run

# By name, and looked for now: a test that fails may have put something else in the place of any of these.
_ASKED = (
    ("LibreOffice", which("soffice"), "--version"),
    ("Poppler", which("pdftotext"), "-v"),
    ("Chromium", which("chromium") or which("google-chrome"), "--version"),
)


@cache
def versions() -> str:
    """Return a line for each program, with what it says of its version."""
    return "\n".join(f"{name}: {_said(program, asked) if program else 'missing'}" for name, program, asked in _ASKED)


def _said(program: str, asked: str) -> str:
    try:
        done = run([program, asked], capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except Exception as fault:  # a report of a failure must not fail
        return f"does not say ({fault})"
    return next((line for line in (done.stdout + done.stderr).splitlines() if line.strip()), "says nothing")
