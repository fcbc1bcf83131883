"""What sets the PDF: the option, else the setting of the office, else the forum's style sheet; read from the file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from tests.cli.command import Command

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
