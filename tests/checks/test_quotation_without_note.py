"""Words in quotation marks against the citations around them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.quotations import quotation_without_note

CASE = """
case: {title: Example}
sources:
  - {id: interview, title: Until they write a letter, held: held}
bodies: [{id: b, name: Office of the Night Watch}]
narrative:
  - id: s
    title: T
    HEAD
    text: |
      TEXT
"""
BARE = 'He told them to "go on until they write".'
TOLD = "the text quotes `go on until they write`, and its paragraph cites no source"


def found(folder: Path, text: str, head: str = "kind: fact") -> list[str]:
    written = CASE.replace("TEXT", text.replace("\n", "\n      ")).replace("HEAD", head)
    case, faults = load_example(folder, written)
    assert faults == []
    return [in_ids(one.message) for one in run_checks(case, [quotation_without_note])[0].findings]


@each("marks", ["“{}”", "„{}“", "«{}»", '"{}"', "‘{}’"])
def test_words_in_any_marks_of_quotation_are_found(tmp_path: Path, marks: str) -> None:
    assert found(tmp_path, f"He said {marks.format('go on until they write')}.") == [TOLD]


def test_the_finding_stands_at_the_words(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE.replace("TEXT", BARE).replace("HEAD", "kind: fact"))
    (one,) = run_checks(case, [quotation_without_note])[0].findings

    assert one.span is not None
    assert (one.span.column, one.span.end_column) == (len("      He told them to ") + 1, len("      " + BARE))


@each(
    "text",
    [
        BARE[:-1] + " [@interview, para 3].",
        BARE + " So says a guard [@interview].",
        BARE + "^[Told to a neighbour.]",
        "A guard says [@interview]:\n\n> " + BARE,
        'He told them to "go on".',
        "The guards’ room was the men’s room and the women’s room.",
        'It is the "Office of the Night Watch".',
        'It was called "the long way round".',
        'The term "person of some interest" is old.',
        'See {{ ref("s") }} and {{ ref("one two three") }}.',
        BARE + '\n\nThe words "go on until they write" are those of a guard [@interview].',
    ],
)
def test_what_is_cited_short_a_name_a_term_or_quoted_again_is_left_alone(tmp_path: Path, text: str) -> None:
    assert [one for one in found(tmp_path, text) if "go on" in one or "quotes" in one] == []


def test_a_section_with_citations_of_its_own_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, BARE, "citations: interview") == []


def test_a_citation_in_another_paragraph_bears_nothing_out(tmp_path: Path) -> None:
    assert found(tmp_path, f"They were held there [@interview].\n\n{BARE}") == [TOLD]


def test_the_statement_of_an_allegation_rests_on_its_evidence_and_its_particulars_do_not(tmp_path: Path) -> None:
    text = f"""
case: {{title: Example}}
sources: [{{id: interview, title: I, held: held}}]
allegations:
  - {{id: a, title: T, statement: '{BARE}', particulars: '{BARE}', evidence: [interview]}}
"""
    case, faults = load_example(tmp_path, text)
    assert faults == []
    results = run_checks(case, [quotation_without_note])[0].findings

    assert [in_ids(one.message) for one in results] == [TOLD]


@each(
    ("language", "called", "said"),
    [
        ("fr", "On l'appelait, sous le terme « garde de nuit ».", "Il dit « continuez jusqu'au bout »."),
        ("es", "Era la llamada «guardia de la noche».", "Dijo «sigan hasta el final»."),
    ],
)
def test_a_case_in_another_language_is_read_with_its_own_words(
    tmp_path: Path, language: str, called: str, said: str
) -> None:
    for folder, text, number in (("called", called, 0), ("said", said, 1)):
        written = CASE.replace("title: Example", f"title: Example, language: {language}").replace("HEAD", "order: 1")
        case, faults = load_example(tmp_path / folder, written.replace("TEXT", text))
        assert faults == []
        assert len(run_checks(case, [quotation_without_note])[0].findings) == number
