"""What a list and a page say of a redline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.redline.changed import changed
from tests.writers.docx_file import document_of, paragraph, written
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Heading, Paragraph, Role
from probata.document.inlines import Note, Text
from probata.redline import make_redline
from probata.redline.changes import ChangeTold, by_heading, changes_of, line_of
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


def test_a_note_is_told_once_by_its_number() -> None:
    found = told(
        (paragraph("Said", note("a", "First source."), " and done", note("b", "Second."), "."),),
        (paragraph("Said and done", note("b", "Second edition."), "."),),
    )
    assert [line_of(one) for one in found] == [
        "note 1 of the old version taken out: “First source.”",
        "note 1 changed: “edition” added",
    ]


def test_every_line_of_the_page_leads_to_a_place_on_it() -> None:
    old, new = written(rich_document()), written(changed(rich_document(), 20))
    shown = read_shown(make_redline(old, new, "A").data)
    made = page(Top("Changes", "old", "new"), shown, by_heading(changes_of(shown)), ()).decode()
    targets = [part.split('"')[0] for part in made.split('href="#')[1:]]
    assert targets
    assert [name for name in targets if made.count(f'id="{name}"') != 1] == []
    assert "http-equiv" not in made
    assert "<script" not in made


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
