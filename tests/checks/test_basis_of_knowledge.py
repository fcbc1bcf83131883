"""What a witness knows, was told and believes is told apart."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.statements import information_without_source
from probata.diagnostics import Severity


def found(check: Check, folder: Path, paragraph: str, more: str = "") -> list[tuple[Severity, str]]:
    text = f"""
case: {{title: Example}}
people: [{{id: wolk, name: Mara Wolk}}]
sources: [{{id: gazette, held: held}}]
exhibits: [{{id: mw1, mark: MW1, description: the decree}}]
statements: [{{id: s, person: wolk, kind: witness {more}, paragraphs: [{{id: p, {paragraph}}}]}}]
"""
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults] == []
    return [(one.severity, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


@each(
    ("paragraph", "weights"),
    [
        ("basis: document, text: It says so.", [Severity.WARNING]),
        ("basis: document, source: the Gazette, text: It says so.", []),
        ("basis: document, exhibits: [mw1], text: It says so.", []),
        ('basis: document, text: "It says so [@gazette, p. 2]."', []),
        ("basis: information, text: It is so.", [Severity.ERROR]),
        ("basis: own_knowledge, text: It is so.", []),
    ],
)
def test_a_paragraph_that_rests_on_a_document_names_it(paragraph: str, weights: list[Severity], tmp_path: Path) -> None:
    made = found(information_without_source, tmp_path, paragraph)

    assert [weight for weight, _ in made] == weights
