"""A turn of direction ends with the text it stands in, and turns nothing round that is printed behind."""

from __future__ import annotations

from tests.citation.cases import citation, cited, note_texts, paragraph
from tests.each import each

from probata.citation import Library
from probata.compose.library import csl_item
from probata.messages import ENGLISH, load_wording
from probata.model.allegation import Allegation
from probata.model.name import PersonName
from probata.model.record import ended_turns
from probata.model.source_record import Source


@each(
    ("text", "ended"),
    [
        ("Open \u202etitle", "Open \u202etitle\u202c"),
        ("Open \u2067title ", "Open \u2067title\u2069 "),
        ("\u202a\u2066both", "\u202a\u2066both\u2069\u202c"),
        ("\u2067isolate \u202bends\u2069", "\u2067isolate \u202bends\u2069"),
        ("\u202ba \u2066b\u202c c", "\u202ba \u2066b\u202c c\u2069\u202c"),
        ("closed \u202ehere\u202c too", "closed \u202ehere\u202c too"),
        ("ends \u202c\u2069 only", "ends \u202c\u2069 only"),
        ("تقرير [Report]", "تقرير [Report]"),
    ],
)
def test_what_is_open_at_the_end_is_ended_there_and_nothing_else_is_changed(text: str, ended: str) -> None:
    assert ended_turns(text) == ended
    assert ended_turns(ended) == ended


def test_a_record_holds_no_open_turn() -> None:
    source = Source.model_validate(
        {"id": "a", "title": "Open \u202etitle", "author": [{"family": "Ri\u202ell"}],
         "container_title": "\u2067Weekly", "translations": {"fr": {"title": "Titre \u202eouvert"}}}
    )  # fmt: skip
    assert source.title == "Open \u202etitle\u202c"
    assert source.author[0].family == "Ri\u202ell\u202c"
    assert source.container_title == "\u2067Weekly\u2069"
    assert source.translations["fr"]["title"] == "Titre \u202eouvert\u202c"
    assert PersonName.model_validate({"full": "\u202eSolvan"}).display == "\u202eSolvan\u202c"
    allegation = Allegation.model_validate({"id": "b", "title": "A", "statement": "They \u202ebeat him."})
    assert allegation.statement == "They \u202ebeat him.\u202c"


@each("style", ["oscola-4", "bluebook-21", "un-plain"])
def test_a_title_turns_nothing_round_that_stands_behind_it_in_a_note(style: str) -> None:
    source = Source.model_validate(
        {"id": "a", "type": "book", "title": "Open \u202etitle", "publisher": "A Press", "issued": "2020"}
    )
    library = Library({"a": csl_item(source, load_wording(ENGLISH))})
    (note,) = note_texts(cited(paragraph("A", citation("a")), library=library, name=style))

    assert note.count("\u202e") == note.count("\u202c") == 1
    assert "\u202c" in note.partition("2020")[0]
