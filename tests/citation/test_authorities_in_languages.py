"""Authorities in French and Spanish have no English words but their own names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.each import each

from probata.citation import Authority, Library, load_words
from probata.document.inlines import Text
from probata.document.tree import Document, Meta

from .cases import citation, cite, item, note_texts, paragraph, style
from .golden_tables import golden_library

LIBRARY = golden_library()
ENGLISH = re.compile(
    r"\b(adopted|entered|opened|App nos?|Res|UN Doc|Opinion No|Case|General Comment No|UNGA|UNSC|UNHRC|concerning)\b"
)
OF_ENGLISH_LAW = {"england_case", "us_case", "us_statute", "public_law", "executive_order", "statute"}
"""Forms of courts and laws that are cited in English wherever they are cited."""


def written(keys: Sequence[str], language: str, name: str = "oscola-4") -> dict[str, tuple[str, str]]:
    """Return the first and the later note of each authority; all stand in one document, which calls Pandoc once."""
    cites = [one for key in keys for one in (citation(item(key, "paragraph", "4")), citation("other"), citation(key))]
    blocks = tuple(paragraph("A", one) for one in cites)
    books = Library(
        {"other": {"type": "book", "title": "X", "author": [{"family": "Y"}]}}, authorities=LIBRARY.authorities
    )
    document = Document(Meta("Test", language=language), blocks)
    notes = note_texts(cite(document, books, style(name, language=language), load_words(language)))
    assert len(notes) == 3 * len(keys)
    return {key: (notes[3 * place], notes[3 * place + 2]) for place, key in enumerate(keys)}


@each("language", ["fr", "es"])
@each("name", ["oscola-4", "oscola-5", "un-plain"])
def test_no_english_word_stands_in_a_citation(name: str, language: str) -> None:
    keys = [key for key, found in LIBRARY.authorities.items() if found.form not in OF_ENGLISH_LAW]
    assert len({LIBRARY.authorities[key].form for key in keys}) > 15
    for key, notes in written(keys, language, name).items():
        recorded = " ".join(text.text for inlines in LIBRARY.authorities[key].texts.values() for text in inlines)  # type: ignore[union-attr]
        for note in notes:
            found = [word for word in ENGLISH.findall(note) if not re.search(rf"\b{re.escape(word)}\b", recorded)]
            assert not found, note


@each(
    ("key", "language", "first"),
    [
        ("alzery", "fr", "1 _Alzery c. Sweden_ (CCPR/C/88/D/1416/2005), par. 4."),
        (
            "omojudi",
            "fr",
            "1 Cour européenne des droits de l’homme, _Omojudi c. UK_, nº 1820/08, 24 novembre 2009, par. 4.",
        ),
        ("comment36", "es", "1 Comité de Derechos Humanos, observación general núm. 36 (2019), párr. 4."),
        ("alzery", "es", "1 _Alzery c. Sweden_ (CCPR/C/88/D/1416/2005), párr. 4."),
    ],
)
def test_it_reads_as_in_documents_of_the_united_nations_in_that_language(key: str, language: str, first: str) -> None:
    assert written([key], language)[key][0] == first


@each(("language", "between"), [("fr", "par. 4\u202f; "), ("es", "párr. 4; "), ("en", "para. 4; and ")])
def test_works_of_one_note_are_joined_in_the_words_of_the_language(language: str, between: str) -> None:
    """Documents of the United Nations in English have `; and` before the last, which is no word of other languages."""
    both = citation(item("comment36", "paragraph", "4"), item("hart"))
    hart = {"type": "book", "title": "The Concept", "author": [{"family": "Hart"}]}
    books = Library({"hart": hart}, authorities=LIBRARY.authorities)
    document = Document(Meta("Test", language=language), (paragraph("A", both),))
    (note,) = note_texts(cite(document, books, style("un-plain", language=language), load_words(language)))
    assert f"{between}Hart" in note


@each(
    ("form", "texts", "fr", "es"),
    [
        ("us_statute", {"name": "Act", "code": "42 USC", "code_sections": "1983"}, "section 1983", "secc. 1983"),
        (
            "us_statute",
            {"name": "Act", "code": "22 USC", "code_sections": "10101–10103"},
            "sections 10101 à 10103",
            "seccs. 10101 a 10103",
        ),
        (
            "icj_case",
            {"name": "Wall", "series": "ICJ Rep", "series_year": "2004", "page": "136"},
            "_C.I.J. Recueil 2004_, p. 136",
            "_I.C.J. Reports 2004_, pág. 136",
        ),
        (
            "eu_act",
            {"name": "Act", "series": "OJ L", "series_year": "2012", "volume": "315", "page": "57"},
            "JO L 315, 2012, p. 57",
            "DO L 315, 2012, pág. 57",
        ),
    ],
)
def test_codes_and_series_have_the_words_of_the_language(form: str, texts: dict[str, str], fr: str, es: str) -> None:
    work = Authority(form, {key: (Text(text),) for key, text in texts.items()}, {})
    for language, printed in (("fr", fr), ("es", es)):
        document = Document(Meta("Test", language=language), (paragraph("A", citation("work")),))
        library = Library(authorities={"work": work})
        (note,) = note_texts(cite(document, library, style("un-plain", language=language), load_words(language)))
        assert note.endswith(f", {printed}."), note
