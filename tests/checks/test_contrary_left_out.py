"""What is recorded against an allegation stands in every document that argues it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.evidence import contrary_left_out

CASE = """
case: {title: Example, persons_concerned: [wolk], filings: [{id: letter, forum: letter}]}
people: [{id: wolk, name: Mara Wolk}, {id: tarn, name: Ovid Tarn}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources: [{id: register, title: A register}, {id: release, title: A press release}]
narrative: [{id: told, place: told, title: Told, text: 'The guard denies it [@release, p. 4].'}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    roles: [{role: governor, responsibility: command}]
    limbs: [{forum: letter, limb: x, text: It is met.}]
    evidence:
      - {source: register, supports: injuries}
      - {source: release, pinpoint: {type: page, value: "4"}, SUPPORTS against: true}
"""
FORUM = "id: letter\nextends: _base\ndocument_kind: submission\n"


def found(folder: Path, template: str, case: str = CASE, more: str = "") -> list[str]:
    files = {"templates/letter/forum.yaml": FORUM, "templates/letter/brief.md.j2": template}
    loaded, _ = load_example(folder, case.replace("SUPPORTS", "supports: it is denied,") + more, files)
    return [in_ids(one.message) for one in run_checks(loaded, [contrary_left_out])[0].findings]


LEFT_OUT = ["`letter` argues allegation `beatings` and leaves out what is recorded against it: `release`"]
EACH = "{% for a in allegations %}\nTHIS\n{% endfor %}\n"


@each(
    "argued",
    [
        "{{ a.statement }}",
        "{% for e in a.evidence %}\n1. {{ e.supports }}{{ e.cites }}\n{% endfor %}",
    ],
)
def test_a_document_that_argues_and_leaves_out_the_contrary_is_found(argued: str, tmp_path: Path) -> None:
    assert found(tmp_path, EACH.replace("THIS", argued)) == LEFT_OUT


@each(
    "told",
    [
        "{% for e in a.contrary %}\n1. {{ e.supports }}\n{% endfor %}",
        "{% for e in a.contrary %}\n1. Against it.{{ e.cites }}\n{% endfor %}",
        '{% for s in narrative("told") %}\n{{ s.text }}\n{% endfor %}',
    ],
)
def test_one_that_prints_it_or_tells_it_at_its_place_is_not(told: str, tmp_path: Path) -> None:
    assert found(tmp_path, EACH.replace("THIS", "{{ a.statement }}\n\n" + told)) == []


def test_a_section_that_cites_another_page_does_not_tell_it(tmp_path: Path) -> None:
    template = EACH.replace("THIS", '{{ a.statement }}\n\n{% for s in narrative("told") %}\n{{ s.text }}\n{% endfor %}')

    assert found(tmp_path, template, CASE.replace("p. 4", "p. 9")) == LEFT_OUT


def test_a_list_of_titles_argues_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, EACH.replace("THIS", "{{ a.title }}")) == []


def test_an_allegation_without_anything_against_it_leaves_out_nothing(tmp_path: Path) -> None:
    case = CASE.replace("against: true", "against: false")

    assert found(tmp_path, EACH.replace("THIS", "{{ a.statement }}"), case) == []
