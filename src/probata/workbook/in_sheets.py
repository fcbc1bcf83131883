"""Findings in the words of a case that is a workbook: sheets, columns and cells where they speak of files and fields.

Checks and readers advise as if each case were text: "write `source: …`", "under `limbs`, such as `{forum: …}`". What is
in backticks there is YAML and names fields, so what it says of cells follows from the names of the sheets and headings,
and no check has to know of two forms. A few phrases that are no YAML are in `advice.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final

from probata.diagnostics import Diagnostic
from probata.diagnostics.span import sheet_of
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.workbook.columns import Place, form_called, is_key, place_of, places_called
from probata.workbook.form_in_sheets import meant, of_form
from probata.workbook.headings import heading_of
from probata.workbook.in_cells import in_cells
from probata.workbook.sheets import forms_of

_KINDS = (CASE, *(kind.key for kind in KINDS))
_FILE = re.compile(rf"`({'|'.join(_KINDS)})\.yaml`")
_ROWS = re.compile(rf"\brecords in `(?P<kind>{'|'.join(_KINDS)})`")
_NAMED = re.compile(
    r"(?P<before>(?<!such )\b(?:under|its|with|as|in|to|add|correct|narrow|to its) )`(?P<name>[a-z]+(?:_[a-z]+)*)`"
)
"""A field that advice names by its key alone."""
_OF_FILE: Final = re.compile(
    rf"(?P<before>\bunder )?`(?P<name>[a-z_]+)` in (?P<file>`(?P<kind>{'|'.join(_KINDS)})\.yaml`)"
)
"""A field with the file in which it stands: advice on one record may send to another."""
_PATH = re.compile(
    rf"`(?P<path>[a-z_]+(?:\.[\w-]+)*)`(?=(?:(?:, | and )`[\w.-]+`)* of `(?:{'|'.join((*_KINDS, 'filings'))})/)"
)
"""A field of a record that a finding names by its path: `evidence.0.supports` of `allegations/a`, or one of several."""
_FURTHER = re.compile(r"`(?P<path>[a-z_]+(?:\.[\w-]+)*)`(?= in [\w ,]+![A-Z]+\d)")
"""A field by its path with its cell."""
_TWO_SHEETS = re.compile(r"(in the sheet `[^`]+`) in the sheet `[^`]+`")
_OF_FILES = frozenset({"recorded-twice"})
"""Findings that name a text file since it lies beside the workbook: no sheet is meant."""


def in_sheets(found: Diagnostic) -> Diagnostic:
    """Return a finding that says in sheets and cells what it said in files and fields.

    What a decision rests on stays what it was: the same case in another form is decided alike.
    """
    if found.name in _OF_FILES:
        return found
    kind = _kind_of(found)
    message, help = _phrases(found.message), _phrases(found.help)
    if found.field:
        message, help = of_form(message, found, kind), meant(help, found, kind)
    help = _OF_FILE.sub(_of_file, help)
    help = in_cells(_NAMED.sub(lambda match: _named(match, kind), help), kind)
    message = _ROWS.sub(lambda match: f"rows of the sheet `{forms_of(match['kind'])[0].name}`", message)
    message = _PATH.sub(lambda match: _at_path(match, kind), message)
    message, help = _file(message), _TWO_SHEETS.sub(r"\1", _file(help))
    notes = tuple(_file(_FURTHER.sub(lambda match: _at_path(match, kind), note)) for note in found.notes)
    if (message, help, notes) == (found.message, found.help, found.notes):
        return found
    settled = found.to_decide if message != found.message else found.settled
    return replace(found, message=message, help=help, notes=notes, settled=settled)


def _kind_of(found: Diagnostic) -> str:
    """Return the kind of the record that a finding is about, or else of the sheet in which it is."""
    kind = found.record.partition("/")[0]
    form = form_called(sheet_of(found.span)) if found.span else None
    return kind if kind in _KINDS else form.kind if form else CASE


def _file(text: str) -> str:
    return _FILE.sub(lambda named: f"the sheet `{forms_of(named[1])[0].name}`", text)


def _phrases(text: str) -> str:
    for phrase, ours in phrases().items():
        text = text.replace(phrase, ours)
    return text


@cache
def phrases() -> Mapping[str, str]:
    """Return the phrases of text files with what is said in their place."""
    read: dict[str, dict[str, str]] = tomllib.loads(
        files("probata.workbook").joinpath("advice.toml").read_text("utf-8")
    )
    return read["phrases"]


def _at_path(match: re.Match[str], kind: str) -> str:
    """Call a field that is named by its path by its heading, a list by its sheet."""
    place = place_of(kind, tuple(step for step in match["path"].split(".") if not step.isdigit()))
    if place is None or (place.heading and not is_key(match["path"].rpartition(".")[2])):
        return match[0]
    return f"`{place.heading}`" if place.heading else f"a row of the sheet `{place.sheet}`"


def _of_file(match: re.Match[str]) -> str:
    """Call a field that is named with its file by its heading there, a list by its sheet."""
    places = places_called(match["kind"], match["name"])
    if not places:
        return match[0]
    before, place = match["before"] or "", places[0]
    if place.heading:
        return f"{before}`{place.heading}` in {match['file']}"
    return f"{'in ' if before else ''}the sheet `{place.sheet}`"


def _named(match: re.Match[str], kind: str) -> str:
    """Call a field that advice names by its heading, and a list that has a sheet by its sheet."""
    before, name = match["before"], match["name"]
    is_kind = name in _KINDS and before in {"to ", "in "}
    places = [] if is_kind else places_called(kind, name)
    if not places and name in _KINDS:
        places = [Place(forms_of(name)[0].name, "")]
    elif not places and not ("_" in name and is_key(name)):
        return match[0]
    place = places[0] if places else Place("", heading_of((name,)))
    if place.heading:
        return f"{before}`{place.heading}`"
    before = {"under ": "in ", "its ": "", "to its ": "to "}.get(before, before)
    return f"{before}the sheet `{place.sheet}`"
