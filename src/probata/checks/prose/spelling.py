"""Names in a text that are nearly, and not quite, recorded ones: by a letter, an accent, the order or a number.

Words are compared one by one. A name of several words is found by all of its words but one, a single name by the
letters that remain when one is taken away: both are looked up, and nothing is compared with every name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import lru_cache
from typing import NamedTuple

from probata.checks.prose.mentions import names_of_body, numbers_with_a_word, without_country
from probata.checks.prose.sentences import LONGEST, Sentence, our_words, own_words, saying
from probata.checks.prose.texts import MarkdownText, printed_lines, statement_texts
from probata.checks.prose.words import LANGUAGES, by_wording, word_list
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.language import primary, same_language
from probata.model.position import Position
from probata.model.role import Role

Words = tuple[str, ...]
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SHORTEST, _SHORTEST_SINGLE, _LONG = 4, 7, 10
"""Letters of a word of a name, of a name of one word, and of a word of which two letters may differ."""
_PREPOSITIONS = frozenset({"of", "for", "in", "at", "on", "to"})
"""Words of which a name may have one for another: `Commissioner for Prisons`, `Commissioner of Prisons`."""
_NAMED_KINDS = frozenset({"operation", "measure", "reform"})
"""Kinds of events that bear a name; that of an incident or act says what happened."""
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
_APART = re.compile(r"[.,;:!?()\[\]*]|\n\s*\n")
_BEFORE = re.compile(rf"({WORD.pattern})[ \n]+\Z")
_NEAR = 60
"""Letters in which the word before a name is looked for."""


class Resembled(NamedTuple):
    """A recorded name that a text comes close to."""

    name: str
    record: str
    how: str
    """In what the two differ, in words; empty where they do not."""
    is_note: bool = False
    """Whether it may well be another name."""


class Spelling(NamedTuple):
    """A name in a text that differs from a recorded one."""

    text: MarkdownText
    start: int
    end: int
    words: str
    """How it is written there, on one line."""
    resembled: Resembled


class RecordedNames:
    """Names in Latin letters with their spellings, and whatever else is a word of the case."""

    def __init__(self, graph: CaseGraph, *, people_alone: bool = False) -> None:
        """Index the names of a case, or those of its people alone: these are the same in every language."""
        self.spelled: set[Words] = set()
        self.vocabulary = {fold_word(word) for post in graph.positions for word in words_of(post.title)}
        self._by_gap: defaultdict[tuple[int, Words], list[tuple[str, str, str]]] = defaultdict(list)
        self._by_letters: dict[str, tuple[str, str, Words]] = {}
        self._others: dict[Words, Resembled] = {}
        """By the folded words: the parts of a person's name in another order or without those in the middle."""
        self._singles: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._surnames = {fold_word(word) for one in graph.people for word in words_of(one.name.family or "")}
        self._given = {fold_word(word) for one in graph.people for word in words_of(one.name.given or "")}
        self._misnomers: dict[Words, Resembled] = {}
        for record, name, is_person in _names(graph):
            if is_person or not people_alone:
                self._add(record, name, is_person=is_person)
        for record, name, misnomer in () if people_alone else misnomers(graph):
            self._misnomers.setdefault(words_of(misnomer), Resembled(name, record, "what is recorded as a misnomer"))
        known = {len(words) for words in (*self.spelled, *self._misnomers)}
        self.lengths = sorted({more for one in known for more in (one - 1, one, one + 1) if more > 0}, reverse=True)
        self._begin = {word for _, rest in self._by_gap for word in rest[:1]}
        self._begin |= {words[0] for words in self._others} | {
            fold_word(words[0]) for words in self._misnomers if words
        }
        self._second = {rest[1] for at, rest in self._by_gap if at == 0}
        self._letters_begin = {letters[:3] for letters in self._by_letters}

    def _add(self, record: str, name: str, *, is_person: bool) -> None:
        words = words_of(name)
        if not words or not all(unicodedata.name(word[0], "").startswith("LATIN") for word in words):
            return
        self.spelled.add(words)
        folded = tuple(map(fold_word, words))
        self.vocabulary.update(folded)
        for position, word in enumerate(folded if len(folded) > 1 else ()):
            self._by_gap[position, _without(folded, position)].append((word, name, record))
        self._by_letters.setdefault("".join(folded), (name, record, words))
        if is_person and len(folded) > 1:
            turned = Resembled(name, record, "the order of its parts", is_note=True)
            self._others.setdefault((*folded[1:], folded[0]), turned)
            self._others.setdefault((folded[-1], *folded[:-1]), turned)
            if len(folded) > 2:
                self._others.setdefault(
                    (folded[0], folded[-1]), Resembled(name, record, "a name that is left out", is_note=True)
                )
        for word in folded if is_person else ():
            for rest in _deletions(word) if len(word) >= _SHORTEST_SINGLE else ():
                self._singles[rest].append((word, name, record))

    def may_begin(self, first: str, second: str) -> bool:
        """Tell whether a recorded name, or one near it, can begin with two words: one of them must agree."""
        folded = fold_word(first)
        return folded in self._begin or fold_word(second) in self._second or folded[:3] in self._letters_begin

    def resembled(self, words: Words) -> Resembled | None:
        """Return the recorded name that these words spell otherwise; `None` where they spell one, or resemble none."""
        if wrong := self._misnomers.get(words):
            return wrong
        folded = tuple(map(fold_word, words))
        same = self._by_letters.get("".join(folded))
        if same and words[0][0].isupper():
            name, record, recorded = same
            if _letters(words) == _letters(recorded):
                return None
            accents = folded == tuple(map(fold_word, recorded))
            return Resembled(name, record, "an accent" if accents else "where its words are divided")
        near = self._one_word(folded) if len(words) > 1 else None
        return near or self._others.get(folded)

    def _one_word(self, folded: Words) -> Resembled | None:
        for position, word in enumerate(folded):
            rest = _without(folded, position)
            for recorded, name, record in self._by_gap.get((position, rest), ()):
                is_person = record.startswith("people/")
                of_person = is_person and max(map(len, rest)) >= _SHORTEST_SINGLE and word not in self._given
                if self._is_slip(word, recorded, is_sure=of_person):
                    return Resembled(name, record, f"the word {say.words(words_of(name)[position])}")
        return None

    def resembled_single(self, word: str, *, is_first: bool, behind_given: bool) -> Resembled | None:
        """Return the person of whose names a single word misses, adds or changes one letter.

        The first word of a sentence may be any word of the language, and is compared with surnames alone.
        """
        folded = fold_word(word)
        if len(folded) < _SHORTEST_SINGLE or folded in self.vocabulary:
            return None
        found = (entry for rest in _deletions(folded) for entry in self._singles.get(rest, ()))
        for recorded, name, record in found:
            is_one = not is_first or recorded in self._surnames
            if is_one and self._is_slip(folded, recorded) and letters_apart(folded, recorded) == 1:
                return Resembled(name, record, "a letter", is_note=not behind_given)
        return None

    def is_given(self, word: str) -> bool:
        """Tell whether a word is a given name of the records."""
        return fold_word(word) in self._given

    def _is_slip(self, word: str, recorded: str, *, is_sure: bool = False) -> bool:
        """Tell whether one word can be a slip for the other: not where it is a word of the case by itself.

        Of a long word two letters may differ, and of a given name before a long family name that is the recorded one.
        """
        shorter = min(len(word), len(recorded))
        if {word, recorded} <= _PREPOSITIONS:
            return True
        if word in self.vocabulary or shorter < _SHORTEST or word.rstrip("s") == recorded.rstrip("s"):
            return False
        two = shorter >= _LONG or (is_sure and shorter > _SHORTEST and word[0] == recorded[0])
        return letters_apart(word, recorded) <= (2 if two else 1)


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


def misnomers(graph: CaseGraph) -> Iterator[tuple[str, str, str]]:
    """Give each wrong form that sources print of the name of a body or event: its record, the name and the form."""
    for body in graph.bodies:
        yield from ((f"bodies/{body.id}", body.name, misnomer) for misnomer in body.misnomers)
    for event in graph.events:
        yield from ((f"events/{event.id}", event.title, misnomer) for misnomer in event.misnomers)


def _is_proper(name: str) -> bool:
    """Tell whether a title is a name, all of whose words but small ones have a capital: `Operation Still Water`."""
    words = [word for word in WORD.findall(name) if word not in _SMALL]
    return len(words) > 1 and not re.search(r"\d", name) and all(word[0].isupper() for word in words)


def words_of(text: str) -> Words:
    """Return the words of a name with one kind of apostrophe, without its article and the `s` of possession."""
    return _without_article(tuple(plain(match[0]) for match in WORD.finditer(text)))


def _without_article(words: Words) -> Words:
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


def _without(words: Words, position: int) -> Words:
    return (*words[:position], "", *words[position + 1 :])


def _deletions(word: str) -> set[str]:
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def letters_apart(one: str, other: str) -> int:
    """Return how many letters are to be added, taken away, changed or swapped with the next; 3 stands for more."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, sign in enumerate(other, 1):
            cost = min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (letter != sign))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return min(above[-1], 3)


def spellings(graph: CaseGraph) -> tuple[Spelling, ...]:
    """Return all spellings, worked out once: first those in the texts of the language of the case.

    Texts and translations in other languages are looked through for the names of people.
    """
    return graph.once("spellings of names", lambda: tuple(_spellings(graph)))


def _spellings(graph: CaseGraph) -> Iterator[Spelling]:
    statements = [(text, own_words(text.value)) for text in statement_texts(graph) if len(text.value) < LONGEST]
    in_ours = (one for one in statements if same_language(one[0].language, graph.case.language))
    yield from _in_texts(graph, (*our_words(graph, graph.case.language), *in_ours))
    lines = [(line, own_words(line.value)) for line in printed_lines(graph) if len(line.value) < LONGEST]
    lines += statements
    for language in LANGUAGES:
        if language != primary(graph.case.language):
            in_lines = (found for found in lines if primary(found[0].language) == language)
            texts = (*our_words(graph, language), *in_lines)
            yield from _in_texts(graph, texts, people_alone=True) if texts else ()


def recorded_names(graph: CaseGraph, *, people_alone: bool = False) -> RecordedNames:
    """Return the names of a case, or those of its people alone."""
    return graph.once(("recorded names", people_alone), lambda: RecordedNames(graph, people_alone=people_alone))


def _in_texts(
    graph: CaseGraph, texts: Sequence[tuple[MarkdownText, str]], *, people_alone: bool = False
) -> Iterator[Spelling]:
    names = recorded_names(graph, people_alone=people_alone)
    words = {match[0] for own in {own for _, own in texts} for match in WORD.finditer(own)}
    # What never stands in small letters in the case is hardly a word of the language.
    small = frozenset(word for word in words if word.islower() and len(word) > 1)
    found_in = graph.memory.made_of((names, small), ("near names", people_alone), lambda: _finder(names, small))
    for text, own in texts:
        for start, end, resembled in found_in(own):
            yield Spelling(text, start, end, " ".join(own[start:end].split()), resembled)


def _finder(names: RecordedNames, small: frozenset[str]) -> Callable[[str], tuple[tuple[int, int, Resembled], ...]]:
    names = copy(names)
    names.vocabulary = names.vocabulary | small
    return by_wording(lambda own: tuple(_near_names(own, names)))


def _near_names(own: str, names: RecordedNames) -> Iterator[tuple[int, int, Resembled]]:
    """Give the places of near names, the longest of those that begin at a word."""
    matches = list(WORD.finditer(own))
    words = [plain(match[0]) for match in matches]
    taken = 0
    for position, match in enumerate(matches):
        if match.start() < taken or not match[0][0].isupper():
            continue
        resembled = None
        for length in (
            names.lengths if names.may_begin(words[position], "".join(words[position + 1 : position + 2])) else ()
        ):
            window = matches[position : position + length]
            if resembled := _resembled(own, window, tuple(words[position : position + length]), names):
                taken = window[-1].end()
                break
        if resembled is None:
            before = own[: match.start()].rstrip(" \n*_(")
            given = _BEFORE.search(own, max(match.start() - _NEAR, 0), match.start())
            resembled = names.resembled_single(
                words[position], is_first=not before or before[-1] in ".!?:",
                behind_given=given is not None and names.is_given(given[1]),
            )  # fmt: skip
            taken = match.end()
        if resembled and resembled.how:
            yield match.start(), taken, resembled


def _resembled(own: str, matches: Sequence[re.Match[str]], words: Words, names: RecordedNames) -> Resembled | None:
    """Return the name that some words spell or come near to; an empty one where they spell it as it is recorded."""
    # Words belong together where no mark of punctuation stands between them but hyphen and apostrophe.
    if _APART.search(own[matches[0].start() : matches[-1].start()]):
        return None
    if _without_article(words) in names.spelled:
        return Resembled("", "", "")
    return names.resembled(words) if matches[-1][0][0].isupper() else None


_ORDINALS = {
    str(word): str(number)
    for language in LANGUAGES
    for number, word in enumerate(word_list("ordinals", language)["from_the_fourth"], start=4)
}
_NUMBER = rf"(\d{{1,4}}(?=\D|$)|{'|'.join(_ORDINALS)})(?:(?:st|nd|rd|th|e|er|ère|re|\.?\s?[ºª°])(?!\w))?"
_NUMBERED = re.compile(rf"(?<![\w.-]){_NUMBER}(?![\w-])", re.IGNORECASE)
_ENOUGH = 3
"""Letters of a name beside its number."""


class OtherNumber(NamedTuple):
    """A numbered name in a text that has another number than the recorded one, which no record has."""

    sentence: Sentence
    start: int
    """Where it stands in the sentence."""
    end: int
    words: str
    record: str
    name: str
    """The recorded name."""
    is_sure: bool
    """Whether the sentence cites what the record rests on, or is told of it, or the digits are turned round."""


def other_numbers(graph: CaseGraph) -> Iterator[OtherNumber]:
    """Give the numbers of units, laws and orders that no record has, where one alone is recorded under such a name.

    One of which a title, a quotation or another name speaks may be real, and is left alone; so is a sentence that
    names the recorded one as well, since it tells of both.
    """
    known = " ; ".join(filter(None, _spoken_of(graph)))
    for form, record, name in _forms(graph):
        own = _digits(_NUMBERED.findall(name)[-1 if record.startswith("authorities/") else 0])
        others = {_digits(match[1]) for match in form.finditer(known)}
        for sentence in saying(graph, "compared", form.search):
            named = list(form.finditer(sentence.own))
            if any(_digits(match[1]) == own for match in named):
                continue
            for match in named:
                number = _digits(match[1])
                is_about, is_turned = _is_about(graph, sentence, record), sorted(number) == sorted(own)
                is_near = is_turned or (is_about and _one_digit(number, own))
                if number not in others and (is_near or record.startswith("bodies/")):
                    words, is_long = " ".join(match[0].split()), is_turned and len(own) > 2
                    is_sure = (is_about and match[1].isdigit()) or is_long
                    yield OtherNumber(sentence, match.start(), match.end(), words, record, name, is_sure)


def _digits(number: str) -> str:
    return _ORDINALS.get(number.casefold(), number)


def _one_digit(number: str, recorded: str) -> bool:
    differing = sum(one != other for one, other in zip(number, recorded, strict=False))
    return len(number) == len(recorded) > 1 and differing == 1


def _forms(graph: CaseGraph) -> Iterator[tuple[re.Pattern[str], str, str]]:
    """Give the numbered names as patterns for any number, where one record alone has a name of that form."""
    found: dict[str, dict[str, str]] = {}
    for record, name in _numbered_names(graph):
        number = _NUMBERED.search(name)
        before, behind = (name[: number.start()], name[number.end() :]) if number else ("", "")
        if number and len(re.findall(r"[^\W\d_]", before + behind)) >= _ENOUGH:
            words = re.escape(before) + "\0" + re.escape(behind)
            found.setdefault(words.replace(r"\ ", r"\s+").casefold(), {}).setdefault(record, name)
    for key, names in found.items():
        if len(names) == 1 and not any(other != key and key.startswith(other) for other in found):
            ((record, name),) = names.items()
            written = key.replace("\0", _NUMBER)
            yield re.compile(rf"(?<![\w.-]){written}(?![\w/-]|\.\d)", re.IGNORECASE), record, name


def _numbered_names(graph: CaseGraph) -> Iterator[tuple[str, str]]:
    for body in graph.bodies:
        yield from ((f"bodies/{body.id}", re.sub(r"^the\s+", "", name, flags=re.I)) for name in names_of_body(body))
    for authority in graph.authorities:
        yield from ((f"authorities/{authority.id}", name) for name in numbers_with_a_word(authority))


def _spoken_of(graph: CaseGraph) -> Iterator[str | None]:
    """Give whatever may name a unit or an act that is no record: titles, other names, and what others say."""
    for body in graph.bodies:
        yield from (*names_of_body(body), *body.misnomers)
    titled: list[Position | Role] = [*graph.positions, *graph.roles]
    for one in titled:
        yield from (one.title, *(texts.get("title") for texts in one.translations.values()))
    yield from (text for source in graph.sources for text in (source.title, source.supports))
    yield from (quotation.text for quotation in graph.quotations)
    for authority in graph.authorities:
        yield from (authority.name, authority.citation, authority.number, *(one.text for one in authority.holdings))


def _is_about(graph: CaseGraph, sentence: Sentence, record: str) -> bool:
    """Tell whether a sentence cites what a record rests on, or stands in a text that is told of it."""
    kind, _, key = record.partition("/")
    cited, text = {*keys_in_text(sentence.raw), *(one.source for one in sentence.text.citations)}, sentence.text
    if kind == "authorities":
        authority = graph.find("authorities", Authority, key)
        return bool(authority and cited & {authority.id, authority.source or authority.id})
    posts = [post for post in graph.positions if post.body == key]
    ids = {post.id for post in posts}
    roles = [role for role in graph.roles if any(seat.position in ids for seat in role.seats)]
    body, allegation = graph.find("bodies", Body, key), graph.find("allegations", Allegation, text.record_id)
    resting: list[Body | Position | Role] = [*([body] if body else []), *posts, *roles]
    if cited & {citation.source for one in resting for citation in one.citations}:
        return True
    if text.kind == "allegations" and allegation:
        return key in allegation.bodies
    return text.kind == "people" and any(role.person == text.record_id for role in roles)
