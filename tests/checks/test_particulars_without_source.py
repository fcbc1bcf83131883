"""Particulars of an allegation against the citations in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence import particulars_without_source
from probata.checks.runner import run_checks

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
    return [one.message for one in run_checks(case, [particulars_without_source.CHECK])[0].findings]


@pytest.mark.parametrize(
    "particulars",
    [
        CITED,
        "On 3 May 2016 they came. On 4 May 2016 they left [@register, p. 4].",
        "On 3 May 2016 they came.^[See [@register, p. 4].]",
        CITED + " The register gives no reason.",
        CITED + "\n\n# Heading 5\n\n" + CITED,
        "- On 3 May 2016\n- and on 4 May 2016 [@register, p. 4]",
        "{kind=inference}\nIt follows that 4 were beaten.\n\n" + CITED,
    ],
)
def test_what_a_citation_bears_out_is_left_alone(tmp_path: Path, particulars: str) -> None:
    assert found(tmp_path, particulars) == []


@pytest.mark.parametrize(
    ("particulars", "told"),
    [
        ("Guards beat prisoners.", "the paragraph that begins `Guards beat prisoners.` cites no source"),
        (
            CITED + "\n\nGuards beat prisoners on every day of May.",
            "the paragraph that begins `Guards beat prisoners on every day …` cites no source",
        ),
        (
            CITED + " On 5 May 2016 two were dead.",
            "behind the last citation of its paragraph, `On 5 May 2016 two were …` has no source",
        ),
        (
            CITED + ' The captain said "go on".',
            'behind the last citation of its paragraph, `The captain said "go on".` has no source',
        ),
    ],
)
def test_a_bare_paragraph_and_a_bare_figure_behind_the_last_citation_are_found(
    tmp_path: Path, particulars: str, told: str
) -> None:
    assert found(tmp_path, particulars) == [told]


def test_what_is_attributed_as_a_whole_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "Guards beat 4 prisoners.", "status: made_by_source") == []
    assert found(tmp_path, "Guards beat 4 prisoners.", "pursued: false") == []
