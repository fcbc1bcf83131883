"""Bodies named with another word, with another number in words, and with the letters of another."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks

CASE = """
case: {title: Example, summary: "TEXT"}
bodies:
  - {id: brann, name: Brann Street Holding Centre, country: Kelvandra}
  - {id: battalion, name: 4th Custody Battalion of the Interior Guard, short_name: the 4th Custody Battalion}
  - {id: council, name: Council for Public Order of Kelvandra, abbreviation: CPO, country: Kelvandra}
  - {id: north, name: North Prison Works Office}
  - {id: south, name: South Prison Works Office}
events: [{id: e, kind: act, title: Opening of the Brann Lane Holding Centre, dates: 2019}]
people: [{id: p, name: Mara Wolk}]
quotations: [{id: q, speaker: {person: p}, text: We went to Brann Quay Holding Centre.}]
"""


def found(folder: Path, text: str, check: Check) -> list[str]:
    case, faults = load_example(folder, CASE.replace("TEXT", text))
    assert faults == []
    return [in_ids(one.message) for one in run_checks(case, [check])[0].findings]


@each(
    ("text", "words"),
    [
        ("Guards of the fourteenth Custody Battalion came.", "fourteenth Custody Battalion"),
        ("Guards of the Fourteenth Custody Battalion came.", "Fourteenth Custody Battalion"),
        ("Guards of the 14th Battalion came.", ""),
        ("Guards of the fourth Battalion came.", ""),
        ("Guards of the fourth Custody Battalion came.", ""),
        ("The first battalion to arrive came from the north.", ""),
        ("They were in 14 battalions.", ""),
    ],
)
def test_an_ordinal_in_words_is_a_number(text: str, words: str, tmp_path: Path) -> None:
    told = found(tmp_path, text, check_named("name-spelled-two-ways"))

    assert [one.split("`")[1] for one in told] == ([words] if words else [])


@each(
    ("text", "is_found"),
    [
        ("The Council for Public Order (COPO) sat.", True),
        ("The Council for Public Order of Kelvandra (COPO) sat.", True),
        ("The Council for Public Order (CPO) sat.", False),
    ],
)
def test_letters_behind_a_name_without_its_country_must_be_its_own(text: str, is_found: bool, tmp_path: Path) -> None:
    told = found(tmp_path, text, check_named("body-named-two-ways"))

    assert any("stands in brackets behind" in one for one in told) is is_found
