"""The paragraph of a text in which something stands."""

from __future__ import annotations

from probata.checks.texts.sentences import Sentence


def paragraph_around(value: str, start: int, end: int) -> tuple[int, int]:
    """Return where the paragraph begins in which a place begins, and where that ends in which it ends.

    Paragraphs are parted by an empty line, as Markdown has it.
    """
    begins, ends = value.rfind("\n\n", 0, start), value.find("\n\n", end)
    return begins + 2 if begins >= 0 else 0, ends if ends >= 0 else len(value)


def paragraph_of(sentence: Sentence) -> tuple[int, int]:
    """Return where the paragraph of a sentence begins in its text, and where it ends."""
    raw = sentence.raw
    start, end = sentence.start + len(raw) - len(raw.lstrip()), sentence.start + len(raw.rstrip())
    return paragraph_around(sentence.text.value, start, end)
