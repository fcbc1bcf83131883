"""What is told of a record in one language is not told again of its translations; the same text is told each time."""

from __future__ import annotations

from probata.checks.prose.sentences import Sentence


class ToldOnce:
    """What was told of a record, and in which language: a sentence and its translations are one finding."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[tuple[str, ...], str] = {}

    def is_new(self, sentence: Sentence, *key: str) -> bool:
        """Tell whether it is to be told of a sentence, and remember that it is."""
        record = (sentence.text.kind, sentence.text.record_id, *key)
        return self._told.setdefault(record, sentence.language) == sentence.language
