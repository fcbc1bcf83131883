"""Marks of exhibits: in which statement each is produced, and which of them a text names, in what form.

`MT/1`, `MT 1` and `MT1` are one mark in three forms. `A-7` and `A-07` are two: registries assign them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from probata.graph.case_graph import CaseGraph
from probata.model.exhibit import Exhibit
from probata.model.statement import Statement

_MARK = re.compile(r"^(?P<letters>[^\W\d_]{1,12})(?P<between>[ /.-]{0,2})\d{1,6}[A-Za-z]?$")


def plain_mark(mark: str) -> str:
    """Return a mark without what may differ between its forms; one of another make is compared as it is written."""
    bare = " ".join(mark.split())
    return re.sub(r"[ /.-]", "", bare).upper() if _MARK.match(bare) else bare.casefold()


def form_of(mark: str) -> str | None:
    """Return what stands between letters and number of a mark, such as `/`; `None` where it is of another make."""
    match = _MARK.match(" ".join(mark.split()))
    return match["between"] if match else None


def letters_of(mark: str) -> str | None:
    """Return the letters before the number of a mark; `None` where it has none."""
    match = _MARK.match(" ".join(mark.split()))
    return match["letters"] if match else None


def listed_in(graph: CaseGraph, statement: Statement) -> tuple[Exhibit, ...]:
    """Return the exhibits in the list of a statement, in order; ids that lead nowhere are left out."""
    found = (graph.find("exhibits", Exhibit, key) for key in dict.fromkeys(statement.exhibits))
    return tuple(exhibit for exhibit in found if exhibit)


def marks_named(text: str, letters: Iterable[str]) -> Iterator[str]:
    """Give the marks with certain letters that a text names, as it writes them.

    Of one letter only forms with a stroke, dot or hyphen are looked for: "A 4" may be a size of paper.
    """
    long = sorted({one for one in letters if len(one) > 1}, key=lambda one: (-len(one), one))
    short = sorted({one for one in letters if len(one) == 1})
    forms = [
        rf"(?:{'|'.join(map(re.escape, long))})[ /.-]?" if long else "",
        rf"[{''.join(short)}][/.-]" if short else "",
    ]
    if pattern := "|".join(form for form in forms if form):
        yield from (match[0] for match in re.finditer(rf"(?<![\w/.-])(?:{pattern})\d{{1,6}}[A-Za-z]?(?![\w])", text))
