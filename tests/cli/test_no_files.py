"""What stands in the place of a file and is none: said at once, by every command, and never waited for."""

from __future__ import annotations

import os
import sys

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
BUILD = ("build", "harbour", "--format", "html", "-q")


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("harbour/people.yaml", BUILD),
        ("templates/uk-ghr/forum.yaml", BUILD),
        ("output/harbour/outgoing/DRAFT-submission.en-GB.html", BUILD),
        ("harbour/reads.yaml", ("workbook", "harbour", "--to", "xlsx")),
        ("new.bib", ("import", "sources", "new.bib", "--case", "harbour")),
        ("new.csv", ("import", "table", "new.csv", "--as", "people", "--case", "harbour", "--yes")),
        ("a.docx", ("pull", "a.docx", "--case", "harbour")),
        ("a.docx", ("redline", "a.docx", "a.docx")),
        ("a.json", ("export", "ftm", "--case", "harbour", "--out", "a.json")),
    ],
)
def test_a_pipe_is_named_and_never_waited_for(probata: Command, path: str, command: tuple[str, ...]) -> None:
    write_case(probata.folder)
    place = probata.folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    ran = probata(*command)
    told = probata.folder / "output" / "harbour" / "internal" / "findings.txt"

    said = ran.err + ran.out + (told.read_text(encoding="utf-8") if told.is_file() else "")
    assert ran.code in {1, 2}
    assert "a named pipe" in said
