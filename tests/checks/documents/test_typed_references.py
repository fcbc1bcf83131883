"""Numbers of sections, tables, figures and notes that a text gives in typed words."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

CASE = """
case: {title: Example, language: LANGUAGE, filings: [{id: letter, forum: letter}]}
sources: [{id: register, title: Register of North Prison, held: held}]
narrative:
  - id: facts
    place: summary
    title: Facts
    kind: fact
    text: |
      TEXT
"""
FORUM = "id: letter\nextends: _base\ndocument_kind: submission\nlanguages: [en, fr, es]\n"
TEMPLATE = """
# Facts

## What happened

{% for f in narrative('summary') %}{{ f.text }}{% endfor %}

::: table caption="Returns by year"
| Year | Returns |
|------|---------|
| 2021 | 4       |
:::
"""


def found(folder: Path, text: str, language: str = "en-GB") -> list[tuple[str, str, str]]:
    files = {"templates/letter/forum.yaml": FORUM, "templates/letter/brief.md.j2": TEMPLATE}
    case, _ = load_example(folder, CASE.replace("TEXT", text).replace("LANGUAGE", language), files)
    findings = run_checks(case, [check_named("reference-without-target")])[0].findings
    return [(one.record, one.severity.label, in_ids(one.message)) for one in findings]


CITED = "It stands there [@register, p. 4]. "


@each(
    "text",
    [
        "They stand in section A.1, and table 1 shows them.",
        CITED + "See note 1.",
        "Section 7031(c) reaches them.",
        "Table 17 of the yearbook shows them.",
        "The report has them in table 17.",
        "Table 17 shows them [@register, p. 4].",
        "The governor said “see table 17”.",
        "In all 99 notes were passed, and the figure 400 was named.",
        "See table 1.7 for them.",
        "See note 99.",
    ],
    ids=[
        "what is there",
        "a note that is there",
        "a section of a law",
        "of a work",
        "beside the name of a work",
        "beside a citation",
        "in quotation marks",
        "no reference",
        "another kind of number",
        "no notes to compare with",
    ],
)
def test_what_is_there_or_may_be_in_another_work_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


@each(
    "text",
    [
        "As section A.1 below shows, nothing was done [@register, p. 2].",
        "See table 1 [@register, p. 2].",
        "See section 9.Z of the register [@register, p. 2].",
        "Annex Q to the treaty names them.",
        "The court said in paragraph 912 that it was so.",
        "They stand in section 9.Z [@register, p. 2].",
        "Annex 3 of the report lists them, and the court below agreed.",
        "The temperature fell to 4 below [@register, p. 2].",
        "The register has 9 sections above all [@register, p. 2].",
        "The court said so, see paragraph 912 of its judgment.",
        "As table 1 shows, they rose [@register, p. 4].",
        "As table 17 shows, they rose [@register, table 17].",
        "As table 17 of the register shows, they rose [@register, p. 4].",
        "As the report says, table 17 shows it [@register, p. 4].",
        "The report, as table 17 shows, is thin [@register, p. 4].",
        "As paragraph 912 shows, they rose [@register, p. 4].",
        "Table 17 shows, as he said, that they rose [@register, p. 4].",
    ],
)
def test_what_is_there_or_points_to_another_work_is_left_alone_beside_a_citation(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []
