"""The PDF: what it says, how it is built, its fonts and style sheets, and the same bytes in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests.case_folder import CASE, write_case
from tests.each import each
from tests.filings.made import SOURCE
from tests.readers.pdf_structure import structure_of
from tests.readers.pdf_text import read_pdf, unspaced
from tests.readers.tree_text import read_tree
from tests.scripts import script
from tests.writers.pdf_pages import in_both_engines, page_texts, rich_pdf, written
from tests.writers.rich_document import rich_document

from probata.diagnostics import Severity
from probata.document.blocks import Block, Heading, PageBreak, Paragraph, Role
from probata.document.inlines import Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.fonts.files import COVERAGE, FAMILIES, font_files
from probata.pipeline import Made, make, open_case, open_workspace, plan
from probata.writers.format import MissingLibraryError, PdfEngine, WriteError, WriteOptions, load_format
from probata.writers.pdf.weasyprint.engine import VARIABLE, engine_log, not_drawn, private_fontconfig
from probata.writers.pdf.write import missing_library


@in_both_engines
def test_the_file_shows_what_the_tree_says(engine: PdfEngine) -> None:
    assert read_pdf(rich_pdf(engine)) == unspaced(read_tree(rich_document()))


@in_both_engines
def test_each_page_carries_running_lines_short_title_and_its_number(engine: PdfEngine) -> None:
    pages = page_texts(rich_pdf(engine))
    assert len(pages) > 4
    for number, text in enumerate(pages, 1):
        assert "CONFIDENTIALDRAFTof1March2026:notforfiling" in text
        assert f"ReExamplePage{number}of{len(pages)}" in text


@in_both_engines
def test_notes_that_restart_keep_their_numbers_in_each_section(engine: PdfEngine) -> None:
    blocks: list[Block] = []
    for letter in "AB":
        note = Note(f"n{letter}", (Paragraph((Text(f"Only note of {letter}"),)),), 1)
        blocks += [
            Heading(1, (Text("Part"),), f"s{letter}", "section", letter),
            Paragraph((Text(f"Said in {letter}"), note)),
        ]
    (page,) = page_texts(written(Document(Meta("Two", note_numbering="section"), tuple(blocks)), engine=engine).data)
    for letter in "AB":
        assert f"Saidin{letter}1" in page
        assert f"1Onlynoteof{letter}" in page


@each("number", range(17, 23))
def test_the_last_entry_of_a_list_of_sources_never_stands_alone_on_a_page(number: int) -> None:
    entries = [Paragraph((Text(f"Entry {n}. " + "A long title " * 12),), Role.BIBLIOGRAPHY) for n in range(number)]
    sheet = (PageBreak(), Heading(1, (Text("Sheet"),), "sheet", "annex", "2"))
    blocks: list[Block] = [Heading(1, (Text("Sources"),), "sources", "annex", "1"), *entries, *sheet]
    pages = page_texts(written(Document(Meta("Sources"), tuple(blocks))).data)
    last = next(page for page in pages if f"Entry{number - 1}." in page)

    assert f"Entry{number - 2}." in last
    assert f"Entry{number - 3}." in last


@in_both_engines
@each(("may_fall", "lines", "page"), [(True, 1, 2), (False, 1, 3), (True, 20, 3)], ids=["sparse", "firm", "filled"])
def test_a_page_break_that_may_fall_does_where_the_page_before_would_hold_a_line_or_two(
    engine: PdfEngine, may_fall: bool, lines: int, page: int
) -> None:
    said = [Paragraph((Text(f"Paragraph {n}."),)) for n in range(lines)]
    annex = (PageBreak(may_fall=may_fall), Heading(1, (Text("Annexed"),), "sheet", "annex", "1"), said[0])
    blocks: tuple[Block, ...] = (Paragraph((Text("First page."),)), PageBreak(), *said, *annex)
    pages = page_texts(written(Document(Meta("A title"), blocks), engine=engine).data)

    assert "Annexed" in pages[page - 1]


@each("address", ["file:///etc/hostname", "http://127.0.0.1:9/picture.png", "picture.png"])
def test_a_style_sheet_that_asks_for_anything_outside_is_refused(address: str) -> None:
    document = Document(Meta("A title"), (Paragraph((Text("text"),)),))
    with pytest.raises(WriteError, match="lies outside the document"):
        written(document, f'p {{ background: url("{address}") }}')


def test_a_missing_library_is_named_with_what_to_install() -> None:
    error = missing_library(OSError("cannot load library 'libpango-1.0-0'"))
    assert isinstance(error, MissingLibraryError)
    assert "apt install libpango" in str(error)
    assert "brew install pango" in str(error)
    assert "pip install weasyprint" in str(missing_library(ModuleNotFoundError("weasyprint")))


@in_both_engines
def test_notes_and_contents_are_tagged_as_such(engine: PdfEngine) -> None:
    tags = [node.tag for node in structure_of(rich_pdf(engine)).walk()]
    assert (tags.count("Note"), tags.count("TOCI")) == (12, 8)


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


def short() -> Document:
    return Document(Meta("A title"), (Heading(1, (Text("A heading"),), "h"), Paragraph((Text("text"),))))


def told(css: str) -> list[tuple[str, str]]:
    made = load_format("pdf").write(short(), WriteOptions(print_css=css, print_css_path="t/print.css"))
    found = (one for one in made.diagnostics if one.code == "PDF106")
    return [(str(one.span), one.message) for one in found]


def test_a_rule_without_effect_is_found_with_its_line() -> None:
    assert told("p { color: black }\nh1 { colr: red;\n  color: nosuch }\n") == [
        ("t/print.css:2:6", "in the style sheet `colr: red` does nothing: unknown property"),
        ("t/print.css:3:3", "in the style sheet `color: nosuch` does nothing: invalid value"),
    ]


def made_with(css: str, folder: Path, *formats: str) -> list[Made]:
    forum = folder / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: support-statement\ntitle: Mine\n")
    (forum / "print.css").write_text(css)
    case = write_case(folder, case=CASE.replace("forum: uk-ghr", "forum: mine"))
    workspace = open_workspace(folder / "templates")
    session = open_case(case, "harbour", workspace)
    return list(make(session, workspace, plan(session, workspace)[0], formats))


OUTSIDE_OR_DEEP = [
    ('@import url("https://fonts.example/css?family=X");', 1),
    ('@import "file:///etc/passwd";', 1),
    ('@import "missing.css";', 1),
    ("@media print { h1 { background: url(missing.png) } }", 33),
    ("p { background: image-set('https://x.example/a.png' 1x) }", 17),
    ("@media print {" * 10_000 + "}" * 10_000, 182),
    (":not(" * 10_000 + ")" * 10_000 + " { color: red }", 62),
    ("p { color: " + "(" * 10_000 + ")" * 10_000 + " }", 23),
    ("p " * 10_000 + "{ color: red }", 20_001),
]
"""Rules, each with the column of what is wrong with it."""


def test_rules_that_reach_outside_or_nest_too_deep_are_left_out(tmp_path: Path) -> None:
    rules = [rule for rule, _ in OUTSIDE_OR_DEEP]
    sheet = "\n".join(("h2 { color: navy }", *rules, "h1 { colr: red }"))
    page, made = made_with(sheet, tmp_path, "html", "pdf")

    found = [(one.span.line, one.span.column) for one in (*page.diagnostics, *made.diagnostics)
             if one.code == "PDF106" and one.span]  # fmt: skip
    assert found == [*((line, column) for line, (_, column) in enumerate(OUTSIDE_OR_DEEP, 2)), (len(rules) + 2, 6)]
    assert b"h2 { color: navy }" in page.data
    assert [rule for rule in rules if rule.encode() in page.data] == []
    assert made.data.startswith(b"%PDF")


ROOT = Path(__file__).parents[2]
PROGRAM = """
from hashlib import sha256
from tests.writers.rich_document import rich_document
from probata.writers import html, pdf
from probata.writers.format import PdfEngine, WriteOptions
for writer, engine in ((html, "typst"), *((pdf, engine) for engine in PdfEngine)):
    made = writer.FORMAT.write(rich_document(), WriteOptions(pdf_engine=PdfEngine(engine)))
    print(sha256(made.data).hexdigest())
"""
ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C", "HOME": "/nonexistent"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1"},
)


def test_two_processes_with_other_hash_seeds_zones_languages_and_folders_give_the_same_bytes(tmp_path: Path) -> None:
    folders = (ROOT, tmp_path)
    running = [_started(*where) for where in zip(ENVIRONMENTS, folders, strict=True)]
    first, second = (process.communicate(timeout=60)[0].decode().split() for process in running)
    assert [process.returncode for process in running] == [0, 0]
    assert len(first) == 3
    assert first == second


def _started(environment: dict[str, str], folder: Path) -> subprocess.Popen[bytes]:
    env = {**environment, "PYTHONPATH": f"{SOURCE}:{ROOT}"}
    return subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=folder, env=env, stdout=subprocess.PIPE)


def test_the_layout_engines_are_loaded_only_when_a_pdf_is_asked_for() -> None:
    program = "import sys, probata.writers.pdf; sys.exit(bool({'weasyprint', 'typst'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == 0
