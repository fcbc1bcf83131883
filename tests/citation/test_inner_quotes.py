"""Marks of quotation in a title, inside those that the style puts round it."""

from __future__ import annotations

from tests.each import each

from probata.citation import Library

from .cases import DWORKIN, citation, cited, note_texts, paragraph


def note(title: str, name: str) -> str:
    source = {**DWORKIN, "title": title}
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("title", "printed"),
    [
        ("‘If You Enter’: Inside the War", "‘“If You Enter”: Inside the War’"),
        ("The “Most Responsible” Ones", "‘The “Most Responsible” Ones’"),
        ("He ‘Won’t Talk’", "‘He “Won’t Talk”’"),
        ("‘One’ and ‘Two’", "‘“One” and “Two”’"),
        ('The "Most Responsible" Ones', "‘The “Most Responsible” Ones’"),
    ],
)
@each("name", ["oscola-4", "oscola-5"])
def test_double_marks_stand_within_single(name: str, title: str, printed: str) -> None:
    assert printed in note(title, name)


@each(
    ("title", "printed"),
    [
        ("The “Most Responsible” Ones", "“The ‘Most Responsible’ Ones”"),
        ("‘If You Enter’: Inside the War", "“‘If You Enter’: Inside the War”"),
        ("He Said “We Know ‘Them’ All”", "“He Said ‘We Know “Them” All’”"),
        ('"If You Enter": Inside the War', "“‘If You Enter’: Inside the War”"),
        ('The "Most Responsible" Ones', "“The ‘Most Responsible’ Ones”"),
    ],
)
def test_single_marks_stand_within_double(title: str, printed: str) -> None:
    assert printed in note(title, "un-plain")
