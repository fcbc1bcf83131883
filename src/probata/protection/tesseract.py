"""The text in pictures, read by Tesseract where the machine has it."""

from __future__ import annotations

import re
import subprocess
from functools import cached_property
from pathlib import Path
from typing import Final

SECONDS: Final = 120
"""Time for one picture."""
_MOST_LANGUAGES = 6
_FEW = 20
"""Letters of a page below which it is read as a drawing, with words here and there."""
_NO_LANGUAGE = frozenset({"osd", "equ", "snum"})


class Tesseract:
    """Reads pictures with the program at a path, in the languages that it has."""

    def __init__(self, program: Path) -> None:
        self._program = str(program)

    @cached_property
    def _languages(self) -> str:
        said = self._run("--list-langs").decode("utf-8", "replace").splitlines()
        names = {one.strip() for one in said if re.fullmatch(r"[a-z]{3}(?:_\w+)?", one.strip())}
        return "+".join(sorted(names - _NO_LANGUAGE)[:_MOST_LANGUAGES])

    @cached_property
    def version(self) -> str:
        """Its name and version, with the languages in which it reads."""
        first = self._run("--version").decode("utf-8", "replace").partition("\n")[0].strip()
        return f"{first} ({self._languages})" if first and self._languages else ""

    def read(self, picture: bytes) -> str | None:
        """Return the text in a picture (PNG); `None` where the program did not read it."""
        if not self.version:
            return None
        try:
            page = self._read(picture, "3")
            if sum(map(str.isalpha, page)) >= _FEW:
                return page
            return f"{page}\n{self._read(picture, '11')}"
        except (OSError, subprocess.SubprocessError):
            return None

    def _read(self, picture: bytes, layout: str) -> str:
        asked = [self._program, "stdin", "stdout", "-l", self._languages, "--psm", layout]
        done = subprocess.run(asked, input=picture, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
        return done.stdout.decode("utf-8", "replace")

    def _run(self, *asked: str) -> bytes:
        try:
            done = subprocess.run([self._program, *asked], capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            return b""
        return done.stdout or done.stderr
