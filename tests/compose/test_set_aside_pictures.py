"""Pictures too high for running text stand in an annex of their own."""

from __future__ import annotations

from dataclasses import replace

from probata.compose.passes.layout import set_aside_pictures
from probata.compose.pictures import room_on_page, tallest_in_text
from probata.document.anchors import SET_ASIDE
from probata.document.blocks import Block, Heading, Paragraph, Picture
from probata.document.inlines import Text
from probata.forum import load_forum, own_templates

TEXT = Paragraph((Text("See Figure 1."),))
LOW, HIGH = (Picture("<svg/>", 100.0, height, "A picture", id=f"p-{height:g}") for height in (60.0, 150.0))
SECTION = Heading(1, (Text("Posts"),), "posts")
ANNEX, CHARTS = (Heading(1, (Text(title),), title, "annex") for title in ("Sources", "Charts"))
PLACE = Paragraph((Text("-"),), id=SET_ASIDE)


def moved(*blocks: Block) -> tuple[Block, ...]:
    return set_aside_pictures(blocks, 100.0)


def test_a_high_picture_goes_where_the_template_asks_for_it_and_a_low_one_stays() -> None:
    assert moved(SECTION, TEXT, HIGH, LOW, CHARTS, PLACE, ANNEX) == (SECTION, TEXT, LOW, CHARTS, HIGH, ANNEX)


def test_the_parts_of_one_picture_go_together() -> None:
    first, second, other = replace(HIGH, id="posts"), replace(LOW, id="posts"), replace(LOW, id="bodies")

    assert moved(SECTION, first, second, other, CHARTS, PLACE) == (SECTION, other, CHARTS, first, second)


def test_without_a_high_picture_the_annex_has_no_heading() -> None:
    assert moved(SECTION, LOW, CHARTS, PLACE, ANNEX) == (SECTION, LOW, ANNEX)


def test_a_template_that_has_no_place_for_them_keeps_its_pictures() -> None:
    assert moved(SECTION, HIGH, ANNEX) == (SECTION, HIGH, ANNEX)


def test_a_picture_in_an_annex_stays_beside_its_table() -> None:
    assert moved(SECTION, TEXT, ANNEX, HIGH, CHARTS, PLACE) == (SECTION, TEXT, ANNEX, HIGH)


def test_a_picture_among_paragraphs_takes_less_than_half_of_the_page() -> None:
    profile = load_forum("uk-ghr", [own_templates()]).forum
    assert profile is not None
    page = 297.0 - profile.look.page.top - profile.look.page.bottom
    assert 0 < tallest_in_text(profile.look) < page / 2
    assert room_on_page(profile.look).height > 0
