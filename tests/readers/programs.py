"""The programs of the system that read finished files: where a test fails, their versions may be why."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

_ASKED = (
    ("LibreOffice", ("soffice", "--version")),
    ("Poppler", ("pdftotext", "-v")),
    ("Chromium", ("chromium", "--version")),
    ("Chrome", ("google-chrome", "--version")),
)


@cache
def versions() -> str:
    """Return a line for each program that is there, with what it says of its version."""
    return "\n".join(f"{name}: {_said(command)}" for name, command in _ASKED if shutil.which(command[0]))


def _said(command: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        return f"does not say ({fault})"
    return next((line for line in (done.stdout + done.stderr).splitlines() if line.strip()), "says nothing")
