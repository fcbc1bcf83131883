"""The pictures of README and docs show what would be seen now: each bears a digest of what it was taken of."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.filings.cases import EXAMPLE, FILINGS, FilingName
from tests.filings.made import is_final, tree_of
from tests.looks import look
from tests.pages import ROOT
from tests.report.reported import state_of
from tests.scripts import script

from probata.document.blocks import Paragraph
from probata.document.inlines import Text
from probata.report.page.render import to_html
from probata.writers.docx.reference_file import reference_docx

IMAGES = ROOT / "docs" / "images"
stamps = script("stamp_pictures")


def pictures_of(name: FilingName) -> list[Path]:
    """The pictures of pages of a filing: its sheets, and those of single pages."""
    found = [path for path in sorted(IMAGES.rglob("*.png")) if path.stem not in stamps.SECTIONS]
    return [path for path in found if stamps.document_of(path.stem) == name]


@pytest.mark.parametrize("name", FILINGS, ids=str)
def test_a_picture_shows_the_document_as_it_is_now(name: FilingName) -> None:
    now = stamps.of_document(*tree_of(name, is_final(name.case)))
    stale = [path.stem for path in pictures_of(name) if stamps.read_stamp(path) != now[path.stem.endswith(stamps.WORD)]]
    run = "run scripts/make_contact_sheets.py for sheets (docs/images/pages/), scripts/take_pictures.sh for the others"

    assert stale == [], f"these pictures show a document that has changed since: {run}"


@pytest.mark.parametrize("picture", stamps.SECTIONS)
def test_a_picture_of_the_report_shows_it_as_it_is_now(picture: str) -> None:
    page = to_html(state_of(EXAMPLE)).decode()

    assert stamps.read_stamp(IMAGES / f"{picture}.png") == stamps.of_report(page, stamps.SECTIONS[picture]), (
        f"{picture}.png shows a report that has changed since: run scripts/take_pictures.sh"
    )


def test_the_picture_of_a_template_in_word_shows_what_a_new_forum_has_now() -> None:
    now = stamps.of_template(stamps.new_template())

    assert stamps.read_stamp(IMAGES / f"{stamps.TEMPLATE}.png") == now, "run scripts/take_pictures.sh"
    assert stamps.of_template(reference_docx(tree_of(FilingName(EXAMPLE, "uk-ghr"), final=True)[0].meta.look)) != now


def test_every_picture_is_one_of_a_filing_of_a_template_or_of_the_report() -> None:
    of_filings = {path for name in FILINGS for path in pictures_of(name)}
    of_report = {IMAGES / f"{picture}.png" for picture in stamps.SECTIONS}

    assert len(of_filings) > 2 * len(FILINGS)
    assert of_filings | of_report | {IMAGES / f"{stamps.TEMPLATE}.png"} == set(IMAGES.rglob("*.png"))


def test_a_digest_changes_with_a_word_of_the_document_and_with_the_looks_of_its_format() -> None:
    tree, options = tree_of(FilingName(EXAMPLE, "uk-cpr-ws"), final=True)
    longer = replace(tree, blocks=(*tree.blocks, Paragraph((Text("One more."),))))
    wider = replace(tree, meta=replace(tree.meta, look=look(page={"left": 40})))
    red = replace(options, print_css="p { color: red }")
    lettered = replace(options, reference_docx=reference_docx(wider.meta.look))
    made = ((tree, options), (longer, options), (wider, options), (tree, red), (tree, lettered))
    plain, text, page, css, letterhead = (stamps.of_document(*one) for one in made)

    assert len({pdf for pdf, _ in (plain, text, page, css)}) == 4
    assert len({word for _, word in (plain, text, page, letterhead)}) == 4
    assert (css[1], letterhead[0]) == (plain[1], plain[0]), "Word knows no style sheet, a PDF no letterhead"


def test_a_digest_of_the_report_changes_with_its_section_and_looks_alone() -> None:
    page = (
        "<style>p {}</style><header>Case</header><nav></nav>"
        '<section id="worst">One</section><section id="conduct">Two</section>'
    )
    changed = [page.replace(*words) for words in (("One", "1"), ("{}", "{ color: red }"), ("Case", "Other"))]

    assert len({stamps.of_report(one, "worst") for one in (page, *changed)}) == 4
    assert stamps.of_report(page.replace("Two", "2"), "worst") == stamps.of_report(page, "worst")


def test_a_stamp_is_read_back_and_replaced_and_leaves_the_picture_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    Image.linear_gradient("L").save(path, optimize=True)
    before, pixels = path.read_bytes(), Image.open(path).tobytes()

    assert stamps.read_stamp(path) is None
    for digest in ("a" * 64, "b" * 64):
        stamps.write_stamp(path, digest)
        assert stamps.read_stamp(path) == digest
    with Image.open(path) as stamped:
        stamped.load()
        assert (stamped.tobytes(), stamped.info) == (pixels, {"probata-shows": "b" * 64})
    chunk = b"tEXtprobata-shows\0" + b"b" * 64
    assert path.read_bytes() == before[:33] + (78).to_bytes(4) + chunk + zlib.crc32(chunk).to_bytes(4) + before[33:]
