"""Sources known through others, remarks, and sources that are not recorded."""

from __future__ import annotations

from dataclasses import replace

from tests.each import each

from probata.citation import Library, Schedule, Scheduled
from probata.citation.planning import read_item
from probata.diagnostics import Severity
from probata.document.inlines import Cite, CiteItem, Gap
from probata.document.origin import Origin
from probata.document.walk import inlines_in_order

from .cases import LIBRARY, citation, cited, item, note_texts, paragraph

HART = "Herbert Hart, _The Concept of Law_ (Clarendon Press 1961)"
DWORKIN = "Ronald Dworkin, ‘Hard Cases’ (1975) 88 Harvard Law Review 1057"


def known_through(*others: CiteItem, **more: tuple[CiteItem, ...]) -> Library:
    return replace(LIBRARY, cited_in={"dworkin": others, **more})


def test_a_source_known_through_another_says_so() -> None:
    result = cited(
        paragraph("A", citation("dworkin")),
        paragraph("B", citation(item("hart", "page", "9"))),
        paragraph("C", citation(item("dworkin", "page", "1060"))),
        library=known_through(item("hart", "page", "4")),
    )
    assert note_texts(result) == [
        f"1 {DWORKIN}, cited in {HART} 4.",
        "2 Hart (n #1) 9.",
        "3 Dworkin (n #1) 1060, cited in Hart (n #1) 4.",
    ]


def test_works_that_cite_each_other_do_not_go_round_in_circles() -> None:
    result = cited(paragraph("A", citation("dworkin")), library=known_through(item("hart"), hart=(item("dworkin"),)))
    assert note_texts(result) == [f"1 {DWORKIN}, cited in {HART}."]


def test_a_work_without_a_title_is_told_as_a_place_in_the_one_work_on_which_a_document_rests() -> None:
    place, rests = item("hart", "page", "4"), Schedule({"hart": Scheduled("", "Hart")}, "hart")
    library = replace(known_through(place), schedule=rests)
    assert read_item(item("dworkin"), library) == item("dworkin")
    assert read_item(item("dworkin"), replace(library, untitled=frozenset({"dworkin"}))) == place


def test_a_remark_is_printed_at_the_first_citation_only() -> None:
    library = replace(LIBRARY, remarks={"hart": "on file with the author"})
    result = cited(
        paragraph("A", citation(item("hart", "page", "4"))), paragraph("B", citation("hart")), library=library
    )
    assert note_texts(result) == [f"1 {HART} 4 (on file with the author).", "2 Hart (n #1)."]


def test_an_unknown_source_is_a_gap_and_a_finding() -> None:
    cite = Cite((item("nobody", prefix="see"), item("hart")), Origin("allegations/a-1", "particulars"))
    result = cited(paragraph("A", cite))
    assert note_texts(result) == [f"1 See [source `nobody`: not recorded]; {HART}."]
    (found,) = result.diagnostics
    assert (found.code, found.name, found.severity) == ("REF104", "unknown-source", Severity.ERROR)
    assert found.message == "`nobody` is cited, but no source or authority has this id"
    assert found.record == "allegations/a-1"
    (gap,) = (one for one in inlines_in_order(result.document.blocks) if isinstance(one, Gap))
    assert gap == Gap("source `nobody`: not recorded", required=False, origin=cite.origin)


@each("name", ["oscola-4", "chicago-notes-bibliography"])
def test_a_description_of_our_own_has_no_quotation_marks_and_no_capitals_of_a_title(name: str) -> None:
    page = {"type": "webpage", "title": "[web page, example.org]", "URL": "https://example.org/a", "language": "en"}
    library = Library({"page": page, "titled": {**page, "title": "[Law on Order]"}}, untitled=frozenset({"page"}))
    first, titled, later = note_texts(
        cited(
            paragraph("A", citation("page")),
            paragraph("B", citation("titled")),
            paragraph("C", citation("page")),
            library=library,
            name=name,
        )
    )
    assert first.startswith("1 [web page, example.org]")
    assert later.startswith("3 [web page, example.org]")
    assert titled.startswith("2 ‘[Law on Order]")
