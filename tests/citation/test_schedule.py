"""With an evidence schedule every note names a source by a short name and its number; law keeps its forms."""

from __future__ import annotations

from dataclasses import replace

from probata.citation import Schedule, Scheduled
from probata.document.anchors import EVIDENCE_SCHEDULE
from probata.document.blocks import Cell, Paragraph, Row, Table
from probata.document.inlines import Text
from probata.document.walk import own_inlines

from .cases import LIBRARY, citation, cited, item, note_texts, paragraph, shown

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
