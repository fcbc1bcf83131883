"""A forum with several filings, one of which has the forum's own name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command
from tests.three_languages import CASE, FILES


@pytest.mark.parametrize(
    ("asked", "languages"), [("un-sp", ["en-GB", "es", "fr"]), ("letter-fr", ["fr"]), ("letter-es", ["es"])]
)
def test_a_forum_means_all_its_filings_and_a_filing_itself(
    probata: Command, tmp_path: Path, asked: str, languages: list[str]
) -> None:
    case = write_case(tmp_path, **{**FILES, "case": CASE.replace("id: letter-en", "id: un-sp")})
    probata("build", case, "--forum", asked, "--format", "html", "--out", tmp_path / "out")

    made = sorted(path.name.split(".")[1] for path in (tmp_path / "out").rglob("outgoing/*.html"))
    assert made == languages
