"""Two places of different kinds in one citation: each has the words of its kind."""

from __future__ import annotations

import re

from tests.each import each

from probata.citation import Authority, Library, load_words, places_in
from probata.citation.pinpoints import place_in_source
from probata.citation.sentinels import with_marks_released
from probata.citation.style_file import load_legal_style
from probata.document.inlines import Pinpoint, Text

from .cases import DWORKIN, LIBRARY, citation, cited, first_notes, item, note_texts, paragraph
from .golden_tables import golden_library


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


@each("key", ["corr", "stevens"])
def test_another_second_place_is_another_place(key: str) -> None:
    cites = [citation(item(key, "page", f"890, para {number}")) for number in ("12", "13", "13")]
    found = note_texts(cited(*(paragraph("A", one) for one in cites), library=golden_library()))
    assert found[1:] == [f"2 ibid 890{' [13]' if key == 'corr' else ', para 13'}.", "3 ibid."]


def test_words_behind_stay_behind_all_places() -> None:
    place = item("stevens", "paragraph", "12, p. 4, with reasons")
    result = cited(paragraph("A", citation(place)), library=golden_library())
    assert note_texts(result)[0].endswith("(OUP 2007) para 12, 4, with reasons.")


def test_in_another_language_each_place_has_the_words_of_the_language() -> None:
    words = load_words("fr")
    placed = place_in_source(Pinpoint("page", "3, para 4"), words, load_legal_style("un-plain", "fr"))
    assert with_marks_released(placed) == "p. 3, par. 4"


@each(("kind", "shown"), [("chapter", "ch. 5"), ("line", "l. 5"), ("page", "at 5"), ("section", "§ 5")])
def test_every_place_behind_the_number_of_a_note_has_its_comma_in_the_bluebook(kind: str, shown: str) -> None:
    """Indigo R6.2.3 has a comma between the number of the note and the place."""
    blocks = (paragraph("A", citation(one)) for one in ("hart", "dworkin", item("hart", kind, "5")))
    assert note_texts(cited(*blocks, name="bluebook-21"))[2] == f"3 Hart, _supra_ note #1, {shown}."


@each(
    ("style", "figure", "annex"),
    [
        ("oscola-4", "(n #1) fig 2.", "(n #1) annex 2, para 4."),
        ("bluebook-21", "_supra_ note #1, fig. 2.", "_supra_ note #1, annex 2, ¶ 4."),
        ("un-plain", ", fig. 2.", ", annex 2, para. 4."),
    ],
)
def test_a_figure_and_an_annex_have_the_words_and_the_comma_of_the_style(style: str, figure: str, annex: str) -> None:
    places = (item("hart", "figure", "2"), item("dworkin"), item("hart", "annex", "2, para 4"))
    blocks = (paragraph("A", citation(one)) for one in ("hart", "dworkin", *places))
    found = note_texts(cited(*blocks, name=style))
    assert (found[2][-len(figure) :], found[4][-len(annex) :]) == (figure, annex)


def test_no_word_for_pages_stands_before_a_sign() -> None:
    """Bluebook 3.3 has `at` before a page, and before neither `¶` nor `§`."""
    library = Library({"a": {**DWORKIN, "type": "article-newspaper"}})
    text = note_texts(cited(paragraph("A", citation(item("a", "paragraph", "3"))), library=library, name="bluebook-21"))
    assert ", ¶ 3" in text[0]
    assert "at ¶" not in text[0]


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
    library = Library(LIBRARY.sources, authorities={**LIBRARY.authorities, "act": act, "case": case, "report": report})
    places = [place for kind in KINDS for place in ((kind, "4"), ("article", f"7, {kind} 4"))]
    expected = [(kind, word) for kind, word in zip(KINDS, words, strict=True) for _ in range(2)]
    for text, (kind, word) in zip(first_notes(work, places, library, name=name), expected, strict=True):
        assert re.search(rf"[ (]{re.escape(word)}(?!\d)", text), text
        assert kind not in text.replace(word, ""), text
