"""What is said of a Word file that is refused: the fact, then the next step."""

from __future__ import annotations

from tests.each import each

from probata.word.opc_reading import SAVE_AGAIN, WordFileError


@each(
    ("said", "fact", "step"),
    [
        (f"is damaged: {SAVE_AGAIN}", "is damaged", SAVE_AGAIN),
        ("has a part (`word/a: b.xml`): save it again", "has a part (`word/a: b.xml`)", "save it again"),
        ("is damaged", "is damaged", ""),
    ],
)
def test_the_step_is_told_apart_from_the_fact_whatever_a_part_is_called(said: str, fact: str, step: str) -> None:
    error = WordFileError(said)
    assert (error.fact, error.step) == (fact, step)
