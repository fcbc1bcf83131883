"""Quotations in a title that a style puts in marks of quotation itself: one kind of marks stands within the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from probata.document.inlines import Inlines
from probata.document.rebuild import map_texts

_TITLES = ("title", "title-short", "container-title", "collection-title")
_MARKS = frozenset("‘’“”")
_CLOSING = re.compile(r"’(?!\w)")
"""What may end a quotation; the apostrophe of `won’t` does not."""
_IN_SINGLE = re.compile(r"‘([^‘’]*(?:’(?=\w)[^‘’]*)*)’")
_IN_DOUBLE = re.compile(r"“([^“”]*)”")
_STRAIGHT = re.compile(r'(?<!\w)"([^"]*)"(?!\w)')
"""Marks as databases have them, which citeproc prints as these."""


def with_inner_quotes(inlines: Inlines, works: Iterable[Mapping[str, Any]]) -> Inlines:
    """Give quotations in titles the marks that stand inside those of the style, where it puts marks round the title.

    Double stand within single (OSCOLA 4, 1.5) and single within double (Chicago 13.30); citeproc takes titles as they
    are recorded. `works` are those that are cited. A title is left as it is where an apostrophe, as of `prisoners’`,
    may be one of its marks, and where they are those of other languages.
    """
    quoting = sorted({title for work in works for title in _quoting(work)}, key=len, reverse=True)
    if not quoting:
        return inlines
    # A style may have capitals of its own, and puts a comma or stop inside its marks.
    found = re.compile(rf"(?<=[‘“])(?:{'|'.join(map(re.escape, quoting))})(?=[,.]?[’”])", re.IGNORECASE)
    return map_texts(inlines, lambda text: found.sub(_alternated, text))


def has_quotation(work: Mapping[str, Any]) -> bool:
    """Tell whether a title of a work has marks of quotation in it."""
    return bool(_quoting(work))


def _quoting(work: Mapping[str, Any]) -> list[str]:
    titles = (_STRAIGHT.sub(r"“\1”", str(work.get(name, ""))) for name in _TITLES)
    return [title for title in titles if not _MARKS.isdisjoint(title)]


def _alternated(title: re.Match[str]) -> str:
    is_in_single = title.string[title.start() - 1] == "‘"
    return _in_single(title[0]) if is_in_single else _IN_DOUBLE.sub(lambda one: f"‘{_in_single(one[1])}’", title[0])


def _in_single(text: str) -> str:
    is_certain = text.count("‘") == len(_CLOSING.findall(text))
    return _IN_SINGLE.sub(r"“\1”", text) if is_certain else text
