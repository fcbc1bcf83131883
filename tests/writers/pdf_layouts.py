"""Seven layouts in which notes must keep to the pages of their marks: paper, margins, type and leading."""

from __future__ import annotations

from tests.looks import on_page

LAYOUTS = [
    on_page("A4", 25, 11, 1.4),
    on_page("A4", 20, 11, 1.4),
    on_page("A4", 25, 12, 1.5),
    on_page("A4", 25.4, 10.5, 1.6),
    on_page("Letter", 25.4, 12, 1.5),
    on_page("Letter", 30, 11, 1.8),
    on_page("A4", 22, 11.5, 1.45),
]
