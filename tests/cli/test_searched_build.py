"""After every build for others its files are searched: what tells somebody protected does not go out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command
from tests.three_languages import CASE, CONSENTS, FILES

ONE_FILING = (
    CASE.partition("  - id: letter-fr")[0] + "summary: Guards of the harbour are said to have beaten prisoners.\n"
)
OUT = Path("output/harbour")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter to the special procedures, with a victim who agreed and one who did not."""
    return write_case(tmp_path / "claims", **{**FILES, "case": ONE_FILING}).relative_to(tmp_path)


def outgoing() -> list[str]:
    return sorted(path.name for path in (OUT / "outgoing").iterdir())


def test_what_an_earlier_build_left_is_taken_back_when_a_consent_is(probata: Command, letter: Path) -> None:
    probata("build", letter, "--format", "html", "--forum", "un-sp")
    left = (OUT / "outgoing/DRAFT-letter-en.en-GB.html").read_text(encoding="utf-8")
    (letter / "consents.yaml").write_text(CONSENTS + "  status: withdrawn\n", encoding="utf-8")
    ran = probata("build", letter, "--format", "docx", "--forum", "un-sp")

    assert "Sarrow" in left
    assert "DRAFT-letter-en.en-GB.html" not in outgoing()
    assert [name for name in outgoing() if name.endswith("docx")]
    assert (OUT / "internal/taken-back/DRAFT-letter-en.en-GB.html").read_text(encoding="utf-8") == left
    assert ran.code == 1
    assert "tells of somebody whom its readers may not know" in ran.err
    assert "of `sarrow`" in (OUT / "internal/findings.txt").read_text(encoding="utf-8")


def test_a_file_whose_name_tells_somebody_is_not_placed(probata: Command, letter: Path) -> None:
    case = ONE_FILING.replace("id: letter-en", "id: for-marit-quillon")
    (letter / "case.yaml").write_text(case, encoding="utf-8")
    ran = probata("build", letter, "--format", "docx")

    assert (ran.code, outgoing()) == (1, [])
    assert "Quillon" not in "".join(path.read_text() for path in (OUT / "internal/certificates").iterdir())


def test_a_certificate_says_what_was_searched_and_nothing_of_whom_it_protects(probata: Command, letter: Path) -> None:
    probata("build", letter, "--format", "docx", "--format", "html")
    written = (OUT / "internal/certificates/letter-en.json").read_text(encoding="utf-8")
    page = (OUT / "internal/certificates/letter-en.html").read_text(encoding="utf-8")
    told = json.loads(written)

    assert {one["name"] for one in told["files"]} == set(outgoing())
    assert told["protected"]["persons_and_sources"] == 1
    assert told["protected"]["kinds"]["family_name"] == 1
    assert [
        word for word in ("Quillon", "Marit", "hidden") if word in written or word in page.replace("overflow", "")
    ] == []


def test_verify_refuses_a_certificate_of_other_files(probata: Command, letter: Path) -> None:
    probata("build", letter, "--format", "docx", "--format", "html")
    assert probata("verify", letter).code == 0
    page = next((OUT / "outgoing").glob("*.html"))
    whole = page.read_bytes()

    page.write_bytes(whole + b" ")
    changed = probata("verify", letter)
    assert changed.code == 1
    assert "is another file than the one that was searched" in changed.out
    page.write_bytes(whole)
    (OUT / "outgoing/DRAFT-letter-en.en-GB.txt").write_bytes(b"more")
    assert "was not searched" in probata("verify", letter).out


def test_a_case_that_protects_nobody_has_no_certificate_and_nothing_is_searched(
    probata: Command, harbour: Path
) -> None:
    probata("build", harbour, "--format", "html")

    assert outgoing()
    assert not (OUT / "internal/certificates").exists()
