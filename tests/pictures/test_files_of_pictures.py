"""SVG and PNG: the same bytes each time, nothing that runs or is fetched, no character left out in silence."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from lxml import etree
from tests.pictures.records import WORDING

from probata.cli.cache_folder import UserStore
from probata.document.blocks import Picture
from probata.document.inlines import Text
from probata.document.tree import Document, Meta
from probata.pictures.drawing import Canvas, Label, Sheet, line
from probata.pictures.picture import Room, Title, pictures_of, to_svg
from probata.writers.format import WriteOptions, load_format
from probata.writers.png import to_png

ROOT = Path(__file__).parents[2]
PROGRAM = (
    "import hashlib; from tests.pictures.test_files_of_pictures import sample, to_png; made = sample(); "
    "print(hashlib.sha256(made.svg.encode() + to_png(made.svg)).hexdigest())"
)
HOSTILE = '"><script>alert(1)</script><image href="file:///etc/passwd"/>&lt; ]]> \u202e'


def _sheet(*labels: str, height: float = 100) -> Sheet:
    canvas = Canvas(200, height)
    canvas.add([line((0, 0), (200, 33.333333))], [Label((5, 20 * n), text) for n, text in enumerate(labels, 1)])
    return Sheet(canvas.drawing(), "What it shows")


def sample() -> Picture:
    (made,) = pictures_of([_sheet("Совет", "看守所", "مركز", "☐")], Title("A title", "an-id"), Room(200, 300), WORDING)
    return made


def test_two_processes_with_other_hash_seeds_and_time_zones_give_the_same_bytes() -> None:
    made = sample()
    digests = {_digest("1", "Asia/Shanghai"), _digest("2", "America/New_York")}
    assert digests == {sha256(made.svg.encode() + to_png(made.svg)).hexdigest()}


def _digest(seed: str, zone: str) -> str:
    environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_any_text_is_characters_and_never_markup() -> None:
    svg = to_svg(Sheet(_sheet(HOSTILE).drawing, HOSTILE).drawing, HOSTILE)
    root = etree.fromstring(svg.encode())
    assert [made.text for made in root.iter("{*}text")] == [HOSTILE]
    assert root[0].text == HOSTILE
    assert {etree.QName(made).localname for made in root.iter()} == {"svg", "title", "g", "path", "text"}
    assert "<script" not in svg
    assert "<image" not in svg


def test_a_character_without_a_glyph_is_drawn_as_its_code_point() -> None:
    (with_box,) = pictures_of([_sheet("a ☐ b")], Title("T", "t"), Room(200, 300), WORDING)
    (spelled,) = pictures_of([_sheet("a [U+2610] b")], Title("T", "t"), Room(200, 300), WORDING)
    assert "☐" in with_box.svg
    assert to_png(with_box.svg) == to_png(spelled.svg)


def test_a_picture_that_was_kept_is_not_drawn_again_unless_it_is_damaged(tmp_path: Path) -> None:
    svg, store = sample().svg, UserStore(tmp_path)
    drawn = to_png(svg)
    assert to_png(svg, store) == drawn
    (entry,) = tmp_path.iterdir()
    store.write(entry.stem, b"kept")
    assert to_png(svg, store) == b"kept"
    entry.write_bytes(entry.read_bytes()[:-1])
    assert to_png(svg, store) == drawn
    assert store.read(entry.stem) == drawn


def test_a_word_file_is_the_same_with_pictures_drawn_and_kept(tmp_path: Path) -> None:
    write, document = load_format("docx").write, Document(Meta("Test"), (sample(),))
    kept = WriteOptions(store=UserStore(tmp_path))
    assert write(document, kept).data == write(document, kept).data == write(document, WriteOptions()).data
    assert len(list(tmp_path.iterdir())) == 1


def test_letters_of_every_script_of_the_fonts_are_drawn() -> None:
    blank = to_png(to_svg(_sheet().drawing, "x"))
    drawn = {to_png(to_svg(_sheet(text).drawing, "x")) for text in ("Совет", "看守所", "مركز", "Ελλάδα")}
    assert len({blank, *drawn}) == 5


def test_the_captions_of_several_sheets_are_counted_and_the_first_has_the_notes() -> None:
    made = pictures_of([_sheet("a"), _sheet("b")], Title("Posts", "posts", (Text("*"),)), Room(200, 300), WORDING)
    assert [picture.caption for picture in made] == [
        (Text("Posts (part 1 of 2)"), Text("*")),
        (Text("Posts (part 2 of 2)"),),
    ]


def test_a_sheet_higher_than_the_page_is_made_smaller_as_a_whole() -> None:
    (made,) = pictures_of([_sheet("a", height=600)], Title("T", "t"), Room(200, 300), WORDING)
    assert made.height == round(300 * 25.4 / 72, 2)
    assert made.width == round(100 * 25.4 / 72, 2)
