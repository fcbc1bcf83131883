"""Initials before a name that is written out."""

from __future__ import annotations

from tests.each import each

from probata.citation import Library

from .cases import HART, citation, cited, note_texts, paragraph


def note(given: str, name: str = "oscola-4", role: str = "author") -> str:
    source = {
        **HART,
        "author": [{"family": "Hart", "given": "Herbert"}],
        role: [{"family": "Bassiouni", "given": given}],
    }
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("given", "printed"),
    [
        ("M. Cherif", "M Cherif Bassiouni"),
        ("M Cherif", "M Cherif Bassiouni"),
        ("J. R. R. Ronald", "JRR Ronald Bassiouni"),
        ("John A. Ellis", "John A Ellis Bassiouni"),
        ("Š. Élie", "Š Élie Bassiouni"),
        ("Ph. Ellis", "Ph Ellis Bassiouni"),
    ],
)
@each("name", ["oscola-4", "oscola-5"])
def test_an_initial_stands_apart_from_the_name_behind_it(name: str, given: str, printed: str) -> None:
    assert printed in note(given, name)


@each("name", ["bluebook-21", "un-plain"])
def test_a_style_that_keeps_stops_keeps_them(name: str) -> None:
    assert "M. Cherif Bassiouni" in note("M. Cherif", name)
