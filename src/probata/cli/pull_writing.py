"""Writing what was decided: words into the records, changes kept in one document, comments as open points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from probata.cli.exit_code import CannotContinueError
from probata.cli.pull_choices import Choice
from probata.cli.pulled_document import Pulled
from probata.cli.today import today
from probata.diagnostics import Diagnostic
from probata.edits.change import Change, NewRecords, NewValue, NewWords
from probata.edits.change_case import changed_files
from probata.edits.ids import free_id
from probata.graph import CaseGraph
from probata.output import PlacingError
from probata.output.together import write_together
from probata.pull.change import Change as Changed
from probata.pull.find_changes import Made
from probata.pull.keep import kept, together
from probata.pull.line_signs import with_numbers_in_order
from probata.pull.offers import Offer
from probata.pull.taken import Taken
from probata.source.change_yaml import Edit
from probata.source.text_edits import CannotChangeError

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class Decided:
    """What is done with the changes of a file, by number, and who keeps some of them in it."""

    choices: Mapping[int, Choice]
    by: str

    def of(self, choice: str, offers: Iterable[Offer]) -> list[Offer]:
        """Return the changes with which that is done."""
        return [one for one in offers if self.choices.get(one.number) == choice]

    def without(self, refused: Iterable[tuple[Offer, Diagnostic]]) -> Decided:
        """Return it with no choice for changes that cannot be written."""
        gone = {one.number for one, _ in refused}
        return replace(self, choices={number: choice for number, choice in self.choices.items() if number not in gone})


def words_taken(taken: Sequence[Offer]) -> list[Change]:
    """Return the changes of the records; those of one text together, since their places count in it as it was.

    What was changed alike in two places that print one text is taken once.
    """
    by_text: dict[tuple[str, str, tuple[str | int, ...]], list[Taken]] = {}
    for found in (one.taken for one in taken):
        if found is not None:
            same = by_text.setdefault((found.text.kind, found.text.record, found.text.loc), [])
            if not any(other.place != found.place and other.result == found.result for other in same):
                same.append(found)
    return [_of_text(*key, same) for key, same in by_text.items()]


def _of_text(kind: str, record: str, loc: tuple[str | int, ...], found: Sequence[Taken]) -> Change:
    if value := next((one.value for one in found if one.value), ""):
        return NewValue(kind, record, loc, value)
    edits = {Edit(edit.start, edit.end, edit.new) for one in found for edit in one.edits}
    together = list(_removed_together(sorted(edits, key=lambda edit: (edit.start, edit.end))))
    text = found[0].text
    if text.form == "markdown":
        together = with_numbers_in_order(text.scalar.text, together)
    return NewWords(kind, record, loc, tuple(together))


def _removed_together(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Give edits in their order, those that take stretches out that overlap as one.

    With the last paragraph goes the empty line above it, which may have gone with the paragraph there.
    """
    last: Edit | None = None
    for edit in edits:
        if last and edit.start < last.end and not (last.words + edit.words).strip():
            last = Edit(last.start, max(last.end, edit.end), "")
            continue
        if last:
            yield last
        last = edit
    if last:
        yield last


def kept_records(
    changes: Sequence[Changed], found: Pulled, now: Made, graph: CaseGraph, by: str
) -> list[dict[str, Any]]:
    """Return the records of changes that are kept in one document, which says `now` what the records give."""
    taken = set(graph.records.get("changes", {}))
    made: list[dict[str, Any]] = []
    for change in together(changes):
        if fields := kept(change, found.filing.id, found.notes, now):
            name = free_name(f"{found.filing.id}-{change.under or 'beginning'}", taken)
            made.append({"id": name, **fields, "author": by, "date": today().isoformat()})
    return made


def sorted_out(
    graph: CaseGraph, wanted: Sequence[_One], changes_of: Callable[[Sequence[_One]], list[Change]]
) -> tuple[list[_One], list[tuple[_One, Diagnostic]]]:
    """Return what can be written, all of it together, and of each other thing the finding that says why it cannot.

    Each is tried beside those that can, as it would be written; `changes_of` gives the changes of records for some.
    """
    good: list[_One] = []
    refused: list[tuple[_One, Diagnostic]] = []

    def put(some: Sequence[_One]) -> None:
        try:
            changed_files(graph, changes_of([*good, *some]))
        except CannotChangeError as error:
            if len(some) == 1:
                refused.append((some[0], error.diagnostic))
                return
            half = len(some) // 2
            put(some[:half])
            put(some[half:])
        else:
            good.extend(some)

    put(wanted)
    return good, refused


def write(graph: CaseGraph, changes: Sequence[Change]) -> list[str]:
    """Write changes of records, all or none, and return the names of the files that changed."""
    try:
        files = changed_files(graph, changes)
        write_together(files)
    except CannotChangeError as error:
        found = error.diagnostic
        raise CannotContinueError(f"{found.span}: {found.message}; nothing was written", found.help) from None
    except PlacingError as error:
        raise CannotContinueError(f"{error}; nothing was written", "close it elsewhere and try again") from None
    return [file.path.name for file in files]


def new_records(kind: str, records: Sequence[dict[str, Any]]) -> list[Change]:
    """Return the change that adds records; none where there are none."""
    return [NewRecords(kind, records)] if records else []


def free_name(begin: str, taken: set[str]) -> str:
    """Return an id that none has yet, and take it."""
    name = free_id(re.sub(r"[^a-z0-9]+", "-", begin.casefold()).strip("-") or "change", "", taken)
    taken.add(name)
    return name
