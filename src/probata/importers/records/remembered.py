"""What the user said of the headings of a table, kept in the case for the next table with the same headings.

`import-headings.toml` lies beside the records and is no record: the reader of a case passes it over. It is meant to be
read and changed by people, one table of TOML for each set of headings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.importers.foreign import CannotImportError, refused
from probata.importers.spreadsheet import bare
from probata.source.text_edits import Replaced
from probata.source.text_file import read_text
from probata.source.write_records import quoted

FILE_NAME = "import-headings.toml"
_HEAD = """\
# Which field each heading of an imported table is, as you said it. `probata import table` reads this where a table of
# the same kind has the same headings. Change it or delete it as you like. A field "" leaves the column out.
"""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of one set of headings."""

    kind: str
    headings: tuple[str, ...]
    fields: Mapping[str, str]
    """The field of a heading, for those of which the user has said one."""

    def is_of(self, kind: str, headings: Sequence[str]) -> bool:
        """Tell whether a table of a kind has these headings, in whatever order."""
        return self.kind == kind and _set(self.headings) == _set(headings)


@dataclass(frozen=True, slots=True)
class Memory:
    """The file with all that is remembered in a case."""

    path: Path
    shown: str
    before: bytes | None
    entries: tuple[Remembered, ...]

    def fields_of(self, kind: str, headings: Sequence[str]) -> dict[str, str]:
        """Return what was said of the headings of such a table."""
        return {
            heading: said for one in self.entries if one.is_of(kind, headings) for heading, said in one.fields.items()
        }

    def with_fields(self, kind: str, headings: Sequence[str], said: Mapping[str, str]) -> Replaced | None:
        """Return the file with what the user says now; `None` where it says the same already, or there is nothing."""
        known = self.fields_of(kind, headings)
        if all(known.get(heading) == field for heading, field in said.items()):
            return None
        new = Remembered(kind, tuple(filter(None, headings)), {**known, **said})
        entries = [one for one in self.entries if not one.is_of(kind, headings)]
        return Replaced(self.path, self.before, (_HEAD + "".join(map(_table, [*entries, new]))).encode(), self.shown)


def memory_of(case: Path, shown: str) -> Memory:
    """Return what is remembered in a case, which is a folder or one file.

    Raises `CannotImportError` where the file is none of this form, or lies outside the case.
    """
    path = case / FILE_NAME if case.is_dir() else case.with_name(f"{case.stem}-{FILE_NAME}")
    name = f"{shown}/{FILE_NAME}" if case.is_dir() else f"{shown.rpartition('/')[0]}/{path.name}".lstrip("/")
    if not path.exists():
        return Memory(path, name, None, ())
    file = read_text(path.parent, path, name)
    if isinstance(file, Diagnostic):
        raise CannotImportError(file)
    try:
        found = tomllib.loads(file.text)
        return Memory(path, name, path.read_bytes(), tuple(_entries(found)))
    except (tomllib.TOMLDecodeError, RecursionError, KeyError, TypeError, ValueError) as error:
        raise _broken(name, str(error) or "a part is missing") from None


def _entries(found: Mapping[str, Any]) -> Iterator[Remembered]:
    for one in found.get("table", []):
        kind, headings, fields = one["kind"], one["headings"], one.get("fields", {})
        texts = [kind, *headings, *fields, *fields.values()]
        if not all(isinstance(text, str) for text in texts):
            raise ValueError("a text is expected in quotation marks")
        yield Remembered(kind, tuple(headings), dict(fields))


def _broken(shown: str, reason: str) -> Exception:
    message = f"what is remembered of headings cannot be read: {reason}"
    help = "correct the file, or delete it and say the headings once more with `--map`"
    return refused("IMP183", "headings-not-read", message, Span(shown), help)


def _set(headings: Sequence[str]) -> frozenset[str]:
    return frozenset(filter(None, map(bare, headings)))


def _table(one: Remembered) -> str:
    headings = ", ".join(map(quoted, one.headings))
    fields = "".join(f"{quoted(heading)} = {quoted(said)}\n" for heading, said in one.fields.items())
    return f"\n[[table]]\nkind = {quoted(one.kind)}\nheadings = [{headings}]\n\n[table.fields]\n{fields}"
