"""The recorded names of persons, bodies, posts and operations, found again where a text spells one otherwise.

Words are compared one by one. A name of several words is found by all of its words but one, a single name by the
letters that remain when one is taken away: both are looked up, and nothing is compared with every name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from probata.checks.texts.letters_apart import letters_apart
from probata.checks.texts.word_order import WordOrder
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body

Words = tuple[str, ...]
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LONG = 10
"""Letters from which two of them may differ."""
_SHORTEST = 4
_TWO = 2
"""Letters that may differ in the given name of somebody whose long family name stands behind it."""
_PREPOSITIONS = frozenset({"of", "for", "in", "at", "on", "to"})
"""Words of which a name may have one for another: `Commissioner for Prisons`, `Commissioner of Prisons`."""
_NAMED_KINDS = frozenset({"operation", "measure", "reform"})
"""Kinds of events that bear a name; that of an incident or act says what happened."""
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
_SHORTEST_SINGLE = 7
"""A single name with fewer letters is too easily another name, or a word of the language."""

TURNED = "the order of its words"
"""How the name of a body differs that is turned about, as `Board of Prisons` for `Prison Board`."""


@dataclass(frozen=True, slots=True)
class Resembled:
    """A recorded name that a text comes close to."""

    name: str
    record: str
    how: str
    """In what the two differ, in words."""
    main: str = ""
    """The name to write, where that is not the one which it comes close to."""

    @property
    def to_write(self) -> str:
        """The name to write."""
        return self.main or self.name


class RecordedNames:
    """Names in Latin letters with their spellings, and whatever else is a word of the case."""

    def __init__(self, graph: CaseGraph, *, people_alone: bool = False) -> None:
        """Index the names of a case, or those of its people alone: these are the same in every language."""
        self.spelled: set[Words] = set()
        self._misnomers: dict[Words, tuple[str, str]] = {}
        self.vocabulary: set[str] = set()
        self._by_gap: defaultdict[tuple[int, Words], list[tuple[str, str, str]]] = defaultdict(list)
        self._by_letters: dict[str, tuple[str, str, Words]] = {}
        self._by_order: dict[Words, tuple[str, str]] = {}
        self._beginnings: set[str] = set()
        self._seconds: set[str] = set()
        self._bodies = WordOrder()
        self._singles: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._surnames = {fold_word(word) for one in graph.people for word in words_of(one.name.family or "")}
        self._main: dict[str, str] = {}
        for record, name, is_person in _names(graph):
            if is_person or not people_alone:
                self._main.setdefault(record, name)
                self._add(record, name, is_person)
        for record, name, misnomer in () if people_alone else misnomers(graph):
            self._add_misnomer(record, name, words_of(misnomer))
        for position in graph.positions:
            self.vocabulary.update(map(fold_word, words_of(position.title)))
        lengths = {len(words) for words in (*self.spelled, *self._misnomers)}
        self.lengths = tuple(sorted(lengths | self._bodies.lengths))

    def _add_misnomer(self, record: str, name: str, words: Words) -> None:
        if words and words not in self.spelled:
            self._misnomers.setdefault(words, (name, record))
            self._beginnings.add(fold_word(words[0]))

    def _add(self, record: str, name: str, is_person: bool) -> None:
        words = words_of(name)
        if not words or not all(unicodedata.name(word[0], "").startswith("LATIN") for word in words):
            return
        self.spelled.add(words)
        folded = tuple(map(fold_word, words))
        self.vocabulary.update(folded)
        for position, word in enumerate(folded if len(folded) > 1 else ()):
            self._by_gap[position, _without(folded, position)].append((word, name, record))
        self._by_letters.setdefault("".join(folded), (name, record, words))
        self._beginnings.update(folded if is_person else folded[:1])
        self._seconds.update(folded[1:2])
        if record.startswith("bodies/"):
            self._bodies.add(folded, name, record)
        if is_person:
            self._by_order.setdefault(tuple(sorted(folded)), (name, record))
        for word in folded if is_person else ():
            for rest in _deletions(word) if len(word) >= _SHORTEST_SINGLE else ():
                self._singles[rest].append((word, name, record))

    def may_begin(self, first: str, second: str) -> bool:
        """Tell whether a recorded name, or one near it, can begin with two words: one of them must agree."""
        folded = fold_word(first)
        return folded in self._beginnings or fold_word(second) in self._seconds or self._bodies.may_begin(folded)

    def resembled(self, words: Words) -> Resembled | None:
        """Return the recorded name that these words spell otherwise; `None` where they spell one, or resemble none."""
        if words in self.spelled:
            return None
        if wrong := self._misnomers.get(words):
            return Resembled(*wrong, "what is recorded as a misnomer")
        folded = tuple(map(fold_word, words))
        same = self._by_letters.get("".join(folded))
        if same and words[0][0].isupper():
            return self._same_letters(words, folded, same)
        if len(words) in (2, 3) and (turned := self._by_order.get(tuple(sorted(folded)))):
            return Resembled(*turned, "the order of its parts")
        # One word of a name, the main one first, is nearer than another order of the words of another name.
        if len(words) > 1 and (near := self._one_word(folded)):
            return near
        if turned := self._bodies.turned(folded):
            return Resembled(*turned, TURNED, self._main[turned[1]])
        return None

    def _same_letters(self, words: Words, folded: Words, same: tuple[str, str, Words]) -> Resembled | None:
        name, record, recorded = same
        if _letters(words) == _letters(recorded):
            return None
        accents = folded == tuple(map(fold_word, recorded))
        return Resembled(name, record, "an accent" if accents else "where its words are divided")

    def _one_word(self, folded: Words) -> Resembled | None:
        for position, word in enumerate(folded):
            for recorded, name, record in self._by_gap.get((position, _without(folded, position)), ()):
                if self._is_slip(word, recorded) or self._is_other_given(folded, position, recorded, record):
                    return Resembled(name, record, f"the word {say.words(_shown(name, position))}")
        return None

    def _is_other_given(self, folded: Words, position: int, recorded: str, record: str) -> bool:
        """Tell whether a given name before a long family name of the records is two letters away: `Davit`, `Daveth`."""
        word, *behind = folded
        return (
            position == 0 and record.startswith("people/") and len(behind) == 1 and behind[0] in self._surnames
            and len(behind[0]) >= _SHORTEST_SINGLE and min(len(word), len(recorded)) > _SHORTEST
            and word[0] == recorded[0] and word not in self.vocabulary and letters_apart(word, recorded) <= _TWO
        )  # fmt: skip

    def resembled_single(self, word: str, *, is_first: bool = False) -> Resembled | None:
        """Return the person of whose names a single word misses, adds or changes one letter.

        The first word of a sentence may be any word of the language, and is compared with surnames alone.
        """
        folded = fold_word(word)
        if len(folded) < _SHORTEST_SINGLE or folded in self.vocabulary:
            return None
        found = (entry for rest in _deletions(folded) for entry in self._singles.get(rest, ()))
        for recorded, name, record in found:
            if is_first and recorded not in self._surnames:
                continue
            if self._is_slip(folded, recorded) and letters_apart(folded, recorded) == 1:
                return Resembled(name, record, "a letter")
        return None

    def _is_slip(self, word: str, recorded: str) -> bool:
        """Tell whether one word can be a slip for the other: not where it is a word of the case by itself."""
        shorter = min(len(word), len(recorded))
        if {word, recorded} <= _PREPOSITIONS:
            return True
        if word in self.vocabulary or shorter < _SHORTEST or word.rstrip("s") == recorded.rstrip("s"):
            return False
        return letters_apart(word, recorded) <= (2 if shorter >= _LONG else 1)


def misnomers(graph: CaseGraph) -> Iterator[tuple[str, str, str]]:
    """Give each wrong form that sources print of the name of a body or event: its record, the name and the form."""
    for body in graph.bodies:
        yield from ((f"bodies/{body.id}", body.name, misnomer) for misnomer in body.misnomers)
    for event in graph.events:
        yield from ((f"events/{event.id}", event.title, misnomer) for misnomer in event.misnomers)


def words_of(text: str) -> Words:
    """Return the words of a name with one kind of apostrophe, without its article and the `s` of possession."""
    words = [plain(match[0]) for match in WORD.finditer(text)]
    return without_article(tuple(words))


def without_article(words: Words) -> Words:
    """Return words without the article before them; an article by itself stays."""
    return words[1:] if len(words) > 1 and words[0].lower() == "the" else words


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """Return a word with one kind of apostrophe, without the `s` of possession."""
    return re.sub(r"'s?$", "", unicodedata.normalize("NFC", word).replace("’", "'"))


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """Return a word in small letters without accents, hyphens and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", word)
    return re.sub(r"['-]", "", "".join(sign for sign in decomposed if not unicodedata.combining(sign))).casefold()


def _letters(words: Words) -> Words:
    """Return words in small letters, without hyphens and apostrophes, which are no other spelling."""
    return tuple(re.sub("['-]", "", word).casefold() for word in words)


def without_country(body: Body) -> str:
    """Return the name of a body without its country at the end, as it is called where the country is not in doubt."""
    return re.sub(rf" of (?:the )?{re.escape(body.country)}$", "", body.name) if body.country else ""


def _without(words: Words, position: int) -> Words:
    return (*words[:position], "", *words[position + 1 :])


def _shown(name: str, position: int) -> str:
    return words_of(name)[position]


def _deletions(word: str) -> set[str]:
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def _names(graph: CaseGraph) -> Iterator[tuple[str, str, bool]]:
    for person in graph.people:
        for name in (person.name, *(alias.name for alias in person.aliases)):
            yield f"people/{person.id}", name.display, True
    for body in graph.bodies:
        for other in (body.name, without_country(body), body.short_name, *body.other_names):
            yield f"bodies/{body.id}", other or "", False
    for position in graph.positions:
        yield f"positions/{position.id}", position.title, False
    for event in graph.events:
        for called in (event.title, *event.other_names):
            if event.kind in _NAMED_KINDS and _is_proper(called):
                yield f"events/{event.id}", called, False


def _is_proper(name: str) -> bool:
    """Tell whether a title is a name, all of whose words but small ones have a capital: `Operation Still Water`."""
    words = [word for word in WORD.findall(name) if word not in _SMALL]
    return len(words) > 1 and not re.search(r"\d", name) and all(word[0].isupper() for word in words)
