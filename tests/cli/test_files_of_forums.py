"""Files of a forum that cannot be used are told at their place, and the draft is made without them if it can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import CASE, write_case
from tests.cli.command import Command
from tests.writers.letterhead import letterhead

from probata.citation import Style, load_style

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
    assert "templates/mine/print.css:2:27" in probata("check", "harbour", "--all").out
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


FOREIGN = "p.secret { color: red }"
OWN_STYLE = {"ours.csl": "oscola", "ours.toml": "oscola-5"}
"""Where a forum has a citation style of its own: its file, and a style that may stand in it."""


def content_of(name: str) -> bytes:
    """Return what a file of a forum may hold; of a style in TOML, one that lies over one of ours."""
    if name.endswith(".docx"):
        return letterhead()
    if name.endswith(".toml"):
        return f'like = "{OWN_STYLE[name]}"\nname = "Ours"\n'.encode()
    if name.endswith(".csl"):
        found = load_style(OWN_STYLE[name])
        assert isinstance(found, Style)
        return found.csl.encode()
    return FOREIGN.encode()


def linked(mine: Path, name: str, target: Path) -> None:
    """Let a file of the forum be a link to a file with sound content, and let the forum use it."""
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content_of(name))
    (mine / name).symlink_to(target.resolve())
    if name in OWN_STYLE:
        (mine / "forum.yaml").write_text(f"{FORUM}citation: {{style: {name}}}\n", encoding="utf-8")


@pytest.mark.parametrize(("name", "code"), [("reference.docx", 0), ("print.css", 0), ("ours.csl", 1), ("ours.toml", 1)])
def test_a_link_out_of_the_templates_folder_is_not_followed_and_the_finding_says_to_copy_the_file(
    probata: Command, mine: Path, name: str, code: int
) -> None:
    linked(mine, name, probata.folder / "elsewhere" / name)

    ran = probata("build", "harbour", "--format", "html", "--format", "docx", "--quiet")

    assert ran.code == code
    assert "the file lies outside the templates folder" in ran.err
    assert f"templates/mine/{name}" in ran.err
    assert "next step: copy it into the templates folder" in ran.err
    assert "elsewhere" not in ran.err
    made = probata.folder / f"{MADE}.html"
    assert made.is_file() is (code == 0)
    assert FOREIGN not in (made.read_text(encoding="utf-8") if made.is_file() else "")
    assert f"templates/mine/{name}" in probata("check", "harbour", "--all").out
    assert probata("build", "harbour", "--format", "html", "--final").code == 1


def test_a_letterhead_behind_a_link_out_of_the_templates_folder_is_not_in_the_document(
    probata: Command, mine: Path
) -> None:
    build = ("build", "harbour", "--format", "docx", "--quiet")
    probata(*build)
    plain = (probata.folder / f"{MADE}.docx").read_bytes()
    linked(mine, "reference.docx", probata.folder / "elsewhere" / "reference.docx")
    probata(*build)

    assert (probata.folder / f"{MADE}.docx").read_bytes() == plain


@pytest.mark.parametrize("name", ["reference.docx", "print.css", "ours.csl", "ours.toml"])
def test_a_link_within_the_templates_folder_is_followed(probata: Command, mine: Path, name: str) -> None:
    build = ("build", "harbour", "--format", "html", "--format", "docx", "--quiet")
    linked(mine, name, mine.parent / "shared" / name)
    behind = probata(*build)
    files = [(probata.folder / f"{MADE}.{ending}").read_bytes() for ending in ("html", "docx")]
    (mine / name).unlink()
    (mine / name).write_bytes(content_of(name))
    copied = probata(*build)

    assert (behind.code, behind.err) == (copied.code, copied.err)
    assert behind.code == 0
    assert "file-outside-case" not in behind.err
    assert (FOREIGN.encode() in files[0]) is (name == "print.css")
    assert [(probata.folder / f"{MADE}.{ending}").read_bytes() for ending in ("html", "docx")] == files


def test_a_template_behind_a_link_out_of_the_templates_folder_is_not_copied_into_a_new_forum(
    probata: Command, mine: Path
) -> None:
    linked(mine, "template.docx", probata.folder / "elsewhere" / "template.docx")

    ran = probata("new", "forum", "next", "--extends", "mine", "--word")

    assert ran.code == 2
    assert "the file lies outside the templates folder" in ran.err
    assert not (probata.folder / "templates/next").exists()
