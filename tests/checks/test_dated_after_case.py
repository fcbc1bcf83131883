"""Records dated after the day of the case and of its filings."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.chronology import dated_after_case
from probata.diagnostics import Diagnostic

PEOPLE = "people: [{id: p, name: Mara Wolk}]"


def found_in(case_fields: str, records: str, folder: Path) -> tuple[Diagnostic, ...]:
    people = "" if records.startswith("people:") else PEOPLE
    case, faults = load_example(folder, f"case: {{title: Example, {case_fields}}}\n{people}\n{records}\n")
    assert faults == []
    return run_checks(case, [dated_after_case])[0].findings


LATER = {
    "death": "people: [{id: p, name: Mara Wolk, death: 2024-07}]",
    "present situation": "people: [{id: p, name: Mara Wolk, present_situation: {value: Held, as_of: 2024-07}}]",
    "role": "roles: [{id: r, person: p, title: Governor, dates: 2024-07/..}]",
    "as of": "roles: [{id: r, person: p, title: Governor, dates: 2020/.., status: current, as_of: 2024-07}]",
    "event": "events: [{id: e, kind: act, title: Arrest, dates: 2024-07}]",
    "period": "allegations: [{id: a, title: Arrest, statement: S., period: 2024-07}]",
    "asking": "allegations: [{id: a, title: Arrest, statement: S., answer: {asked: true, on: 2024-07}}]",
    "listing": "listings: [{id: x, person: p, authority: Ruritania, dates: 2024-07/..}]",
    "search": "listings: [{id: x, person: p, authority: Ruritania, found: false, searched_on: 2024-07}]",
    "reading": "sources: [{id: s, title: Report, accessed: 2024-07}]",
    "event of source": "sources: [{id: s, title: Report, event_date: 2024-07}]",
    "judgment": "authorities: [{id: j, kind: judgment, name: A v B, citation: A v B, date: 2024-07}]",
    "finality": "authorities: [{id: j, kind: judgment, name: A v B, citation: A v B, final_on: 2024-07}]",
    "quotation": "quotations: [{id: q, speaker: {person: p}, text: Go on., date: 2024-07}]",
    "exhibit": "exhibits: [{id: x, mark: AB/1, description: Letter, date: 2024-07}]",
    "consent": "consents: [{id: c, person: p, obtained_on: 2024-07}]",
    "step": "steps: [{id: s, what: Complaint, date: 2024-07}]",
    "statement": "statements: [{id: s, person: p, kind: witness, made_on: 2024-07}]",
    "signature": "statements: [{id: s, person: p, kind: witness, signed_on: 2024-07}]",
    "translation": (
        "statements: [{id: s, person: p, kind: witness, translation: {translator: T, date: 2024-07}}]"
    ),
    "certificate": (
        "statements: [{id: s, person: p, kind: witness, translation: {translator: T, certified_on: 2024-07}}]"
    ),
    "interpreter": (
        "statements: [{id: s, person: p, kind: witness, interpretation: {interpreter: I, certified_on: 2024-07}}]"
    ),
}  # fmt: skip


@each("what", LATER)
def test_what_is_dated_after_the_case_isfound_in(what: str, tmp_path: Path) -> None:
    (found,) = found_in("as_of: 2024-06-30", LATER[what], tmp_path)

    assert "is dated `2024-07" in in_ids(found.message)
    assert "`2024-06-30`" in in_ids(found.message)


@each("what", LATER)
@each("day", ["2024-07-01", "2024", "~2024-01", "2025-01-01"])
def test_what_may_be_of_the_day_of_the_case_is_not(what: str, day: str, tmp_path: Path) -> None:
    assert found_in(f"as_of: {day}", LATER[what], tmp_path) == ()


def test_a_case_without_a_day_is_not_compared(tmp_path: Path) -> None:
    assert found_in("language: en-GB", LATER["search"], tmp_path) == ()


def test_a_filing_that_is_dated_later_bears_the_last_day(tmp_path: Path) -> None:
    filing = "filings: [{id: f, forum: uk-ghr, date: 2024-08-01}]"

    assert found_in(f"as_of: 2024-06-30, {filing}", LATER["search"], tmp_path) == ()


def test_a_statement_is_made_by_the_day_of_the_filing_that_it_is_for(tmp_path: Path) -> None:
    filings = "{id: f, forum: support-statement, statement: s, date: 2024-06-01}, {id: g, forum: uk-ghr, date: 2024-08}"
    (found,) = found_in(f"as_of: 2024-06-30, filings: [{filings}]", LATER["signature"], tmp_path)

    assert in_ids(found.message).endswith("after the day of the filing that it is for, `2024-06-01`")


def test_what_only_the_team_reads_may_be_later(tmp_path: Path) -> None:
    read = "authorities: [{id: j, kind: judgment, name: A v B, citation: A v B, read_on: 2024-07}]"

    assert found_in("as_of: 2024-06-30", read, tmp_path) == ()


def test_a_step_that_is_pending_may_lie_ahead(tmp_path: Path) -> None:
    step = "steps: [{id: s, what: Hearing, date: 2024-07, pending: true}]"

    assert found_in("as_of: 2024-06-30", step, tmp_path) == ()
