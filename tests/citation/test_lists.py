"""The list of sources, the table of authorities, exhibits and the evidence schedule."""

from __future__ import annotations

from dataclasses import replace

from tests.citation.cases import (
    DWORKIN,
    LIBRARY,
    citation,
    cite,
    cited,
    item,
    listed,
    note_texts,
    paragraph,
    shown,
    style,
)
from tests.each import each

from probata.citation import Authority, Cited, Library, Schedule, Scheduled, load_words
from probata.document.anchors import EVIDENCE_SCHEDULE
from probata.document.blocks import Block, Cell, Heading, ListBlock, Paragraph, Role, Row, Table
from probata.document.inlines import CrossRef, Inlines, Text
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, own_inlines


def test_an_entry_prints_the_source_in_full_without_a_note() -> None:
    result = cited(paragraph("A", citation("hart")), paragraph("B", citation("hart")), listed("hart"), listed("liu"))
    assert [shown(own_inlines(block)) for block in result.document.blocks[2:]] == [
        "Hart H, _The Concept of Law_ (Clarendon Press 1961)",
        "_Liu v Poland_ App no 37610/18 (ECtHR, 6 October 2022)",
    ]
    assert len(note_texts(result)) == 2


def test_an_entry_says_through_what_its_source_is_known() -> None:
    library = replace(
        LIBRARY,
        cited_in={"dworkin": (item("hart", "page", "4"),)},
        remarks={"dworkin": "on file with the author"},
    )
    result = cited(listed("dworkin"), library=library, name="chicago-notes-bibliography")
    assert shown(own_inlines(result.document.blocks[0])) == (
        "Dworkin, Ronald. ‘Hard Cases’. _Harvard Law Review_ 88 (1975): 1057 (on file with the author), "
        "cited in Herbert Hart, _The Concept of Law_ (Clarendon Press, 1961)."
    )


def test_an_entry_that_is_not_recorded_is_a_gap() -> None:
    result = cited(listed("nobody"))
    assert shown(own_inlines(result.document.blocks[0])) == "[source `nobody`: not recorded]"
    assert [found.code for found in result.diagnostics] == ["REF104"]


def test_a_list_does_not_change_what_the_notes_say() -> None:
    other = {**DWORKIN, "title": "Taking Rights Seriously", "author": [{"family": "Hart", "given": "Mary"}]}
    library = replace(LIBRARY, sources={**LIBRARY.sources, "other": other})
    blocks = (
        paragraph("A", citation("hart")),
        paragraph("B", citation("liu")),
        paragraph("C", citation("hart")),
    )
    alone = note_texts(cited(*blocks, library=library))
    assert note_texts(cited(*blocks, listed("other"), library=library)) == alone


def words(text: str) -> Inlines:
    return (Text(text),)


LIBRARY_TABLE = Library(
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
    result = cited(*blocks, entry("able"), entry("zeal"), library=LIBRARY_TABLE, passim=passim, restart=restart)
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
                      authorities=LIBRARY_TABLE.authorities)  # fmt: skip
    result = cited(numbered("7", "s"), entry("zeal"), library=library)
    (line,) = [_line(one.inlines) for one in result.document.blocks if isinstance(one, Paragraph) and not one.number]

    assert line.replace("\N{NO-BREAK SPACE}", " ") == "Able Act 2002: para 7; n #1"


EXHIBITED = replace(LIBRARY, exhibits={"hart": ("JS/3",), "dworkin": ("JS/4", "X1")})
LIST = (Paragraph((), id="exhibit-js-3"), Paragraph((), id="exhibit-js-4"))
"""What a list of exhibits holds of marks."""


def written(*blocks: Block, library: Library = EXHIBITED, language: str = "en", name: str = "oscola-4") -> Cited:
    document = Document(Meta("Test", language=language), blocks)
    return cite(document, library, style(name, language=language), load_words(language))


def test_the_mark_stands_behind_the_place_of_the_first_citation_and_of_no_later_one() -> None:
    result = written(
        paragraph("A", citation(item("hart", "page", "4"))), paragraph("B", citation(item("hart", "page", "4"))), *LIST
    )
    first, second = note_texts(result)
    assert first.endswith("1961) 4 (exhibit JS/3).")
    assert second == "2 ibid."


def test_it_leads_to_the_list() -> None:
    found = list(inlines_in_order(written(paragraph("A", citation("hart")), *LIST).document.blocks))
    assert CrossRef("exhibit-js-3", "exhibit", "JS/3") in found


def test_an_exhibit_that_the_document_does_not_list_is_not_named() -> None:
    (alone,) = note_texts(written(paragraph("A", citation("hart"))))
    assert "exhibit" not in alone
    (other,) = note_texts(written(paragraph("A", citation("dworkin")), *LIST))
    assert "(exhibit JS/4)" in other
    assert "X1" not in other


@each(("language", "words"), [("fr", "(pièce JS/3)"), ("es", "(documento anexo JS/3)")])
def test_the_word_is_of_the_language(language: str, words: str) -> None:
    (note,) = note_texts(written(paragraph("A", citation("hart")), *LIST, language=language))
    assert words in note


ITEMS = {"hart": Scheduled("E1", "Concept", ("EX/1",)), "dworkin": Scheduled("E2", "Dworkin")}
LISTED = replace(LIBRARY, schedule=Schedule(ITEMS))
THROUGH = {"hart": (item("ccdi", "note", "11 in part 2"),), "dworkin": (item("hart"),), "liu": (item("ccdi"),)}
RESTING = replace(
    LIBRARY,
    cited_in=THROUGH,
    schedule=Schedule(
        {"ccdi": Scheduled("E1", "SD"), "hart": Scheduled("E1.1", "H"), "dworkin": Scheduled("E1.2", "D")}, "ccdi"
    ),
)


def test_every_note_names_it_alike_with_number_exhibit_and_place_and_none_says_ibid() -> None:
    again = [paragraph("A", citation(item("hart", "page", place))) for place in ("4", "4", "5-7")]
    assert note_texts(cited(*again, library=LISTED)) == [
        "1 Concept [E1, EX/1] 4.", "2 Concept [E1, EX/1] 4.", "3 Concept [E1, EX/1] 5–7.",
    ]  # fmt: skip


def test_law_and_what_is_in_no_schedule_keep_their_forms() -> None:
    each = [paragraph("A", citation(key)) for key in ("liu", "hart", "liu", "ccdi")]
    law, _, later, source = note_texts(cited(*each, library=LISTED))
    assert (law, later) == ("1 _Liu v Poland_ App no 37610/18 (ECtHR, 6 October 2022).", "3 _Liu_ (n #1).")
    assert "(27 April 2017)" in source


def test_another_place_in_it_stands_behind_the_first_without_its_name() -> None:
    places = citation(item("hart", "page", "4"), "hart", item("hart", "paragraph", "2"), item("dworkin", prefix="see"))
    assert note_texts(cited(paragraph("A", places), library=LISTED)) == [
        "1 Concept [E1, EX/1] 4, para 2; see Dworkin [E2]."
    ]


def test_what_is_known_through_the_work_on_which_the_case_rests_is_cited_there() -> None:
    both = paragraph("A", citation(item("hart", "page", "4"), "dworkin"))
    law = paragraph("B", citation("liu"))
    one, other = note_texts(cited(both, law, library=RESTING))
    assert one == "1 SD [E1] fn 11 in part 2."
    assert other.endswith("2022), cited in SD [E1].")


def test_the_schedule_itself_prints_each_in_full_and_without_notes() -> None:
    cells = tuple(Cell((Paragraph((one,)),)) for one in (Text("E1.1"), citation("hart")))
    table = Table((1, 1), (), (Row(cells),), id=EVIDENCE_SCHEDULE)
    library = replace(RESTING, exhibits={"hart": ("EX/1",)}, remarks={"hart": "on file"})
    result = cited(table, library=library)
    [row] = result.document.blocks[0].rows  # type: ignore[union-attr]
    [entry] = row.cells[1].blocks
    assert shown(own_inlines(entry)) == (
        "Hart H, _The Concept of Law_ (Clarendon Press 1961), cited in SD [E1] fn 11 in part 2"
    )
