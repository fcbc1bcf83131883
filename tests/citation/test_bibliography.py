"""The list of sources."""

from __future__ import annotations

from dataclasses import replace

from probata.document.walk import own_inlines

from .cases import DWORKIN, LIBRARY, citation, cited, free_note, item, listed, note_texts, paragraph, shown


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


def test_the_list_holds_every_source_once_in_the_order_of_the_style() -> None:
    library = replace(LIBRARY, cited_in={"hart": (item("dworkin"),)})
    result = cited(
        paragraph("A", citation("hart", "liu"), "B", free_note(citation("ccdi")), "C", citation("hart")),
        library=library,
        list_of_sources=True,
    )
    assert list(result.bibliography) == ["ccdi", "dworkin", "hart"]
    assert shown(result.bibliography["dworkin"]) == "Dworkin R, ‘Hard Cases’ (1975) 88 Harvard Law Review 1057"


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
