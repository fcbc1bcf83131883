"""Seven layouts in which notes must keep to the pages of their marks: paper, margins, type and leading."""

from __future__ import annotations

from probata.document.tree import Layout


def _layout(paper: str, margin: float, size: float, leading: float) -> Layout:
    return Layout("A4" if paper == "A4" else "Letter", margin, margin, margin, margin, size, leading)


LAYOUTS = [
    _layout("A4", 25, 11, 1.4),
    _layout("A4", 20, 11, 1.4),
    _layout("A4", 25, 12, 1.5),
    _layout("A4", 25.4, 10.5, 1.6),
    _layout("Letter", 25.4, 12, 1.5),
    _layout("Letter", 30, 11, 1.8),
    _layout("A4", 22, 11.5, 1.45),
]
