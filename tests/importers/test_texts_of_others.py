"""Texts of others in fields that hold Markdown are printed letter by letter; periods of two columns; own scripts."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.each import each
from tests.markup.test_literal_values import NASTY

from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.inlines import Text
from probata.importers.records.columns import period
from probata.importers.records.rows import is_literal, literal
from probata.markup import Placeholders, parse_markdown
from probata.markup.placeholder import fold

ANY = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), min_size=1, max_size=40)
SIGNS = st.text(st.sampled_from(list("#*_`[](){}<>|\\~^$&!@:+-=>1.) \na")), min_size=1, max_size=30)


def printed(text: str) -> str:
    """What a document prints of a text; a test fails where anything but plain paragraphs comes of it."""
    parsed = parse_markdown(literal(text), Placeholders(), Span("t"))
    assert parsed.findings == ()
    said: list[str] = []
    for block in parsed.blocks:
        assert isinstance(block, Paragraph), (text, literal(text), block)
        for inline in block.inlines:
            assert isinstance(inline, Text), (text, literal(text), inline)
            said.append(inline.text)
        said.append(" ")
    return " ".join("".join(said).split())


def expected(text: str) -> str:
    return " ".join(fold(text).split())


@each("text", [text for text in NASTY if is_literal(text) and text.strip()])
def test_no_sign_of_a_text_is_read(text: str) -> None:
    assert printed(text) == expected(text)


@settings(max_examples=300)
@example("<!--")
@given(st.one_of(ANY, SIGNS).filter(lambda text: is_literal(text) and bool(text.strip())))
def test_any_text_is_printed_as_it_stands(text: str) -> None:
    assert printed(text) == expected(text)


@each("text", ["as said [@report, p. 4]", "[see @a; @b]", "so[^1]", "&#xE000;"])
def test_a_text_that_cannot_stand_as_it_is_is_known(text: str) -> None:
    assert not is_literal(text)


@each(
    ("start", "until", "found"),
    [
        ("March 2020", "", "2020-03/.."),
        ("", "2021", "../2021"),
        ("2020", "present", "2020/.."),
        ("1 May 2020", "3 June 2021", "2020-05-01/2021-06-03"),
        ("Aug 2015 – Apr 2017", "", "2015-08/2017-04"),
        ("", "", ""),
        ("", "now", ""),
        ("May 2020", "until further notice", "2020-05/.."),
        ("since 2020", "until 2021", "2020/2021"),
        ("since 2020", "", "2020/.."),
        ("3/4/2020", "2021", "3/4/2020/2021"),
    ],
)
def test_two_columns_are_one_period(start: str, until: str, found: str) -> None:
    assert period(start, until) == found
