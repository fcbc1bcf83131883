"""Small changes to the fictional case, such as the other side would use, with the check that must find each.

They stand in the YAML files here, by check. An edit names a file, and behind a space the record in it, or none for the
whole file: `old` and `new` words, a field to `drop`, text to `add` at the end, or the `share` of a column of a table.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from probata.forum import own_templates

EXAMPLE = Path(__file__).resolve().parents[2] / "claims" / "example"
TEMPLATES = "templates/"
"""What the path of a text of a forum begins with."""


class NothingChangedError(Exception):
    """An edit does not fit the text that it is for: the case was rewritten, and the mutation must follow."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A change that must be found."""

    check: str
    """Name of the check that must find it, or of the finding of reading."""
    kind: str
    """What was done, in a few words: one kind for all changes of the same sort."""
    record: str
    """The record that the finding must be about: `roles/orskelin-battalion-4`."""
    edits: tuple[Mapping[str, Any], ...]
    filing: str = ""
    """The filing that is composed for it; empty where the records are enough."""
    note: bool = False
    """Whether the check only notes it, since not every such record is at fault."""

    def __str__(self) -> str:
        """Name it for the list of tests."""
        return f"{self.kind}: {self.record} by {self.check}"

    def applied_to(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return the new texts of the files that it changes; raises `NothingChangedError` where one does not change.

        A file that there is none of begins empty.
        """
        changed: dict[str, str] = {}
        for edit in self.edits:
            file, _, record = edit["in"].partition(" ")
            before = changed.get(file, texts.get(file, ""))
            changed[file] = _edited(edit, before, record)
            if changed[file] == before:
                raise NothingChangedError(f"{self}: {file} stays as it is")
        return changed


def mutations() -> Iterator[Mutation]:
    """Give all that the files beside hold."""
    for file in sorted(Path(__file__).parent.glob("*.yaml")):
        for check, each in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            yield from (Mutation(check, **{**one, "edits": tuple(one["edits"])}) for one in each)


def tried_texts() -> dict[str, str]:
    """Return every text that may be changed, by its path: those of the fictional case, and those of the forums."""
    forums = (path for path in own_templates().rglob("*") if path.suffix in {".yaml", ".j2"})
    ours = {TEMPLATES + path.relative_to(own_templates()).as_posix(): path for path in forums}
    files = (path for path in EXAMPLE.rglob("*") if path.is_file())
    case = {path.relative_to(EXAMPLE).as_posix(): path for path in files if EXAMPLE / "held" not in path.parents}
    return {name: path.read_text(encoding="utf-8") for name, path in sorted({**case, **ours}.items())}


def _edited(edit: Mapping[str, Any], text: str, record: str) -> str:
    if "add" in edit:
        return text + str(edit["add"])
    if "share" in edit:
        return _with_share(text, **edit["share"])
    start, end = _span_of(text, record)
    if "drop" in edit:
        field = re.compile(rf"^  {edit['drop']}:.*\n(?:(?:   .*)?\n)*", re.MULTILINE).search(text, start, end)
        if field is None:
            raise NothingChangedError(f"`{record}` has no `{edit['drop']}`")
        return text[: field.start()] + text[field.end() :]
    # What is written for another country says much of the text again, and is passed over.
    own = _ELSEWHERE.sub(lambda found: "\0" * len(found[0]), text)
    if (count := own.count(edit["old"], start, end)) != 1:
        raise NothingChangedError(f"`{edit['old']}` stands {count} times in `{edit['in']}`")
    at = own.index(edit["old"], start, end)
    return text[:at] + str(edit["new"]) + text[at + len(edit["old"]) :]


_ELSEWHERE = re.compile(r"^( *)en-US:\n(?:\1 .*\n|\n(?=\1 ))*", re.MULTILINE)
"""Texts of a record for another country than the case's."""


def _with_share(text: str, column: str, of: str, fraction: str) -> str:
    """Write into a column of a table a share of another, rounded to whole numbers."""
    heading, *rows = csv.reader(StringIO(text))
    to, source = heading.index(column), heading.index(of)
    for row in rows:
        row[to] = str((Decimal(row[source]) * Decimal(fraction)).quantize(Decimal(1), ROUND_HALF_UP))
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([heading, *rows])
    return written.getvalue()


def _span_of(text: str, record: str) -> tuple[int, int]:
    """Return where a record of a list begins and ends in its file."""
    if not record:
        return 0, len(text)
    start = re.search(rf"^- id: {re.escape(record)}$", text, re.MULTILINE)
    if start is None:
        raise NothingChangedError(f"there is no record `{record}`")
    behind = re.compile(r"^- id: ", re.MULTILINE).search(text, start.end())
    return start.start(), behind.start() if behind else len(text)
