"""Particulars of an allegation, and sections of fact, against the citations in them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

CASE = """
case: {title: Example}
sources:
  - {id: register, title: Register, held: held}
allegations:
  - id: a
    title: T
    statement: S.
    STATUS
    particulars: |
      PARTICULARS
"""
CITED = "Guards beat 4 prisoners [@register, p. 4]."


def found(folder: Path, particulars: str, status: str = "status: reviewed") -> list[str]:
    written = particulars.replace("\n", "\n      ")
    case, faults = load_example(folder, CASE.replace("PARTICULARS", written).replace("STATUS", status))
    assert faults == []
    return [in_ids(one.message) for one in run_checks(case, [check_named("particulars-without-source")])[0].findings]


def test_what_is_attributed_as_a_whole_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "Guards beat 4 prisoners.", "status: made_by_source") == []
    assert found(tmp_path, "Guards beat 4 prisoners.", "pursued: false") == []


NAMED = CASE.replace(
    "sources:",
    "people: [{id: wolk, name: {family: Wolk, given: Mara}}]\n"
    "positions: [{id: g, title: Governor of North Prison}]\nsources:",
)


def weights_of(folder: Path, field: str) -> list[tuple[str, str]]:
    head, _, _ = NAMED.partition("    particulars:")
    case, faults = load_example(folder, head.replace("STATUS", "status: reviewed") + field)
    assert faults == []
    found = run_checks(case, [check_named("particulars-without-source")])[0].findings
    return [(one.severity.label, in_ids(one.message)) for one in found]


@each(
    "sentence",
    [
        "The register gives no reason.",
        "The guards looked on.",
        "The register calls it so [@register, p. 5].",
        "Mara Wolk consented to be named.",
    ],
)
def test_a_sentence_behind_the_last_citation_without_a_name_or_on_the_case_is_left_alone(
    sentence: str, tmp_path: Path
) -> None:
    assert weights_of(tmp_path, f"    particulars: >-\n      {CITED} {sentence}\n") == []


EVERYDAY = NAMED.replace(
    "{id: g, title: Governor of North Prison}",
    "{id: c, title: Chair of the Board}, {id: h, title: Head of North Prison}, {id: d, title: Deputy Governor}",
)


@each(
    ("sentence", "is_found"),
    [
        ("They were tied to the chair and held by the head.", False),
        ("The head of another prison looked on.", False),
        ("The Head of North Prison looked on.", True),
        ("The deputy governor looked on.", True),
    ],
)
def test_an_everyday_word_that_is_a_title_names_a_post_with_its_body_alone(
    sentence: str, is_found: bool, tmp_path: Path
) -> None:
    head, _, _ = EVERYDAY.partition("    particulars:")
    text = f"{head.replace('STATUS', 'status: reviewed')}    particulars: {CITED[:-1]}. {sentence}\n"
    case, faults = load_example(tmp_path, text)
    assert faults == []

    assert bool(run_checks(case, [check_named("particulars-without-source")])[0].findings) is is_found


SECTION = """
case: {title: Example, prepared_by: {organisation: Prison Watch}}
sources:
  - {id: register, title: Register, held: held}
narrative:
  - id: s
    title: T
    HEAD
    text: |
      TEXT
"""


def found_in_section(folder: Path, text: str, head: str = "kind: fact") -> list[tuple[str, str]]:
    written = SECTION.replace("TEXT", text.replace("\n", "\n      ")).replace("HEAD", head)
    case, faults = load_example(folder, written)
    assert faults == []
    found = run_checks(case, [check_named("particulars-without-source")])[0].findings
    return [(one.severity.label, in_ids(one.message)) for one in found]


def test_a_paragraph_of_a_section_with_a_day_and_no_citation_is_to_be_fixed(tmp_path: Path) -> None:
    bare = "Guards beat 4 prisoners on 3 May 2016."

    assert found_in_section(tmp_path, f"{CITED}\n\n{bare}") == [
        ("should fix", "the paragraph that begins `Guards beat 4 prisoners on 3 …` cites no source")
    ]


@each(
    ("text", "told"),
    [
        (
            "Prison Watch spoke with 34 prisoners.",
            "the paragraph that begins `Prison Watch spoke with 34 prisoners.` cites no source",
        ),
        (
            CITED + " On 5 May 2016 two died.",
            "behind the last citation of its paragraph, `On 5 May 2016 two died.` has no source",
        ),
    ],
)
def test_a_paragraph_of_a_section_without_a_fact_to_prove_or_of_our_own_work_is_a_note(
    tmp_path: Path, text: str, told: str
) -> None:
    assert found_in_section(tmp_path, text) == [("note", told)]


@each(
    "text",
    [
        CITED,
        "On 20 May 2026 Witness A consented to the use of her account.",
        "It is asked that exhibit 2 be kept confidential.",
        "{kind=context}\nOn 3 May 2016 they came.",
        "Held there were [@register, p. 4]:\n\n- 4 guards\n- 2 prisoners",
        "Held there were:\n\n- 4 guards [@register, p. 4]\n- 2 prisoners [@register, p. 5]",
        "On 3 May 2016 they came\n[@register, p. 4]\nand on 4 May 2016 they left",
    ],
)
def test_a_cited_paragraph_a_list_behind_a_colon_and_consents_are_left_alone(tmp_path: Path, text: str) -> None:
    assert [one for one in found_in_section(tmp_path, text) if one[0] != "note"] == []
