"""Looks for tests."""

from __future__ import annotations

from typing import Any

from probata.document.look import Look
from probata.forum.layout import Layout
from probata.forum.look import look_of


def look(**groups: Any) -> Look:
    """Return our look with some values changed, as in a `look.toml`."""
    return look_of((groups,), Layout())


def on_page(paper: str, margin: float, size: float, line: float) -> Look:
    """Return our look on a page with equal margins, with text of a size."""
    sides = dict.fromkeys(("top", "right", "bottom", "left"), margin)
    return look(page={"paper": paper, **sides}, size={"text": size}, line={"text": line})
