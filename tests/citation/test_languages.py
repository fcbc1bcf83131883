"""What notes say in French and Spanish, and text in other scripts."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from typing import Any

from tests.citation.cases import LIBRARY, citation, cite, item, note_texts, paragraph, shown, style
from tests.citation.golden_tables import golden_library
from tests.each import each

from probata.citation import Authority, Library, load_words
from probata.citation.written_citation import AddressesOf, marked_up
from probata.document.blocks import Block
from probata.document.inlines import Text
from probata.document.tree import Document, Meta

NARROW = "\u202f"


def notes_in(language: str, name: str = "oscola") -> list[str]:
    blocks = (
        paragraph("A", citation(item("dworkin", "page", "1058"))),
        paragraph("B", citation("hart")),
        paragraph("C", citation(item("dworkin", "paragraph", "3"))),
        paragraph("D", citation(item("dworkin", "paragraph", "3"))),
    )
    return written(blocks, language, name=name)


def written(blocks: tuple[Block, ...], language: str, library: Library = LIBRARY, name: str = "oscola") -> list[str]:
    found = style(name, language=language)
    result = cite(Document(Meta("Test", language=language), blocks), library, found, load_words(language))
    return note_texts(result)


@each(
    ("language", "first", "later"),
    [
        ("en-GB", "‘Hard Cases’", "(n #1)"),
        ("fr", f"«{NARROW}Hard Cases{NARROW}»", "(note #1)"),
        ("es", "«Hard Cases»", "(nota #1)"),
    ],
)
def test_marks_and_back_references_are_those_of_the_language(language: str, first: str, later: str) -> None:
    notes = notes_in(language)

    assert first in notes[0]
    assert later in notes[2]
    assert [note for note in notes if language != "en-GB" and ("‘" in note or "(n " in note)] == []


@each(
    ("language", "page", "paragraph_named", "again"),
    [
        ("en-GB", "1057, 1058.", "(n #1) para 3.", "ibid."),
        ("fr", "1057, p. 1058.", "(note #1), par. 3.", "Ibid."),
        ("es", "1057, pág. 1058.", "(nota #1), párr. 3.", "Ibid."),
    ],
)
def test_a_pinpoint_is_named_as_the_language_names_it(
    language: str, page: str, paragraph_named: str, again: str
) -> None:
    notes = notes_in(language)

    assert notes[0].endswith(page)
    assert notes[2].endswith(paragraph_named)
    assert notes[3] == f"4 {again}"


@each(
    ("language", "shown"),
    [
        ("en-GB", "Dworkin (n #1) paras 3–5; Hart (n #2) 7–9."),
        ("fr", f"Dworkin (note #1), par. 3–5{NARROW}; Hart (note #2), p. 7–9."),
        ("es", "Dworkin (nota #1), párrs. 3–5; Hart (nota #2), págs. 7–9."),
    ],
)
def test_what_stands_between_two_works_has_the_spaces_of_the_language(language: str, shown: str) -> None:
    later = citation(item("dworkin", "paragraph", "3-5"), item("hart", "page", "7-9"))

    assert written(
        (paragraph("A", citation("dworkin")), paragraph("B", citation("hart")), paragraph("C", later)), language
    )[2].endswith(shown)


@each(("value", "shown"), [
    ("9", "Liu, párr. 9."), ("11, 14", "Liu, párrs. 11 y 14."), ("9-10", "Liu, párrs. 9 y 10."),
    ("3-6", "Liu, párrs. 3 a 6."), ("3-6, 9", "Liu, párrs. 3 a 6 y 9."),
])  # fmt: skip
def test_several_places_in_a_judgment_have_the_form_for_several(value: str, shown: str) -> None:
    liu = Authority(form="case", stated=(Text("Liu"),))
    blocks = (paragraph("A", citation(item("liu", "paragraph", value))),)

    assert written(blocks, "es", Library(authorities={"liu": liu})) == [f"1 {shown}"]


@each(
    ("language", "read"),
    [
        ("en-GB", "accessed 11 September 2026"),
        ("fr", "consulté le 11 septembre 2026"),
        ("es", "consultado el 11 de septiembre de 2026"),
    ],
)
def test_the_day_on_which_a_page_was_read_is_said_as_the_language_says_it(language: str, read: str) -> None:
    source = {
        "type": "webpage",
        "title": "T",
        "URL": "https://example.org/",
        "accessed": {"date-parts": [[2026, 9, 11]]},
    }
    (note,) = written((paragraph("A", citation("s")),), language, Library(sources={"s": source}))

    assert note.endswith(f"{read}.")


def test_a_style_that_is_written_for_the_language_keeps_its_own_words() -> None:
    notes = notes_in("fr", "mcgill-fr")

    assert notes[0].endswith("1057 à la p 1058.")
    assert notes[2].endswith("_supra_ note #1 au para 3.")


CHAPTER: dict[str, Any] = {
    "type": "chapter",
    "title": "Custody before Charge",
    "author": [{"family": "Okoye", "given": "Ngozi"}],
    "container-title": "The Handbook",
    "editor": [{"family": "Brandt", "given": "Karl"}, {"family": "Siu", "given": "May"}],
    "issued": {"date-parts": [[2015]]},
    "page": "411-437",
}
BROADCAST: dict[str, Any] = {
    "type": "broadcast",
    "title": "Behind the Wall",
    "container-title": "Evening Report",
    "publisher": "Radio Ostamar",
    "issued": {"date-parts": [[2022, 6, 3]]},
}


def note(source: dict[str, Any], name: str, language: str, place: str = "") -> str:
    one = citation(item("a", "page", place) if place else "a")
    document = Document(Meta("Test", language=language), (paragraph("A", one),))
    library = Library({"a": source})
    return note_texts(cite(document, library, style(name, language=language), load_words(language)))[0]


@each("language", ["en-GB", "en-US"])
@each(("persons", "word"), [(1, "Karl Brandt ed., 2015"), (2, "Karl Brandt & May Siu eds., 2015")])
def test_editors_have_their_stop_in_the_bluebook_in_british_english_too(persons: int, word: str, language: str) -> None:
    assert word in note({**CHAPTER, "editor": CHAPTER["editor"][:persons]}, "bluebook-21", language)


@each(("language", "pages"), [("fr", "p. 1030–1032"), ("es", "págs. 1030–1032")])
def test_pages_stand_in_full_where_the_language_is_not_english(language: str, pages: str) -> None:
    assert pages in note(CHAPTER, "un-plain", language, "1030-1032")


@each(("language", "told"), [("fr", "3 juin 2022, sur Radio Ostamar"), ("es", "3 de junio de 2022, en Radio Ostamar")])
def test_a_broadcast_has_no_english_words_before_its_day_and_station(language: str, told: str) -> None:
    found = note(BROADCAST, "un-plain", language)
    assert told in found
    assert "aired" not in found


LIBRARY_GOLDEN = golden_library()
ENGLISH = re.compile(
    r"\b(adopted|entered|opened|App nos?|Res|UN Doc|Opinion No|Case|General Comment No|UNGA|UNSC|UNHRC|concerning)\b"
)
OF_ENGLISH_LAW = {"england_case", "us_case", "us_statute", "public_law", "executive_order", "statute"}
"""Forms of courts and laws that are cited in English wherever they are cited."""


def written_golden(keys: Sequence[str], language: str, name: str = "oscola-4") -> dict[str, tuple[str, str]]:
    """Return the first and the later note of each authority; all stand in one document, which calls Pandoc once."""
    cites = [one for key in keys for one in (citation(item(key, "paragraph", "4")), citation("other"), citation(key))]
    blocks = tuple(paragraph("A", one) for one in cites)
    books = Library(
        {"other": {"type": "book", "title": "X", "author": [{"family": "Y"}]}}, authorities=LIBRARY_GOLDEN.authorities
    )
    document = Document(Meta("Test", language=language), blocks)
    notes = note_texts(cite(document, books, style(name, language=language), load_words(language)))
    assert len(notes) == 3 * len(keys)
    return {key: (notes[3 * place], notes[3 * place + 2]) for place, key in enumerate(keys)}


@each("language", ["fr", "es"])
@each("name", ["oscola-4", "oscola-5", "un-plain"])
def test_no_english_word_stands_in_a_citation(name: str, language: str) -> None:
    keys = [key for key, found in LIBRARY_GOLDEN.authorities.items() if found.form not in OF_ENGLISH_LAW]
    assert len({LIBRARY_GOLDEN.authorities[key].form for key in keys}) > 15
    for key, notes in written_golden(keys, language, name).items():
        recorded = " ".join(text.text for inlines in LIBRARY_GOLDEN.authorities[key].texts.values() for text in inlines)  # type: ignore[union-attr]
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
    assert written_golden([key], language)[key][0] == first


@each(("language", "between"), [("fr", "par. 4\u202f; "), ("es", "párr. 4; "), ("en", "para. 4; and ")])
def test_works_of_one_note_are_joined_in_the_words_of_the_language(language: str, between: str) -> None:
    """Documents of the United Nations in English have `; and` before the last, which is no word of other languages."""
    both = citation(item("comment36", "paragraph", "4"), item("hart"))
    hart = {"type": "book", "title": "The Concept", "author": [{"family": "Hart"}]}
    books = Library({"hart": hart}, authorities=LIBRARY_GOLDEN.authorities)
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


@each(
    ("text", "tags", "expected"),
    [
        ("Liu (刘建超) spoke", (), "Liu ({zh: 刘建超}) spoke"),
        ("《中国 2017年 报告》 says", ("zh-Hant",), "{zh-Hant: 《中国 2017年 报告》} says"),
        ("the 東京の話 tale", (), "the {ja: 東京の話} tale"),
        ("Доклад о пытках 2019", (), "{ru: Доклад о пытках} 2019"),
        ("Звіт", ("uk",), "{uk: Звіт}"),
        ("قانون العقوبات now", (), "{ar: قانون العقوبات} now"),
        ("ئۇيغۇر", ("zh", "ug"), "{ug: ئۇيغۇر}"),
        ("plain text, ½ € é", ("fr",), "plain text, ½ € é"),
        ("at https://a.org/b_c, seen", (), "at https://a.org/b_c, seen"),
        ("javascript://a.org", (), "javascript://a.org"),
    ],
)
def test_other_scripts_are_found(text: str, tags: tuple[str, ...], expected: str) -> None:
    assert shown(marked_up((Text(text),), tags)) == expected


def test_the_address_of_a_source_is_a_link_and_one_in_its_title_is_text() -> None:
    entry = {"URL": "https://a.org/b_c", "title": "On https://b.org/, a site", "DOI": "10.1/x"}
    addresses = AddressesOf([entry])
    text = "“On https://b.org/, a site” <https://a.org/b_c>, https://doi.org/10.1/x."

    assert shown(marked_up((Text(text),), (), addresses)) == (
        "“On https://b.org/, a site” <(https://a.org/b_c → https://a.org/b_c)>, "
        "(https://doi.org/10.1/x → https://doi.org/10.1/x)."
    )


def test_many_marks_of_another_script_before_no_letter_of_it_are_gone_through_once() -> None:
    start = time.process_time()
    assert shown(marked_up((Text("。" * 40_000 + "a 。中"),), ())) == "。" * 40_000 + "a {zh: 。中}"
    assert time.process_time() - start < 5
