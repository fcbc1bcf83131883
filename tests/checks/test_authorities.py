"""What authorities can show, what they can do, and what is contended from them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import authority_later_than_conduct, contention_without_place
from probata.diagnostics import Severity


def found_by(check: Check, folder: Path, records: str) -> list[tuple[Severity, str, str]]:
    case, faults = load_example(folder, "case: {title: Example}\n" + records)
    assert faults == []
    return [(found.severity, found.record, in_ids(found.message)) for found in run_checks(case, [check])[0].findings]


def cited(
    date: str, *, period: str = "period: 2021-03/2022-09", item: str = "elements: [knew]", events: str = ""
) -> str:
    return f"""
authorities: [{{id: ruling, kind: judgment, name: R, citation: R, date: "{date}"}}]
events:
  - {{id: early, kind: incident, title: E, dates: 2021-03}}
  - {{id: late, kind: incident, title: L, dates: 2022-11}}
  - {{id: open, kind: incident, title: O}}
allegations:
  - {{id: a, title: T, statement: S., {period}, evidence: [{{source: ruling, supports: it, {item}}}]{events}}}
"""


@each(
    ("element", "label"),
    [
        ("knew", "knowledge"),
        ("should-have-known", "ought to have known"),
        ("danger-after-return", "danger after the return"),
        ("knowledge-of-attack", "knowledge of the attack"),
    ],
)
def test_a_later_authority_shows_no_knowledge_of_then(element: str, label: str, tmp_path: Path) -> None:
    found = found_by(authority_later_than_conduct, tmp_path, cited("2022-10-06", item=f"elements: [{element}]"))

    assert found == [
        (
            Severity.INFO,
            "allegations/a",
            f"`ruling` of `2022-10-06` is cited for “{label}”; all conduct in allegation `a` is earlier: "
            "`2021-03/2022-09`",
        )
    ]


@each(
    "records",
    [
        cited("2022-09-30"),
        cited("2022"),
        cited("~2024"),
        cited("2022-10-06", item="elements: [severe-pain]"),
        cited("2022-10-06", item="elements: [knew], against: true"),
        cited("2022-10-06", period="period: 2021/.."),
        cited("2022-10-06", period="period: 2022"),
        cited("2022-10-06", period="made_by: X"),
        cited("2022-10-06", period="made_by: X", events=", events: [early, late]"),
        cited("2022-10-06", period="made_by: X", events=", events: [early, open]"),
    ],
    ids=["last day", "same year", "about", "another element", "against", "goes on", "a day of the year", "no time",
         "a later event", "an event without date"],
)  # fmt: skip
def test_what_is_not_surely_later_or_not_of_the_time_is_not_found(records: str, tmp_path: Path) -> None:
    assert found_by(authority_later_than_conduct, tmp_path, records) == []


def test_without_a_period_the_events_tell_the_time(tmp_path: Path) -> None:
    records = cited("2023-01", period="made_by: X", events=", events: [early, late]")

    assert len(found_by(authority_later_than_conduct, tmp_path, records)) == 1


def judged(contentions: str = "", holding: str = "", kind: str = "judgment", of_allegation: str = "") -> str:
    return f"""
sources: [{{id: book, type: book, title: Book}}]
authorities:
  - {{id: tarn, kind: {kind}, name: T, citation: T, contentions: [{contentions}], holdings: [{holding}]}}
allegations: [{{id: a, title: T, statement: S., contentions: [{of_allegation}]}}]
"""


BARE = '{value: It follows, citations: ["book, p. 4"]}'


def test_a_contention_on_a_judgment_names_its_place(tmp_path: Path) -> None:
    found = found_by(contention_without_place, tmp_path, judged(f"{BARE}, {BARE}"))

    assert found == [(Severity.WARNING, "authorities/tarn", "2 contentions on `tarn` name no place in it")]


@each(
    "records",
    [
        judged('{value: It follows, citations: ["tarn, para 4"]}'),
        judged(BARE, kind="statute"),
        judged(of_allegation='{value: It follows, citations: ["tarn, para 4"]}'),
        judged(of_allegation="{value: It follows, citations: [tarn]}", holding="{id: h, text: T., paragraph: 4}"),
        judged(of_allegation=BARE),
    ],
    ids=["with its place", "of a statute", "placed by the allegation", "a holding with paragraph", "another work"],
)
def test_a_contention_that_can_be_looked_up_is_not_found(records: str, tmp_path: Path) -> None:
    assert found_by(contention_without_place, tmp_path, records) == []


def test_a_contention_of_an_allegation_on_a_bare_judgment_is_found(tmp_path: Path) -> None:
    records = judged(of_allegation="{value: It follows, citations: [tarn]}", holding="{id: h, text: T.}")

    assert [record for _, record, _ in found_by(contention_without_place, tmp_path, records)] == ["allegations/a"]


def told(kind: str, holding: str = "It was sent.", text: str = "Nothing.") -> str:
    return f"""
sources: [{{id: book, type: book, title: Book}}]
authorities: [{{id: letter, kind: {kind}, name: L, citation: L, holdings: [{{id: h, text: {holding}}}]}}]
allegations: [{{id: a, title: T, statement: S., particulars: "{text}"}}]
"""
