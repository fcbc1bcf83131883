"""Whether the words of a statement give a particular of it or its maker: yes, perhaps or no.

A particular is looked for generously: in the words of the record, whatever their order and spelling with marks, and in
the phrases of `words/particulars.yaml`. Both are English; of a statement in another language, "no" is never said. A
pseudonym is looked for as it is written: the words `witness` and `a` stand in any statement.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from probata.checks.finding import Outcome
from probata.checks.prose.words import Words, whole_words, word_list
from probata.forum import Particular
from probata.model.language import same_language
from probata.model.person import Person
from probata.model.statement import Statement

_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"[’'‘]")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})
_PSEUDONYM = re.compile(r"(?P<word>[^\W\d_]{2,})\s+(?P<mark>[^\W\d_]|\d+)")
"""A word and a letter or number, such as `Witness A`."""
_FEWEST = 3
"""Words from which a line of the record tells standing or process: `the Claimant` stands in any paragraph."""


def told(particular: Particular, statement: Statement, person: Person | None) -> Outcome:
    """Return `PASSED` where the paragraphs give a particular, `CANNOT_TELL` where they may, else `FAILED`."""
    texts = [paragraph.text.replace("**", "") for paragraph in statement.paragraphs]
    recorded = recorded_words(particular, statement, person)
    if any(_gives(text, line, particular) for line in recorded for text in texts):
        return Outcome.PASSED
    if any(_matches(f"{particular}_told", text) for text in texts):
        return Outcome.PASSED
    is_english = same_language(statement.language, "en")
    if not is_english or any(_may_give(particular, text, statement, recorded) for text in texts):
        return Outcome.CANNOT_TELL
    return Outcome.FAILED


def recorded_words(particular: Particular, statement: Statement, person: Person | None) -> tuple[str, ...]:
    """Return what the record says of a particular, in each way in which a paragraph may say it."""
    match particular:
        case "name" if person:
            native = person.name.native.text if person.name.native else ""
            others = (alias.name.display for alias in person.aliases)
            lines: Iterable[str | None] = (person.name.display, native, *others)
        case "occupation":
            capacity = statement.capacity or ""
            lines = (statement.occupation, capacity if len(_words(capacity)) > 1 else None)
        case "address" | "standing" | "prepared":
            lines = (getattr(statement, particular),)
        case _:
            lines = ()
    return tuple(line for line in lines if line)


def _gives(text: str, line: str, particular: Particular) -> bool:
    """Tell whether a paragraph has all words of a line of the record, or for standing and process the line itself."""
    words, wanted = _words(text), _words(line)
    if particular == "name" and (pseudonym := _PSEUDONYM.fullmatch(line)):
        word, mark = map(re.escape, pseudonym.group("word", "mark"))
        return re.search(rf"\b(?i:{word})\s+{mark}(?!\w)", text) is not None
    if particular in ("standing", "prepared"):
        return len(wanted) >= _FEWEST and _in_a_row(wanted, words)
    telling = [word for word in wanted if word not in _SMALL]
    return bool(telling) and set(telling) <= set(words)


def _may_give(particular: Particular, text: str, statement: Statement, recorded: tuple[str, ...]) -> bool:
    if particular == "name" and statement.initials and _in_a_row(_words(statement.initials), _words(text)):
        return True
    if particular == "address" and any(_has_half(text, line) for line in recorded):
        return True
    return _matches(f"{particular}_perhaps", text)


def _in_a_row(wanted: list[str], words: list[str]) -> bool:
    return f" {' '.join(wanted)} " in f" {' '.join(words)} "


def _has_half(text: str, address: str) -> bool:
    """Tell whether a paragraph has half of the parts of an address, as where it leaves out the town."""
    there, parts = set(_words(text)), [part for part in map(_words, address.split(",")) if part]
    missing = [part for part in parts if not set(part) <= there]
    return 2 * len(missing) <= len(parts) > 0


def _matches(key: str, text: str) -> bool:
    phrases = _phrases(key)
    return phrases is not None and phrases.search(text) is not None


@cache
def _phrases(key: str) -> Words | None:
    listed = word_list("particulars")
    if key not in listed:
        return None
    return whole_words("|".join(listed[key]).replace("{party}", "|".join(listed["parties"])))


def _words(text: str) -> list[str]:
    """Return the words of a text without accents, apostrophes and capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(_APOSTROPHES.sub("", plain).casefold())
