"""Where very many lines differ, a change belongs to its own record or to none."""

from __future__ import annotations

from tests.pull.pulling import edits, made, offers, taken_text
from tests.pull.word_edits import TOO_MANY, W, WordEdits, text_of


def with_a_sign_in_each_line() -> WordEdits:
    """Return the document with one sign put into each of many neighbouring lines, the first of them deleted."""
    word = edits()
    lines = [one for one in word.body.iter(f"{W}p") if text_of(one).strip()]
    start = max(n for n, one in enumerate(lines) if text_of(one) == "What happened") + 1
    for line in lines[start + 1 : start + 61 + TOO_MANY]:
        text = next((one for one in line.iter(f"{W}t") if len(one.text or "") > 2), None)
        if text is not None:
            said = text.text or ""
            text.text = f"{said[0]}þ{said[1:]}"
    word.remove(text_of(lines[start]))
    return word


def test_many_changed_lines_are_taken_into_their_own_records_alone() -> None:
    found = [one for one in offers(with_a_sign_in_each_line().save()) if one.taken]
    assert len(found) > 20
    assert {one.change.kind for one in found} == {"words"}
    for one in found:
        assert one.taken is not None
        if not one.taken.value:
            assert taken_text(one).replace("þ", "") == one.taken.text.scalar.text


def test_many_lines_without_controls_are_named_and_never_taken() -> None:
    found = offers(with_a_sign_in_each_line().without_controls().save())
    alone = [one for one in found if not one.change.is_compared]
    assert len(alone) > TOO_MANY
    assert {one.change.kind for one in alone} == {"left-out", "added", "row"}
    assert all(one.taken is None and "not sure what became of what" in one.why for one in alone)
    assert len(made().text.lines) > TOO_MANY
