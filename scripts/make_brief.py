"""Make the documents of both cases and say which to open first. Run by `make brief`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("probata")
FORMATS = ["--format", "docx", "--format", "pdf", "--format", "html"]
CASES: tuple[tuple[str, list[str], str], ...] = (
    ("claims/example", ["--final"], "the fictional example, as final"),
    ("claims/liu-jianchao", [], "the real case, an illustration made from a published review, as drafts"),
)


def say(text: str) -> None:
    """Print a line before the program below prints its own."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    """Build both cases, one after the other; return the worst exit code."""
    worst = 0
    for case, options, what in CASES:
        say(f"\n{case}: {what}")
        done = subprocess.run([PROGRAM, "build", case, *options, *FORMATS], check=False)  # noqa: S603  # our own program
        worst = max(worst, done.returncode)
    first = Path("output/example/outgoing/uk-ghr.en-GB.docx")
    say(f"\nOpen first: {first}, then the PDF beside it, then output/liu-jianchao/outgoing/.")
    return worst


if __name__ == "__main__":
    sys.exit(main())
