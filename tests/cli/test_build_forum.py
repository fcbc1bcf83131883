"""Builds of one forum, its engine and parts, what is left over, and drafts without the citation program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from tests.case_folder import ALLEGATIONS, write_case
from tests.case_folder import CASE as CASE_LEFT
from tests.case_folder import CASE as HARBOUR
from tests.cli.command import Command
from tests.cli.test_redline import git
from tests.parted import ANNEXES, OF_PARTED, TEMPLATE, write_parted
from tests.pull.pulling import read
from tests.pull.word_edits import WordEdits
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


ROOT = Path(__file__).parents[2]
SMALL = ROOT / "templates" / "uk-cpr-ws" / "example.yaml"
SHEET = "h1 { color: navy }\n"
LEFT_OUT = "the style sheet is left out of the PDF: Typst was asked for, and takes none"


def write_office(folder: Path, setting: str, sheet: str) -> None:
    """Write a case for a forum of its own, the setting of the office, and the forum's style sheet."""
    forum = folder / "templates/ours"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: ours\nextends: uk-cpr-ws\ntitle: Ours\n", encoding="utf-8")
    if sheet:
        (forum / "print.css").write_text(sheet, encoding="utf-8")
    if setting:
        (folder / "probata.toml").write_text(f'[house]\npdf_engine = "{setting}"\n', encoding="utf-8")
    text = SMALL.read_text(encoding="utf-8").replace("forum: uk-cpr-ws", "forum: ours")
    (folder / "small.yaml").write_text(text, encoding="utf-8")


def engine_of(folder: Path) -> str:
    (path,) = folder.glob("output/small/outgoing/DRAFT-uk-cpr-ws.*.pdf")
    with pikepdf.open(path) as pdf:
        return str(pdf.docinfo.get("/Producer") or pdf.docinfo["/Creator"]).split()[0]


@pytest.mark.parametrize(
    ("option", "setting", "sheet", "engine", "told"),
    [
        ("", "", "", "Typst", "the usual one"),
        ("", "", SHEET, "WeasyPrint", "for `templates/ours/print.css`"),
        ("", "", "@import 'gone.css';\n", "Typst", "the usual one"),
        ("", "weasyprint", "", "WeasyPrint", "asked for"),
        ("typst", "weasyprint", SHEET, "Typst", "asked for"),
    ],
    ids=["usual", "style-sheet", "empty-style-sheet", "setting", "option"],
)
def test_the_option_stands_before_the_setting_and_both_before_a_style_sheet(
    probata: Command, option: str, setting: str, sheet: str, engine: str, told: str
) -> None:
    write_office(probata.folder, setting, sheet)

    made = probata("build", "small.yaml", "--format", "pdf", "-v", *(("--engine", option) if option else ()))

    assert made.code == 0, made.err
    assert engine_of(probata.folder) == engine
    assert f".pdf: set by {engine} ({told})\n" in made.err
    found = (probata.folder / "output/small/internal/findings.txt").read_text(encoding="utf-8")
    assert (f"note: templates/ours/print.css:1:1\n{LEFT_OUT}\n" in found) is (option == "typst")


def test_for_another_engine_the_pdf_is_made_anew(probata: Command) -> None:
    write_office(probata.folder, "", "")
    made = []
    for options in ((), ("--engine", "weasyprint"), ()):
        probata("build", "small.yaml", "--format", "pdf", *options)
        made.append(engine_of(probata.folder))

    assert made == ["Typst", "WeasyPrint", "Typst"]


def test_without_weasyprint_and_pango_word_file_and_pdf_are_made(tmp_path: Path) -> None:
    write_office(tmp_path, "", "")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "weasyprint.py").write_text("print('advice')\nraise OSError('cannot load library')\n", encoding="utf-8")
    shutil.copy(broken / "weasyprint.py", broken / "pydyf.py")
    environment = {"PYTHONPATH": os.pathsep.join((str(broken), str(ROOT / "src"))), "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "probata", "build", "small.yaml"]

    usual, asked = (
        subprocess.run([*command, *options], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        for options in ((), ("--engine", "weasyprint"))
    )

    assert (usual.returncode, usual.stderr) == (0, "")
    assert {path.suffix for path in (tmp_path / "output").rglob("outgoing/*")} == {".docx", ".pdf"}
    assert asked.returncode == 1
    assert "needs the library Pango, which this machine lacks" in asked.stderr
    assert "advice" not in usual.stdout + asked.stdout


CASE_PARTS = Path("claims/harbour")
OUTGOING = Path("output/harbour/outgoing")
ANNEXES_FILE = OUTGOING / "DRAFT-submission-annexes.en-GB.docx"


@pytest.fixture
def parted(probata: Command) -> Command:
    """A command in a folder with the case and the forum."""
    write_parted(probata.folder)
    write_case(probata.folder / "claims", case=OF_PARTED)
    return probata


def lines(path: Path) -> list[str]:
    return [line.text for line in read(path.read_bytes()).lines]


def test_each_part_is_a_file_and_one_that_is_made_no_more_is_left_over(parted: Command) -> None:
    assert parted("build", CASE_PARTS, "--format", "html").code == 0
    assert sorted(path.name for path in OUTGOING.iterdir()) == [
        "DRAFT-submission-annexes.en-GB.html",
        "DRAFT-submission-sheet.en-GB.html",
        "DRAFT-submission.en-GB.html",
    ]
    again = parted("build", CASE_PARTS, "--format", "html", "--verbose")
    assert named(again.err) == []
    write_parted(parted.folder, TEMPLATE.replace(ANNEXES, ""))
    assert named(parted("build", CASE_PARTS, "--format", "html").err) == ["DRAFT-submission-annexes.en-GB.html"]


def test_a_part_called_as_another_filing_takes_not_its_file(parted: Command) -> None:
    second = "filings:\n  - {id: submission-annexes, forum: uk-ghr}\n"
    write_case(parted.folder / "claims", case=OF_PARTED.replace("filings:\n", second))
    ran = parted("build", CASE_PARTS, "--format", "html")
    assert ran.code == 1
    assert "would be the file of two filings: give one of them another `id`" in ran.err


def test_what_was_changed_in_a_part_comes_back_and_is_kept_in_that_part(parted: Command) -> None:
    parted("build", CASE_PARTS, "--format", "docx")
    assert "nothing to pull" in parted("pull", ANNEXES_FILE, "--case", CASE_PARTS, "--dry-run").out
    edited = WordEdits(ANNEXES_FILE.read_bytes()).replace("These words stand twice.", "They stand once.")
    ANNEXES_FILE.write_bytes(edited.save())
    ran = parted("pull", ANNEXES_FILE, "--case", CASE_PARTS, "--keep", "all", "--by", "A Signatory")
    assert ran.code == 0, ran.err
    assert "occurrence: 2" in (CASE_PARTS / "changes.yaml").read_text(encoding="utf-8")
    assert parted("build", CASE_PARTS, "--format", "docx").code == 0
    assert "They stand once." in lines(ANNEXES_FILE)
    assert "They stand once." not in lines(OUTGOING / "DRAFT-submission.en-GB.docx")


def test_a_redline_since_a_revision_is_made_of_each_part(parted: Command) -> None:
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "as it was filed")
    git("tag", "filed")
    (CASE_PARTS / "case.yaml").write_text(
        OF_PARTED.replace("title: The Harbour Case", "title: Another"), encoding="utf-8"
    )
    ran = parted("redline", CASE_PARTS, "--since", "filed")
    assert ran.code == 0, ran.err
    made = sorted(path.name.partition(".")[0] for path in (OUTGOING.parent / "internal/redlines").glob("*.docx"))
    assert made == ["DRAFT-submission", "DRAFT-submission-annexes", "DRAFT-submission-sheet"]


TOLD = "of no filing of the case any more"
SECOND = "filings:\n  - {id: letter, forum: uk-ghr}\n"


def named(err: str) -> list[str]:
    lines = [line for line in err.splitlines() if TOLD in line]
    return [
        found.rpartition("/")[2] for line in lines for found in line.partition(": ")[2].partition(";")[0].split(", ")
    ]


def test_files_of_a_filing_that_is_gone_are_named_and_stay(probata: Command, tmp_path: Path) -> None:
    harbour = write_case(tmp_path, case=CASE_LEFT.replace("filings:\n", SECOND))
    first = probata("build", harbour, "--format", "html", "--format", "docx")
    (harbour / "case.yaml").write_text(CASE_LEFT, encoding="utf-8")
    second = probata("build", harbour, "--format", "html")

    assert (first.code, named(first.err)) == (0, [])
    parts = ("letter", "letter-annexes", "letter-sheet")
    left = {f"DRAFT-{part}.en-GB.{ending}" for part in parts for ending in ("docx", "html")}
    assert (second.code, set(named(second.err))) == (0, left)
    assert left <= {path.name for path in OUTGOING.iterdir()}


def test_a_file_of_the_user_and_a_changed_draft_with_its_new_one_are_not_named(
    probata: Command, tmp_path: Path
) -> None:
    harbour = write_case(tmp_path, case=CASE_LEFT)
    probata("build", harbour, "--format", "html")
    (OUTGOING / "covering letter.docx").write_bytes(b"ours")
    (OUTGOING / "DRAFT-submission.en-GB.html").write_text("changed by hand", encoding="utf-8")
    found = probata("build", harbour, "--format", "html")

    assert "was changed since it was made" in found.err
    assert named(found.err) == []
    assert named(probata("build", harbour, "--format", "html").err) == []


def test_where_records_could_not_be_read_no_file_is_said_to_be_left_over(probata: Command, tmp_path: Path) -> None:
    harbour = write_case(tmp_path, case=CASE_LEFT.replace("filings:\n", SECOND))
    probata("build", harbour, "--format", "html")
    (harbour / "case.yaml").write_text(
        CASE_LEFT.replace("filings:\n", "filings:\n  - {id: letter}\n"), encoding="utf-8"
    )
    found = probata("build", harbour, "--format", "html")

    assert found.code == 1
    assert named(found.err) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for Pandoc are shell scripts")
@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("", "is not installed or cannot be started (citation-program-missing, CIT101); next step: install Probata"),
        ("#!/bin/sh\nkill -9 $$\n", "was stopped from outside (signal 9) (citation-program-stopped, CIT106)"),
        ("#!/bin/sh\ncat >/dev/null; exit 83\n", "Pandoc stopped with code 83 (citation-program-failed, CIT103)"),
    ],
)
def test_a_draft_in_plain_citations_says_why(
    probata: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, words: str, quiet: tuple[str, ...]
) -> None:
    program = tmp_path / "pandoc"
    if script:
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setattr("probata.citation.stage.find_program", lambda: program)
    probata("new", "case", "wells")

    made = probata("build", "wells", "--format", "html", "--no-cache", *quiet)

    assert made.code == 0
    assert words in made.err
    assert made.err.count("citations are printed in full, without the citation style: ") == 1
    assert (made.out == "") is bool(quiet)
