"""Words before a citation: their capital at the start of a note, and their italics where a style has them."""

from __future__ import annotations

import pytest

from .cases import citation, cited, free_note, item, note_texts, paragraph

HART = paragraph("A", citation("hart"))
DWORKIN = paragraph("B", citation("dworkin"))


def written(prefix: str, name: str = "bluebook-21") -> str:
    return note_texts(cited(HART, DWORKIN, paragraph("C", citation(item("hart", prefix=prefix))), name=name))[2]


@pytest.mark.parametrize(
    ("prefix", "start"),
    [
        ("see", "_See_ "),
        ("see also", "_See also_ "),
        ("but see", "_But see_ "),
        ("cf.", "_Cf._ "),
        ("see, as told by the author,", "_See_, as told by the author, "),
        ("see generally the remarks in", "_See generally_ the remarks in "),
        ("seen by us in", "Seen by us in "),
        ("told in", "Told in "),
    ],
)
def test_a_signal_is_in_italics_and_begins_a_note_with_a_capital(prefix: str, start: str) -> None:
    assert written(prefix) == f"3 {start}Hart, _supra_ note #1."


def test_a_signal_is_upright_in_a_style_without_italic_ones() -> None:
    assert written("see", "oscola-4") == "3 See Hart (n #1)."


@pytest.mark.parametrize("first", ["hart", "liu"])
def test_a_signal_behind_another_citation_is_small(first: str) -> None:
    result = cited(
        HART, DWORKIN, paragraph("C", citation(first, item("dworkin", prefix="see also"))), name="bluebook-21"
    )
    assert note_texts(result)[2].endswith("; _see also_ Dworkin, _supra_ note #2.")


def test_a_signal_inside_a_sentence_of_a_note_is_small() -> None:
    result = cited(HART, DWORKIN, paragraph("C", free_note("So it is, ", citation(item("hart", prefix="see")))))
    assert note_texts(result)[2] == "3 So it is, see Hart (n #1)."


def test_a_signal_before_a_work_without_author_is_in_italics_too() -> None:
    result = cited(paragraph("A", citation(item("ccdi", prefix="see"))), HART, name="bluebook-21")
    assert note_texts(result)[0].startswith("1 _See_ Central Commission")
