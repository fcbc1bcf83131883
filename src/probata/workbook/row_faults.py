"""What may be wrong in a row: it belongs to nothing, or says something twice."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.text_file import fault
from probata.workbook.headings import heading_of
from probata.workbook.sheets import IN_SHORT, SheetForm, forms_of
from probata.workbook.struck import strike_too

Name = tuple[str, ...]


def of_nothing(
    form: SheetForm, place: Span, holder: Name, known: Mapping[Name, str], struck: Span | None = None
) -> Diagnostic:
    """Return the finding for a row that names a record, or an entry of one, that there is not.

    `known` are those that there are, each with its title: who types that means its id. `struck` is the row of what it
    names, where that is struck through.
    """
    named = ", ".join(f"`{heading}` {f'says `{name}`' if name else 'is empty'}"
                      for heading, name in zip(form.holders, holder, strict=True))  # fmt: skip
    help = strike_too(struck) if struck else _help_on_holder(form, holder, known)
    return fault("SRC172", "row-of-nothing", f"the row belongs to no record: {named}", place, help)


def _help_on_holder(form: SheetForm, holder: Name, known: Mapping[Name, str]) -> str:
    """Return the id that is likely meant, or where the ids stand; of an entry inside another, its number."""
    above = next(one for one in forms_of(form.kind) if one.steps == form.steps[:-1])
    names = {name[0]: None for name in known if name}
    called = [name[0] for name, title in known.items() if title and _plain(title) == _plain(holder[0])]
    if len(called) == 1 and len(holder) == 1:
        return f"did you mean `{called[0]}`, which is called so?"
    near = get_close_matches("-".join(holder[0].lower().split()), names, 1) if holder[0] not in names else []
    if near and len(holder) == 1:
        return f"did you mean `{near[0]}`?"
    said = " and ".join(f"`{heading}`" for heading in form.holders)
    return f"write under {said} what a row of the sheet `{above.name}` has there as its id or number"


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def in_short_too(span: Span) -> Diagnostic:
    """Return the finding for an entry that is given as a text and in parts."""
    message = f"the entry is given under `{IN_SHORT}` and in other cells of its row"
    return fault("SRC174", "said-in-short-too", message, span, f"empty the cell under `{IN_SHORT}`, or the others")


def number_twice(span: Span, number: str) -> Diagnostic:
    """Return the finding for a number by which rows of another sheet cannot tell two entries apart."""
    message = f"two rows of one record have the number `{number}`"
    help = "give each a number of its own: rows of another sheet belong to it by this"
    return fault("SRC180", "number-twice", message, span, help)


def on_one_line(heading: str, span: Span) -> Diagnostic:
    """Return the finding for values with commas between them."""
    message = f"several values under `{heading}` stand on one line, and are read one by one"
    help = "write each on a line of its own in the cell (Alt+Enter; on a Mac Control+Option+Enter)"
    return Diagnostic("SRC185", "values-on-one-line", Severity.WARNING, message, span, help)


def twice(span: Span, key: str) -> Diagnostic:
    """Return the finding for a field that is given in two ways."""
    message = f"`{heading_of((key,))}` is given twice, as a whole and in parts, or in a cell and in a sheet"
    return fault("SRC173", "said-twice", message, span, "empty one of the two")


def tell(found: list[Diagnostic], new: Diagnostic) -> None:
    """Add a finding, unless the same is told of another cell of its row already."""
    rows = ((one.span.path, one.span.line) for one in found if one.span and one.message == new.message)
    if new.span is None or (new.span.path, new.span.line) not in rows:
        found.append(new)
