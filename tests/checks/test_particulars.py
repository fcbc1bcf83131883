"""The particulars of a statement: found in its words, or told as missing, each by its rule."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.statements import particulars_not_told
from probata.diagnostics import Severity
from probata.forum import Particular, own_templates

TOLD: dict[Particular, str] = {
    "name": "I am Ilva Dorn.",
    "address": "I live at 4 Mill Lane, Ashminster.",
    "occupation": "I am a baker.",
    "standing": "I am the Claimant.",
    "prepared": "I wrote this statement myself.",
    "own_knowledge": "What I say is within my own knowledge, except where I name another source.",
}
RULES = {
    "name": "who-makes-it",
    "address": "who-makes-it",
    "occupation": "who-makes-it",
    "standing": "standing",
    "prepared": "how-prepared",
    "own_knowledge": "own-knowledge-or-belief",
}
MISSING = {
    "name": "gives the full name of its maker",
    "address": "gives the residence or business address of its maker",
    "occupation": "gives the occupation or description of its maker",
    "standing": "says whether its maker is a party or employed by one",
    "prepared": "says how it was prepared",
    "own_knowledge": "says what in it is own knowledge, and what information or belief",
}
LAST = "On 3 March 2022 2 guards in the Defendant’s uniform beat my brother. I was told so by my sister, Nela Dorn."
RECORD = {
    "occupation": "Baker",
    "address": "4 Mill Lane, Ashminster",
    "standing": "the Claimant",
    "prepared": "written by the witness herself",
    "initials": "I Dorn",
}


def case_of(*texts: str, forum: str = "uk-cpr-ws", **fields: str) -> str:
    """Return a case whose statement says these paragraphs."""
    paragraphs = [{"id": f"p{n}", "basis": "own_knowledge", "text": text} for n, text in enumerate(texts)]
    statement = {"id": "s", "person": "p", "kind": "witness", **RECORD, **fields, "paragraphs": paragraphs}
    records = {
        "case": {"title": "Example", "filings": [{"id": "f", "forum": forum, "statement": "s"}]},
        "people": [{"id": "p", "name": {"family": "Dorn", "given": "Ilva"}}],
        "statements": [statement],
    }
    return yaml.safe_dump(records, allow_unicode=True)


def found(folder: Path, text: str) -> list[tuple[Severity | None, str, tuple[str, ...]]]:
    case, _ = load_example(folder, text)
    findings = run_checks(case, [particulars_not_told])[0].findings
    return [(one.severity, in_ids(one.message), tuple(map(in_ids, one.notes))) for one in findings]


def test_a_statement_that_gives_all_of_them_passes(tmp_path: Path) -> None:
    assert found(tmp_path, case_of(*TOLD.values(), LAST)) == []


@each("left_out", TOLD)
def test_each_that_is_left_out_must_be_given_by_its_rule(tmp_path: Path, left_out: str) -> None:
    ((severity, message, notes),) = found(
        tmp_path, case_of(*(text for particular, text in TOLD.items() if particular != left_out), LAST)
    )

    assert severity is Severity.ERROR
    assert message.startswith(f"no paragraph of statement `s` {MISSING[left_out]};")
    assert notes[0].startswith(f"rule `{RULES[left_out]}`: ")


def test_a_witness_of_whom_no_tie_to_a_party_is_recorded_need_not_deny_one(tmp_path: Path) -> None:
    texts = [text for particular, text in TOLD.items() if particular != "standing"]

    assert found(tmp_path, case_of(*texts, LAST, standing="")) == []


@each("left_out", ["name", "address", "occupation", "prepared"])
def test_what_is_followed_by_analogy_should_be_given(tmp_path: Path, left_out: str) -> None:
    texts = [text for particular, text in TOLD.items() if particular not in {left_out, "standing", "own_knowledge"}]
    ((severity, message, _),) = found(tmp_path, case_of(*texts, LAST, forum="support-statement"))

    assert severity is Severity.WARNING
    assert MISSING[left_out] in message


def test_the_forum_s_own_example_lacks_them_without_its_opening(tmp_path: Path) -> None:
    text = (own_templates() / "uk-cpr-ws" / "example.yaml").read_text(encoding="utf-8")
    records = yaml.safe_load(text)
    assert found(tmp_path / "whole", yaml.safe_dump(records, allow_unicode=True)) == []

    kept = [one for one in records["statements"][0]["paragraphs"] if one["id"] not in {"who", "knowledge"}]
    records["statements"][0]["paragraphs"] = kept
    findings = found(tmp_path / "cut", yaml.safe_dump(records, allow_unicode=True))

    assert [severity for severity, _, _ in findings] == [Severity.ERROR] * len(MISSING)


def test_what_may_be_told_is_a_note(tmp_path: Path) -> None:
    texts = [text for particular, text in TOLD.items() if particular != "address"]
    ((severity, message, _),) = found(tmp_path, case_of(*texts, "My address is known to the Court.", LAST))

    assert severity is Severity.INFO
    assert message.startswith("it is not sure that a paragraph of `s` gives the residence")
