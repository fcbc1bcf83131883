"""Exhibits: their marks, the list of a statement, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, records_of, ruled_by
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.words import any_of, word_list
from probata.checks.support.statements_of import statements_under
from probata.checks.tenures.sure_days import are_surely_apart, is_surely_before
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.markup.parse import BOLD
from probata.model.dates import When
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source
from probata.model.statement import Statement

# `MT/1`, `MT 1` and `MT1` are one mark in three forms. `A-7` and `A-07` are two: registries assign them.

_MARK = re.compile(r"^(?P<letters>[^\W\d_]{1,12})(?P<between>[ /.-]{0,2})\d{1,6}[A-Za-z]?$")


def plain_mark(mark: str) -> str:
    """Return a mark without what may differ between its forms; one of another make is compared as it is written."""
    bare = " ".join(mark.split())
    return re.sub(r"[ /.-]", "", bare).upper() if _MARK.match(bare) else bare.casefold()


def form_of(mark: str) -> str | None:
    """Return what stands between letters and number of a mark, such as `/`; `None` where it is of another make."""
    match = _MARK.match(" ".join(mark.split()))
    return match["between"] if match else None


def letters_of(mark: str) -> str | None:
    """Return the letters before the number of a mark; `None` where it has none."""
    match = _MARK.match(" ".join(mark.split()))
    return match["letters"] if match else None


def listed_in(graph: CaseGraph, statement: Statement) -> tuple[Exhibit, ...]:
    """Return the exhibits in the list of a statement, in order; ids that lead nowhere are left out."""
    found = (graph.find("exhibits", Exhibit, key) for key in dict.fromkeys(statement.exhibits))
    return tuple(exhibit for exhibit in found if exhibit)


def marks_named(text: str, letters: Iterable[str]) -> Iterator[str]:
    """Give the marks with certain letters that a text names, as it writes them.

    Of one letter only forms with a stroke, dot or hyphen are looked for: "A 4" may be a size of paper.
    """
    long = sorted({one for one in letters if len(one) > 1}, key=lambda one: (-len(one), one))
    short = sorted({one for one in letters if len(one) == 1})
    forms = [
        rf"(?:{'|'.join(map(re.escape, long))})[ /.-]?" if long else "",
        rf"[{''.join(short)}][/.-]" if short else "",
    ]
    if pattern := "|".join(form for form in forms if form):
        yield from (match[0] for match in re.finditer(rf"(?<![\w/.-])(?:{pattern})\d{{1,6}}[A-Za-z]?(?![\w])", text))


@check("EVI133", Severity.WARNING, "statements and exhibits", looks_at=records_of("statements", "exhibits"))
def exhibit_mark_in_two_forms(case: CheckInput) -> Iterator[Finding]:
    """Find the marks in another form than that of the list, in the list itself and in the paragraphs."""
    for statement in case.graph.statements:
        first: dict[str, str] = {}
        for exhibit in listed_in(case.graph, statement):
            letters = letters_of(exhibit.mark)
            before = first.setdefault(letters.upper(), exhibit.mark) if letters else exhibit.mark
            if (form_of(before), letters_of(before)) != (form_of(exhibit.mark), letters):
                yield case.finding(
                    "exhibits", exhibit.id,
                    f"statement {say.statement(statement)} marks its exhibits {say.words(before)} and "
                    f"{say.words(exhibit.mark)}, in two forms",
                    "write both marks in one form, here and in the text", at=("mark",),
                )  # fmt: skip
        yield from _in_text(case, statement)


def _in_text(case: CheckInput, statement: Statement) -> Iterator[Finding]:
    listed = {plain_mark(exhibit.mark): exhibit.mark for exhibit in listed_in(case.graph, statement)}
    letters = {found for mark in listed.values() if (found := letters_of(mark))}
    told: set[str] = set()
    for position, paragraph in enumerate(statement.paragraphs):
        for named in marks_named(paragraph.text, letters):
            recorded = listed.get(plain_mark(named), named)
            if " ".join(recorded.split()) != named and named not in told:
                told.add(named)
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph {say.words(paragraph.id)} writes {say.words(named)}, and the exhibit is marked "
                    f"{say.words(recorded)}",
                    f"write {say.words(recorded)} in the text, or ask the maker of the statement which one is meant",
                    at=("paragraphs", position, "text"),
                )  # fmt: skip


@check("EVI131", Severity.WARNING, "exhibits")
def exhibit_mark_twice(case: CheckInput) -> Iterator[Finding]:
    """Find the exhibits whose mark an earlier one has."""
    produced = _produced(case.graph)
    earlier: dict[str, list[Exhibit]] = {}
    for exhibit in case.graph.exhibits:
        same = earlier.setdefault(plain_mark(exhibit.mark), [])
        weights = [(weight, other) for other in same if (weight := _weight(produced, other, exhibit))]
        if weights:
            yield _finding_exhibit_mark_twice(case, exhibit, *min(weights, key=lambda found: found[0].rank))
        same.append(exhibit)


def _produced(graph: CaseGraph) -> dict[str, set[str]]:
    """Return the statements that produce each exhibit, in their list or in a paragraph."""
    found: dict[str, set[str]] = {}
    for statement in graph.statements:
        for key in (*statement.exhibits, *(key for one in statement.paragraphs for key in one.exhibits)):
            found.setdefault(key, set()).add(statement.id)
    return found


def _weight(produced: dict[str, set[str]], one: Exhibit, other: Exhibit) -> Severity | None:
    """Return how much it weighs that two have one mark; `None` where two statements keep them apart by their form."""
    of_one, of_other = produced.get(one.id, set()), produced.get(other.id, set())
    if not of_one or not of_other or of_one & of_other:
        return Severity.WARNING
    return Severity.INFO if one.mark == other.mark else None


def _finding_exhibit_mark_twice(case: CheckInput, exhibit: Exhibit, weight: Severity, other: Exhibit) -> Finding:
    return case.finding(
        "exhibits", exhibit.id, f"exhibits {say.exhibit(other)} and {say.exhibit(exhibit)} have one mark, "
        f"{say.words(exhibit.mark)}",
        "give one of them the next free mark, and change it in the text that refers to it", at=("mark",),
        notes=(f"the first is at {case.graph.span('exhibits', other.id)}",), severity=weight,
    )  # fmt: skip


@check("EVI132", Severity.WARNING, "statements")
def exhibit_not_listed(case: CheckInput) -> Iterator[Finding]:
    """Find what the paragraphs name or use and the list of their statement does not hold, each mark once."""
    produced = {exhibit.mark for statement in case.graph.statements for exhibit in listed_in(case.graph, statement)}
    for statement in case.graph.statements:
        listed = {plain_mark(exhibit.mark) for exhibit in listed_in(case.graph, statement)}
        told: set[str] = set()
        for position, mark in _used(case, statement):
            if plain_mark(mark) not in {*listed, *told} and mark not in produced:
                told.add(plain_mark(mark))
                paragraph = statement.paragraphs[position]
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph {say.words(paragraph.id)} of statement {say.statement(statement)} refers to "
                    f"{say.words(mark)}, which its exhibits do not hold",
                    "add the exhibit to `exhibits` of the statement, or ask its maker which one is meant",
                    at=("paragraphs", position),
                )  # fmt: skip


def _used(case: CheckInput, statement: Statement) -> Iterator[tuple[int, str]]:
    """Give the marks that the paragraphs use by their exhibits, or name in their text, with the place."""
    own = listed_in(case.graph, statement) or case.graph.exhibits
    letters = [found for exhibit in own if (found := letters_of(exhibit.mark))]
    for position, paragraph in enumerate(statement.paragraphs):
        exhibits = (case.graph.find("exhibits", Exhibit, key) for key in paragraph.exhibits)
        yield from ((position, exhibit.mark) for exhibit in exhibits if exhibit)
        yield from ((position, mark) for mark in marks_named(paragraph.text, letters))


@check("EVI134", Severity.WARNING, "statements")
def exhibit_not_referred_to(case: CheckInput) -> Iterator[Finding]:
    """Find the exhibits without a paragraph; a statement that has no paragraph yet is still being taken."""
    for statement in case.graph.statements:
        listed = listed_in(case.graph, statement) if statement.paragraphs else ()
        missing = [exhibit for exhibit in listed if not _is_referred_to(statement, exhibit)]
        if missing:
            is_are, it_them = ("are exhibits", "them") if len(missing) > 1 else ("is an exhibit", "it")
            yield case.finding(
                "statements", statement.id,
                f"{say.listed(exhibit.mark for exhibit in missing)} {is_are} of statement {say.statement(statement)}, "
                f"and no paragraph refers to {it_them}",
                f"ask its maker for the sentence that produces {it_them}, or take {it_them} out of `exhibits`",
                at=("exhibits",),
            )  # fmt: skip


def _is_referred_to(statement: Statement, exhibit: Exhibit) -> bool:
    letters = [found] if (found := letters_of(exhibit.mark)) else []
    return any(
        exhibit.id in paragraph.exhibits
        or exhibit.mark in paragraph.text
        or any(plain_mark(mark) == plain_mark(exhibit.mark) for mark in marks_named(paragraph.text, letters))
        for paragraph in statement.paragraphs
    )


@check("DRA104", Severity.WARNING, "statements", looks_at=ruled_by("bold_exhibits"))
def exhibit_not_in_bold(case: CheckInput) -> Iterator[Finding]:
    """Find the exhibits of a paragraph whose marks do not stand in it in bold."""
    for ruled in statements_under(case, "bold_exhibits"):
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            bold = " ".join(BOLD.findall(paragraph.text))
            found = (case.graph.find("exhibits", Exhibit, key) for key in paragraph.exhibits)
            missing = [say.words(exhibit.mark) for exhibit in found if exhibit and exhibit.mark not in bold]
            if missing:
                yield case.finding(
                    "statements", ruled.statement.id,
                    f"paragraph {say.words(paragraph.id)} uses {' and '.join(missing)} and does not name it in bold",
                    'write the mark between two pairs of asterisks: **"MW1"**',
                    at=("paragraphs", position, "text"), notes=ruled.notes,
                )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the exhibits that are a source or a statement; of one without a day on both sides it cannot be told."""
    for exhibit in case.graph.exhibits:
        source = case.graph.find("sources", Source, exhibit.source or "")
        statement = case.graph.find("statements", Statement, exhibit.statement or "")
        if source or statement:
            known = bool((source and source.issued) or (statement and _days(statement))) and exhibit.date
            yield Looked(f"exhibits/{exhibit.id}", "" if known else "its date or that of what it is, is not recorded")


@check("EVI145", Severity.WARNING, "exhibits", looks_at=_looks_at)
def exhibit_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare each exhibit with its source and its statement."""
    for exhibit in case.graph.exhibits:
        source = case.graph.find("sources", Source, exhibit.source or "")
        if source:
            day, issued = exhibit.date, source.issued
            is_younger = bool(
                day and issued and is_surely_before(issued, day) and not _is_day_of_taking(exhibit, source)
            )
            if day and issued and (is_younger or is_surely_before(day, issued)):
                yield case.finding(
                    "exhibits", exhibit.id,
                    f"exhibit {say.words(exhibit.mark)} is dated {say.date(day)}, and source {say.source(source)}, "
                    f"which it reproduces, was issued {say.date(issued)}",
                    "correct the one that is wrong; where the work printed an older document, decide the finding",
                    at=("date",), severity=None if is_younger else Severity.INFO,
                    outcome=Outcome.FAILED if is_younger else Outcome.CANNOT_TELL,
                )  # fmt: skip
            if exhibit.disclosure == "open" and source.confidentiality != "open":
                yield case.finding(
                    "exhibits", exhibit.id,
                    f"exhibit {say.words(exhibit.mark)} is open, and source {say.source(source)}, which it reproduces, "
                    f"is marked {say.words(source.confidentiality)}",
                    "give the exhibit the mark of its source in `disclosure`, or open the source where it may be shown",
                    at=("source",),
                )  # fmt: skip
        if statement := case.graph.find("statements", Statement, exhibit.statement or ""):
            days = _days(statement)
            if exhibit.date and days and all(are_surely_apart(exhibit.date, day) for day in days):
                told = " and ".join(dict.fromkeys(say.date(day) for day in days))
                yield case.finding(
                    "exhibits", exhibit.id,
                    f"exhibit {say.words(exhibit.mark)} is dated {say.date(exhibit.date)}, and the statement that it "
                    f"is, {say.statement(statement)}, {told}",
                    "correct the one that is wrong",
                    at=("date",),
                )  # fmt: skip


def _is_day_of_taking(exhibit: Exhibit, source: Source) -> bool:
    """Tell whether the exhibit may bear the day on which it was taken from the source."""
    if exhibit.date is None or source.accessed is None or is_surely_before(source.accessed, exhibit.date):
        return False
    is_capture = any_of("captures", "words").search(exhibit.description) or source.type in _types()
    return bool(is_capture) or not are_surely_apart(exhibit.date, source.accessed)


@cache
def _types() -> frozenset[str]:
    return frozenset(word_list("captures")["types"])


def _days(statement: Statement) -> tuple[When, ...]:
    return tuple(day for day in (statement.made_on, statement.signed_on) if day)
