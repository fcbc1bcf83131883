"""A decision stands as long as that on which it rested is as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks import findings_of, run_checks
from probata.checks.decided import fingerprint_of_finding, rests_on
from probata.checks.drafting import source_named, word_above_standard
from probata.checks.structure import allegation_without_role
from probata.diagnostics import Diagnostic, Report, Severity

CASE = """
case: {title: Example}
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten.}
"""
DECISION = """
decisions:
  - id: d
    check: allegation-without-role
    record: allegations/a
    decision: It stands as setting.
    reason: It shows the conditions.
    author: Ada Reyes
    date: 2024-06-01
    rests_on: [RESTS]
"""


def _found(folder: Path, text: str) -> Diagnostic:
    case, faults = load_example(folder, text)
    assert faults == []
    (found,) = findings_of(run_checks(case, [allegation_without_role.CHECK]))
    return found


def _decided(folder: Path) -> str:
    """Return the decision as it is made on the case as it stands."""
    case, _ = load_example(folder, CASE)
    (found,) = findings_of(run_checks(case, [allegation_without_role.CHECK]))
    resting = rests_on(case.graph, "allegations/a", [found.message])
    return DECISION.replace("RESTS", ", ".join(" ".join(pair) for pair in resting))


def test_a_decision_stands_while_nothing_changes_and_another_layout_is_no_change(tmp_path: Path) -> None:
    decision = _decided(tmp_path)
    other = CASE.replace("{id: a, title: Beatings,", "{title: 'Beatings',   id: a,   # as before\n     ")

    for text in (CASE, other):
        found = _found(tmp_path, text + decision)
        assert found.severity is Severity.INFO
        assert "decided: It stands as setting." in found.notes


def test_what_is_decided_stands_behind_what_nobody_has_looked_at(tmp_path: Path) -> None:
    undecided = _found(tmp_path, CASE)
    decided = _found(tmp_path, CASE + _decided(tmp_path))
    report = Report()
    report.extend([decided, replace(undecided, severity=Severity.INFO)])

    assert [found.notes == decided.notes for found in report] == [False, True]


def test_a_decision_falls_when_its_record_changes_and_what_changed_is_told(tmp_path: Path) -> None:
    decision = _decided(tmp_path)
    found = _found(tmp_path, CASE.replace("were beaten", "were beaten and starved") + decision)

    assert found.severity is Severity.ERROR
    assert found.notes[-2:] == (
        "decided before: It stands as setting.",
        "the decision fell (by Ada Reyes, 2024-06-01): `allegations/a` changed since",
    )
    assert found.help.endswith("decide again with `probata decide`")


def test_a_decision_falls_when_the_finding_says_something_else(tmp_path: Path) -> None:
    decision = _decided(tmp_path).replace(f"finding {_of_finding(tmp_path)}", "finding 0123456789abcdef")

    assert "the finding says something else now since" in _found(tmp_path, CASE + decision).notes[-1]


def _of_finding(folder: Path) -> str:
    return fingerprint_of_finding(_found(folder, CASE).message)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("role `a` ended on 2016-03-01", False),
        ("role `b` ended on 2016-03-02", False),
        ("on 2016-03-02 the role `a` came to its end", False),
        ("the role `a` came to its end on 2016-03-02", True),
    ],
)
def test_a_finding_is_known_by_what_it_says_of_the_case_and_not_by_our_words(other: str, same: bool) -> None:
    assert (fingerprint_of_finding("role `a` ended on 2016-03-02") == fingerprint_of_finding(other)) is same


NAMED = """
case:
  title: Example
  summary: |-
    BEFORE

    Harbour Watch spoke with 2 prisoners.
  prepared_by: {organisation: Harbour Watch}
  filings:
    - {id: letter, forum: un-sp}
"""
ON_LETTER = DECISION.replace("allegation-without-role", "source-named").replace("allegations/a", "filings/letter")


def _source_named(folder: Path, before: str, *, rests: str = "", after: str = "") -> Diagnostic:
    decision = ON_LETTER.replace("RESTS", rests) if rests else ""
    text = NAMED.replace("BEFORE", before).replace("spoke with 2 prisoners.", f"spoke with 2 prisoners.{after}")
    case, faults = load_example(folder, text + decision)
    assert faults == []
    (found,) = findings_of(run_checks(case, [source_named.CHECK]))
    return found


def _is_decided(found: Diagnostic) -> bool:
    return any(note.startswith("decided: ") for note in found.notes)


def test_a_decision_outlives_the_number_of_a_paragraph_and_no_other_words(tmp_path: Path) -> None:
    first = _source_named(tmp_path, "They were held.")
    rests = f"finding {fingerprint_of_finding(first.to_decide)}"
    two = "They were held.\n\n    They were beaten."

    assert _source_named(tmp_path, two).message != first.message
    assert _is_decided(_source_named(tmp_path, two, rests=rests))
    assert not _is_decided(_source_named(tmp_path, two, rests=rests, after=" It submits this."))
    assert not _is_decided(_source_named(tmp_path, "Harbour Watch was there.", rests=rests))


def test_a_decision_of_before_stands_while_the_paragraphs_stand(tmp_path: Path) -> None:
    rests = f"finding {fingerprint_of_finding(_source_named(tmp_path, 'They were held.').message)}"

    assert _is_decided(_source_named(tmp_path, "They were held.", rests=rests))
    assert not _is_decided(_source_named(tmp_path, "They were held.\n\n    They were beaten.", rests=rests))


def test_what_is_decided_of_a_word_is_not_the_number_of_its_paragraph(tmp_path: Path) -> None:
    said = []
    for text in ("It is proved.", "They were beaten.\n\n    It is proved."):
        summary = NAMED.replace("BEFORE", text).replace("un-sp", "uk-ghr")
        case, faults = load_example(tmp_path, summary)
        assert faults == []
        (found,) = findings_of(run_checks(case, [word_above_standard.CHECK]))
        said.append((found.message, found.to_decide))

    assert said[0][0] != said[1][0]
    assert said[0][1] == said[1][1]
