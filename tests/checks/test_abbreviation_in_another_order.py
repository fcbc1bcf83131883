"""The letters of an abbreviation stand in the order of the words."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.run import run_checks
from probata.checks.records.bodies import abbreviation_in_another_order


@each(
    ("body", "count"),
    [
        ("name: National Supervision Commission, abbreviation: NCS", 1),
        ("name: National Supervision Commission, abbreviation: NSC", 0),
        ("name: Council for the Order of the Public, abbreviation: CPO", 1),
        ("name: Council for the Order of the Public, abbreviation: CPO, other_names: [Council for Public Order]", 0),
        ("name: North Atlantic Treaty Organization, abbreviation: OTAN", 1),
        ("name: National Supervision Commission, abbreviation: NKN", 0),
        ("name: Prison Board, abbreviation: BP", 0),
        ("name: National Supervision Commission, abbreviation: N.C.S.", 0),
        ("name: National Supervision Commission", 0),
        (
            "name: North Atlantic Treaty Organization, abbreviation: OTAN, "
            "native: {text: Organisation du Traité de l’Atlantique Nord, lang: fr}",
            0,
        ),
    ],
)
def test_letters_that_are_those_of_the_name_stand_in_its_order(body: str, count: int, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, f"case: {{title: Example}}\nbodies: [{{id: b, {body}}}]\n")
    (result,) = run_checks(case, [abbreviation_in_another_order])

    assert [one.record for one in result.findings] == ["bodies/b"] * count
