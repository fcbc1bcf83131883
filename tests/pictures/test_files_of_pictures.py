"""Pictures as files: the same bytes in every process, and no two labels on one spot."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.pictures.layout import assert_harmless, assert_lines_pass_boxes, assert_readable
from tests.pictures.records import DATES, NAMES, NARROW, SIZE, WORDING, graph_of, table_of

from probata.cli.cache_folder import UserStore
from probata.document.blocks import Picture
from probata.document.inlines import Text
from probata.document.tree import Document, Meta
from probata.pictures.bar_chart import chart_of, draw_bar_chart
from probata.pictures.drawing import Canvas, Label, Sheet, line
from probata.pictures.organisation import organisation_on
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.picture import Room, Title, pictures_of, to_svg
from probata.pictures.timeline import draw_timeline
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


SIZES = st.sampled_from((SIZE, NARROW))
KINDS = ("command_de_jure", "command_de_facto", "oversight", "administrative", "coordination")
NUMBERS = st.one_of(
    st.sampled_from(("", "-", "0", "-5", "9" * 24, "120+", "~16", "16-76", "0.001")), st.integers(0, 10**7).map(str)
)
STATUSES = st.sampled_from(("reported", "adjusted", "modelled", "computed"))


@st.composite
def _timeline_records(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    people = [{"id": f"p{n}", "name": draw(NAMES)} for n in range(draw(st.integers(1, 3)))]
    roles = [
        {
            "id": f"r{n}",
            "person": draw(st.sampled_from(people))["id"],
            "title": draw(NAMES),
            "dates": {"stated": draw(DATES), "start_known": draw(st.booleans()), "end_known": draw(st.booleans())},
            "status": draw(st.sampled_from(("current", "ended", "unknown"))),
            "as_of": draw(st.sampled_from(("2020", "2024-05", "2031-01-01"))),
        }
        for n in range(draw(st.integers(0, 8)))
    ]
    events = [
        {"id": f"e{n}", "kind": "incident", "title": draw(NAMES), "dates": draw(st.none() | DATES)}
        for n in range(draw(st.integers(0, 25)))
    ]
    return {"people": people, "roles": roles, "events": events}


@given(_timeline_records(), SIZES)
@settings(max_examples=60, deadline=None)
def test_labels_of_a_time_axis(records: dict[str, list[dict[str, Any]]], size: tuple[float, float]) -> None:
    graph = graph_of(**records)
    for sheet in draw_timeline(graph, graph.roles, graph.events, WORDING, size):
        assert_readable(sheet, size[0])
        assert_harmless(sheet)


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[list[str]]]:
    count = draw(st.integers(1, 6))
    columns: list[dict[str, Any]] = [{"key": "name", "heading": "Name", "type": "text", "key_column": True}]
    for n in range(count):
        kind = draw(st.sampled_from(("number", "percent")))
        unit = draw(st.sampled_from(("persons", "cases")) | NAMES)
        columns.append({"key": f"c{n}", "heading": draw(NAMES), "type": kind, "unit": unit, "status": draw(STATUSES)})
    rows = [[draw(NAMES), *(draw(NUMBERS) for _ in range(count))] for _ in range(draw(st.integers(2, 30)))]
    return columns, rows


@given(_tables(), SIZES)
@settings(max_examples=60, deadline=None)
def test_labels_of_a_bar_chart(table: tuple[list[dict[str, Any]], list[list[str]]], size: tuple[float, float]) -> None:
    chart = chart_of(table_of(*table), WORDING)
    for sheet in draw_bar_chart(chart, WORDING, size) if chart else ():
        assert_readable(sheet, size[0])
        assert_harmless(sheet)


@st.composite
def _organisations(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    bodies = [{"id": f"b{n}", "name": draw(NAMES)} for n in range(draw(st.integers(1, 14)))]
    keys = [str(body["id"]) for body in bodies]
    people = [{"id": "p", "name": draw(NAMES)}]
    held = draw(st.lists(st.sampled_from(keys), max_size=12))
    positions = [{"id": f"s{n}", "title": draw(NAMES), "body": body} for n, body in enumerate(held)]
    seats = [position["id"] for position in positions]
    roles = [{"id": "r", "person": "p", "title": "A role", "seats": seats, "dates": "2015/2025"}]
    ends = st.sampled_from([*keys, *seats])
    commands = [
        {
            "id": f"c{n}",
            "superior": draw(ends),
            "subordinate": draw(ends),
            "kind": draw(st.sampled_from(KINDS)),
            **({"over": draw(NAMES)} if draw(st.booleans()) else {}),
        }
        for n in range(draw(st.integers(0, 24)))
    ]
    return {"bodies": bodies, "people": people, "positions": positions, "roles": roles, "commands": commands}


@given(_organisations(), SIZES)
@settings(max_examples=80, deadline=None)
def test_labels_of_an_organisation_chart(records: dict[str, list[dict[str, Any]]], size: tuple[float, float]) -> None:
    graph = graph_of(**records)
    whole = organisation_on(graph, graph.roles, date(2020, 5, 1))
    for sheet in draw_organisation(whole, WORDING, size):
        assert_readable(sheet, size[0])
        assert_lines_pass_boxes(sheet)
        assert_harmless(sheet)
