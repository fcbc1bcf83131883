"""A place is printed of every kind of work, though the style prints one of some kinds alone."""

from __future__ import annotations

import re
from typing import Any, get_args

from tests.each import each

from probata.citation import Library
from probata.model.source_record import SourceType

from .cases import citation, cited, free_note, item, note_texts, paragraph

TITLED: dict[str, Any] = {
    "title": "On custody",
    "author": [{"family": "Stu", "given": "Dent"}],
    "issued": {"date-parts": [[2011, 2, 3]]},
    "language": "en",
}
FULL = {
    **TITLED, "container-title": "Weekly", "publisher": "Univ X", "volume": "4", "page": "10-90", "genre": "PhD thesis",
    "URL": "https://example.org/x", "accessed": {"date-parts": [[2024, 1, 2]]},
}  # fmt: skip
NAMELESS = {key: value for key, value in FULL.items() if key != "author"}
LIBRARY = Library(
    {
        f"{kind}.{name}": {**work, "type": kind}
        for kind in get_args(SourceType)
        for name, work in (("titled", TITLED), ("full", FULL), ("nameless", NAMELESS))
    }
)


def first(kind: str, place: tuple[str, str], work: dict[str, Any], name: str = "bluebook-21") -> str:
    library = Library({"work": {**work, "type": kind}})
    return note_texts(cited(paragraph("A", citation(item("work", *place))), library=library, name=name))[0]


@each("kind_of_place", ["page", "paragraph", "section", "chapter", "line"])
@each("name", ["bluebook-21", "oscola-4", "oscola-5", "un-plain", "mcgill-en"])
def test_a_place_arrives_of_every_kind_of_work_and_in_every_position(name: str, kind_of_place: str) -> None:
    blocks = []
    for key in LIBRARY.sources:
        first, again, later = (citation(item(key, kind_of_place, value)) for value in ("771", "772", "773"))
        blocks += [paragraph("A", first), paragraph("B", again), paragraph("C", free_note("x")), paragraph("D", later)]
    written = [text for text in note_texts(cited(*blocks, library=LIBRARY, name=name)) if not text.endswith(" x")]
    expected = [value for _ in LIBRARY.sources for value in ("771", "772", "773")]

    assert [re.findall(r"(?<!\d)77\d(?!\d)", text.split(" ", 1)[1]) for text in written] == [[one] for one in expected]


@each(
    ("kind", "place", "ending"),
    [
        ("interview", ("page", "3"), "(Feb. 3, 2011), at 3."),
        ("personal_communication", ("page", "2"), "(Feb. 3, 2011), at 2."),
        ("article-magazine", ("page", "12"), "Feb. 2011, at 12."),
        ("article-magazine", ("paragraph", "4"), "Feb. 2011, ¶ 4."),
    ],
)
def test_the_place_stands_at_the_end_in_the_words_of_the_style(kind: str, place: tuple[str, str], ending: str) -> None:
    assert first(kind, place, TITLED).endswith(ending)
