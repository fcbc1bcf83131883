"""A small change to the fictional case, of a kind that the other side would use, with the check that must find it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO

Texts = Mapping[str, str]
"""The texts of a case by their paths in its folder."""
Change = Callable[[str], str]
"""Makes the new text of a file from its text."""


class NothingChangedError(Exception):
    """A change does not fit the text that it is for: the case was rewritten, and the mutation must follow."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one file."""

    file: str
    """Its path in the case folder; that of a template begins with `templates/`, as in `templates/uk-ghr/forum.yaml`."""
    change: Change


@dataclass(frozen=True, slots=True)
class Mutation:
    """A change that must be found, by one check, at one record."""

    kind: str
    """What was done, in a few words: one kind for all changes of the same sort."""
    edits: tuple[Edit, ...]
    check: str
    """Name of the check that must find it, or of the finding of reading."""
    record: str
    """The record that the finding must be about: `roles/orskelin-battalion-4`."""
    filing: str = ""
    """The filing that is composed for it; empty where the records are enough."""
    is_note: bool = False
    """True where the check only notes it, since not every such record is at fault."""

    def __str__(self) -> str:
        """Name it for the list of tests."""
        return f"{self.kind}: {self.record} by {self.check}"

    def applied_to(self, texts: Texts) -> dict[str, str]:
        """Return the new texts of the files that it changes; raises `NothingChangedError` where one does not change.

        A file that there is none of begins empty.
        """
        changed: dict[str, str] = {}
        for edit in self.edits:
            before = changed.get(edit.file, texts.get(edit.file, ""))
            changed[edit.file] = edit.change(before)
            if changed[edit.file] == before:
                raise NothingChangedError(f"{self}: {edit.file} stays as it is")
        return changed


_ELSEWHERE = re.compile(r"^( *)en-US:\n(?:\1 .*\n|\n(?=\1 ))*", re.MULTILINE)
"""Texts of a record for another country than the case's."""


def swap(file: str, record: str, old: str, new: str) -> Edit:
    """Write `new` for `old`, which stands once in the record; an empty `record` is the whole file.

    What is written for another country says much of the text again, and is passed over.
    """

    def change(text: str) -> str:
        start, end = _span_of(text, record)
        own = _ELSEWHERE.sub(lambda found: "\0" * len(found[0]), text)
        if (count := own.count(old, start, end)) != 1:
            raise NothingChangedError(f"`{old}` stands {count} times in `{record or file}` of {file}")
        at = own.index(old, start, end)
        return text[:at] + new + text[at + len(old) :]

    return Edit(file, change)


def drop(file: str, record: str, field: str) -> Edit:
    """Take a field out of a record, with all that stands under it."""

    def change(text: str) -> str:
        start, end = _span_of(text, record)
        found = re.compile(rf"^  {field}:.*\n(?:(?:   .*)?\n)*", re.MULTILINE).search(text, start, end)
        if found is None:
            raise NothingChangedError(f"`{record}` of {file} has no `{field}`")
        return text[: found.start()] + text[found.end() :]

    return Edit(file, change)


def append(file: str, text: str) -> Edit:
    """Write a text behind all else in a file, or as a new file."""
    return Edit(file, lambda before: before + text)


def share(file: str, column: str, of: str, fraction: str) -> Edit:
    """Write into a column of a table a share of another, rounded to whole numbers."""

    def change(text: str) -> str:
        heading, *rows = csv.reader(StringIO(text))
        to, source = heading.index(column), heading.index(of)
        for row in rows:
            part = Decimal(row[source]) * Decimal(fraction)
            row[to] = str(part.quantize(Decimal(1), ROUND_HALF_UP))
        written = StringIO()
        csv.writer(written, lineterminator="\n").writerows([heading, *rows])
        return written.getvalue()

    return Edit(file, change)


def _span_of(text: str, record: str) -> tuple[int, int]:
    """Return where a record of a list begins and ends in its file."""
    if not record:
        return 0, len(text)
    start = re.search(rf"^- id: {re.escape(record)}$", text, re.MULTILINE)
    if start is None:
        raise NothingChangedError(f"there is no record `{record}`")
    behind = re.compile(r"^- id: ", re.MULTILINE).search(text, start.end())
    return start.start(), behind.start() if behind else len(text)
