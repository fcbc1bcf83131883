"""How the PDF looks: what hangs, what is not stretched, what stands together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tests.each import each
from tests.readers.pdf_lines import Line, Page, pages_of
from tests.writers.closings import CLOSINGS, FIRST, LAST
from tests.writers.pdf_pages import in_both_engines, written

from probata.document.blocks import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Table,
)
from probata.document.inlines import Language, Text
from probata.document.tree import Document, Meta
from probata.writers.format import PdfEngine

LABELS = (("page", "Page"), ("of", "of"))
LONG = "Allegation: alleged enforced disappearance and arbitrary detention under a directive of the council, and more"


def text(words: str) -> tuple[Text, ...]:
    """Return a text as inlines."""
    return (Text(words),)


def pages(*blocks: Block, meta: Meta | None = None, engine: PdfEngine = PdfEngine.TYPST) -> list[Page]:
    """Return the pages of a document of a few blocks."""
    return pages_of(written(Document(meta or Meta("T", labels=LABELS), blocks), engine=engine).data)


def below_lines(
    numbers: Iterable[int], blocks: Iterable[Block], engine: PdfEngine = PdfEngine.TYPST
) -> dict[int, list[Page]]:
    """Return the pages of some blocks below each number of lines: in one document, each from a new page."""
    made: list[Block] = []
    for number in numbers:
        lines = [Paragraph(text(words)) for words in (f"Line of {number}.", *["Line."] * (number - 1))]
        own = (replace(one, id=f"{one.id}-{number}") if isinstance(one, Heading) else one for one in blocks)
        made += [*([PageBreak()] if made else []), *lines, *own]
    found: dict[int, list[Page]] = {}
    for page in pages(*made, engine=engine):
        begun = [words[2].text for words in words_of(page)[:1] if [word.text for word in words[:2]] == ["Line", "of"]]
        found |= {int(number.rstrip(".")): [] for number in begun}
        found[next(reversed(found))].append(page)
    assert list(found) == list(numbers)
    return found


def by_both(often: Iterable[int], once: Iterable[int]) -> list[tuple[PdfEngine, Iterable[int]]]:
    """Return with how many lines above to try each engine: Typst often, WeasyPrint, which is slow, where it matters."""
    return [(PdfEngine.TYPST, often), (PdfEngine.WEASYPRINT, once)]


def heading(level: int, number: str, words: str = LONG) -> Heading:
    """Return a heading that is longer than a line."""
    return Heading(level, text(words), f"h{number}", "annex" if " " in number else "section", number)


def words_of(page: Page) -> list[list[Line]]:
    """Return the words of each row of the page's text, from the left."""
    rows: dict[int, list[Line]] = {}
    for word in page.words:
        if 60 < word.top < page.height - 60:
            rows.setdefault(round(word.bottom / 4), []).append(word)
    return [sorted(row, key=lambda word: word.left) for _, row in sorted(rows.items())]


@in_both_engines
@each(("level", "number", "parts"), [(2, "F.2", 1), (1, "Annex 4", 2)])
def test_a_long_heading_goes_on_below_the_first_letter_of_its_title(
    engine: PdfEngine, level: int, number: str, parts: int
) -> None:
    first, second, *_ = words_of(pages(heading(level, number), engine=engine)[0])
    assert first[parts].text == "Allegation:"
    assert abs(second[0].left - first[parts].left) < 0.6
    assert second[0].left - first[0].left > 20


@in_both_engines
@each(("level", "number", "parts"), [(2, "F.2", 1), (1, "Annex 4", 2)])
def test_a_long_entry_of_the_contents_goes_on_below_its_first_letter(
    engine: PdfEngine, level: int, number: str, parts: int
) -> None:
    made = heading(level, number)
    contents = Contents(text("Contents"), (ContentsEntry(level, number, made.inlines, made.id),))
    _, first, second, *_ = words_of(pages(contents, made, engine=engine)[0])
    assert first[parts].text == "Allegation:"
    assert abs(second[0].left - first[parts].left) < 0.6
    assert second[0].left - first[0].left > 20


@each(("engine", "numbers"), by_both(range(14, 32), (22, 24)))
def test_no_row_of_a_table_stands_alone_on_its_page(engine: PdfEngine, numbers: Iterable[int]) -> None:
    rows = [Row((Cell((Paragraph(text(f"Row{n}.")),)), Cell((Paragraph(text("Words. " * 12)),)))) for n in range(1, 10)]
    table = Table((1, 4), (Row((Cell(()), Cell(()))),), tuple(rows))
    for before, found in below_lines(numbers, [table], engine).items():
        on = {word.text: number for number, page in enumerate(found) for word in page.words}
        assert (on["Row1."], on["Row8."]) == (on["Row2."], on["Row9."]), before


@in_both_engines
def test_the_head_of_a_table_stands_on_each_page_that_the_table_reaches(engine: PdfEngine) -> None:
    def cell(words: str) -> Cell:
        return Cell((Paragraph(text(words)),))

    head = Row((cell("Headmonth"), cell("Headnumber")))
    rows = tuple(Row((cell(f"Row{number}."), cell(f"{number * 7}"))) for number in range(1, 61))
    above, below = Paragraph(text("Above the table. " * 40)), Paragraph(text("Below the table. " * 200))
    found = pages(above, Table((3, 1), (head,), rows), below, engine=engine)

    on = [[line.text for line in page.words] for page in found]
    reached = [any(word.startswith("Row") for word in words) for words in on]
    assert reached.count(True) > 1
    assert reached[-1] is False
    assert [words.count("Headmonth") for words in on] == [int(reaches) for reaches in reached]
    assert [words.count("Headnumber") for words in on] == [int(reaches) for reaches in reached]
    for words in (words for words, reaches in zip(on, reached, strict=True) if reaches):
        assert words.index("Headmonth") < min(words.index(word) for word in words if word.startswith("Row"))


@each(("engine", "numbers"), by_both(range(22, 36), (28, 30)))
def test_no_page_holds_nothing_but_what_is_signed(engine: PdfEngine, numbers: Iterable[int]) -> None:
    signed = [Paragraph(text(words), Role.SIGNATURE) for words in ("Signed here", "Name", "Date")]
    truth = Heading(2, text("Truth"), "truth", "none")
    declared = Paragraph(text("I believe it. " * 20), Role.DECLARATION)
    made = below_lines(numbers, [truth, declared, *signed], engine)
    for before, found in made.items():
        (page,) = (page for page in found if any("Truth" in line.text for line in page.lines))
        assert page.lines[0].text.startswith("Line"), before
        assert any("Signed here" in line.text for line in page.lines), before
    assert engine is PdfEngine.WEASYPRINT or {len(found) for found in made.values()} == {1, 2}


@each("above", CLOSINGS)
@each(("engine", "numbers"), by_both(range(10, 37), (23, 27)))
def test_what_is_signed_and_a_note_stand_with_the_last_of_what_is_above_them(
    engine: PdfEngine, numbers: Iterable[int], above: str
) -> None:
    made = below_lines(numbers, CLOSINGS[above], engine)
    assert 2 in {len(found) for found in made.values()}
    for before, found in made.items():
        (page,) = (page for page in found if any(LAST in line.text for line in page.lines))
        assert not page.lines[0].text.startswith((FIRST, LAST)), before


def test_a_long_title_at_the_foot_keeps_its_distance_from_the_number_of_the_page() -> None:
    title = (
        "La custodia preventiva en el Centro de Detención de la calle Brann: "
        "comunicación a los relatores especiales de la ONU"
    )
    (page,) = pages(Paragraph(text("Text.")), meta=Meta("T", labels=LABELS, short_title=title))
    foot = [word for word in page.words if word.top > page.height - 71]
    number = next(word for word in foot if word.text == "Page")
    first_line = [word for word in foot if abs(word.top - number.top) < 1 and word.left < number.left]
    assert first_line[0].text == "La"
    assert number.left - first_line[-1].right > 15
    assert any(word.top > number.top + 5 for word in foot)


@each(("engine", "numbers"), by_both(range(14, 36, 2), (20,)))
def test_the_last_three_rows_of_a_table_stand_together(engine: PdfEngine, numbers: Iterable[int]) -> None:
    rows = [Row((Cell((Paragraph(text(f"Row{n}.")),)), Cell((Paragraph(text("Words. " * 12)),)))) for n in range(1, 12)]
    table = Table((1, 4), (Row((Cell(()), Cell(()))),), tuple(rows))
    for before, found in below_lines(numbers, [table], engine).items():
        on = {word.text: number for number, page in enumerate(found) for word in page.words}
        assert on["Row9."] == on["Row10."] == on["Row11."], before


def test_a_name_of_a_few_chinese_characters_is_not_divided() -> None:
    name, behind = Language("zh-Hans", (Text("刘建超"),)), Text(") and more words.")
    made: list[Block] = []
    for before in range(30, 50):
        words = Text("n" * before + " " + "m" * 30 + " (")
        made += [*([PageBreak()] if made else []), Paragraph((words, name, behind))]
    found = pages(*made)
    assert len(found) == 20
    for page in found:
        tops = {word.top for word in page.words if set(word.text) & set("刘建超")}
        assert len(tops) == 1
