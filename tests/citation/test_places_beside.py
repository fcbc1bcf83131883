"""Two places of different kinds in one citation: each has the words of its kind."""

from __future__ import annotations

import re

from tests.each import each

from probata.citation import Authority, Library, places_in
from probata.document.inlines import Text

from .cases import LIBRARY, citation, cited, first_notes, item, note_texts, paragraph
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
