"""Findings on the form of a record in the words of sheets: the field that is wrong, and the one that is meant."""

from __future__ import annotations

import re

from probata.diagnostics import Diagnostic
from probata.workbook.columns import Place, place_of
from probata.workbook.headings import heading_of

_ABSENT = re.compile(r"^the field `[^`]+` is (?:missing|empty)$")
_OF_FORM = re.compile(r"\b(?P<what>field|choice for|value of|entry of) `(?P<name>[A-Za-z_-]+)`")
"""What findings on the form of records say of a field, by its key."""
_LISTED = re.compile(r"fields here are (?P<names>[A-Za-z_, -]+)$")
_MEANT = re.compile(r"did you mean `(?P<name>[a-z_-]+)`(?:, with `(?P<below>[a-z_-]+)` below it)?\?")
_UNKNOWN = "unknown-field"


def of_form(text: str, found: Diagnostic, kind: str) -> str:
    """Call the field that is wrong by its heading."""
    path = tuple(found.field.split("."))
    own = place_of(kind, path) or Place("", heading_of(path))
    if _ABSENT.match(text):
        return f"nothing stands under `{own.heading}`" if own.heading else f"the sheet `{own.sheet}` has no row of it"

    def called(match: re.Match[str]) -> str:
        heading = (own.heading or own.sheet) if match["name"] == path[-1] else heading_of((match["name"],))
        return f"{'column' if match['what'] == 'field' else match['what']} `{heading}`"

    return _OF_FORM.sub(called, text)


def meant(text: str, found: Diagnostic, kind: str) -> str:
    """Call the fields that are meant, beside the one that is wrong, by their headings."""
    *holder, last = found.field.split(".")

    def heading(name: str) -> str:
        place = place_of(kind, (*holder, *name.split("."))) or Place("", heading_of(tuple(name.split("."))))
        return f"`{place.heading}`" if place.heading else f"the sheet `{place.sheet}`"

    if text == f"add `{last}: …`":
        own = place_of(kind, (*holder, last))
        return f"write a value under {heading(last)}" if own is None or own.heading else f"add a row to {heading(last)}"
    if found.name != _UNKNOWN:
        return text
    text = _LISTED.sub(
        lambda match: f"columns here are {', '.join(heading(name) for name in match['names'].split(', '))}", text
    )
    return _MEANT.sub(
        lambda match: f"did you mean {heading('.'.join(filter(None, match.group('name', 'below'))))}?", text
    )
