"""Every type of pinpoint in every language, as it is printed after its way through Pandoc."""

from __future__ import annotations

from functools import cache

from tests.each import each

from probata.citation import Library, Style, load_words
from probata.document.inlines import Cite, CiteItem, Pinpoint
from probata.document.tree import Document, Meta

from .cases import citation, cite, cited, item, note_texts, paragraph

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
        "page": ("T <page|4>", "T <pages|4–6>"),
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
        "page": ("T <página|4>", "T <páginas|4–6>"),
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
    result = cite(document, LIBRARY, Style(TELLING, language=TAGS[language]), load_words(language))
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
