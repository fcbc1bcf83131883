"""Fonts: the files that are shipped, and characters that none of them has."""

import os
import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont
from tests.each import each
from tests.scripts import script
from tests.writers.pdf_pages import page_texts, written

from probata.diagnostics import Severity
from probata.document.blocks import Block, Paragraph
from probata.document.inlines import Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.fonts.files import COVERAGE, FAMILIES, font_files
from probata.writers.pdf.weasyprint.engine import VARIABLE, engine_log, not_drawn, private_fontconfig


def _of(*blocks: Block) -> Document:
    return Document(Meta("A title"), blocks)


def test_the_characters_of_the_fonts_are_written_down() -> None:
    assert COVERAGE.read_text("utf-8") == script("write_coverage").coverage(), "run scripts/write_coverage.py"


@each("path", font_files(), ids=lambda path: path.name)
def test_the_fonts_are_static_since_variable_ones_carry_the_time_of_day(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert "fvar" not in font


def test_fontconfig_sees_our_families_alone_and_the_environment_is_as_before() -> None:
    before = os.environ.get(VARIABLE)  # noqa: TID251 - what is tested is this variable
    with private_fontconfig(font_files()):
        listed = subprocess.run(["fc-list", ":", "family"], check=True, capture_output=True).stdout.decode()
    families = {family for line in listed.splitlines() for family in line.split(",")}
    assert set(FAMILIES) <= families
    assert all(family.startswith((*FAMILIES, "思源")) for family in families), families
    assert os.environ.get(VARIABLE) == before  # noqa: TID251 - what is tested is this variable


def test_a_character_without_a_glyph_is_a_finding_and_printed_as_its_code_point() -> None:
    origin = Origin("allegations/a-1", "particulars")
    made = written(_of(Paragraph((Text("The box ☐ was ticked"),), origin=origin)))
    (finding,) = made.diagnostics
    assert (finding.code, finding.severity, finding.record) == ("PDF101", Severity.ERROR, "allegations/a-1")
    assert "`☐` (U+2610, BALLOT BOX) in `The box ☐ was ticked`" in finding.message
    assert finding.notes == (
        "in the field `particulars`",
        "looked for in Liberation Serif, Noto Serif, Noto Serif SC, Noto Naskh Arabic",
    )
    assert "Thebox[U+2610]wasticked" in page_texts(made.data)[0]


def test_a_box_that_the_layout_engine_reports_is_a_finding() -> None:
    from weasyprint.logger import LOGGER  # after the fonts are set up elsewhere; it takes half a second

    with engine_log() as messages:
        LOGGER.warning('.notdef glyph rendered for Unicode string unsupported by fonts: "☐" (U+2610)')
    (finding,) = not_drawn(messages)
    assert finding.message == 'the PDF shows a box for "☐" (U+2610)'
