"""Which paragraphs and notes stand beside an entry of the table of authorities, and in which order entries stand."""

from __future__ import annotations

from tests.citation.cases import citation, cited, item, shown

from probata.citation import Authority, Library
from probata.document.blocks import Block, Heading, ListBlock, Paragraph, Role
from probata.document.inlines import CrossRef, Inlines, Text


def words(text: str) -> Inlines:
    return (Text(text),)


LIBRARY = Library(
    authorities={
        "zeal": Authority("statute", {"name": words("Able Act 2002")}),
        "able": Authority("statute", {"name": words("‘Zeal’ Act 2001")}),
    }
)


def numbered(number: str, *keys: str, level: int = 0) -> Paragraph:
    return Paragraph((Text("It is so"), *(citation(key) for key in keys)), Role.NUMBERED, level=level, number=number)


def entry(key: str) -> Paragraph:
    return Paragraph((citation(key),), Role.AUTHORITY)


def table(*blocks: Block, passim: int = 0, restart: bool = False) -> list[str]:
    result = cited(*blocks, entry("able"), entry("zeal"), library=LIBRARY, passim=passim, restart=restart)
    entries = [one for one in result.document.blocks if isinstance(one, Paragraph) and one.role is Role.AUTHORITY]
    return [_line(one.inlines).replace("\N{NO-BREAK SPACE}", " ") for one in entries]


def _line(inlines: Inlines) -> str:
    return "".join(one.text if isinstance(one, CrossRef) else shown((one,)) for one in inlines)


PARTS = (
    Heading(1, words("Facts"), "facts", number="A"), numbered("1", "able"), numbered("2", "zeal"),
    numbered("3", "able"),
    Heading(1, words("Law"), "law", number="B"), numbered("4", "able"), numbered("5", "able"),
)  # fmt: skip


def test_where_numbers_begin_again_in_each_part_notes_are_named_with_their_part() -> None:
    assert table(*PARTS, restart=True) == [
        "Able Act 2002: para 2; n #2 (part A)",
        "‘Zeal’ Act 2001: paras 1, 3, 4, 5; nn #1, #3 (part A); nn #1, #2 (part B)",
    ]


def test_what_goes_on_below_a_paragraph_belongs_to_it() -> None:
    listed = ListBlock(((Paragraph((Text("Point"), citation("able"))),),))
    blocks = (numbered("1"), numbered("(a)", "zeal", level=1), numbered("2", "zeal"), listed)

    assert table(*blocks) == ["Able Act 2002: paras 1, 2; nn #1, #2", "‘Zeal’ Act 2001: para 2; n #3"]


def test_what_stands_below_a_heading_belongs_to_no_paragraph() -> None:
    below = (Heading(2, words("Facts"), "facts"), Paragraph((Text("Told"), citation("zeal"))))

    assert table(numbered("1", "able"), *below) == ["Able Act 2002: n #2", "‘Zeal’ Act 2001: para 1; n #1"]


def test_passim_stands_in_place_of_many_notes_from_the_number_that_the_forum_sets() -> None:
    blocks = tuple(numbered(str(place), "zeal") for place in range(1, 4))

    many = table(*blocks, numbered("4", "able"), passim=3)
    assert many == ["Able Act 2002: _passim_", "‘Zeal’ Act 2001: para 4; n #4"]
    assert table(*blocks, passim=4)[0] == "Able Act 2002: paras 1, 2, 3; nn #1, #2, #3"


def test_an_authority_that_only_another_work_is_known_through_is_counted_where_it_is_printed() -> None:
    library = Library(sources={"s": {"type": "book", "title": "S"}}, cited_in={"s": (item("zeal"),)},
                      authorities=LIBRARY.authorities)  # fmt: skip
    result = cited(numbered("7", "s"), entry("zeal"), library=library)
    (line,) = [_line(one.inlines) for one in result.document.blocks if isinstance(one, Paragraph) and not one.number]

    assert line.replace("\N{NO-BREAK SPACE}", " ") == "Able Act 2002: para 7; n #1"
