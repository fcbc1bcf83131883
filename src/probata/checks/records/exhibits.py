"""Exhibits: their marks, the list of a statement, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself, records_of, ruled_by
from probata.checks.engine.finding import Finding
from probata.checks.prose.words import any_of, word_list
from probata.checks.support.statements_of import statements_under
from probata.checks.tenures.sure_days import are_surely_apart, is_surely_before
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.markup.parse import BOLD
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source
from probata.model.statement import Statement

# `MT/1`, `MT 1` and `MT1` are one mark in three forms. `A-7` and `A-07` are two: registries assign them.

_MARK = re.compile(r"^(?P<letters>[^\W\d_]{1,12})(?P<between>[ /.-]{0,2})\d{1,6}[A-Za-z]?$")


def plain_mark(mark: str) -> str:
    """Return a mark without what may differ between its forms; one of another make is compared as it is written."""
    bare = " ".join(mark.split())
    return re.sub(r"[ /.-]", "", bare).upper() if _MARK.match(bare) else bare.casefold()


def form_of(mark: str) -> tuple[str, str] | None:
    """Return the letters of a mark and what stands between them and its number; `None` where it is of another make."""
    match = _MARK.match(" ".join(mark.split()))
    return (match["letters"], match["between"]) if match else None


def listed_in(graph: CaseGraph, statement: Statement) -> tuple[Exhibit, ...]:
    """Return the exhibits in the list of a statement, in order; ids that lead nowhere are left out."""
    found = (graph.find("exhibits", Exhibit, key) for key in dict.fromkeys(statement.exhibits))
    return tuple(exhibit for exhibit in found if exhibit)


def marks_named(text: str, exhibits: Iterable[Exhibit]) -> Iterator[str]:
    """Give the marks with the letters of some exhibits that a text names, as it writes them.

    Of one letter only forms with a stroke, dot or hyphen are looked for: "A 4" may be a size of paper.
    """
    letters = {form[0] for exhibit in exhibits if (form := form_of(exhibit.mark))}
    by_length = sorted(letters, key=lambda one: (-len(one), one))
    forms = [rf"{re.escape(one)}[ /.-]{'?' if len(one) > 1 else ''}" for one in by_length]
    if forms:
        pattern = rf"(?<![\w/.-])(?:{'|'.join(forms)})\d{{1,6}}[A-Za-z]?(?![\w])"
        yield from (match[0] for match in re.finditer(pattern, text))


@check("EVI133", Severity.WARNING, "statements and exhibits", looks_at=records_of("statements", "exhibits"))
def exhibit_mark_in_two_forms(case: CheckInput) -> Iterator[Finding]:
    for statement in case.graph.statements:
        exhibits, first = listed_in(case.graph, statement), dict[str, str]()
        for exhibit in exhibits:
            form = form_of(exhibit.mark)
            before = first.setdefault(form[0].upper(), exhibit.mark) if form else exhibit.mark
            if form_of(before) != form:
                said = f"statement {say.statement(statement)} marks its exhibits {say.words(before)} and "
                said += f"{say.words(exhibit.mark)}, in two forms"
                step = "write both marks in one form, here and in the text"
                yield case.finding("exhibits", exhibit.id, said, step, at=("mark",))
        listed = {plain_mark(exhibit.mark): exhibit.mark for exhibit in exhibits}
        named: dict[str, int] = {}
        for position, paragraph in enumerate(statement.paragraphs):
            for mark in marks_named(paragraph.text, exhibits):
                named.setdefault(mark, position)
        for mark, position in named.items():
            recorded = listed.get(plain_mark(mark), mark)
            if " ".join(recorded.split()) != mark:
                said = f"paragraph {say.words(statement.paragraphs[position].id)} writes {say.words(mark)}, and the "
                said += f"exhibit is marked {say.words(recorded)}"
                step = f"write {say.words(recorded)} in the text, or ask the maker of the statement which one is meant"
                yield case.finding("statements", statement.id, said, step, at=("paragraphs", position, "text"))


@check("EVI131", Severity.WARNING, "exhibits")
def exhibit_mark_twice(case: CheckInput) -> Iterator[Finding]:
    produced: dict[str, set[str]] = {}
    for statement in case.graph.statements:
        for key in (*statement.exhibits, *(key for one in statement.paragraphs for key in one.exhibits)):
            produced.setdefault(key, set()).add(statement.id)
    earlier: dict[str, list[Exhibit]] = {}
    for exhibit in case.graph.exhibits:
        same, own = earlier.setdefault(plain_mark(exhibit.mark), []), produced.get(exhibit.id, set())
        found: list[tuple[Severity, Exhibit]] = []
        for other in same:
            its = produced.get(other.id, set())
            if not its or not own or its & own:
                found.append((Severity.WARNING, other))
            elif other.mark == exhibit.mark:
                found.append((Severity.INFO, other))
        if found:
            weight, other = min(found, key=lambda one: one[0].rank)
            said = f"exhibits {say.exhibit(other)} and {say.exhibit(exhibit)} have one mark, {say.words(exhibit.mark)}"
            step = "give one of them the next free mark, and change it in the text that refers to it"
            notes = (f"the first is at {case.graph.span('exhibits', other.id)}",)
            yield case.finding("exhibits", exhibit.id, said, step, at=("mark",), notes=notes, severity=weight)
        same.append(exhibit)


@check("EVI132", Severity.WARNING, "statements")
def exhibit_not_listed(case: CheckInput) -> Iterator[Finding]:
    produced = {exhibit.mark for statement in case.graph.statements for exhibit in listed_in(case.graph, statement)}
    for statement in case.graph.statements:
        own, used = listed_in(case.graph, statement), dict[str, tuple[int, str]]()
        for position, paragraph in enumerate(statement.paragraphs):
            exhibits = (case.graph.find("exhibits", Exhibit, key) for key in paragraph.exhibits)
            named = marks_named(paragraph.text, own or case.graph.exhibits)
            for mark in (*(exhibit.mark for exhibit in exhibits if exhibit), *named):
                used.setdefault(plain_mark(mark), (position, mark))
        listed = {plain_mark(exhibit.mark) for exhibit in own}
        for plain, (position, mark) in used.items():
            if plain not in listed and mark not in produced:
                said = f"paragraph {say.words(statement.paragraphs[position].id)} of statement "
                said += f"{say.statement(statement)} refers to {say.words(mark)}, which its exhibits do not hold"
                step = "add the exhibit to `exhibits` of the statement, or ask its maker which one is meant"
                yield case.finding("statements", statement.id, said, step, at=("paragraphs", position))


@check("EVI134", Severity.WARNING, "statements")
def exhibit_not_referred_to(case: CheckInput) -> Iterator[Finding]:
    for statement in case.graph.statements:
        missing = [
            exhibit
            for exhibit in (listed_in(case.graph, statement) if statement.paragraphs else ())
            if not any(
                exhibit.id in paragraph.exhibits
                or exhibit.mark in paragraph.text
                or plain_mark(exhibit.mark) in map(plain_mark, marks_named(paragraph.text, [exhibit]))
                for paragraph in statement.paragraphs
            )
        ]
        if missing:
            marks, it = say.listed(exhibit.mark for exhibit in missing), "them" if len(missing) > 1 else "it"
            said = f"no paragraph of statement {say.statement(statement)} refers to {marks}, which it lists"
            step = f"ask its maker for the sentence that produces {it}, or take {it} out of `exhibits`"
            yield case.finding("statements", statement.id, said, step, at=("exhibits",))


@check("DRA104", Severity.WARNING, "statements", looks_at=ruled_by("bold_exhibits"))
def exhibit_not_in_bold(case: CheckInput) -> Iterator[Finding]:
    for ruled in statements_under(case, "bold_exhibits"):
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            bold = " ".join(BOLD.findall(paragraph.text))
            found = (case.graph.find("exhibits", Exhibit, key) for key in paragraph.exhibits)
            missing = [say.words(exhibit.mark) for exhibit in found if exhibit and exhibit.mark not in bold]
            if missing:
                said = f"paragraph {say.words(paragraph.id)} uses {' and '.join(missing)} and does not name it in bold"
                step, at = 'write the mark between two pairs of asterisks: **"MW1"**', ("paragraphs", position, "text")
                yield case.finding("statements", ruled.statement.id, said, step, at=at, notes=ruled.notes)


@check("EVI145", Severity.WARNING, "exhibits", looks_at=itself)
def exhibit_mismatch(case: CheckInput) -> Iterator[Finding | Looked]:
    for exhibit in case.graph.exhibits:
        source, day = case.graph.find("sources", Source, exhibit.source or ""), exhibit.date
        if exhibit.source or exhibit.statement:
            yield Looked(f"exhibits/{exhibit.id}", "" if day else "its date is not recorded")
        statement = case.graph.find("statements", Statement, exhibit.statement or "")
        days = [when for when in (statement.made_on, statement.signed_on) if when] if statement else []
        name, step = f"exhibit {say.words(exhibit.mark)}", "correct the one that is wrong"
        if source and source.issued and day and are_surely_apart(source.issued, day):
            is_younger = is_surely_before(source.issued, day)
            said = f"{name} is dated {say.date(day)}, and source {say.source(source)}, which it reproduces, was issued "
            said += say.date(source.issued)
            older = f"{step}; where the work printed an older document, decide the finding"
            if not (is_younger and _is_day_of_taking(exhibit, source)):
                yield case.finding("exhibits", exhibit.id, said, older, at=("date",), is_sure=is_younger)
        if source and exhibit.disclosure == "open" and source.confidentiality != "open":
            said = f"{name} is open, and source {say.source(source)}, which it reproduces, is marked "
            close = "give the exhibit the mark of its source in `disclosure`, or open the source where it may be shown"
            said += say.words(source.confidentiality)
            yield case.finding("exhibits", exhibit.id, said, close, at=("source",))
        if day and days and all(are_surely_apart(day, when) for when in days):
            dates = " and ".join(dict.fromkeys(map(say.date, days)))
            said = f"{name} is dated {say.date(day)}, and the statement that it is, {say.statement(statement)}, {dates}"
            yield case.finding("exhibits", exhibit.id, said, step, at=("date",))


def _is_day_of_taking(exhibit: Exhibit, source: Source) -> bool:
    """Tell whether the exhibit may bear the day on which it was taken from the source."""
    if exhibit.date is None or source.accessed is None or is_surely_before(source.accessed, exhibit.date):
        return False
    is_capture = any_of("captures", "words").search(exhibit.description) or source.type in _types()
    return bool(is_capture) or not are_surely_apart(exhibit.date, source.accessed)


@cache
def _types() -> frozenset[str]:
    return frozenset(word_list("captures")["types"])
