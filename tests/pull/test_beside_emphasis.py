"""Words in and beside italics and bold are written so that print shows the look that they have in Word."""

from __future__ import annotations

import pytest
from tests.each import each

from probata.pull.edits import Edit as PrintEdit
from probata.pull.edits import edits_between
from probata.pull.new_words import CannotWriteError
from probata.pull.source_words import Printed, lay
from probata.pull.stream import Stream, stream_of
from probata.pull.written_edits import written_edits
from probata.source.change_yaml import Edit, edited
from probata.word.piece import Piece
from probata.word.word_text import Line

TEXT = "First.\n\n*Name.* The rest.\n\nLast *word of it* here, **end**."
Runs = tuple[str, ...]
FIRST: Runs = ("First.",)
NAME: Runs = ("/Name.", " The rest.")
LAST: Runs = ("Last ", "/word of it", " here, ", "!end", ".")


def stream(*lines: Runs) -> Stream:
    """Return lines of runs: one that begins with `/` is in italics, with `!` in bold."""
    return stream_of(
        [
            Line(tuple(Piece(run.strip("/!"), italic=run[0] == "/", bold=run[0] == "!") for run in runs))
            for runs in lines
        ]
    )


def written(*lines: Runs) -> str:
    """Return how the text is written when print has other lines."""
    base = stream(FIRST, NAME, LAST)
    laid = lay(Printed(base.text, lambda _: True), TEXT, is_markdown=True)
    found = written_edits(laid, edits_between(base, stream(*lines)), base, {}, {}, "markdown")
    return edited(TEXT, [Edit(one.start, one.end, one.new) for one in found])


@each(
    ("lines", "old", "new"),
    [
        ((FIRST, ("Added.",), NAME, LAST), "*Name.*", "Added.\n\n*Name.*"),
        ((FIRST, ("/Added.",), NAME, LAST), "*Name.*", "*Added.*\n\n*Name.*"),
        ((FIRST, ("Old ", *NAME), LAST), "*Name.*", "Old *Name.*"),
        ((FIRST, ("/Old Name.", " The rest."), LAST), "*Name.*", "*Old Name.*"),
        ((FIRST, ("/Name.", " Quick. The rest."), LAST), "*Name.*", "*Name.* Quick."),
        ((FIRST, ("/Name. Quick.", " The rest."), LAST), "*Name.*", "*Name. Quick.*"),
        ((FIRST, NAME, ("Last ", "/word or it", *LAST[2:])), "word of it", "word or it"),
        ((FIRST, NAME, ("Last ", "/other of it", *LAST[2:])), "word of it", "other of it"),
        ((FIRST, NAME, ("Last ", "/word more of it", *LAST[2:])), "word of it", "word more of it"),
        ((FIRST, NAME, ("Last ", "/other", *LAST[2:])), "word of it", "other"),
        ((FIRST, NAME, ("Last other", *LAST[2:])), "*word of it*", "other"),
        ((FIRST, NAME, ("Last ", "!other", *LAST[2:])), "*word of it*", "**other**"),
        ((FIRST, NAME, (*LAST[:3], "!last", ".")), "end", "last"),
        ((FIRST, NAME, (*LAST[:3], "!end", " more.")), "**end**", "**end** more"),
        ((FIRST, NAME, ("Last ", "/word of ", *LAST[2:])), "*word of it*", "*word of* "),
        ((FIRST, NAME, ("Last ", "/word ", *LAST[2:])), "*word of it*", "*word* "),
        ((FIRST, NAME, ("Last ", "/of it", *LAST[2:])), "word of it", "of it"),
        ((FIRST, NAME, ("Last here, ", "!end", ".")), "*word of it* ", ""),
        ((FIRST, LAST), "*Name.* The rest.\n\n", ""),
        ((NAME, LAST), "First.\n\n", ""),
        ((FIRST, NAME), "\n\nLast *word of it* here, **end**.", ""),
    ],
)
def test_words_have_the_look_that_they_were_given(lines: tuple[Runs, ...], old: str, new: str) -> None:
    assert written(*lines) == TEXT.replace(old, new)


def test_words_of_another_look_between_two_signs_are_not_written() -> None:
    with pytest.raises(CannotWriteError):
        written(FIRST, NAME, ("Last ", "/word ", "plain", "/ it", *LAST[2:]))


@each(("number", "becomes"), [(0, "was kept *at* the camp. He was held at the camp"),
                                                 (1, "was held *at* the camp. He was kept at the camp")])  # fmt: skip
def test_of_two_sentences_alike_the_one_is_changed_that_was_edited(number: int, becomes: str) -> None:
    text = "He was held *at* the camp. He was held at the camp."
    runs = [["He was held ", "/at", " the camp. He was held at the camp."] for _ in range(2)]
    runs[1][2 * number] = runs[1][2 * number].replace("held", "kept")
    base, new = (stream(tuple(one)) for one in runs)
    laid = lay(Printed(base.text, lambda _: True), text, is_markdown=True)
    found = written_edits(laid, edits_between(base, new), base, {}, {}, "markdown")
    assert edited(text, [Edit(one.start, one.end, one.new) for one in found]) == f"He {becomes}."


def test_two_changes_that_meet_in_one_place_are_not_written() -> None:
    laid = lay(Printed("beta, beta zeta", lambda _: True), "beta, _beta zeta_", is_markdown=True)
    base = stream(("beta, ", "/beta zeta"))
    edits = [PrintEdit(6, 10, base.part(0, 0)), PrintEdit(11, 15, base.part(0, 0))]
    with pytest.raises(CannotWriteError):
        written_edits(laid, edits, base, {}, {}, "markdown")
