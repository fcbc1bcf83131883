"""What a list and a page say of a redline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.each import each
from tests.filings.cases import EXAMPLE, REAL, FilingName
from tests.filings.made import made_filing
from tests.readers.docx_text import read_docx
from tests.redline.changed import changed
from tests.writers.docx_file import document_of, paragraph, written
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Cell, Heading, Paragraph, Role, Row, Table
from probata.document.inlines import Link, Note, Text
from probata.redline import make_redline
from probata.redline.changes import ChangeTold, changes_of
from probata.redline.listed import by_heading, line_of
from probata.redline.page import Heading as Top
from probata.redline.page import page
from probata.redline.read_shown import read_shown
from probata.redline.shown import Shown, ShownBlock, ShownParagraph


def told(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[ChangeTold]:
    before, after = (written(document_of(*blocks)) for blocks in (old, new))
    return changes_of(read_shown(make_redline(before, after, "A").data))


def numbered(text: str) -> Paragraph:
    return Paragraph((Text(text),), Role.NUMBERED)


def note(name: str, text: str) -> Note:
    return Note(name, (paragraph(text),))


HEADING = Heading(1, (Text("Facts"),), "f")


def test_a_change_is_told_by_heading_and_number_with_its_words() -> None:
    (found,) = told(
        (HEADING, numbered("It began."), numbered("It ended in March 2019.")),
        (HEADING, numbered("It began."), numbered("It ended in May 2019.")),
    )
    assert (found.heading, line_of(found)) == ("A Facts", "paragraph 2 changed: “March” to “May”")


@each(
    ("old", "new", "listed"),
    [
        ("On 2 March 2023 it ended.", "On 3 March 2023 it ended.", "“2 March 2023” to “3 March 2023”"),
        ("On 2 March 2023 it ended.", "On 3 April 2024 it ended.", "“2 March 2023” to “3 April 2024”"),
        ("From 4 to 9 March 2023.", "From 4 to 8 March 2023.", "“4 to 9 March 2023” to “4 to 8 March 2023”"),
        ("On March 2, 2023 it ended.", "On March 3, 2023 it ended.", "“March 2, 2023” to “March 3, 2023”"),
        ("Le 2 mars 2023 déjà.", "Le 3 mars 2023 déjà.", "“2 mars 2023” to “3 mars 2023”"),
        ("El 2 de marzo de 2023.", "El 3 de marzo de 2023.", "“2 de marzo de 2023” to “3 de marzo de 2023”"),
        ("Between 1 May 2020 and 2 May 2021.", "Between 1 May 2020 and 4 May 2021.", "“2 May 2021” to “4 May 2021”"),
        ("It was read out on 2 March 2023.", "It was read on 2 March 2023.", "“out” taken out"),
        ("There were 2 guards there.", "There were 3 guards there.", "“2” to “3”"),
    ],
)
def test_of_a_date_that_changed_the_whole_is_listed(old: str, new: str, listed: str) -> None:
    (found,) = told((numbered(old),), (numbered(new),))
    assert line_of(found) == f"paragraph 1 changed: {listed}"


def test_what_came_and_what_went_is_quoted_whole() -> None:
    found = told((numbered("One."), paragraph("Gone for good."), paragraph("End.")),
                 (numbered("One."), numbered("Come instead of it, and longer."), paragraph("End.")))  # fmt: skip
    assert [line_of(one) for one in found] == [
        "paragraph taken out: “Gone for good.”",
        "paragraph 2 added: “Come instead of it, and longer.”",
    ]


def test_what_went_is_called_by_its_old_number_and_stands_under_its_old_heading() -> None:
    def section(name: str) -> tuple[Block, ...]:
        return Heading(1, (Text(f"On {name}"),), name), numbered(f"Of {name} there is a word."), paragraph(name * 9)

    before, gone, after = section("alpha"), section("beta"), section("gamma")
    found = told((*before, *gone, *after, numbered("End.")), (*before, *after, numbered("End.")))
    assert [(one.heading, line_of(one)) for one in found] == [
        ("B On beta", "heading B of the old version taken out: “On beta”"),
        ("B On beta", "paragraph 2 of the old version taken out: “Of beta there is a word.”"),
        ("B On beta", f"paragraph taken out: “{'beta' * 9}”"),
    ]


def test_what_came_where_a_section_went_stands_under_a_heading_of_the_new_version() -> None:
    def section(name: str) -> tuple[Block, ...]:
        return Heading(1, (Text(f"On {name}"),), name), numbered(f"Of {name} there is a word.")

    first, gone, last = section("alpha"), section("beta"), section("gamma")
    came = numbered("Nothing like it was said before, anywhere.")
    found = told((*first, *gone, *last), (*first, came, *last))
    assert [one.heading for one in found if one.what == "ins"] == ["A On alpha"]
    assert {one.heading for one in found if one.what == "del"} == {"B On beta"}


def test_a_note_is_told_once_by_its_number() -> None:
    found = told(
        (paragraph("Said", note("a", "First source."), " and done", note("b", "Second."), "."),),
        (paragraph("Said and done", note("b", "Second edition."), "."),),
    )
    assert [line_of(one) for one in found] == [
        "note 1 of the old version taken out: “First source.”",
        "note 1 changed: “edition” added",
    ]


def test_a_link_that_leads_elsewhere_is_told_as_such() -> None:
    old, new = ((paragraph("See ", Link(url, (Text("it"),)), "."),) for url in ("https://a.org/", "https://b.org/"))
    assert [line_of(one) for one in told(old, new)] == ["paragraph changed: “it” leads elsewhere now"]


def test_a_row_is_told_with_its_cells() -> None:
    def table(*rows: str) -> Table:
        return Table((1, 1), (), tuple(Row(tuple(Cell((paragraph(cell),)) for cell in row.split())) for row in rows))

    found = told((table("2019 12", "2020 14"), paragraph("End.")), (table("2019 13", "2020 14"), paragraph("End.")))
    assert [(one.old, one.new) for one in found] == [("2019 | 12", "2019 | 13")]
    assert [line_of(one) for one in found] == ["row “2019” of a table changed: “12” to “13”"]


def test_every_line_of_the_page_leads_to_a_place_on_it() -> None:
    old, new = written(rich_document()), written(changed(rich_document(), 20))
    shown = read_shown(make_redline(old, new, "A").data)
    made = page(Top("Changes", "old", "new"), shown, by_heading(changes_of(shown)), ()).decode()
    targets = [part.split('"')[0] for part in made.split('href="#')[1:]]
    assert targets
    assert [name for name in targets if made.count(f'id="{name}"') != 1] == []
    assert "http-equiv" not in made
    assert "<script" not in made


@each("name", [FilingName(EXAMPLE, "uk-ghr"), FilingName(REAL, "uk-ghr")])
def test_paragraphs_have_the_numbers_that_word_gives_them(name: FilingName) -> None:
    data = made_filing(name).docx
    expected = [
        item.number for item in read_docx(data) if item.kind in ("paragraph", "heading", "list") and item.number
    ]
    assert [number for number in numbers(read_shown(data)) if number] == expected


def numbers(shown: Shown) -> Iterator[str]:
    yield from _numbers(shown.blocks)


def _numbers(blocks: Iterable[ShownBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ShownParagraph):
            yield block.number
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _numbers(cell)
