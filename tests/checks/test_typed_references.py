"""Numbers of sections, tables, figures and notes that a text gives in typed words."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.documents.references import reference_without_target
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
    findings = run_checks(case, [reference_without_target])[0].findings
    return [(one.record, one.severity.label, in_ids(one.message)) for one in findings]


CITED = "It stands there [@register, p. 4]. "


@each(
    ("text", "said", "part"),
    [
        ("See section 9.Z for them.", "section 9.Z", "section"),
        ("They stand in section A.7.", "section A.7", "section"),
        ("Table 17 shows them.", "Table 17", "table"),
        ("See figure 3.", "See figure 3", "figure"),
        (CITED + "See note 99.", "note 99", "note"),
    ],
)
def test_a_typed_number_that_no_part_has_is_found(text: str, said: str, part: str, tmp_path: Path) -> None:
    told = f"`letter` says `{said}`, and has no {part} of that number"

    assert found(tmp_path, text) == [("narrative/facts", "should fix", told)]


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
    ("text", "weight"),
    [
        ("Iven Quarrow was held in Section B.2 with forty men.", "note"),
        ("They were moved to the closed section B.2.", "note"),
        ("They sat at table 4 during meals.", "note"),
        (CITED + "Guards paid with note 7 each time.", "note"),
        ("The men held are counted in table 4.", "should fix"),
        ("They sat at meals for an hour, as table 4 shows.", "should fix"),
        ("He was held for long. See table 4.", "should fix"),
    ],
)
def test_a_number_of_what_may_be_a_place_or_a_thing_is_a_note(text: str, weight: str, tmp_path: Path) -> None:
    assert [heavy for _, heavy, _ in found(tmp_path, text)] == [weight]


@each(
    ("language", "text"),
    [("fr", "Ils étaient assis au tableau 17."), ("es", "Los presos estaban sentados en la tabla 17.")],
)
def test_places_and_things_are_told_in_other_languages_too(language: str, text: str, tmp_path: Path) -> None:
    assert [weight for _, weight, _ in found(tmp_path, text, language)] == ["note"]


@each(
    ("language", "text", "said"),
    [("fr", "Voir le tableau 17.", "tableau 17"), ("es", "Véase el cuadro 17.", "cuadro 17")],
)
def test_other_languages_are_read_with_their_own_words(language: str, text: str, said: str, tmp_path: Path) -> None:
    assert [message for _, _, message in found(tmp_path, text, language)] == [
        f"`letter` says `{said}`, and has no table of that number"
    ]


@each(
    ("text", "said", "weight"),
    [
        ("As section 9.Z below shows, nothing was done [@register, p. 2].", "section 9.Z", "should fix"),
        ("The report of the governor stands in section 9.Z of this submission.", "section 9.Z", "should fix"),
        ("Table 17 (below) shows them [@register, p. 4].", "Table 17", "should fix"),
        ("See section 9.Z [@register, p. 2].", "section 9.Z", "note"),
        ("As set out in annex Q, nothing was done.", "annex Q", "note"),
        ("As Table 17 shows, they rose [@register, p. 4].", "Table 17", "note"),
        ("They rose, as section 9.Z sets out [@register, p. 4].", "section 9.Z", "note"),
        ("As said above in table 17, they rose [@register, p. 4].", "table 17", "should fix"),
        ("It is explained below, in section 9.Z [@register, p. 4].", "section 9.Z", "should fix"),
        ("Annex Q below has the list.", "Annex Q", "should fix"),
    ],
)
def test_words_that_point_to_this_document_outrank_a_citation(
    text: str, said: str, weight: str, tmp_path: Path
) -> None:
    ((record, heavy, message),) = found(tmp_path, text)

    assert (record, heavy) == ("narrative/facts", weight)
    assert message.startswith(f"`letter` says `{said}`, and has no ")


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


@each(
    ("language", "text", "said"),
    [
        ("fr", "Voir la section 9.Z ci-dessous [@register, p. 2].", "section 9.Z"),
        ("es", "Véase el cuadro 17 infra [@register, p. 2].", "cuadro 17"),
        ("fr", "Comme exposé plus haut, dans la section 9.Z, rien ne fut fait [@register, p. 2].", "section 9.Z"),
        ("es", "Como se ha indicado más arriba en la sección 9.Z, nada se hizo [@register, p. 2].", "sección 9.Z"),
    ],
)
def test_such_words_are_read_in_other_languages(language: str, text: str, said: str, tmp_path: Path) -> None:
    ((_, weight, message),) = found(tmp_path, text, language)

    assert weight == "should fix"
    assert f"says `{said}`" in message
