"""A forum with several filings, one of which has the forum's own name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, write_case
from tests.case_folder import CASE as HARBOUR
from tests.cli.command import Command
from tests.reads import have_read
from tests.three_languages import CASE, FILES


@pytest.mark.parametrize(
    ("asked", "languages"), [("un-sp", ["en-GB", "es", "fr"]), ("letter-fr", ["fr"]), ("letter-es", ["es"])]
)
def test_a_forum_means_all_its_filings_and_a_filing_itself(
    probata: Command, tmp_path: Path, asked: str, languages: list[str]
) -> None:
    case = write_case(tmp_path, **{**FILES, "case": CASE.replace("id: letter-en", "id: un-sp")})
    probata("build", case, "--forum", asked, "--format", "html", "--out", tmp_path / "out")

    made = [path.name.split(".")[:2] for path in (tmp_path / "out").rglob("outgoing/*.html")]
    briefs = [language for name, language in made if not name.endswith(("-annexes", "-source", "-protection"))]
    assert sorted(briefs) == languages == sorted({language for _, language in made})


def test_a_forum_of_ones_own_takes_what_is_written_for_the_forum_it_is_made_from(
    probata: Command, tmp_path: Path
) -> None:
    case = write_case(tmp_path)
    probata("new", "forum", "ours", "--extends", "uk-ghr")
    probata("build", case, "--forum", "ours", "--format", "html", "--out", tmp_path / "out")
    (made,) = (tmp_path / "out").rglob("outgoing/DRAFT-ours.*.html")
    text = made.read_text(encoding="utf-8")

    assert "The Secretary of State" in text
    assert "Asset freeze" in text
    assert "They were beaten." in text
    assert "He led it." in text


def test_an_allegation_that_says_it_is_a_draft_goes_into_no_document_for_filing(
    probata: Command, tmp_path: Path
) -> None:
    ready = HARBOUR + "status: ready\n"
    case = write_case(tmp_path, case=ready, allegations=ALLEGATIONS + "  status: draft\n")
    refused = probata("build", case, "--format", "html", "--final")

    assert "(`beatings`) is marked as a draft" in refused.err
    assert "when it is complete and somebody has read it, write `status: reviewed`" in refused.err
    other = have_read(write_case(tmp_path / "b", case=ready, allegations=ALLEGATIONS + "  status: reviewed\n"))
    assert probata("build", other, "--format", "html", "--final").code == 0


def test_a_build_counts_the_findings_that_check_counts_and_one_of_a_single_document_says_so(
    probata: Command, tmp_path: Path
) -> None:
    case = write_case(tmp_path, **FILES)
    (case / "narrative").mkdir(exist_ok=True)
    (case / "narrative" / "lost.md").write_text("---\ntitle: Lost\nplace: nowhere\n---\nLost.\n", encoding="utf-8")
    counted = probata("check", case).err.splitlines()[-1].removeprefix("findings: ")
    built = _count(probata("build", case, "--format", "html").out)
    findings = next((tmp_path / "output").rglob("internal/findings.txt")).read_text(encoding="utf-8")
    alone = probata("build", case, "--format", "html", "--forum", "letter-fr").out

    assert "stands in no document of this case" in findings
    assert built.startswith(f"findings on all records and documents: {counted};")
    assert "\nfound while making letter-fr: " in alone


def _count(said: str) -> str:
    (line,) = [line for line in said.splitlines() if line.startswith("findings on ")]
    return line
