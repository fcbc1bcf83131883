"""What a source records reaches the citation style: each of CSL's variables under its own name."""

from __future__ import annotations

from typing import Any

from tests.citation.cases import citation, cite, cited, free_note, note_texts, paragraph, style
from tests.each import each

from probata.citation import Library, load_words
from probata.compose.library import csl_item
from probata.document.tree import Document, Meta
from probata.messages import ENGLISH, load_wording
from probata.model.source_record import Source


def _source(**fields: Any) -> Source:
    return Source.model_validate({"id": "s", "title": "A Work", "issued": "2020", **fields})


def _item(**fields: Any) -> dict[str, Any]:
    return csl_item(_source(**fields), load_wording(ENGLISH))


def test_every_variable_stands_under_its_name_in_csl() -> None:
    item = _item(
        edition="2",
        translator=["A Translator"],
        isbn="978-3-16-148410-0",
        issn="2049-3630",
        collection_title="A Series",
        collection_number="7",
        event_title="A Conference",
        event_place="Ostamar",
        event_date="2019-05-04",
        section="Politics",
        genre="PhD thesis",
    )

    assert {key: item[key] for key in item if key not in ("id", "type", "title", "issued")} == {
        "edition": "2",
        "translator": [{"literal": "A Translator"}],
        "ISBN": "978-3-16-148410-0",
        "ISSN": "2049-3630",
        "collection-title": "A Series",
        "collection-number": "7",
        "event": "A Conference",
        "event-title": "A Conference",
        "event-place": "Ostamar",
        "event-date": {"date-parts": [[2019, 5, 4]]},
        "section": "Politics",
        "genre": "PhD thesis",
    }


def test_what_has_no_title_is_described_by_where_it_stands() -> None:
    page = {"type": "webpage", "title": None, "issued": None}
    assert _item(**page, container_title="example.org")["title"] == "[web page, example.org]"
    paper = {**page, "type": "article-newspaper"}
    assert _item(**paper, container_title="Ostamar Courier")["title"] == "[article in Ostamar Courier]"
    assert _item(**paper)["title"] == "[title not recorded]"
    assert _item(**page, url="https://example.org/a/b")["title"] == "[web page, example.org/a/b]"


def test_an_article_without_a_title_keeps_the_journal_in_whose_volume_it_is_found() -> None:
    article = {"type": "article-journal", "title": None, "container_title": "Ostamar Law Review", "volume": "7"}
    item = _item(**article)

    assert item["title"] == "[title not recorded]"
    assert item["title-short"] == "[article in Ostamar Law Review]"
    assert item["container-title"] == "Ostamar Law Review"


def test_later_notes_call_an_article_without_a_title_or_author_by_its_journal() -> None:
    article = _item(type="article-journal", title=None, container_title="Ostamar Law Review", volume="7", page="30")
    library = Library(sources={"s": article}, untitled=frozenset({"s"}))
    notes = note_texts(
        cited(paragraph("A", citation("s")), paragraph("B", free_note("Plain.")), paragraph("C", citation("s")),
              library=library)
    )  # fmt: skip

    assert notes[0] == "1 [title not recorded] (2020) 7 Ostamar Law Review 30."
    assert notes[2] == "3 [article in Ostamar Law Review] (n #1)."


@each("typed", ["pp 100-200", "pp. 100-200", "Pages 100-200", "100-200"])
def test_pages_typed_with_their_word_are_pages(typed: str) -> None:
    assert _item(type="chapter", page=typed)["page"] == "100-200"


def test_a_letter_in_french_is_from_a_person_and_not_from_an_address() -> None:
    french = load_wording("fr")
    sent = {"type": "personal_communication", "title": None, "issued": "2022-05-13", "genre": "Lettre"}
    item = csl_item(_source(**sent, author=[{"family": "Rill", "given": "Ana"}], recipient=["le Conseil"]), french)
    document = Document(Meta("Test", language="fr"), (paragraph("A", citation("s")),))
    library = Library(sources={"s": item})
    (note,) = note_texts(cite(document, library, style("oscola-4", language="fr"), load_words("fr")))
    assert note == "1 Lettre d’Ana Rill à le Conseil (13 mai 2022)."
