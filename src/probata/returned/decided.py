"""What decisions on the changes of a file write: words into records, changes kept in one document, open points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from probata.diagnostics import Diagnostic
from probata.document.identity import digest_of
from probata.edits.change import Change, NewRecords, NewValue, NewWords
from probata.edits.change_case import changed_files
from probata.edits.ids import free_id
from probata.graph import CaseGraph
from probata.model.point import Point
from probata.output import PlacingError, hold
from probata.output.folder import LEDGER
from probata.output.ledger import Ledger
from probata.pull.change import Change as Changed
from probata.pull.find_changes import Made
from probata.pull.keep import kept, together
from probata.pull.line_signs import with_numbers_in_order
from probata.pull.offers import Offer
from probata.pull.still import counterparts, harmed_next_to, of_words, still_different
from probata.pull.taken import Taken as TakenWords
from probata.returned.choices import Choice
from probata.returned.edited_file import NowMade, Opened, Pulled, built_now, filing_of, keep_pulled
from probata.source.change_yaml import Edit
from probata.source.text_edits import CannotChangeError
from probata.word.comments import Comment

# Writing what was decided.

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
    by_text: dict[tuple[str, str, tuple[str | int, ...]], list[TakenWords]] = {}
    for found in (one.taken for one in taken):
        if found is not None:
            same = by_text.setdefault((found.text.kind, found.text.record, found.text.loc), [])
            if not any(other.place != found.place and other.result == found.result for other in same):
                same.append(found)
    return [_of_text(*key, same) for key, same in by_text.items()]


def _of_text(kind: str, record: str, loc: tuple[str | int, ...], found: Sequence[TakenWords]) -> Change:
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
    changes: Sequence[Changed], found: Pulled, now: Made, graph: CaseGraph, by: str, day: str
) -> list[dict[str, Any]]:
    """Return the records of changes that are kept in one document, which says `now` what the records give."""
    taken = set(graph.records.get("changes", {}))
    made: list[dict[str, Any]] = []
    for change in together(changes):
        if fields := kept(change, found.filing.id, found.notes, now):
            name = free_name(f"{found.filing.id}-{change.under or 'beginning'}", taken)
            made.append({"id": name, **fields, "author": by, "date": day})
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


def free_name(begin: str, taken: set[str]) -> str:
    """Return an id that none has yet, and take it."""
    name = free_id(re.sub(r"[^a-z0-9]+", "-", begin.casefold()).strip("-") or "change", "", taken)
    taken.add(name)
    return name


# Comments of a Word file as open points of the case, and what became of those that are points already.

UNNAMED = "not named"
"""Author of a comment that bears no name."""
_SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Points:
    """What the comments of a file are for the points of a case."""

    new: tuple[dict[str, Any], ...]
    """Points that come in, each with its fields; of what is resolved, settled ones."""

    known: int
    """How many comments are points already."""

    resolved: tuple[str, ...]
    """Ids of open points whose comment is resolved by now."""

    gone: tuple[str, ...]
    """Ids of open points whose comment stood in an earlier version of the file and does no more."""

    @property
    def changes(self) -> list[Change]:
        """The changes of the records; a comment that is only gone changes nothing, since nobody said why."""
        settled = (NewValue("points", id_, ("status",), _SETTLED) for id_ in self.resolved)
        return [*(NewRecords("points", [one]) for one in self.new), *settled]

    @property
    def counted(self) -> list[tuple[int, str]]:
        """What is written, in words, with how many there are of each."""
        settled = sum("status" in one for one in self.new)
        return [
            (len(self.new) - settled, "open points from comments"), (settled, "settled points from resolved comments"),
            (len(self.resolved), "open points settled, since their comments are resolved now"),
        ]  # fmt: skip


def points_of(found: Pulled, graph: CaseGraph, day: str) -> Points:
    """Compare the comments of a file with the points of the case.

    Each point of the case is one comment: what is remarked in the same way of other words is another point.
    """
    known, names = list(graph.points), dict[str, str]()
    taken = set(graph.records.get("points", {}))
    new: list[dict[str, Any]] = []
    resolved: list[str] = []
    for comment in (one for one in found.edited.comments if one.text):
        about = _about(comment, found)
        if (point := _point_of(comment, about, known)) is not None:
            known.remove(point)
            names[comment.id] = point.id
            resolved += [point.id] if comment.is_resolved and point.status != _SETTLED else []
            continue
        names[comment.id] = name = free_name(f"{found.filing.id}-{' '.join(comment.text.split()[:4])}", taken)
        new.append({"id": name, **_fields(comment, about, found.filing.id, names.get(comment.answers, ""), day)})
    count = sum(1 for one in found.edited.comments if one.text) - len(new)
    return Points(tuple(new), count, tuple(resolved), tuple(_gone(found, known)))


def _fields(comment: Comment, about: str, filing: str, answers: str, day: str) -> dict[str, Any]:
    fields = {"about": about, "filing": filing, "words": _words(comment), "answers": answers}
    said = {"text": comment.text, "author": comment.author or UNNAMED, "date": comment.date or day}
    status = {"status": _SETTLED} if comment.is_resolved else {}
    return {**{key: value for key, value in fields.items() if value}, **said, **status}


def _gone(found: Pulled, left: Sequence[Point]) -> Iterator[str]:
    """Give the open points among some that came from a comment of an earlier version of the file."""
    waiting = [one for one in left if one.status != _SETTLED and one.filing in (None, found.filing.id)]
    for comment in found.comments_before:
        if (point := _point_of(comment, "", waiting)) is not None:
            waiting.remove(point)
            yield point.id


def _point_of(comment: Comment, about: str, known: Sequence[Point]) -> Point | None:
    return next((one for one in known if _is_point(one, comment, about)), None)


def _is_point(point: Point, comment: Comment, about: str) -> bool:
    """Tell whether a point is that comment; what it is about is not known of every paragraph at every time."""
    is_said = (point.text, point.author) == (comment.text, comment.author or UNNAMED)
    is_there = (point.words or "") == _words(comment) and (not about or not point.about or point.about == about)
    return is_said and is_there and comment.date in ("", point.date.text)


def _words(comment: Comment) -> str:
    return " ".join(comment.words.split())


def _about(comment: Comment, found: Pulled) -> str:
    """Return the record that the commented paragraph comes from, as far as it is still known."""
    field = comment.tag.split(":")[1] if comment.tag.count(":") > 1 else ""
    for line in found.now.lines:
        if line.origin and (digest_of(line.origin) == field or (not field and line.text == comment.paragraph)):
            return f"{line.origin.record}#{line.origin.field}" if line.origin.field else line.origin.record
    return ""


# The way of what was decided: words into the records, then what is kept and remarked, then what is still not there.


@dataclass(frozen=True, slots=True)
class Taken:
    """What is written into the records first; of changes that cannot be written there, why."""

    found: Pulled
    decided: Decided
    number: int
    changes: tuple[Change, ...]


def take(graph: CaseGraph, found: Pulled, decided: Decided) -> Taken:
    """Return what is taken into the records."""
    taken, refused = sorted_out(graph, decided.of("take", found.offers), words_taken)
    found = replace(found, offers=_with_reasons(found.offers, refused))
    return Taken(found, decided.without(refused), len(taken), tuple(words_taken(taken)))


def _with_reasons(offers: Sequence[Offer], refused: Sequence[tuple[Offer, Diagnostic]]) -> tuple[Offer, ...]:
    """Return all changes, those that cannot be written as they were offered with the reason."""
    why = {
        one.number: f"cannot be taken into {one.taken.text.scalar.span}: {fault.message}; {fault.help}"
        for one, fault in refused
        if one.taken
    }
    return tuple(replace(one, taken=None, also=(), why=why[one.number]) if one.number in why else one for one in offers)


@dataclass(frozen=True, slots=True)
class KeptAndPoints:
    """What is written after that: changes that are kept in one document, and points from comments."""

    changes: tuple[Change, ...]
    number: int
    """How many of them are kept in one document only."""

    points: Points
    refused: tuple[Diagnostic, ...]

    @property
    def counted(self) -> list[str]:
        """What is written, in words."""
        said = [(self.number, "kept in this document only"), *self.points.counted]
        return [f"{what}: {number}" for number, what in said if number]


def keep(opened: Opened, taken: Taken, named: str, day: str) -> KeptAndPoints:
    """Return what is kept and remarked; the case was read anew since its words were taken."""
    found, graph = taken.found, opened.session.graph
    if graph is None:
        raise LookupError(named)
    now = _now(opened, found, named) if taken.number else found.now
    kept_ones = [one.change for one in taken.decided.of("keep", found.offers)]
    changes = counterparts(kept_ones, still_different(now, found.edited.text))
    new = kept_records(changes, found, now, graph, taken.decided.by, day)
    points = points_of(found, graph, day)
    wanted: list[Change] = [NewRecords("changes", [one]) for one in new]
    good, refused = sorted_out(graph, [*wanted, *points.changes], list)
    return KeptAndPoints(tuple(good), sum(one in good for one in wanted), points, tuple(fault for _, fault in refused))


@dataclass(frozen=True, slots=True)
class Left:
    """What is left when all is written."""

    undecided: tuple[Offer, ...]
    lost: tuple[Changed, ...]
    """Changes that the document which the records make now has not, though they were taken or kept."""

    dropped: tuple[Offer, ...]
    now: NowMade


def left(opened: Opened, taken: Taken, named: str) -> Left:
    """Return what is left; the case was read anew since all was written."""
    found, decided = taken.found, taken.decided
    made = built_now(opened, found.edited, *filing_of(opened, found.edited, named))
    now, edited = made.made, found.edited.text
    different = still_different(now, edited)
    taken_ones, kept_ones = ([one.change for one in decided.of(choice, found.offers)] for choice in ("take", "keep"))
    harmed = harmed_next_to(taken_ones, edited, found.now, now, different)
    lost = of_words([*counterparts([*taken_ones, *kept_ones], different), *harmed])
    undecided = tuple(one for one in found.offers if one.number not in decided.choices)
    return Left(undecided, tuple(lost), tuple(decided.of("drop", found.offers)), made)


def _now(opened: Opened, found: Pulled, named: str) -> Made:
    """Return the document as the records make it now that they were changed."""
    return built_now(opened, found.edited, *filing_of(opened, found.edited, named)).made


# A changed file from which everything came back: kept as it is, and no longer in the way of the next build.


def settle(path: Path, internal: Path, data: bytes) -> str:
    """Keep a copy of the file in `internal/pulled/`; of one that a build wrote, let the next build write its own there.

    `data` is what was read of it. Returns the path of the copy; nothing where there is no such output folder, or where
    it cannot be kept: the file stays as it is.
    """
    if not internal.is_dir():
        return ""
    try:
        with hold(internal.parent):
            kept = keep_pulled(path, internal, data)  # before the ledger: what may be replaced is kept already
            if is_in_output(path, internal):
                Ledger(internal / LEDGER).enter(path.name, data)
            return kept.as_posix()
    except (OSError, PlacingError):
        return ""


def is_in_output(path: Path, internal: Path) -> bool:
    """Tell whether a file lies where a build writes."""
    return path.absolute().parent == (internal.parent / "outgoing").absolute()
