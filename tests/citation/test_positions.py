"""First, later and repeated citations, and the numbers that they refer back to."""

from __future__ import annotations

from dataclasses import replace

from tests.each import each

from probata.document.inlines import CiteItem, NoteRef
from probata.document.walk import inlines_in_order

from .cases import LIBRARY, citation, cited, free_note, heading, item, note_texts, notes, paragraph

HART = "Herbert Hart, _The Concept of Law_ (Clarendon Press 1961)"
DWORKIN = "Ronald Dworkin, ‘Hard Cases’ (1975) 88 Harvard Law Review 1057"


def test_behind_ibid_a_page_is_bare_and_every_other_pinpoint_has_its_word() -> None:
    blocks = tuple(
        paragraph(str(n), citation(item("hart", kind, "4")))
        for n, kind in enumerate(("page", "paragraph", "page", "chapter"))
    )

    assert note_texts(cited(*blocks))[1:] == ["2 ibid para 4.", "3 ibid 4.", "4 ibid ch 4."]


def test_citations_in_a_free_note_are_written_in_its_prose() -> None:
    result = cited(
        paragraph("A", citation("hart")),
        paragraph("B", free_note("But see ", citation("hart"), " and ", citation("dworkin"), ", who disagrees.")),
        paragraph("C", free_note("So says ", citation("dworkin"))),
    )
    assert note_texts(result)[1:] == [
        f"2 But see ibid and {DWORKIN}, who disagrees.",
        "3 So says Dworkin (n #2).",
    ]


def test_numbers_and_first_citations_begin_again_in_each_section() -> None:
    result = cited(
        heading("One"),
        paragraph("A", citation("hart"), "B", citation("dworkin"), "C", citation("hart")),
        heading("Two"),
        paragraph("D", free_note("Plain."), "E", citation("hart"), "F", citation("dworkin"), "G", citation("hart")),
        restart=True,
    )
    assert note_texts(result) == [
        f"1 {HART}.",
        f"2 {DWORKIN}.",
        "3 Hart (n #1).",
        "1 Plain.",
        f"2 {HART}.",
        f"3 {DWORKIN}.",
        "4 Hart (n #2).",
    ]
    second = notes(result)
    targets = [one.target for one in inlines_in_order(result.document.blocks) if isinstance(one, NoteRef)]
    assert targets == [second[0].id, second[4].id]
    assert result.document.meta.note_numbering == "section"


def test_ibid_never_stands_for_a_place_where_the_whole_is_cited_of_a_kind_that_csl_does_not_know_either() -> None:
    result = cited(
        paragraph("A", citation(item("hart", "row", "3"))),
        paragraph("B", citation(item("hart", "row", "3"))),
        paragraph("C", citation("hart")),
        paragraph("D", citation("hart")),
    )
    assert note_texts(result) == [f"1 {HART} row 3.", "2 ibid.", "3 Hart (n #1).", "4 ibid."]


def test_a_later_citation_of_a_work_without_author_names_it_by_its_title() -> None:
    talk = {"type": "interview", "title": "Interview with a former detainee", "issued": {"date-parts": [[2024]]}}
    letter = {"type": "personal_communication", "title": "Director's letter", "issued": {"date-parts": [[2024]]}}
    library = replace(LIBRARY, sources={**LIBRARY.sources, "talk": talk, "letter": letter})
    result = cited(
        paragraph("A", citation("talk")),
        paragraph("B", citation("letter")),
        paragraph("C", citation(item("talk", "paragraph", "6-9"))),
        paragraph("D", citation("letter")),
        library=library,
    )
    assert note_texts(result)[2:] == [
        "3 Interview with a former detainee (n #1) paras 6–9.",
        "4 Director’s letter (n #2).",
    ]


def test_a_work_without_author_is_named_behind_another_source_and_behind_words_too() -> None:
    talk = {"type": "interview", "title": "Interview with a former detainee", "issued": {"date-parts": [[2024]]}}
    letter = {"type": "personal_communication", "title": "Director's letter", "issued": {"date-parts": [[2024]]}}
    library = replace(LIBRARY, sources={**LIBRARY.sources, "talk": talk, "letter": letter})
    result = cited(
        paragraph("A", citation("talk")),
        paragraph("B", citation("letter")),
        paragraph("C", citation("hart", item("talk", "paragraph", "6"), item("letter", prefix="see also"))),
        paragraph("D", citation(item("letter", prefix="see"), "hart")),
        paragraph("E", free_note("So says ", citation("hart", "talk"), " in ", citation("letter"))),
        paragraph("F", citation("hart", item("talk", suppress_author=True))),
        library=library,
    )
    assert note_texts(result)[2:] == [
        f"3 {HART}; Interview with a former detainee (n #1) para 6. See also Director’s letter (n #2).",
        "4 See Director’s letter (n #2); Hart (n #3).",
        "5 So says Hart (n #3); Interview with a former detainee (n #1) in Director’s letter (n #2).",
        "6 Hart (n #3); Interview with a former detainee (n #1).",
    ]


KNOWN_THROUGH = replace(LIBRARY, cited_in={"ccdi": (CiteItem("hart"),)})


def test_a_source_known_through_another_is_ibid_where_the_note_before_says_the_same() -> None:
    both = (paragraph("A", citation("ccdi")), paragraph("B", citation("ccdi")), paragraph("C", citation("hart")))
    first, second, third = note_texts(cited(*both, library=KNOWN_THROUGH))
    assert "cited in Herbert Hart" in first
    assert second == "2 ibid."
    assert third == "3 Hart (n #1)."


def test_no_ibid_leads_out_of_a_part_which_may_be_read_alone() -> None:
    result = cited(
        paragraph("A", citation("hart")),
        heading("Annex"),
        paragraph("B", citation("hart")),
        paragraph("C", citation("hart")),
        paragraph("D", citation(item("liu", "paragraph", "4"))),
        heading("Another"),
        paragraph("E", citation(item("liu", "paragraph", "4"))),
        paragraph("F", citation("ccdi")),
        heading("A third"),
        paragraph("G", citation("ccdi")),
        library=KNOWN_THROUGH,
    )
    texts = note_texts(result)
    assert texts[1:3] == ["2 Hart (n #1).", "3 ibid."]
    assert texts[4] == "5 _Liu_ (n #4), para 4."
    assert texts[6].startswith("7 Central Commission for Discipline Inspection (n #6), cited in Hart")


@each(
    ("name", "again"),
    [
        ("chicago-notes-bibliography", "2 Hart, _The Concept of Law_, row 3."),
        ("new-harts-rules-notes", "2 Hart, _The Concept of Law_, row 3."),
        ("oscola-5", "2 Hart (n #1) row 3."),
    ],
)
def test_a_style_that_names_the_work_again_keeps_a_place_that_it_does_not_know(name: str, again: str) -> None:
    twice = (paragraph("A", citation(item("hart", "row", "3"))), paragraph("B", citation(item("hart", "row", "3"))))
    assert note_texts(cited(*twice, name=name))[1] == again
