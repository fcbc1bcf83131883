"""The time of a post that our texts tell by its body, and in French and Spanish."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

BODY = """
case: {title: Example}
bodies: [{id: north, name: North Prison}]
positions: [{id: governor, title: Governor of North Prison, body: north}]
people:
  - id: solvan
    name: {family: Solvan, given: Ardel}
    description: DESCRIPTION
    translations: {fr: {description: "FRENCH"}, es: {description: "SPANISH"}}
roles: [{id: head, person: solvan, title: Governor, dates: DATES, seats: [governor]}]
"""


def found_at_body(folder: Path, description: str = "A guard.", french: str = "Un garde.", spanish: str = "Un guardia.",
                  dates: str = "2015-03-01/2017-08-31") -> list[str]:  # fmt: skip
    text = BODY.replace("DESCRIPTION", description).replace("FRENCH", french).replace("SPANISH", spanish)
    case, faults = load_example(folder, text.replace("DATES", dates))
    assert faults == []
    findings = run_checks(case, [check_named("tenure-told-differently")])[0].findings
    return [in_ids(one.message).split("`")[1] for one in findings]


def test_french_and_spanish_texts_are_read_too(tmp_path: Path) -> None:
    french = "Du 1er mars 2015 au 31 DAY 2017, il a dirigé la prison."
    spanish = "Del 1 de marzo de 2015 al 31 de DAY de 2017 dirigió la prisión."
    wrong = french.replace("DAY", "juillet"), spanish.replace("DAY", "julio")

    assert found_at_body(tmp_path, "A guard.", french.replace("DAY", "août"), spanish.replace("DAY", "agosto")) == []
    assert found_at_body(tmp_path, "A guard.", *wrong) == [
        "Du 1er mars 2015 au 31 juillet 2017",
        "Del 1 de marzo de 2015 al 31 de julio de 2017",
    ]
