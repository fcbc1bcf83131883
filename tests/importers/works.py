"""Foreign works and what an import makes of them, for tests of this room."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from probata.citation.program import find_program
from probata.diagnostics import Span
from probata.importers.changes import Changes, Held, Outcome
from probata.importers.foreign import CannotImportError, Foreign
from probata.importers.read_file import Found, Wanted, bytes_of, read_file
from probata.importers.records.plan import plan_for
from probata.importers.to_source import Converted, converted
from probata.importers.works import KIND, works_as_records
from probata.source.case_source import CaseSource

HERE = Span("file", 1)


def work(**item: Any) -> Foreign:
    """A work of CSL-JSON; underscores in names stand for hyphens."""
    return Foreign({name.replace("_", "-"): value for name, value in item.items()}, HERE)


def fields(**item: Any) -> dict[str, Any]:
    """The fields that a work gives, without its type."""
    made = converted(work(type="report", **item))
    assert not made.refused
    return {key: value for key, value in made.fields.items() if key != "type"}


def told(**item: Any) -> Converted:
    """All that a work gives."""
    return converted(work(type="report", **item))


def planned(works: Iterable[Foreign], *known: Held) -> tuple[list[Outcome], Changes]:
    """What an import would do."""
    plan = plan_for(CaseSource("case", Path(), "case"), {}, ())
    for held in known:
        plan.put(KIND, held)
    plan.take_all(works_as_records(works))
    return plan.outcomes, plan.changes.get(KIND, Changes())


def read(folder: Path, name: str, content: str | bytes, **wanted: Any) -> Found:
    """Write a file and read the works in it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(bytes_of(path, name), path, name, Wanted(**wanted), find_program())


def refusal(folder: Path, name: str, content: str | bytes, **wanted: Any) -> tuple[str, Span | None]:
    """The name and place of the finding for which nothing can be taken from a file."""
    try:
        read(folder, name, content, **wanted)
    except CannotImportError as error:
        return error.diagnostic.name, error.diagnostic.span
    raise AssertionError(f"{name} was read")
