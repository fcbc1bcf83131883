"""The headings that a new sheet has: those that most records need, and those that these records have.

Of the parts of a record all headings are there, or none: where one is filled, somebody may look for the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.workbook.continued import parts
from probata.workbook.headings import TRANSLATIONS, Path, heading_of
from probata.workbook.shape import Shape
from probata.workbook.sheets import IN_SHORT, NUMBER, SheetForm, is_own_sheet
from probata.workbook.to_rows import Row

_OTHER_SPELLING = "Another spelling of"
"""How the schema describes a field that is read for another: one column for both is enough."""


def standard_headings(form: SheetForm, rows: Sequence[Row]) -> list[str]:
    """Return the headings of a new sheet in the order of the record's fields, those of translations last."""
    used = list(
        dict.fromkeys(name for row in rows for heading, text in row.items() for name, _ in parts(heading, text))
    )
    first = [*form.holders, *([NUMBER] if form.is_numbered else [])]
    own = list(_offered(form.shape))
    begun = {heading.partition(":")[0] for heading in used}
    known = [heading for heading in own if not rows or form.is_upright or ":" not in heading
             or heading.partition(":")[0] in begun]  # fmt: skip
    rest = [heading for heading in used if heading not in {*first, *known}]
    order = {heading: place for place, heading in enumerate(_all(form.shape, ()))}
    rest.sort(key=lambda heading: (heading.endswith(")"), order.get(heading, len(order))))
    short = [IN_SHORT] if IN_SHORT in rest else []
    return [*first, *short, *known, *(heading for heading in rest if heading != IN_SHORT)]


def _offered(shape: Shape) -> Iterator[str]:
    """Give the fields of a record that one cell can hold; those of its parts where they have no whole."""
    for key, found in shape.fields.items():
        if key == TRANSLATIONS or found.description.startswith(_OTHER_SPELLING):
            continue
        if found.is_text or (found.items and not is_own_sheet((key,), found)):
            yield heading_of((key,))
        elif found.fields and not found.items:
            yield from (heading_of((key, inner)) for inner, one in found.fields.items()
                        if one.is_text and inner != TRANSLATIONS)  # fmt: skip


def _all(shape: Shape, before: Path, depth: int = 4) -> Iterator[str]:
    for key, found in shape.fields.items() if depth else ():
        if key != TRANSLATIONS:
            yield heading_of((*before, key))
            yield from _all(found, (*before, key), depth - 1)
