"""The names that a Word file gets, which only count, and what each stands for."""

from __future__ import annotations

from hashlib import sha256

from probata.document.identity import tag_of
from probata.document.json_form import to_json
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.word.names import MARK_DIGITS, NOTE, TAG, TARGET, counted

DIGITS = 20


def mark_of(document: Document) -> str:
    """Return a digest of the whole tree, ids of its records and all: nobody who has only the file can make it again."""
    return sha256(to_json(document).encode()).hexdigest()


class RunningNames:
    """Gives names in the order in which they are asked for, the same for the same thing, but to each paragraph its own.

    A paragraph does not say which others come from the same record: in a document that conceals who somebody is, that
    would join what it says of a witness to what it says of a person. What a name stands for is for the team alone.
    """

    def __init__(self, mark: str) -> None:
        """Take the mark of the document, of which the names bear a part."""
        self.mark = mark
        self.meanings: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._last = dict.fromkeys((TAG, NOTE, TARGET), 0)

    def of_note(self, note_id: str) -> str:
        """Return the bookmark round a note's mark; it stands for the id of the note."""
        return self._known(NOTE, f"{NOTE}{note_id}")

    def of_target(self, id_: str) -> str:
        """Return the bookmark round a paragraph, a heading or a table's number; ids may hold any character."""
        return self._known(TARGET, f"{TARGET}{sha256(id_.encode()).hexdigest()[:DIGITS]}")

    def of_paragraph(self, origin: Origin, words: str) -> str:
        """Return the tag of a content control; it stands for the record and field, and the words that it holds."""
        return self._next(TAG, tag_of(origin, words))

    def _known(self, begin: str, meaning: str) -> str:
        if meaning not in self._given:
            self._given[meaning] = self._next(begin, meaning)
        return self._given[meaning]

    def _next(self, begin: str, meaning: str) -> str:
        self._last[begin] += 1
        name = counted(begin, self.mark[:MARK_DIGITS], self._last[begin])
        self.meanings[name] = meaning
        return name
