"""What an abbreviation stands for is said in the document that uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.prose.sentences import own_words
from probata.checks.wording.writing import _own, _without_list, abbreviation_not_explained
from probata.diagnostics import Severity

CASE = """
case:
  title: Example
  summary: TEXT
  filings: [{id: brief, forum: uk-ghr}]
bodies:
  - {id: guard, name: Interior Guard of Kelvandra, short_name: the Guard, LETTERS,
     translations: {fr: {name: Garde intérieure}}}
sources: [{id: report, title: Report of the IGK}]
"""


def result_of(folder: Path, text: str, letters: str = "abbreviation: IGK") -> CheckResult:
    loaded, faults = load_example(folder, CASE.replace("TEXT", json.dumps(text)).replace("LETTERS", letters))
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(loaded, [abbreviation_not_explained])[0]


@each(
    ("text", "letters", "outcome"),
    [
        ("The IGK ran the prison.", "abbreviation: IGK", Outcome.FAILED),
        ("The Interior Guard of Kelvandra came.\n\nThe IGK stayed.", "abbreviation: IGK", Outcome.FAILED),
        ("The Interior Guard of Kelvandra (IGK) came.\n\nThe IGK stayed.", "abbreviation: IGK", Outcome.PASSED),
        ("The IGK stayed. In full it is the INTERIOR GUARD of Kelvandra.", "abbreviation: IGK", Outcome.PASSED),
        ("The IGK, or Guard, stayed.", "abbreviation: IGK", Outcome.PASSED),
        ("The IGK (Garde intérieure) stayed.", "abbreviation: IGK", Outcome.PASSED),
        ("He said: “The IGK did it.”", "abbreviation: IGK", Outcome.PASSED),
        ("The law IGK/4 and the form X-IGK.", "abbreviation: IGK", Outcome.PASSED),
        ("He was beaten [@report].", "abbreviation: IGK", Outcome.PASSED),
        ("The UN came.", "abbreviation: UN", Outcome.NOT_APPLICABLE),
        ("The IGK came.", "kind: other", Outcome.NOT_APPLICABLE),
    ],
)
def test_an_abbreviation_stands_beside_a_name_once(text: str, letters: str, outcome: Outcome, tmp_path: Path) -> None:
    assert result_of(tmp_path, text, letters).outcome is outcome


def test_the_place_the_document_and_the_name_are_told(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, "The IGK ran the prison.").findings

    assert found.severity is Severity.WARNING
    assert found.record == "filings/brief"
    assert found.span is not None
    assert (str(found.span), found.span.end_column) == ("case.yaml:4:17", 20)
    assert (
        in_ids(found.message) == "`brief` uses `IGK` and nowhere says that it stands for `Interior Guard of Kelvandra`"
    )


TABLE = """
case:
  title: Example
  filings: [{id: brief, forum: letter}]
bodies: [{id: guard, name: Interior Guard, abbreviation: IGK}]
sources: [{id: report, title: Report}]
datasets:
  - id: t
    title: Returns
    file: t.csv
    columns:
      - {key: a, heading: Place, type: text}
      - {key: b, heading: Reported by the IGK, type: number}
    citations: report, p. 3
"""
TEMPLATE = """\
{% import "_base/parts.md.j2" as parts with context %}
# Data

{{ parts.statistics() }}
TEXT
"""
FORUM = "id: letter\nextends: _base\ndocument_kind: submission\n"


@each(
    ("text", "weights"),
    [
        ("", [Severity.INFO]),
        ("The IGK counts.", [Severity.WARNING]),
        ("The Interior Guard (IGK) counts.", []),
    ],
)
def test_in_a_table_alone_it_is_a_note(text: str, weights: list[Severity], tmp_path: Path) -> None:
    files = {
        "t.csv": "a,b\nHalvet,3\n",
        "templates/letter/forum.yaml": FORUM,
        "templates/letter/brief.md.j2": TEMPLATE.replace("TEXT", text),
    }
    loaded, _ = load_example(tmp_path, TABLE, files)
    found = run_checks(loaded, [abbreviation_not_explained])[0].findings

    assert [one.severity for one in found] == weights


def test_a_text_is_read_once_however_many_abbreviations_are_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "".join(f"  - {{id: b{n}, name: Guard of place {n}, abbreviation: GX{n}}}\n" for n in range(50))
    text = json.dumps("\n\n".join(f"The GX{n} came." for n in range(50)))
    case = CASE.replace("TEXT", text).replace("LETTERS", "abbreviation: IGK").replace("sources:", f"{more}sources:")
    loaded, _ = load_example(tmp_path, case)
    read: list[str] = []

    def counted(text: str) -> str:
        read.append(text)
        return own_words(text)

    monkeypatch.setattr("probata.checks.wording.writing.own_words", counted)
    found = run_checks(loaded, [abbreviation_not_explained])[0].findings

    assert len(found) == 50
    blocks = _without_list(loaded.drafts["brief"].document.blocks)
    assert len(read) == len(list(_own(blocks)))
