"""Checks of wording read the plain lines that documents print, and every translation, each in its own language."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks

CASE = """
case: {title: Example, persons_concerned: [orskelin], TITLE}
people: [{id: orskelin, name: Daveth Orskelin}]
bodies: [{id: body, kind: prison, BODY}]
positions: [{id: post, body: body, POST}]
roles: [{id: role, person: orskelin, dates: 2016/2018, seats: [post], ROLE}]
sources: [{id: report, held: held}]
quotations: [{id: q, speaker: {person: orskelin}, quoted_in: report, QUOTATION}]
statements: [{id: s, person: orskelin, kind: witness, STATEMENT}]
exhibits: [{id: e, mark: E1, EXHIBIT}]
steps: [{id: step, STEP}]
listings: [{id: listing, person: orskelin, authority: Kelvandra, LISTING}]
datasets:
  - {id: d, file: data/d.csv, columns: [{key: year, heading: Year, NOTE}], REMARKS}
allegations: [{id: a, statement: S., ALLEGATION}]
"""
DEFAULTS = {
    "TITLE": "marking: M", "BODY": "name: B", "POST": "title: P", "ROLE": "title: R", "QUOTATION": "text: Q",
    "STATEMENT": "number: 1", "EXHIBIT": "description: E", "STEP": "what: W", "LISTING": "found: true",
    "NOTE": "type: text", "REMARKS": "title: D", "ALLEGATION": "title: A",
}  # fmt: skip


def found(check: Check, folder: Path, parts: dict[str, str]) -> list[str]:
    text = CASE
    for name, part in {**DEFAULTS, **parts}.items():
        text = text.replace(name, part)
    case, faults = load_example(folder, text, {"data/d.csv": "year\n2016\n"})
    assert [in_ids(fault.message) for fault in faults] == []
    return [one.record for one in run_checks(case, [check])[0].findings]


LAST = "It was so last year"


@each(
    ("part", "line", "record"),
    [
        ("ALLEGATION", f"title: {LAST}", "allegations/a"),
        ("ALLEGATION", f"title: A, contentions: [{{value: {LAST}}}]", "allegations/a"),
        ("ALLEGATION", f"title: A, answer: {{reason: {LAST}}}", "allegations/a"),
        ("ALLEGATION", f"title: A, evidence: [{{source: report, supports: {LAST}}}]", "allegations/a"),
        ("ALLEGATION", "title: A, translations: {fr: {statement: Ce fut ainsi l’an dernier.}}", "allegations/a"),
        ("ALLEGATION", "title: A, translations: {es: {title: Así fue el año pasado}}", "allegations/a"),
        ("ROLE", f"title: R, responsibility: [{{label: command, over: {LAST}}}]", "roles/role"),
        ("EXHIBIT", f"description: {LAST}", "exhibits/e"),
        ("STEP", f"what: W, answer: {LAST}", "steps/step"),
        ("REMARKS", f"title: {LAST}", "datasets/d"),
        ("REMARKS", f"title: D, remarks: [{LAST}]", "datasets/d"),
        ("NOTE", f"type: text, note: {LAST}", "datasets/d"),
        ("TITLE", f"marking: {LAST}", "case/case"),
    ],
)
def test_every_line_that_is_printed_in_our_words_is_read(part: str, line: str, record: str, tmp_path: Path) -> None:
    assert found(check_named("relative-time-word"), tmp_path, {part: line}) == [record]


@each(
    ("part", "line"),
    [
        ("BODY", f"name: {LAST}"),
        ("POST", f"title: {LAST}"),
        ("ROLE", f"title: {LAST}"),
        ("ROLE", f"title: R, note: {LAST}"),
        ("ROLE", f"title: R, responsibility: [{{label: command, stated: {LAST}}}]"),
        ("QUOTATION", f"text: {LAST}"),
        ("STATEMENT", f"capacity: {LAST}"),
        ("LISTING", f"reason: {LAST}"),
        ("ALLEGATION", f"title: A, provisions: [{{named: {LAST}}}]"),
        ("ALLEGATION", f"title: A, answer: {{answer: {LAST}.}}"),
        ("ALLEGATION", "title: A, answer: {answer: So., translations: {fr: {answer: Ce fut ainsi l’an dernier.}}}"),
        ("ALLEGATION", "title: A, translations: {fr: {statement: It was so last year.}}"),
    ],
)
def test_what_others_say_and_what_is_not_printed_is_left_alone(part: str, line: str, tmp_path: Path) -> None:
    assert found(check_named("relative-time-word"), tmp_path, {part: line}) == []
