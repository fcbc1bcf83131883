"""Times in recordings: typed with `at` or without, and where they stand in a citation."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library, load_words
from probata.citation.planning import read_item
from probata.document.inlines import CiteItem, Pinpoint
from probata.document.tree import Document, Meta

from .cases import HART, LIU, citation, cite, cited, item, note_texts, paragraph, style

FILM: dict[str, Any] = {
    "type": "motion_picture",
    "title": "Raid",
    "author": [{"literal": "Custody Watch"}],
    "issued": {"date-parts": [[2023]]},
    "accessed": {"date-parts": [[2024, 1, 2]]},
    "URL": "https://example.org/raid",
    "language": "en-GB",
}
LIBRARY = Library({"film": FILM, "hart": HART}, authorities={"liu": LIU}, recordings=frozenset({"film"}))


def notes(*cites: CiteItem, name: str = "oscola-4") -> list[str]:
    return note_texts(cited(*(paragraph("A", citation(one)) for one in cites), library=LIBRARY, name=name))


@each(
    ("suffix", "time", "rest"),
    [
        ("00:03:10", "00:03:10", ""),
        ("3:10", "3:10", ""),
        ("3:10-4:20", "3:10-4:20", ""),
        ("3:10, 4:20 and 5:00", "3:10, 4:20 and 5:00", ""),
        ("3:10, with sound", "3:10", ", with sound"),
        ("1:03:10.5", "1:03:10.5", ""),
    ],
)
def test_a_bare_time_behind_a_recording_is_a_place(suffix: str, time: str, rest: str) -> None:
    assert read_item(CiteItem("film", suffix=suffix), LIBRARY) == CiteItem("film", Pinpoint("timecode", time), "", rest)


@each(
    ("name", "expected"),
    [
        ("oscola-4", "_Raid_ (2023) 3:10–4:20 <(https://example.org/raid → https://example.org/raid)> accessed 2 Jan"),
        ("oscola-5", "_Raid_ (2023) 3:10–4:20 <(https://example.org/raid → https://example.org/raid)> accessed 2 Jan"),
        ("bluebook-21", "_Raid_, at 3:10-4:20 (2023), "),
        ("un-plain", "_Raid_, 2023, at 3:10–4:20, "),
        ("chicago-notes-bibliography", "_Raid_, 2023, at 3:10–4:20, "),
    ],
)
@each("typed", ["bare", "at"])
def test_a_time_stands_where_the_style_has_places_and_never_behind_the_day_of_reading(
    typed: str, name: str, expected: str
) -> None:
    time = CiteItem("film", suffix="3:10-4:20") if typed == "bare" else item("film", "timecode", "3:10-4:20")
    assert notes(time, name=name)[0].startswith(f"1 Custody Watch, {expected}")


def test_a_time_is_a_place_in_later_citations_too() -> None:
    found = notes(*(CiteItem("film", suffix=time) for time in ("3:10", "4:20", "4:20")), CiteItem("hart"),
                  CiteItem("film", suffix="5:00"))  # fmt: skip
    assert found[1:3] == ["2 ibid 4:20.", "3 ibid."]
    assert found[4] == "5 Custody Watch (n #1) 5:00."


@each(("language", "word"), [("fr", "à"), ("es", "minuto")])
def test_the_word_before_a_time_is_of_the_language(language: str, word: str) -> None:
    blocks = (paragraph("A", citation(item("film", "timecode", "3:10"))),)
    made = style("chicago-notes-bibliography", language=language, authorities="un-plain")
    found = note_texts(cite(Document(Meta("Test", language), blocks), LIBRARY, made, load_words(language)))
    assert f" {word} 3:10" in found[0]
