"""Findings of readers, writers and forums stand at the record or file that they are about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.case_folder import CASE, PEOPLE, write_case
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


def findings(folder: Path) -> list[dict[str, object]]:
    (path,) = folder.glob("output/*/internal/findings.json")
    return list(json.loads(path.read_text(encoding="utf-8"))["findings"])


def test_a_character_without_a_glyph_is_found_once_at_the_record_that_has_it(probata: Command, tmp_path: Path) -> None:
    people = PEOPLE.replace("given: Ardel", "given: Ardel 😀")
    case = write_case(tmp_path, people=people)

    probata("build", case, "--forum", "support-statement", "--format", "pdf")

    (found,) = [one for one in findings(tmp_path) if one["code"] == "PDF101"]
    assert found["path"] == f"{case.as_posix()}/people.yaml"
    assert found["line"] == 1


def test_a_letterhead_that_is_no_word_file_is_told_at_the_file(probata: Command, tmp_path: Path) -> None:
    forum = tmp_path / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: support-statement\ntitle: Mine\n")
    (forum / "reference.docx").write_bytes(b"no archive")
    case = write_case(tmp_path, case=CASE.replace("forum: uk-ghr", "forum: mine"))

    ran = probata("build", case, "--format", "docx")

    assert ran.code == 1
    assert "the reference file is no Word file" in ran.err
    assert "next step: mend what the message names, then build again" in ran.err
    (found,) = [one for one in findings(tmp_path) if one["code"] == "WRT101"]
    assert found["path"] == "templates/mine/reference.docx"
    assert "\n  place: templates/mine/reference.docx" in ran.err


def test_a_forum_that_there_is_not_is_found_once_at_its_place(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case=CASE.replace("forum: uk-ghr", "forum: uk-gr"))

    ran = probata("build", case, "--format", "html")

    assert ran.code == 1
    named = [one for one in findings(tmp_path) if "`uk-gr`" in str(one["message"])]
    assert [(one["code"], one["line"]) for one in named] == [("REF101", 6)]


CASE_SUPPORTED = """
case:
  title: Example
  as_of: 2024-06-01
  summary: TEXT
  filings: [{id: main, forum: uk-ghr}, {id: brief, forum: closed, supports_filing: main}]
"""
CLOSED = "id: closed\nextends: _base\ndocument_kind: submission\n"
SUPPORT = """
case:
  title: Example
  as_of: 2024-06-01
  filings: [{id: main, forum: un-sp}, {id: st, forum: support-statement, statement: s, supports_filing: main}]
people: [{id: w, name: Mara Wolk}]
consents: [{id: c, person: w, forums: [support-statement, un-sp], audiences: [decision_maker, accused, state]}]
statements:
  - {id: s, person: w, kind: witness, paragraphs: [{id: p, basis: own_knowledge, text: "As told [@letter]."}]}
"""
LETTER = "sources: [{id: letter, title: Letter, confidentiality: confidential}]\n"


def lines_of(probata: Command, code: str, folder: Path, case: str) -> list[str]:
    """Return what the command finds by this code in a case with a forum that nobody but its addressee reads."""
    for name, content in {
        "example.yaml": case,
        "templates/closed/forum.yaml": CLOSED,
        "templates/closed/brief.md.j2": "# Summary\n\n{{ case_summary }}\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return [
        line for line in probata("check", folder / "example.yaml", "--all").out.splitlines() if f", {code})" in line
    ]


def test_a_confidential_source_is_found_in_a_document_that_supports_one_the_accused_reads(
    probata: Command, tmp_path: Path
) -> None:
    case = CASE_SUPPORTED.replace("TEXT", '"Two were called in [@letter]."') + LETTER

    assert any(
        "`brief`, which the person accused may read" in line for line in lines_of(probata, "EVI201", tmp_path, case)
    )


def test_the_state_is_named_among_the_readers_of_a_statement_in_support(probata: Command, tmp_path: Path) -> None:
    (line,) = lines_of(probata, "EVI201", tmp_path, SUPPORT + LETTER)

    assert "`st`, which the person accused and the State may read" in line


def test_a_consent_must_cover_the_readers_of_what_is_supported(probata: Command, tmp_path: Path) -> None:
    victim = "people: [{id: q, name: Iven Quarrow, part_played: [victim]}]\n"
    consent = "consents: [{id: c, person: q, forums: [closed, uk-ghr], audiences: [decision_makerMORE]}]\n"
    case = CASE_SUPPORTED.replace("TEXT", "Iven Quarrow was beaten.") + victim + consent

    lines = lines_of(probata, "STR209", tmp_path, case.replace("MORE", ""))
    assert any("`brief` names the victim" in line for line in lines)
    assert lines_of(probata, "STR209", tmp_path, case.replace("MORE", ", accused")) == []
