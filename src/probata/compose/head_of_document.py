"""What a document says of itself: title, author, language, the lines on every page, its layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probata.compose.assignment import Assignment
from probata.compose.context import CaseContext
from probata.compose.printer import Printer
from probata.document.look import Look
from probata.document.tree import BRIEF, Meta, PartHead
from probata.fonts.widths import text_width
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.model.statement import Statement

# The title at the foot of each page: a short one, where the document's own does not fit on one line.

POINTS: Final = 72 / 25.4
NUMBER: Final = 90.0
"""Points that the number of a page takes beside it, with the space between."""


def running_title(title: str, usual: str, look: Look) -> str:
    """Return the title, or the usual one of the forum where only that fits on a line.

    Where neither fits the document's own stands, on two lines.
    """
    room, size = look.text_width * POINTS - NUMBER, look.type_size(look.size.running)
    own, usual_width = (text_width(text, size, face=look.face) for text in (title, usual))
    return usual if own > room >= usual_width else title


_LABELS = ("table", "figure", "page", "of", "contents", "notes")


def running_lines(task: Assignment, marking: str | None, wording: Wording) -> tuple[str, ...]:
    """Return the lines at the head of every page: marking, DRAFT with the notice of an illustration, specimen."""
    lines = [str(marking)] if marking else []
    status = [] if task.is_final else [wording.label("running.draft")]
    if task.graph.case.status == "illustration":
        status.append(illustration_notice(task.graph, wording))
    lines += [". ".join(status)] if status else []
    if task.forum.profile.document_kind == "statement" and not task.filing.statement:
        lines.append(wording.label("running.specimen"))
    return tuple(lines)


def illustration_notice(graph: CaseGraph, wording: Wording) -> str:
    """Return the notice that every page of an illustration carries."""
    made_from = [source for c in graph.case.made_from for source in graph.sources if source.id == c.source]
    named = dict.fromkeys(s.publisher or wording.quote(s.title or s.id) for s in made_from)
    works = wording.label("list.between_long").join(named)
    return wording.label("running.illustration", works=works or wording.label("running.works_not_named"))


def head_of_document(task: Assignment, context: CaseContext, wording: Wording) -> Meta:
    """Return what stands in the properties of the file and on each of its pages.

    The day is that of the filing, else the case's; of a period its first. A forum that keeps sources confidential gets
    no author: who prepared a document can say whom it came from.
    """
    profile, case, filing = task.forum.profile, task.graph.case, task.filing
    when = filing.date or case.as_of
    start = when.start if when else None
    author = "" if profile.disclosure.source_confidential else case.prepared_by.organisation or case.prepared_by.name
    title = filing.title or context.title_of_forum
    persons = wording.join([Printer.name(p.name) for p in task.graph.persons_concerned(filing)])
    named = wording.label("document.about_persons", title=title, persons=persons)
    whole = title if filing.title or not persons else named
    colon = dict(_labels(wording)).get("colon", ":")
    return Meta(
        title=whole,
        language=wording.language,
        author=author or "",
        subject=str(case.title),
        created=start.first.isoformat() if start else "",
        running=running_lines(task, context.marking, wording),
        short_title=_foot(task) or running_title(title, context.title_of_forum, task.forum.look),
        labels=tuple(_labels(wording)),
        note_numbering=profile.notes,
        authority_pages=profile.citation.authority_pages,
        look=task.forum.look,
        parts=tuple(_parts(task, context, (whole, title), colon)),
    )


def _parts(task: Assignment, context: CaseContext, titles: tuple[str, str], colon: str) -> Iterator[PartHead]:
    """Give the heads of the parts that the forum knows, the brief's own words for itself first."""
    parts, (whole, title) = task.forum.profile.parts, titles
    if parts:
        yield PartHead(BRIEF, whole, "", context.word(f"of_{BRIEF}", f"({BRIEF})"))
    for name, part in parts.items():
        own = context.word(f"document_title_{name.replace('-', '_')}", part.title)
        begin = f"{own}{colon} "
        short = running_title(f"{begin}{title}", own, task.forum.look)
        named = context.word(f"of_{name.replace('-', '_')}", f"({own})")
        yield PartHead(name, f"{begin}{whole}", _foot(task) or short, named, part.confidential)


def _labels(wording: Wording) -> Iterator[tuple[str, str]]:
    yield from ((key, wording.label(f"document.{key}")) for key in _LABELS)
    if (colon := wording.label("document.colon")) != ":":
        yield "colon", colon


def _foot(task: Assignment) -> str:
    """Return number and initials where the forum wants them on each page (CPR PD 32, para 19.1(3)); else nothing."""
    if task.forum.profile.layout.foot != "proceedings":
        return ""
    number = task.filing.proceedings.number if task.filing.proceedings else None
    statement = task.graph.find("statements", Statement, task.filing.statement or "")
    return ", ".join(part for part in (number, statement.initials if statement else None) if part)
