"""A paragraph of Word is known as a heading or an entry of a list by its style, its outline level or its list."""

from __future__ import annotations

from lxml import etree
from tests.each import each
from tests.pull.pulling import file_of
from tests.pull.word_edits import W_SPACE

from probata.word import WordFile, open_word
from probata.word.elements import value, w
from probata.word.forms import Forms
from probata.word.standing import properties_of


def file() -> WordFile:
    return open_word(file_of()[1])


def form(properties: str) -> str:
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W_SPACE}"><w:pPr>{properties}</w:pPr></w:p>')
    return Forms(file()).of(properties_of(paragraph))


def number_of_bullets() -> str:
    root = file().root_of("styles")
    assert root is not None
    style = next(one for one in root.iterchildren(w("style")) if one.get(w("styleId")) == "ListBullet")
    return value(style, "w:pPr/w:numPr/w:numId")


@each(
    ("style", "is_a"),
    [
        ("Heading2", "heading 2"), ("UnnumberedHeading3", "heading 3"), ("ListBullet", "bullet 1"),
        ("ListBullet2", "bullet 2"), ("ListNumber", "number 1"), ("NumberedParagraph1", ""),
        ("NumberedParagraph2", "paragraph 2"), ("BodyText", ""), ("TableText", ""), ("NoSuchStyle", ""),
    ],
)  # fmt: skip
def test_a_style_says_what_a_paragraph_is(style: str, is_a: str) -> None:
    assert form(f'<w:pStyle w:val="{style}"/>') == is_a


def test_a_list_of_its_own_makes_a_paragraph_an_entry() -> None:
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number_of_bullets()}"/></w:numPr>'
    assert number_of_bullets().isdecimal()
    assert form(f'<w:pStyle w:val="BodyText"/>{numbering}') == "bullet 1"


@each("number", ["0", ""])
def test_the_number_of_no_list_makes_no_entry(number: str) -> None:
    assert form(f'<w:numPr><w:numId w:val="{number}"/></w:numPr>') == ""


@each("level", ["99999999999999999999", "x", "-1"])
def test_a_level_that_there_is_not_is_the_first(level: str) -> None:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_of_bullets()}"/></w:numPr>'
    assert form(numbering) == "bullet 1"


def test_a_style_that_is_based_on_itself_is_none() -> None:
    opened = file()
    root = opened.root_of("styles")
    assert root is not None
    style = etree.SubElement(root, w("style"), {w("styleId"): "Round", w("type"): "paragraph"})
    etree.SubElement(style, w("basedOn"), {w("val"): "Round"})
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W_SPACE}"><w:pPr><w:pStyle w:val="Round"/></w:pPr></w:p>')
    assert Forms(opened).of(properties_of(paragraph)) == ""


def test_styles_that_raise_their_words_are_known_with_those_based_on_them() -> None:
    raised = Forms(file()).raised()
    assert "FootnoteReference" in raised
    assert raised.isdisjoint({"Normal", "FootnoteText", "Strong"})
