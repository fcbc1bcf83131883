"""A later citation in the very note that has the first: no reference leads from a note to itself."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

from .cases import LIBRARY, citation, cited, item, note_texts, paragraph

NAMELESS: dict[str, Any] = {
    "type": "webpage",
    "title": "Names Missing",
    "URL": "https://example.org/a",
    "issued": {"date-parts": [[2021]]},
}
WORKS = Library({**LIBRARY.sources, "nameless": NAMELESS}, authorities=LIBRARY.authorities)


@each(
    ("name", "own", "other"),
    [
        ("oscola-4", "; Hart 7.", "2 Hart (n #1) 7."),
        ("oscola-5", "; Hart 7.", "2 Hart (n #1) 7."),
        ("bluebook-21", "; Hart, _supra_, at 7.", "2 Hart, _supra_ note #1, at 7."),
        ("mcgill-en", "; Hart, _supra_ at 7.", "2 Hart, _supra_ note #1 at 7."),
    ],
)
def test_a_work_that_the_same_note_cites_before_is_cited_without_its_number(name: str, own: str, other: str) -> None:
    again = citation(item("hart", "page", "7"))
    first = citation("hart", "dworkin", item("hart", "page", "7"))
    texts = note_texts(cited(paragraph("A", first), paragraph("B", again), library=WORKS, name=name))
    assert texts[0].endswith(own)
    assert texts[1] == other


def test_a_work_of_an_earlier_note_keeps_the_number_of_that() -> None:
    cites = citation("dworkin", item("hart", "page", "3"), "dworkin", item("hart", "page", "9"))
    texts = note_texts(cited(paragraph("A", citation("hart")), paragraph("B", cites), library=WORKS))
    assert texts[1].endswith("1057; Hart (n #1) 3; Dworkin; Hart (n #1) 9.")


@each(
    ("name", "own", "other"),
    [
        ("oscola-4", "; Hart 7; Dworkin 1061.", "2 Dworkin (n #1) 1062."),
        ("oscola-5", "; Hart 7; Dworkin 1061.", "2 Dworkin (n #1) 1062."),
        ("bluebook-21", "; Hart, _supra_, at 7; Dworkin, _supra_, at 1061.", "2 Dworkin, _supra_ note #1, at 1062."),
        ("un-plain", "; Hart, _The Concept of Law_, p. 7; and Dworkin, “Hard Cases”, p. 1061.",
         "2 Dworkin, “Hard Cases”, p. 1062."),
    ],
)  # fmt: skip
def test_two_works_that_one_note_cites_twice_are_each_named_and_no_ibid_follows(
    name: str, own: str, other: str
) -> None:
    pages = (("hart", "4"), ("dworkin", "1060"), ("hart", "7"), ("dworkin", "1061"))
    twice = citation(*(item(key, "page", page) for key, page in pages))
    after = citation(item("dworkin", "page", "1062"))
    texts = note_texts(cited(paragraph("A", twice), paragraph("B", after), library=WORKS, name=name))
    assert texts[0].endswith(own)
    assert texts[1] == other
