"""The roles and events on which an allegation rests, against the citations in their records."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.run import run_checks
from probata.checks.records.evidence import charge_without_source

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources: [{id: gazette, title: Gazette, held: held}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017ROLE}]
events: [{id: e, kind: act, title: Beating, dates: 2016EVENT}]
allegations: [{id: a, title: T, statement: S., events: [e], roles: [{role: rALLEGED}]MORE}]
"""


def found(folder: Path, role: str = "", event: str = "", alleged: str = "", more: str = "") -> list[str]:
    text = CASE.replace("ROLE", role).replace("EVENT", event).replace("ALLEGED", alleged).replace("MORE", more)
    case, faults = load_example(folder, text)
    assert faults == []
    return [one.record for one in run_checks(case, [charge_without_source])[0].findings]


def test_a_role_and_an_event_without_a_citation_are_found(tmp_path: Path) -> None:
    assert found(tmp_path) == ["roles/r", "events/e"]


@each(
    "role",
    [
        ", citations: gazette",
        ", rank: {value: Colonel, citations: gazette}",
        ", responsibility: {label: command, citations: gazette}",
    ],
)
def test_a_citation_anywhere_in_the_role_is_enough(tmp_path: Path, role: str) -> None:
    assert found(tmp_path, role) == ["events/e"]


def test_a_citation_beside_the_role_in_the_allegation_is_enough(tmp_path: Path) -> None:
    assert found(tmp_path, alleged=", citations: gazette") == ["events/e"]


@each("event", [", citations: gazette", ', description: "Guards beat him [@gazette]."', ", context_only: true"])
def test_an_event_that_cites_in_its_text_or_is_background_is_left_alone(tmp_path: Path, event: str) -> None:
    assert found(tmp_path, event=event) == ["roles/r"]


def test_what_no_allegation_put_forward_names_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, more=", pursued: false") == []
