"""Signs that TeX reads as commands, in the one field of BibTeX that Pandoc neither reads nor writes as TeX: `type`."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[&%$#_{}]")
_WRITTEN = re.compile(r"\\([&%$#_{}])")


def in_tex(text: str) -> str:
    r"""Return a text for TeX, `Letter \& map`. Backslashes, tildes and carets, which no sort of a work has, go out."""
    return _SIGNS.sub(r"\\\g<0>", re.sub(r"[\\~^]", " ", text))


def out_of_tex(text: str) -> str:
    r"""Return what a text in TeX says: `Letter & map`; a command that is not known stays as it is written."""
    return _WRITTEN.sub(r"\1", text)
