"""The pages of the project as tests read them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACES = ("*.md", "docs/**/*.md", "claims/*/README.md", "output/README.md")
PAGES = sorted(path.relative_to(ROOT).as_posix() for place in PLACES for path in ROOT.glob(place))
FENCE = re.compile(r"^```(?P<kind>\w*)(?: \S+)?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
"""A block of code; the name of its file may stand behind its kind."""
LINK = re.compile(r"\]\((?!https?://|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
"""A link to a file of the project or a heading."""


def read(page: str) -> str:
    """Return a page or any other text file of the project."""
    return (ROOT / page).read_text(encoding="utf-8")


def prose(page: str) -> str:
    """Return a page without its code, in which a bracket is no link."""
    return re.sub(r"`[^`\n]*`", "", FENCE.sub("", read(page)))


def anchors(page: Path) -> set[str]:
    """Return the anchors that a reader of Markdown gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
