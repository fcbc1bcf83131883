"""A change round a link in Word is the same change of the link as it is written."""

from __future__ import annotations

import pytest
from tests.each import each

from probata.pull.edits import edits_between
from probata.pull.new_words import CannotWriteError
from probata.pull.source_words import Printed, lay
from probata.pull.stream import Stream, stream_of
from probata.pull.written_edits import written_edits
from probata.source.change_yaml import Edit, edited
from probata.word.piece import Piece
from probata.word.word_text import Line

HERE, THERE = "https://a.example/x", "https://b.example/y"
WRITTEN = f"See *all* of [the long report]({HERE}) and write."
LINKED = (("See all of ", ""), ("the long report", HERE), (" and write.", ""))


def stream(*parts: tuple[str, str]) -> Stream:
    """Return a line of words with where they lead; the word `all` is in italics."""
    pieces = [Piece(text, link=link) for text, link in parts]
    first = [Piece("See "), Piece("all", italic=True), Piece(" of ")]
    return stream_of([Line((*first, *pieces[1:]) if parts[0][0] == "See all of " else tuple(pieces))])


def becomes(written: str, base: Stream, new: Stream) -> str:
    laid = lay(Printed(base.text, lambda _: True), written, is_markdown=True)
    found = written_edits(laid, edits_between(base, new), base, {}, {}, "markdown")
    return edited(written, [Edit(one.start, one.end, one.new) for one in found])


@each(
    ("after", "written"),
    [
        ((("the long report", THERE), (" and write.", "")), f"[the long report]({THERE}) and write."),
        ((("the short report", HERE), (" and write.", "")), f"[the short report]({HERE}) and write."),
        ((("the long report", ""), (" and write.", "")), "the long report and write."),
        ((("the long report today", HERE), (" and write.", "")), f"[the long report today]({HERE}) and write."),
        ((("the long report", HERE), (" today and write.", "")), f"[the long report]({HERE}) today and write."),
        ((("the report", HERE), (" and write.", "")), f"[the report]({HERE}) and write."),
        ((("and write.", ""),), "and write."),
        ((("the long report", HERE), (" and ", ""), ("write", THERE), (".", "")),
         f"[the long report]({HERE}) and [write]({THERE})."),
    ],
)  # fmt: skip
def test_a_link_is_changed_as_it_was_in_word(after: tuple[tuple[str, str], ...], written: str) -> None:
    found = becomes(WRITTEN, stream(*LINKED), stream(LINKED[0], *after))
    assert found == f"See *all* of {written}"


def test_half_of_a_link_that_leads_elsewhere_is_not_written() -> None:
    new = stream(LINKED[0], ("the long ", HERE), ("report", THERE), LINKED[2])
    with pytest.raises(CannotWriteError):
        becomes(WRITTEN, stream(*LINKED), new)


@each("address", ["file:///C:/x.docx", "javascript:alert(1)", "report.docx", "\\\\server\\x"])
def test_a_link_to_anything_but_web_and_mail_is_not_written(address: str) -> None:
    with pytest.raises(CannotWriteError):
        becomes(
            "See the report.", stream(("See the report.", "")), stream(("See ", ""), ("the report", address), (".", ""))
        )


def test_no_address_breaks_out_of_its_link() -> None:
    odd = "https://a.example/x) [y](https://evil.example/ <b>\\"
    found = becomes("See it.", stream(("See it.", "")), stream(("See ", ""), ("it", odd), (".", "")))
    assert found == "See [it](https://a.example/x%29%20[y]%28https://evil.example/%20%3Cb%3E%5C)."
