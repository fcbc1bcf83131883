"""What is said of a text that names somebody whom it may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.disclosure.in_document import NamedIn
from probata.disclosure.name_search import NameSearch
from probata.document.origin import NOTHING
from probata.graph.case_graph import CaseGraph
from probata.graph.place_within import point_in
from probata.model.case_file import Filing


def named_in_record(
    graph: CaseGraph, names: NameSearch, forum: str, person: str, record: str, loc: tuple[str | int, ...]
) -> Diagnostic:
    """Tell that a field of a record names somebody of whom no consent covers a forum, and where."""
    kind, _, key = record.partition("/")
    path, field = ".".join(map(str, loc)), graph.span(kind, key, *loc)
    place = _place_of(graph, field, names, person) or field
    return _finding(f"{say.field(path)} of {say.words(record)}", person, forum, record, place, f"{path} {person}")


def named_in_cell(person: str, forum: str, dataset: str, place: Span) -> Diagnostic:
    """Tell that a cell of a table of figures names somebody of whom no consent covers a forum."""
    return _finding(
        f"a cell of table {say.table(dataset)}", person, forum, f"datasets/{dataset}", place, f"cell {person}"
    )


def named_in_document(
    graph: CaseGraph, names: NameSearch, filing: Filing, found: Iterable[NamedIn]
) -> Iterator[Diagnostic]:
    """Tell whom a document named, at the record that the words come from; and whom the name of its files names."""
    at = next((n for n, own in enumerate(graph.case.filings) if own.id == filing.id), 0)
    place, record = graph.span("case", graph.name, "filings", at, "id"), f"filings/{filing.id}"
    for one in found:
        if one.origin and one.origin != NOTHING:
            loc = tuple(int(step) if step.isdigit() else step for step in (one.origin.field or "text").split("."))
            yield named_in_record(graph, names, filing.forum, one.person, one.origin.record, loc)
        else:
            where = f"the text under {say.words(one.under)}" if one.under else "its head or its properties"
            yield _finding(f"{say.filing(filing)}, in {where},", one.person, filing.forum, record, place)
    for person in names.persons_in(filing.id, is_address=True):
        yield _finding(
            f"the name of the files of {say.filing(filing)}", person, filing.forum, record, place, is_left=True
        )


def _finding(
    where: str, person: str, forum: str, record: str, place: Span, alike: str = "", *, is_left: bool = False
) -> Diagnostic:
    done = "it still stands there" if is_left else "the name is taken out there"
    return Diagnostic(
        "DIS102", "name-without-consent", Severity.ERROR,
        f"{where} names {say.person(person)}, and no consent covers that name for {say.words(forum)} and its readers: "
        f"{done}",
        place,
        "give the filing another `id`" if is_left
        else "write it without the name, keep it out of this forum, or record a consent",
        record=record, alike=alike, filing=forum,
    )  # fmt: skip


def _place_of(graph: CaseGraph, field: Span, names: NameSearch, person: str) -> Span | None:
    """Return where a field of a file first names somebody; `None` where the file writes it otherwise."""
    lines = graph.texts.get(field.path, "").split("\n")[field.line - 1 : max(field.end_line, field.line)]
    shown, before = "\n".join(lines), field.column - 1 if lines else 0
    found = next((one for one in names.found(shown[before:]) if one.person == person), None)
    if found is None:
        return None
    start, end = (point_in(shown, before + offset, field.line) for offset in (found.start, found.end))
    return Span(field.path, *start, *end)
