"""The settings of an office: `probata.toml`, in the working folder or above it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.case_folder import CASE, write_case
from tests.cli.command import Command
from tests.writers.letterhead import letterhead

SUBMISSION = "DRAFT-submission.en-GB"
HOUSE = """\
[house]
language = "en-US"
letterhead = "letters/head.docx"
output = "Filings"
templates = "our forums"

[house.author]
name = "Sela Arkwright"
organisation = "Arkwright and Partners"
address = "1 Quay Street, Port Sellen"
contact = "office@arkwright.example"
description = "A firm of solicitors of Port Sellen."
"""


@pytest.fixture
def office(probata: Command, harbour: Path) -> Command:
    """The command in a folder with settings, a letterhead and an empty folder of forums."""
    folder = probata.folder
    case = CASE.replace(", contact: office@harbour.example", "")
    (folder / harbour / "case.yaml").write_text(case, encoding="utf-8")
    (folder / "our forums").mkdir()
    (folder / "letters").mkdir()
    (folder / "letters/head.docx").write_bytes(letterhead())
    (folder / "probata.toml").write_text(HOUSE, encoding="utf-8")
    return probata


def html(probata: Command, name: str = "Filings/harbour/outgoing/DRAFT-submission.en-US.html") -> str:
    return (probata.folder / name).read_text(encoding="utf-8")


def settings(probata: Command, text: str) -> None:
    (probata.folder / "probata.toml").write_text(text, encoding="utf-8")


def test_the_author_of_the_office_fills_what_the_case_leaves_out_and_nothing_else(
    office: Command, harbour: Path
) -> None:
    assert office("build", harbour, "--format", "html").code == 0

    text = html(office)
    assert "Harbour Watch" in text
    assert "Arkwright and Partners" not in text
    assert "Sela Arkwright" in text
    assert "office@arkwright.example" in text
    assert "A firm of solicitors of Port Sellen." in text


@pytest.mark.parametrize(
    ("case", "language"),
    [
        (CASE, "en-US"),
        (CASE + "language: en-GB\n", "en-GB"),
        (CASE.replace("forum: uk-ghr}", "forum: uk-ghr, language: en-IE}"), "en-IE"),
        (CASE.replace("forum: uk-ghr}", "forum: uk-ghr, language: en-IE}") + "language: en-GB\n", "en-IE"),
    ],
)
def test_the_language_of_the_office_stands_where_neither_filing_nor_case_names_one(
    office: Command, case: str, language: str
) -> None:
    office("build", write_case(office.folder / "claims", case=case), "--forum", "submission", "--format", "html")

    made = [path.name for path in (office.folder / "Filings/harbour/outgoing").iterdir()]
    assert {name.split(".", 1)[1] for name in made} == {f"{language}.html"}


def header_of(path: Path) -> str:
    package = zipfile.ZipFile(BytesIO(path.read_bytes()))
    return "".join(package.read(name).decode() for name in package.namelist() if name.startswith("word/styles"))


def test_the_letterhead_of_the_office_is_used_where_the_forum_has_none_of_its_own(
    office: Command, harbour: Path
) -> None:
    office("build", harbour, "--format", "docx")
    of_office = header_of(office.folder / "Filings/harbour/outgoing/DRAFT-submission.en-US.docx")

    assert "berschrift1" in of_office


def test_the_word_file_of_a_forum_stands_before_the_letterhead_of_the_office(office: Command, harbour: Path) -> None:
    office("new", "forum", "ours", "--extends", "uk-ghr")
    (office.folder / "probata.toml").rename(office.folder / "kept.toml")
    office("build", harbour, "--format", "docx")
    own = office.folder / "output/harbour/outgoing" / f"{SUBMISSION}.docx"
    (office.folder / "our forums/ours/reference.docx").write_bytes(own.read_bytes())
    (office.folder / "kept.toml").rename(office.folder / "probata.toml")

    office("build", harbour, "--forum", "ours", "--format", "docx")

    assert "berschrift1" not in header_of(office.folder / "Filings/harbour/outgoing/DRAFT-ours.en-US.docx")


def test_from_a_folder_below_the_settings_forums_and_documents_are_those_beside_them(
    probata: Command, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(probata, '[house]\nlanguage = "en-GB"\n')
    probata("new", "forum", "uk-ghr2", "--extends", "uk-ghr")
    case = probata.folder / harbour / "case.yaml"
    case.write_text(CASE.replace("forum: uk-ghr", "forum: uk-ghr2"), encoding="utf-8")
    monkeypatch.chdir(probata.folder / "claims")
    probata("new", "forum", "third", "--extends", "uk-ghr")

    made = probata("build", "harbour", "--format", "html")

    assert made.code == 0, made.err
    assert html(probata, f"output/harbour/outgoing/{SUBMISSION}.html")
    assert {path.name for path in (probata.folder / "templates").iterdir()} == {"uk-ghr2", "third"}
    assert {path.name for path in (probata.folder / "claims").iterdir()} == {"harbour"}


FAULTS = [
    ("lettrhead", 'lettrhead = "a.docx"', "2:1", "there is no setting `lettrhead` here", "did you mean `letterhead`?"),
    ("colour", 'colour = "red"', "2:1", "there is no setting `colour` here", "the settings are author, language"),
    ("author", 'author = "Us"', "2:10", "the value of `author` should be fields", "write the heading `[house.author]`"),
    ("organization", '[house.author]\norganization = "A"', "3:1", "there is no field `organization` here",
     "did you mean `organisation`?"),
    ("list", '[house.author]\nname = ["A", "B"]', "3:8", "should be text", "write it between quotation marks"),
    ("empty", 'language = ""', "2:12", "`` is no language tag", "write a short tag such as `en-GB`"),
    ("tag", 'language = "English (UK)"', "2:12", "`English (UK)` is no language tag", "such as `en-GB`"),
    ("missing", 'letterhead = "gone.docx"', "2:14", "there is no file `gone.docx`", "from the folder of this file"),
    ("no word", 'letterhead = "probata.toml"', "2:14", "`probata.toml` is no Word file", "`Word Document (*.docx)`"),
    ("folder", 'letterhead = "claims"', "2:14", "`claims` is no Word file", "save the letterhead in Word"),
    ("home", 'output = "~/filings"', "2:10", "`~` is not followed to a folder", "write the whole path"),
    ("somebody's home", 'letterhead = "~sela/head.docx"', "2:14", "`~sela` is not followed", "write the whole path"),
    ("forum", 'templates = "forums/ours"', "2:13", "`forums/ours` is a forum", "name the folder in which it lies"),
    ("no forum", 'templates = "claims"', "2:13", "no forum lies in the folder `claims`", "each has a `forum.yaml`"),
    ("templates", 'templates = "gone"', "2:13", "there is no folder `gone`", "from the folder of this file"),
    ("tab", 'output = "C:\\temp"', "2:10", "the path of `output` cannot be read", "between single quotation marks"),
    ("engine", 'pdf_engine = "latex"', "2:14", "`latex` is no choice for `pdf_engine`", "one of: typst, weasyprint"),
    ("syntax", "language = en-US", "2:12", "the settings cannot be read from here on", 'write `name = "value"`'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "help"), [row[1:] for row in FAULTS], ids=[r[0] for r in FAULTS])
def test_a_fault_is_a_finding_with_its_place_and_what_to_do(
    probata: Command, harbour: Path, text: str, place: str, message: str, help: str
) -> None:
    ours = probata.folder / "forums/ours/forum.yaml"
    ours.parent.mkdir(parents=True)
    ours.write_text("id: ours\nextends: uk-ghr\n", encoding="utf-8")
    settings(probata, f"[house]\n{text}\n")

    found = probata("check", harbour, "--format", "full")

    assert found.code == 1
    assert f"must fix: probata.toml:{place}\n" in found.out
    assert message in found.out
    assert help in found.out


def test_a_fault_leaves_the_other_settings_and_the_draft_is_made_and_the_fault_told(
    office: Command, harbour: Path
) -> None:
    settings(office, HOUSE.replace("letters/head.docx", "gone.docx").replace("name =", "nme ="))

    made = office("build", harbour, "--format", "html", "--format", "docx")

    assert made.code == 0
    assert "probata.toml:3:14: must fix: there is no file `gone.docx`" in made.err
    assert "there is no field `nme` here" in made.err
    assert "office@arkwright.example" in html(office)
    assert "Sela Arkwright" not in html(office)


def test_a_document_is_not_final_while_a_setting_cannot_be_followed(office: Command, harbour: Path) -> None:
    settings(office, HOUSE.replace("letters/head.docx", "gone.docx"))

    made = office("build", harbour, "--format", "html", "--final")

    assert made.code == 1
    assert "there is no file `gone.docx`" in made.err
    assert list((office.folder / "Filings/harbour/outgoing").iterdir()) == []


def test_a_letterhead_that_may_not_be_read_is_a_finding(
    office: Command, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The suite may run as a user whom no permission stops, so the system's answer is given by hand.
    real_read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "head.docx":
            raise PermissionError(13, "Permission denied")
        return real_read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = office("check", harbour, "--format", "full")

    assert "`letters/head.docx` cannot be read: permission denied" in found.out
    assert "close it in Word" in found.out


def test_a_forum_of_the_users_own_stands_before_ours(probata: Command, harbour: Path) -> None:
    own = probata.folder / "templates/uk-ghr"
    own.mkdir(parents=True)
    (own / "forum.yaml").write_bytes(b"\xef\xbb\xbfid: uk-ghr\r\nextends: _base\r\ntitle: A letter of our own\r\n"
                                     b"document_kind: submission\r\n")  # fmt: skip
    (own / "brief.md.j2").write_bytes(b"\xef\xbb\xbf# Dear {{ addressee | or_gap('addressee') }}\r\n\r\nOur words.\r\n")
    (own / "print.css").write_bytes(b"\xef\xbb\xbfh1 { color: #a0b0c0 }\r\n")

    made = probata("build", harbour, "--format", "html")

    assert made.code == 0, made.err
    text = html(probata, f"output/harbour/outgoing/{SUBMISSION}.html")
    assert "Our words." in text
    assert "\ufeff" not in text
    assert "h1 { color: #a0b0c0 }" in text


def test_a_look_of_the_office_holds_but_for_what_is_wrong_in_it(probata: Command, harbour: Path) -> None:
    settings(probata, '[house]\nlook = "look.toml"\n')
    (probata.folder / "look.toml").write_text('face = "Arial"\n[colour]\nlink = "#00aa00"\n', encoding="utf-8")

    found = probata("build", harbour, "--format", "html")

    assert "look.toml:1:8: must fix: `face` must be one of `Times New Roman` or `Noto Serif`" in found.err
    assert "--colour-link: #00aa00" in html(probata, f"output/harbour/outgoing/{SUBMISSION}.html")

    settings(probata, '[house]\nlook = "none.toml"\n')
    assert "none.toml:1:1: must fix: there is no such file" in probata("build", harbour, "--format", "html").err
