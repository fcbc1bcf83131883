"""Laws of other States that are sources are cited as legislation, and are one work with the authority they print."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.citation.cases import citation, cite, item, note_texts, paragraph, style
from tests.each import each
from tests.pictures.records import graph_of

from probata.citation import Cited, Library, load_words
from probata.compose.library import build_library
from probata.compose.passes.lists import list_authorities
from probata.document.anchors import TABLE_OF_AUTHORITIES
from probata.document.blocks import Block, Paragraph
from probata.document.tree import Document, Meta
from probata.document.walk import plain_text
from probata.law import load_catalogue
from probata.messages import load_wording

DECREE: dict[str, Any] = {
    "id": "decree",
    "type": "legislation",
    "title": "Дарован 41",
    "translated_title": "Decree 41 on appointments",
    "number": "Decree 41",
    "container_title": "State Gazette",
    "issue": "17",
    "issued": "2021-01-28",
    "page": "1-3",
    "url": "https://gazette.example/2021/17",
    "language": "qaa-Cyrl",
    "country": "Kelvandra",
    "held": "held",
}
DIRECTIVE: dict[str, Any] = {
    "id": "directive",
    "kind": "statute",
    "name": "Directive 17 of the Council",
    "short": "Directive 17",
    "number": "Directive 17",
    "date": "2021-11-18",
    "source": "printed",
}
PRINTED = {**DECREE, "id": "printed", "title": "Вет 17", "translated_title": "Directive 17", "issue": "212"}
HART: dict[str, Any] = {
    "id": "hart",
    "type": "book",
    "title": "The Concept of Law",
    "author": ["H Hart"],
    "held": "held",
}
LIST = Paragraph((), id="exhibit-js-3")


def library(*sources: dict[str, Any], language: str = "en-GB", **kinds: Any) -> Library:
    graph = graph_of(sources=[HART, *sources], **kinds)
    return build_library(graph, replace(load_catalogue(), instruments={}), load_wording(language))


def written(known: Library, *blocks: Block, name: str = "oscola-4", language: str = "en") -> Cited:
    document = Document(Meta("Test", language=language), blocks)
    return cite(document, known, style(name, language=language), load_words(language))


@each(
    ("name", "first", "later"),
    [
        ("oscola-4", "{qaa-Cyrl: Дарован 41} [Decree 41 on appointments], State Gazette No 17, "
         "28 January 2021 (Kelvandra) 2.",
         "Decree 41 (n #1) 3."),
        ("oscola-5", "{qaa-Cyrl: Дарован 41} [Decree 41 on appointments], State Gazette No 17, "
         "28 January 2021 (Kelvandra) 2.",
         "Decree 41 (n #1) 3."),
        ("bluebook-21", "{qaa-Cyrl: Дарован 41} [Decree 41 on appointments], State Gazette, No. 17, "
         "Jan. 28, 2021, at 2 (Kelvandra), "
         "https://gazette.example/2021/17.", "Decree 41 at 3."),
        ("un-plain", "Decree 41 on appointments ({qaa-Cyrl: Дарован 41}), State Gazette, No. 17, "
         "28 January 2021 (Kelvandra), p. 2.",
         "Decree 41, p. 3."),
    ],
)  # fmt: skip
def test_every_style_names_the_law_and_its_gazette_and_calls_it_by_its_number_later(
    name: str, first: str, later: str
) -> None:
    notes = [citation(item("decree", "page", "2")), citation("hart"), citation(item("decree", "page", "3"))]
    found = note_texts(written(library(DECREE), *(paragraph("A", one) for one in notes), name=name))
    assert found[0] == f"1 {first}"
    assert found[2] == f"3 {later}"


def test_in_french_and_spanish_the_issue_has_their_word() -> None:
    for language, words in (
        ("fr", "State Gazette nº 17, 28 janvier 2021"),
        ("es", "State Gazette núm. 17, 28 de enero de 2021"),
    ):
        (note,) = note_texts(
            written(library(DECREE, language=language), paragraph("A", citation("decree")), language=language)
        )
        assert words in note


def test_a_law_that_is_exhibited_on_file_or_known_through_another_says_so_once() -> None:
    exhibited = library(DECREE, exhibits=[{"id": "e", "mark": "JS/3", "description": "copy", "source": "decree"}])
    blocks = [
        paragraph("A", citation(item("decree", "page", "2"))),
        paragraph("B", citation("hart")),
        paragraph("C", citation("decree")),
    ]
    first, _, later = note_texts(written(exhibited, *blocks, LIST))
    assert first.endswith("(Kelvandra) 2 (exhibit JS/3).")
    assert later == "3 Decree 41 (n #1)."
    first, _, later = note_texts(written(library({**DECREE, "held": "on_file"}), *blocks))
    assert first.endswith("(Kelvandra) 2 (on file with the author).")
    assert "file" not in later
    through = library({**DECREE, "held": "cited_in", "cited_in": "hart, p. 9"})
    first, _, later = note_texts(written(through, *blocks))
    assert first.endswith("(Kelvandra) 2, cited in H Hart, _The Concept of Law_, p 9.")
    assert later == "3 Decree 41 (n #1), cited in H Hart (n #1) 9."


def test_the_table_of_authorities_has_it_under_legislation_and_the_law_once_with_what_it_prints() -> None:
    known = library(DECREE, PRINTED, authorities=[DIRECTIVE])
    cites = [paragraph("A", citation(key)) for key in ("decree", "printed", "directive")]
    wanted = Paragraph((), id=TABLE_OF_AUTHORITIES)
    blocks = list_authorities((*cites, wanted), known, ("legislation",), load_wording("en-GB"))
    texts = [
        plain_text(block.inlines)
        for block in written(known, *blocks).document.blocks[3:]
        if isinstance(block, Paragraph)
    ]
    assert texts[0] == "Legislation"
    assert len(texts) == 3
    assert sum("Decree 41" in text for text in texts) == 1
    assert sum("Directive 17 of the Council" in text for text in texts) == 1


def test_a_source_and_the_authority_that_it_prints_are_cited_as_one_work() -> None:
    known = library(PRINTED, authorities=[DIRECTIVE])
    blocks = [
        paragraph("A", citation(item("printed", "page", "9"))),
        paragraph("B", citation("hart")),
        paragraph("C", citation(item("directive", "clause", "7"))),
        paragraph("D", citation(item("printed", "clause", "7"))),
    ]
    found = note_texts(written(known, *blocks))
    assert found[0] == (
        "1 {qaa-Cyrl: Вет 17} [Directive 17 of the Council] of 18 November 2021, "
        "State Gazette No 212, 28 January 2021 (Kelvandra) 9."
    )
    assert found[2:] == ["3 Directive 17 (n #1) cl 7.", "4 ibid."]


def test_the_country_in_which_a_judgment_was_printed_is_not_the_state_that_it_concerns() -> None:
    opinion = {
        "id": "opinion",
        "kind": "decision",
        "form": "wgad_opinion",
        "name": "Ana Rill",
        "number": "98/2021",
        "source": "printed",
    }
    known = library(PRINTED, authorities=[opinion])
    assert "state" not in known.authorities["opinion"].texts
    assert known.work_of("printed") == "opinion"


def test_a_source_that_readers_are_not_shown_is_no_work_that_they_may_cite() -> None:
    known = library(authorities=[DIRECTIVE])
    assert not known.is_known("printed")
    assert "gazette" not in known.authorities["directive"].texts


PRISON: dict[str, Any] = {"id": "prison", "type": "legislation", "title": "Prison Act 1952", "held": "held"}


@each(
    ("name", "expected"),
    [
        ("oscola-4", "1 Prison Act 1952, s 3."),
        ("oscola-5", "1 Prison Act 1952, s 3."),
        ("bluebook-21", "1 Prison Act 1952, § 3 (UK)."),
        ("un-plain", "1 Prison Act 1952, sect. 3."),
    ],
)
@each(
    "recorded",
    [
        {"issued": "1952", "country": "United Kingdom"},
        {"issued": "1952-10-01", "country": "UK"},
        {"title": "Prison Act", "issued": "1952", "country": "England and Wales"},
        {"country": "GB"},
    ],
)
def test_an_act_of_the_united_kingdom_is_cited_as_such(name: str, expected: str, recorded: dict[str, str]) -> None:
    known = library({**PRISON, **recorded})
    shown = written(known, paragraph("A", citation(item("prison", "section", "3"))), name=name)
    assert note_texts(shown) == [expected]


@each("number", ["SI 1999/728", "1999/728", "S.I. 1999 No. 728"])
def test_rules_of_the_united_kingdom_with_a_number_are_a_statutory_instrument(number: str) -> None:
    rules = {**PRISON, "title": "Prison Rules 1999", "number": number, "issued": "1999", "country": "United Kingdom"}
    assert note_texts(written(library(rules), paragraph("A", citation("prison")))) == [
        "1 Prison Rules 1999, SI 1999/728."
    ]


@each(
    ("recorded", "expected"),
    [
        ({"issued": "1952"}, "1 Prison Act 1952 (Kelvandra)."),
        ({"issued": "1952-10-01"}, "1 Prison Act 1952, 1 October 1952 (Kelvandra)."),
        ({"issued": "1953"}, "1 Prison Act 1952, 1953 (Kelvandra)."),
        ({"issued": "1952", "container_title": "State Gazette", "issue": "4"},
         "1 Prison Act 1952, State Gazette No 4, 1952 (Kelvandra)."),
    ],
)  # fmt: skip
def test_a_year_that_the_title_of_a_law_tells_is_not_printed_again(recorded: dict[str, str], expected: str) -> None:
    known = library({**PRISON, "country": "Kelvandra", **recorded})
    assert note_texts(written(known, paragraph("A", citation("prison")))) == [expected]
