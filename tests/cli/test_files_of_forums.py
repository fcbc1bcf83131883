"""Files of a forum that cannot be used are told at their place, and the draft is made without them if it can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import CASE, write_case
from tests.cli.command import Command
from tests.writers.letterhead import letterhead

FORUM = "id: mine\nextends: support-statement\ntitle: Mine\n"
MADE = "output/harbour/outgoing/DRAFT-submission.en-GB"


@pytest.fixture
def mine(probata: Command) -> Path:
    """The folder of a forum of the user's own, for which a case has a filing."""
    folder = probata.folder / "templates/mine"
    folder.mkdir(parents=True)
    (folder / "forum.yaml").write_text(FORUM, encoding="utf-8")
    write_case(probata.folder / "claims", case=CASE.replace("forum: uk-ghr", "forum: mine"))
    return folder


@pytest.mark.parametrize(
    ("name", "place", "code", "made"),
    [
        ("reference.docx", "templates/mine/reference.docx:1:1: ", 0, True),
        ("print.css", "templates/mine/print.css:1:1: ", 0, True),
        ("ours.csl", "templates/mine/ours.csl", 1, False),
        ("ours.toml", "templates/mine/ours.toml", 1, False),
    ],
)
def test_a_file_that_another_program_keeps_is_told_and_is_no_fault_of_ours(
    probata: Command, mine: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: str, code: int, made: bool
) -> None:
    (mine / name).write_bytes(letterhead() if name.endswith("docx") else b"p { color: black }")
    if name.startswith("ours"):
        (mine / "forum.yaml").write_text(f"{FORUM}citation: {{style: {name}}}\n", encoding="utf-8")
    real_read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        # The suite may run as a user whom no permission stops, so the system's answer is given by hand.
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return real_read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    ran = probata("build", "harbour", "--format", "docx", "--quiet")

    assert ran.code == code
    assert "the file cannot be read (Permission denied)" in ran.err
    assert place in ran.err
    assert "next step: close it in " in ran.err
    assert (probata.folder / f"{MADE}.docx").is_file() is made


def test_a_style_sheet_in_another_encoding_is_found_at_its_letter_and_none_of_it_is_printed(
    probata: Command, mine: Path
) -> None:
    (mine / "print.css").write_bytes('p { color: black }\nh1::before { content: "Café " }\n'.encode("cp1252"))

    ran = probata("build", "harbour", "--format", "html")

    assert ran.code == 0
    assert "templates/mine/print.css:2:27: must fix: " in ran.err
    assert "unreadable-encoding, SRC105" in ran.err
    text = (probata.folder / f"{MADE}.html").read_text(encoding="utf-8")
    assert "Caf" not in text
    assert "templates/mine/print.css:2:27" in probata("check", "harbour").out
    assert probata("build", "harbour", "--format", "html", "--final").code == 1


@pytest.mark.parametrize(
    ("field", "column"), [("citation: {style: nosuch}", 19), ("citation: {style: oscola-4, authorities: nosuch}", 42)]
)
def test_a_citation_style_that_there_is_not_is_told_where_it_is_named(
    probata: Command, mine: Path, field: str, column: int
) -> None:
    (mine / "forum.yaml").write_text(f"{FORUM}{field}\n", encoding="utf-8")

    ran = probata("build", "harbour", "--format", "html")

    assert ran.code == 1
    assert f"place: templates/mine/forum.yaml:4:{column}" in ran.err
    assert "`nosuch`" in ran.err
    assert "henoch" not in ran.err
