"""Places in works: how they are typed, in which words they are printed, and what stands beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tests.citation.cases import (
    DWORKIN,
    HART,
    citation,
    cite,
    cited,
    first_notes,
    free_note,
    item,
    note_texts,
    paragraph,
)
from tests.citation.cases import LIBRARY as LIBRARY_PLACES_BESIDE
from tests.citation.golden_tables import golden_library
from tests.each import each

from probata.citation import Authority, Library, Style, load_words, places_in
from probata.citation.style_xml import with_notes_counted
from probata.document.inlines import Cite, CiteItem, Pinpoint, Text
from probata.document.tree import Document, Meta

# Prints a pinpoint that Pandoc has understood as <label|value>, and nothing but that.
# One that is told in our own words has no label.
TELLING = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout suffix="."><text variable="title"/><group prefix=" &lt;" suffix="&gt;" delimiter="|">
<label variable="locator"/><text variable="locator"/></group></layout></citation></style>"""
LIBRARY = Library(sources={"t": {"type": "book", "title": "T"}})
NARROW = "\u202f"
TAGS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}

EXPECTED: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "page": ("T <page|4>", "T <pages|4–6>"),
        "paragraph": ("T <paragraph|4>", "T <paragraphs|4–6>"),
        "section": ("T <section|4>", "T <sections|4–6>"),
        "chapter": ("T <chapter|4>", "T <chapters|4–6>"),
        "line": ("T <line|4>", "T <lines|4–6>"),
        "note": ("T <|fn 4>", "T <|fns 4–6>"),  # OSCOLA, which writes the authorities here
        "heading": ("T <|under ‘4’>", "T <|under ‘4-6’>"),
        "figure": ("T <figure|4>", "T <figures|4–6>"),
        "article": ("T <|art 4>", "T <|arts 4–6>"),
        "clause": ("T <|cl 4>", "T <|cls 4–6>"),
        "regulation": ("T <|reg 4>", "T <|regs 4–6>"),
        "rule": ("T <|rule 4>", "T <|rules 4–6>"),
        "annex": ("T <|annex 4>", "T <|annexes 4–6>"),
        "table": ("T <|table 4>", "T <|tables 4–6>"),
        "row": ("T <|row 4>", "T <|rows 4–6>"),
        "cell": ("T <|cell 4>", "T <|cells 4–6>"),
        "timecode": ("T <|at 4>", "T <|at 4–6>"),
        "frame": ("T <|frame 4>", "T <|frames 4–6>"),
        "whole": ("T", "T"),
    },
    "fr": {
        "page": ("T <page|4>", "T <pages|4‑6>"),
        "paragraph": ("T <paragraphe|4>", "T <paragraphes|4–6>"),
        "section": ("T <section|4>", "T <sections|4–6>"),
        "chapter": ("T <chapitre|4>", "T <chapitres|4–6>"),
        "line": ("T <ligne|4>", "T <lignes|4–6>"),
        "note": ("T <|note 4>", "T <|notes 4–6>"),
        "heading": (f"T <|sous «{NARROW}4{NARROW}»>", f"T <|sous «{NARROW}4-6{NARROW}»>"),
        "figure": ("T <figure|4>", "T <figures|4–6>"),
        "article": ("T <|art. 4>", "T <|art. 4–6>"),
        "clause": ("T <|clause 4>", "T <|clauses 4–6>"),
        "regulation": ("T <|art. 4>", "T <|art. 4–6>"),
        "rule": ("T <|règle 4>", "T <|règles 4–6>"),
        "annex": ("T <|annexe 4>", "T <|annexes 4–6>"),
        "part": ("T <|partie 4>", "T <|parties 4–6>"),
        "table": ("T <|tableau 4>", "T <|tableaux 4–6>"),
        "row": ("T <|ligne 4 du tableau>", "T <|lignes 4–6 du tableau>"),
        "cell": ("T <|cellule 4>", "T <|cellules 4–6>"),
        "timecode": ("T <|à 4>", "T <|à 4–6>"),
        "frame": ("T <|image 4>", "T <|images 4–6>"),
        "whole": ("T", "T"),
    },
    "es": {
        "page": ("T <pág. 4>", "T <págs. 4–6>"),
        "paragraph": ("T <párrafo|4>", "T <párrafos|4–6>"),
        "section": ("T <sección|4>", "T <secciones|4–6>"),
        "chapter": ("T <capítulo|4>", "T <capítulos|4–6>"),
        "line": ("T <línea|4>", "T <líneas|4–6>"),
        "note": ("T <|nota 4>", "T <|notas 4–6>"),
        "heading": ("T <|bajo «4»>", "T <|bajo «4-6»>"),
        "figure": ("T <figura|4>", "T <figuras|4–6>"),
        "article": ("T <|art. 4>", "T <|arts. 4–6>"),
        "clause": ("T <|cláusula 4>", "T <|cláusulas 4–6>"),
        "regulation": ("T <|art. 4>", "T <|arts. 4–6>"),
        "rule": ("T <|regla 4>", "T <|reglas 4–6>"),
        "annex": ("T <|anexo 4>", "T <|anexos 4–6>"),
        "part": ("T <|parte 4>", "T <|partes 4–6>"),
        "table": ("T <|cuadro 4>", "T <|cuadros 4–6>"),
        "row": ("T <|fila 4>", "T <|filas 4–6>"),
        "cell": ("T <|celda 4>", "T <|celdas 4–6>"),
        "timecode": ("T <|minuto 4>", "T <|minutos 4–6>"),
        "frame": ("T <|imagen 4>", "T <|imágenes 4–6>"),
        "whole": ("T", "T"),
    },
}


@cache
def printed(language: str) -> dict[str, tuple[str, str]]:
    """Send every type, with one place and with several, through Pandoc in one document."""
    kinds = list(EXPECTED[language])
    items = [CiteItem("t", Pinpoint(kind, value)) for kind in kinds for value in ("4", "4-6")]
    blocks = tuple(paragraph("A", Cite((one,))) for one in items)
    document = Document(Meta("Test", TAGS[language]), blocks)
    words = load_words(language)
    result = cite(document, LIBRARY, Style(with_notes_counted(TELLING, words), language=TAGS[language]), words)
    texts = [text.split(" ", 1)[1].removesuffix(".") for text in note_texts(result)]
    return {kind: (texts[2 * place], texts[2 * place + 1]) for place, kind in enumerate(kinds)}


@each(("language", "kind"), [(language, kind) for language, kinds in EXPECTED.items() for kind in kinds])
def test_a_pinpoint_is_printed_in_the_words_of_its_language(language: str, kind: str) -> None:
    assert printed(language)[kind] == EXPECTED[language][kind]


@each(
    ("kind", "value", "expected"),
    [
        ("page", "4, 6 and 9", "4, 6 and 9"),
        ("page", "iv-vi", "iv–vi"),
        ("page", "A-12", "A-12"),
        ("page", "4-6, 9", "4–6, 9"),
        ("paragraph", "7(1)(i)", "para 7(1)(i)"),
        ("paragraph", "12-14", "paras 12–14"),
        ("section", "4", "s 4"),
        ("page", "4} {", "4"),
    ],
)
def test_a_pinpoint_keeps_its_value(kind: str, value: str, expected: str) -> None:
    cites = (citation("hart"), citation("liu"), citation(item("hart", kind, value)))
    result = cited(*(paragraph("A", one) for one in cites))
    assert note_texts(result)[2] == f"3 Hart (n #1) {expected}."


def test_a_pinpoint_of_an_unlisted_type_prints_by_its_own_name() -> None:
    result = cited(paragraph("A", citation(item("hart", "exhibit", "JD/4"))))
    assert note_texts(result)[0].endswith("(Clarendon Press 1961) exhibit JD/4.")


@each(
    ("kind", "value", "first", "again", "later"),
    [
        ("page", "7-10", "Law 7-10 (1961)", "_Id._ at 7-10", "note #1, at 7-10"),
        ("paragraph", "7", "Law ¶ 7 (1961)", "_Id._ ¶ 7", "note #1, ¶ 7"),
        ("paragraph", "7-10", "Law ¶¶ 7-10 (1961)", "_Id._ ¶¶ 7-10", "note #1, ¶¶ 7-10"),
        ("paragraph", "7–10", "Law ¶¶ 7-10 (1961)", "_Id._ ¶¶ 7-10", "note #1, ¶¶ 7-10"),
        ("section", "3", "Law § 3 (1961)", "_Id._ § 3", "note #1, § 3"),
    ],
)
def test_a_style_that_names_no_places_does_not_print_a_paragraph_as_a_page(
    kind: str, value: str, first: str, again: str, later: str
) -> None:
    """Bluebook 3.3: a paragraph has its sign, and no `at` before it."""
    place = item("hart", kind, value)
    cites = [citation("hart"), citation(place), citation("dworkin"), citation(place)]
    alone = note_texts(cited(paragraph("A", citation(place)), name="bluebook-21"))
    found = note_texts(cited(*(paragraph("A", one) for one in cites), name="bluebook-21"))
    assert alone[0].endswith(f"{first}.")
    assert found[1].endswith(f"{again}.")
    assert found[3].endswith(f"{later}.")


@each(
    ("kind", "value", "expected"),
    [
        ("heading", "Data", "under “Data”"),
        ("article", "7", "art. 7"),
        ("note", "12, 14", "nn. 12, 14"),
    ],
)
def test_a_country_prints_a_place_in_its_own_way(kind: str, value: str, expected: str) -> None:
    assert load_words("en-US").plain(item("hart", kind, value).pinpoint) == expected


TABLE: dict[str, Any] = {
    "type": "dataset",
    "title": "Transfers 2021 to 2023",
    "author": [{"literal": "Custody Watch"}],
    "issued": {"date-parts": [[2024]]},
    "accessed": {"date-parts": [[2024, 1, 2]]},
    "URL": "https://example.org/t",
    "language": "en-GB",
}
LETTER = {**TABLE, "type": "document", "title": "Letter of ‘the nine’"}
LIBRARY_PLACES_IN_WORDS = Library({"table": TABLE, "letter": LETTER, "hart": HART, "dworkin": DWORKIN})
OSCOLA, BLUEBOOK, PLAIN = "oscola-4", "bluebook-21", "un-plain"


def printed_places_in_words(*items: Any, name: str = OSCOLA) -> list[str]:
    return note_texts(
        cited(*(paragraph("A", citation(one)) for one in items), library=LIBRARY_PLACES_IN_WORDS, name=name)
    )


@each("name", [OSCOLA, "oscola-5", BLUEBOOK, PLAIN, "mcgill-en", "chicago-notes-bibliography"])
def test_a_place_stands_before_the_address_and_the_day_of_reading(name: str) -> None:
    kinds = ("row", "cell", "frame", "slide", "article", "rule", "note", "exhibit")
    for text in first_notes("table", [(kind, "4711") for kind in kinds], LIBRARY_PLACES_IN_WORDS, name=name):
        assert text.count("4711") == 1, text
        assert text.index("4711") < text.index("https://"), text


@each(
    ("name", "key", "expected"),
    [
        (OSCOLA, "table", "(2024) row 3 <"),
        (OSCOLA, "hart", "(Clarendon Press 1961) row 3."),
        (OSCOLA, "dworkin", "Harvard Law Review 1057, row 3."),
        (BLUEBOOK, "table", "2023_, row 3 (2024)"),
        (BLUEBOOK, "hart", "The Concept of Law, row 3 (1961)."),
        (PLAIN, "hart", "(Clarendon Press, 1961), row 3."),
        (PLAIN, "dworkin", "_Harvard Law Review_ 88 (1975), row 3."),
    ],
)
def test_a_comma_stands_before_it_but_not_behind_a_bracket(name: str, key: str, expected: str) -> None:
    assert expected in printed_places_in_words(item(key, "row", "3"), name=name)[0]


@each(
    ("name", "again", "elsewhere", "later"),
    [
        (OSCOLA, "ibid", "ibid row 5", "Custody Watch (n #1) row 6"),
        (BLUEBOOK, "_Id._", "_Id._ row 5", "Custody Watch, _supra_ note #1, row 6"),
        (PLAIN, "Ibid", "Ibid., row 5", "Custody Watch, “Transfers 2021 to 2023”, row 6"),
    ],
)
def test_ibid_knows_the_place_and_later_notes_have_it(name: str, again: str, elsewhere: str, later: str) -> None:
    places = (item("table", "row", row) for row in ("4", "4", "5"))
    blocks = [*(paragraph("A", citation(one)) for one in places), paragraph("B", free_note("x"))]
    found = note_texts(
        cited(*blocks, paragraph("C", citation(item("table", "row", "6"))), library=LIBRARY_PLACES_IN_WORDS, name=name)
    )
    assert [text.rstrip(".") for text in (found[1], found[2], found[4])] == [
        f"2 {again}",
        f"3 {elsewhere}",
        f"5 {later}",
    ]


@each("kind", ["page", "paragraph", "row"])
def test_markup_in_a_place_is_printed_as_it_is_typed(kind: str) -> None:
    assert "<i>4</i>" in printed_places_in_words(item("hart", kind, "<i>4</i>"))[0]


LIU4 = "1 _Liu v Poland_ App no 37610/18 (ECtHR, 6 October 2022)"
LIU5 = "1 _Liu v Poland_ ECtHR App No 37610/18 (6 October 2022)"
LIU_US = "1 Liu v. Poland, App. No. 37610/18"


@each(
    ("style", "place", "expected"),
    [
        ("oscola-5", "137, with reasons", f"{LIU5} [137], with reasons."),
        ("oscola-5", "137-139, with reasons and more", f"{LIU5} [137]–[139], with reasons and more."),
        ("oscola-5", "12, n 4", f"{LIU5} [12], fn 4."),
        ("oscola-5", "3, 5-7 and 9", f"{LIU5} [3], [5]–[7] and [9]."),
        ("oscola-5", "3, 5, and 9", f"{LIU5} [3], [5], and [9]."),
        ("oscola-5", "79 (dissent of Wojtyczek)", f"{LIU5} [79] (dissent of Wojtyczek)."),
        ("oscola-4", "137, with reasons", f"{LIU4}, para 137, with reasons."),
        ("oscola-4", "12, n 4", f"{LIU4}, para 12, fn 4."),
        ("oscola-4", "3, 5-7 and 9", f"{LIU4}, paras 3, 5–7 and 9."),
        ("oscola-4", "12 ff", f"{LIU4}, paras 12 ff."),
        ("oscola-5", "12 ff", f"{LIU5} [12] ff."),
        ("bluebook-21", "12 ff", f"{LIU_US}, ¶¶ 12 ff (Oct. 6, 2022)."),
        ("un-plain", "12 ff.", "paras. 12 ff."),
        ("oscola-4", "12 a contrario", f"{LIU4}, para 12 a contrario."),
        ("bluebook-21", "12, n 4", f"{LIU_US}, ¶ 12 n.4 (Oct. 6, 2022)."),
        ("bluebook-21", "12, first sentence", f"{LIU_US}, ¶ 12, first sentence (Oct. 6, 2022)."),
        ("oscola-5", "A-12", f"{LIU5} [A-12]."),
        ("bluebook-21", "137, with reasons", f"{LIU_US}, ¶ 137 (Oct. 6, 2022), with reasons."),
        ("un-plain", "137 to 139, with reasons", "paras. 137 to 139, with reasons."),
    ],
)
def test_words_behind_a_place_are_no_part_of_it(style: str, place: str, expected: str) -> None:
    result = cited(paragraph("A", citation(item("liu", "paragraph", place))), name=style)
    assert note_texts(result)[0].endswith(expected)


@each(
    ("style", "place", "expected"),
    [
        ("oscola-4", "7(1)(f)-(g)", "arts 7(1)(f)–(g)."),
        ("oscola-4", "7 (1) (f)-(g)", "arts 7 (1) (f)–(g)."),
        ("oscola-4", "7(1)-(3) and 8(2)(a)-(c)", "arts 7(1)–(3) and 8(2)(a)–(c)."),
        ("oscola-4", "7(1)-8(2), 9", "arts 7(1)–8(2), 9."),
        ("oscola-4", "A-12", "art A-12."),
        ("un-plain", "7(1)(f)-(g)", "arts. 7(1)(f)–(g)."),
        ("bluebook-21", "7(1)(f)-(g)", "arts. 7(1)(f)-(g)."),
    ],
)
def test_a_range_of_letters_has_the_mark_that_ranges_of_numbers_have(style: str, place: str, expected: str) -> None:
    one = paragraph("A", citation(item("rome", "article", "1")))
    two = paragraph("B", citation(item("rome", "article", place)))
    result = cited(one, two, library=golden_library(), name=style)
    assert note_texts(result)[1].endswith(f" {expected}")


@each(
    ("style", "place", "expected"),
    [
        ("oscola-4", "7-A", "art 7-A."),
        ("oscola-4", "7-C", "art 7-C."),
        ("oscola-4", "7-B(1)", "art 7-B(1)."),
        ("oscola-4", "7-A, 9", "arts 7-A, 9."),
        ("oscola-4", "7A-7C", "arts 7A-7C."),
        ("oscola-4", "L.121-1", "art L.121-1."),
        ("oscola-5", "7-C", "art 7-C."),
        ("un-plain", "7-A", "art. 7-A."),
        ("un-plain", "12-15", "arts. 12–15."),
        ("bluebook-21", "7-A", "art. 7-A."),
    ],
)
def test_a_letter_behind_the_number_of_an_article_is_part_of_it(style: str, place: str, expected: str) -> None:
    one = paragraph("A", citation(item("rome", "article", "1")))
    two = paragraph("B", citation(item("rome", "article", place)))
    result = cited(one, two, library=golden_library(), name=style)
    assert note_texts(result)[1].endswith(f" {expected}")


@each(
    ("kind", "value", "places"),
    [
        ("page", "890, para 12", [("page", "890"), ("paragraph", "12")]),
        ("page", "890 ¶ 12", [("page", "890"), ("paragraph", "12")]),
        (
            "page",
            "890, paras 12, 14 and 16-18, n 3",
            [("page", "890"), ("paragraph", "12, 14 and 16-18"), ("note", "3")],
        ),
        ("page", "12, 14-16", [("page", "12, 14-16")]),
        ("page", "4, p. 6", [("page", "4, 6")]),
        ("page", "iv, Para. 2", [("page", "iv"), ("paragraph", "2")]),
        (
            "article",
            "7(1)(f)-(g), para 2 first sentence",
            [("article", "7(1)(f)-(g)"), ("paragraph", "2 first sentence")],
        ),
        ("table", "2, row 3, cell B4", [("table", "2"), ("row", "3"), ("cell", "B4")]),
        ("page", "3, at 4:10", [("page", "3"), ("timecode", "4:10")]),
        ("page", "3, at length", [("page", "3")]),
        ("page", "3, with reasons on p. 5", [("page", "3")]),
        ("page", "3, section", [("page", "3")]),
        ("page", "3, point 4", [("page", "3, point 4")]),
        ("paragraph", "12 a contrario", [("paragraph", "12")]),
        ("page", "cover, para 2", [("page", "cover, para 2")]),
        ("heading", "Findings, para 4", [("heading", "Findings, para 4")]),
        ("page", "", [("page", "")]),
    ],
)
def test_a_value_is_read_as_the_places_that_it_names(kind: str, value: str, places: list[tuple[str, str]]) -> None:
    assert list(places_in(kind, value)) == places


def test_a_long_value_is_read_in_good_time() -> None:
    assert len(places_in("page", ", ".join(f"p. {number}, para {number}" for number in range(2000)))) == 1
    assert len(places_in("page", "0, " + ", ".join(f"n {number}, para {number}" for number in range(2000)))) == 4001


@each(
    ("style", "key", "first", "later"),
    [
        ("oscola-4", "corr", "[2008] 1 AC 884, 890 [12], [14].", "_Corr_ (n #1) 890 [12], [14]."),
        ("oscola-4", "stevens", "(OUP 2007) 890, paras 12, 14.", "Stevens (n #1) 890, paras 12, 14."),
        ("bluebook-21", "corr", "AC 884, 890, ¶¶ 12, 14.", "_Corr_, [2008] UKHL 13 at 890, ¶¶ 12, 14."),
        ("bluebook-21", "stevens", "890, ¶¶ 12, 14 (2007).", "Stevens, _supra_ note #1, at 890, ¶¶ 12, 14."),
        ("un-plain", "corr", "p. 890, paras. 12, 14.", "Corr v. IBC Vehicles Ltd, p. 890, paras. 12, 14."),
        ("un-plain", "stevens", "p. 890, paras. 12, 14.", "Stevens, _Torts and Rights_, p. 890, paras. 12, 14."),
    ],
)
def test_each_place_has_the_words_of_its_kind(style: str, key: str, first: str, later: str) -> None:
    place = item(key, "page", "890, paras 12, 14")
    cites = (citation(place), citation("nolan"), citation(place))
    found = note_texts(cited(*(paragraph("A", one) for one in cites), library=golden_library(), name=style))
    assert found[0].endswith(first)
    assert found[2] == f"3 {later}"


KINDS = ("chapter", "section", "line", "figure", "note")


@each("work", ["hart", "liu", "report", "case", "act"])
@each(
    ("name", "words"),
    [
        ("oscola-4", ("ch 4", "s 4", "l 4", "fig 4", "fn 4")),
        ("oscola-5", ("ch 4", "s 4", "l 4", "fig 4", "fn 4")),
        ("bluebook-21", ("ch. 4", "§ 4", "l. 4", "fig. 4", "n.4")),
        ("un-plain", ("chap. 4", "sect. 4", "line 4", "fig. 4", "footnote 4")),
    ],
)
def test_a_kind_of_place_has_one_short_word_in_every_style_whether_first_or_second(
    name: str, words: tuple[str, ...], work: str
) -> None:
    act = Authority("statute", {"name": (Text("Prison Act 1952"),)}, {})
    case = Authority("case", {"name": (Text("Rill v State"),), "number": (Text("9/20"),)}, {"date": (2020, 1, 2)})
    report = Authority("un_document", {"name": (Text("Rill"),), "symbol": (Text("A/HRC/1"),)}, {"date": (2020, 1, 2)})
    library = Library(
        LIBRARY_PLACES_BESIDE.sources,
        authorities={**LIBRARY_PLACES_BESIDE.authorities, "act": act, "case": case, "report": report},
    )
    places = [place for kind in KINDS for place in ((kind, "4"), ("article", f"7, {kind} 4"))]
    expected = [(kind, word) for kind, word in zip(KINDS, words, strict=True) for _ in range(2)]
    for text, (kind, word) in zip(first_notes(work, places, library, name=name), expected, strict=True):
        assert re.search(rf"[ (]{re.escape(word)}(?!\d)", text), text
        assert kind not in text.replace(word, ""), text


@each(
    ("name", "place"),
    [
        ("chicago-notes-bibliography", "460n12"),
        ("chicago-notes-bibliography-subsequent-ibid", "460n12"),
        ("mcgill-en", "460 fn 12"),
        ("oscola-4", "460 fn 12"),
        ("bluebook-21", "460 n.12"),
    ],
)
def test_the_note_of_a_page_is_written_as_the_manual_has_it(name: str, place: str) -> None:
    (note,) = note_texts(cited(paragraph("A", citation(item("hart", "page", "460, note 12"))), name=name))

    assert place in note


UN = {
    ("paragraph", "4"): "para. 4", ("paragraph", "4-6"): "paras. 4–6", ("article", "3"): "art. 3",
    ("article", "3, 5"): "arts. 3, 5", ("section", "2"): "sect. 2", ("section", "2-3"): "sects. 2–3",
    ("clause", "2"): "cl. 2", ("chapter", "2"): "chap. 2",
}  # fmt: skip


@each("language", ["en-GB", "en-US"])
@each("key", ["hart", "liu"])
def test_a_document_in_plain_forms_has_the_same_words_in_sources_and_authorities(key: str, language: str) -> None:
    found = first_notes(key, UN, name="un-plain", language=language)
    assert [
        text.rpartition(", ")[2] if "," not in words else ", ".join(text.split(", ")[-2:])
        for text, words in zip(found, UN.values(), strict=True)
    ] == [f"{words}." for words in UN.values()]
