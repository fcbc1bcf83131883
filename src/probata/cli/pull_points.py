"""Comments of a Word file as open points of the case, and what became of those that are points already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from probata.cli.pull_writing import free_name, new_records
from probata.cli.pulled_document import Pulled
from probata.cli.today import today
from probata.document.identity import digest_of
from probata.edits.change import Change, NewValue
from probata.graph import CaseGraph
from probata.model.point import Point
from probata.word.comments import Comment

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
        return [*(change for one in self.new for change in new_records("points", [one])), *settled]

    @property
    def counted(self) -> list[tuple[int, str]]:
        """What is written, in words, with how many there are of each."""
        settled = sum("status" in one for one in self.new)
        return [
            (len(self.new) - settled, "open points from comments"), (settled, "settled points from resolved comments"),
            (len(self.resolved), "open points settled, since their comments are resolved now"),
        ]  # fmt: skip


def points_of(found: Pulled, graph: CaseGraph) -> Points:
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
        new.append({"id": name, **_fields(comment, about, found.filing.id, names.get(comment.answers, ""))})
    count = sum(1 for one in found.edited.comments if one.text) - len(new)
    return Points(tuple(new), count, tuple(resolved), tuple(_gone(found, known)))


def _fields(comment: Comment, about: str, filing: str, answers: str) -> dict[str, Any]:
    fields = {"about": about, "filing": filing, "words": _words(comment), "answers": answers}
    said = {"text": comment.text, "author": comment.author or UNNAMED, "date": comment.date or today().isoformat()}
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
