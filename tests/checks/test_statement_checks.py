"""Statements: whose words they are, and in which language."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.drafting import not_in_first_person, source_named
from probata.checks.runner import run_checks
from probata.checks.structure import statement_not_translated
from probata.diagnostics import Severity

STATEMENT = """
case: {title: Example, filings: [{id: f, forum: uk-cpr-ws, statement: s}]}
people: [{id: p, name: Mara Wolk}]
statements:
  - id: s
    person: p
    kind: witness
    own_language: LANGUAGE
    translation: {translator: Ada Brun, date: 2024-03-01, certified_on: 2024-03-02MORE}
    paragraphs: [{id: a, basis: own_knowledge, text: "TEXT"}]
"""
LETTER = """
case:
  title: Example
  summary: TEXT
  prepared_by: {organisation: Harbour Watch, contact: office@harbour.example}
  filings: [{id: letter, forum: FORUM, language: LANGUAGE}]
"""


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("I saw the door.", None),
        ("She was at the door.", Severity.WARNING),
        ("He has 3 children.", Severity.WARNING),
        ("My sister was at the door. She is older.", None),
        ("Mara Wolk saw the door.", Severity.WARNING),
        ("The door was blue.", Severity.INFO),
    ],
)
def test_a_paragraph_that_speaks_of_its_maker_as_another_is_found(
    tmp_path: Path, text: str, severity: Severity | None
) -> None:
    case, _ = load_example(tmp_path, STATEMENT.replace("TEXT", text).replace("MORE", "").replace("LANGUAGE", "English"))
    found = run_checks(case, [not_in_first_person.CHECK])[0].findings

    assert [one.severity for one in found] == ([severity] if severity else [])


def test_the_signed_original_and_its_declaration_are_wanted_of_a_translation(tmp_path: Path) -> None:
    text = STATEMENT.replace("TEXT", "I saw it.").replace("LANGUAGE", "Kelvandran")
    whole = text.replace("MORE", ", original: signed.pdf, declaration: Вадаш ош ном.")
    lacking, _ = load_example(tmp_path / "a", text.replace("MORE", ""))
    complete, _ = load_example(tmp_path / "b", whole)

    (found,) = run_checks(lacking, [statement_not_translated.CHECK])[0].findings
    assert "there is no record of the signed original, the declaration in that language" in found.message
    assert run_checks(complete, [statement_not_translated.CHECK])[0].findings == ()


@pytest.mark.parametrize(
    ("forum", "text", "is_found"),
    [
        ("un-sp", "Harbour Watch spoke with 2 prisoners.", True),
        ("un-sp", "Write to office@harbour.example.", True),
        ("un-sp", "The source spoke with 2 prisoners.", False),
        ("un-sp", "The Harbour Watchman spoke.", False),
        ("uk-ghr", "Harbour Watch spoke with 2 prisoners.", False),
    ],
)
def test_a_source_is_named_only_on_its_own_sheet_where_it_is_confidential(
    tmp_path: Path, forum: str, text: str, is_found: bool
) -> None:
    case, _ = load_example(tmp_path, LETTER.replace("TEXT", text).replace("FORUM", forum).replace("LANGUAGE", "en-GB"))
    found = run_checks(case, [source_named.CHECK])[0].findings

    assert bool(found) is is_found
    assert all("in paragraph 1" in one.message and one.severity is Severity.ERROR for one in found)
