"""Fonts: the files that are shipped, and characters that none of them has."""

import os
import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont
from tests.each import each
from tests.writers.pdf_pages import page_texts, written

from probata.diagnostics import Severity
from probata.document.blocks import Block, Paragraph
from probata.document.inlines import Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.fonts.files import FAMILIES, font_files
from probata.writers.pdf.weasyprint.engine_log import engine_log, not_drawn
from probata.writers.pdf.weasyprint.fontconfig import VARIABLE, private_fontconfig

DIGESTS = {
    "LiberationSerif-Regular.ttf": "9caef765d2e891c10dd73658894f01e660fe0c1c83e0bda7d6edf561d8f623d4",
    "LiberationSerif-Italic.ttf": "de18fe26337e03241952dca46398d5b66f3c5738d080bfd284f66e67b926f597",
    "LiberationSerif-Bold.ttf": "443a4dbd694b6e4689925947b456e0532e10b19c90fa32eb39ea6c2cd9db9ebd",
    "LiberationSerif-BoldItalic.ttf": "4b2635d2ec4d992373dcae577c742a98ecfd841ffc1b8a103b5f10db163dbc7a",
    "NotoSerif-Regular.ttf": "9d7583b7dc9e812afd32a14280c5cac3160012efe50c8d08938f4fea266ff67f",
    "NotoSerif-Italic.ttf": "bc25600aa27cd409e1e5b3d86340df3a329bb860fcfbe57a03a95070b229e1b0",
    "NotoSerif-Bold.ttf": "0af0ff2be8f84910fb21ec5fe1b6b7395e3073250502a334baf6ca2f860c88fe",
    "NotoSerif-BoldItalic.ttf": "78a6d685e5690b7dcda0f336b689193afc03b6bab5cf18fc1a9ecc3aa0600059",
    "NotoNaskhArabic-Regular.ttf": "8c67eaa2f0086872628fc3f7f760386f83c8be5c5e9a1ba3a38891237b2ac7cb",
    "NotoNaskhArabic-Bold.ttf": "b5cbcb561b4b540ff11d7b6934577dbbbbb9e1d152d47f6f31f19176d58ff39c",
    "NotoSerifSC-Regular.otf": "e8f396decc1f0963a016a989c3d8852e863d1350996f573860a80767c83a1cd3",
}


def _of(*blocks: Block) -> Document:
    return Document(Meta("A title"), blocks)


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
