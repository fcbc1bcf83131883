"""Who commands as our texts tell it: “she commanded the guards”, “the Guard is under its command”.

Whose verb it is, is read from the last name or pronoun before it that no preposition makes a part of something else. In
whose clause a name stands that is not recorded, it may be that one's, and nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.texts.denials import is_denied
from probata.checks.texts.named_bodies import bodies_in
from probata.checks.texts.named_people import named_people, person_told_of
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import Sentence, is_asserted
from probata.checks.texts.word_lists import LANGUAGES, whole_words, word_list
from probata.checks.texts.words_of_command import (
    names_behind_prepositions,
    preposition_before,
    pronouns_of_people,
    said_of_command,
    words_of_grade,
)
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.gender import OTHER_GENDER, gender_of
from probata.model.person import Person

_APPOSITION = re.compile(r",[^,]*,")
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿ][\w’'-]*")


_FEW = 3
"""Words between a relative and its verb."""


class ToldCommand(NamedTuple):
    """Words of a sentence that say that somebody commands."""

    sentence: Sentence
    start: int
    end: int
    """Where they stand in the sentence."""
    person: str | None
    """Who commands, by id; `None` where it is a body."""
    body: str | None
    below: str | None
    """The body that is said to be commanded, where it is recorded."""

    @property
    def words(self) -> str:
        """What the sentence says, on one line."""
        return " ".join(self.sentence.own[self.start : self.end].split())

    @property
    def grade(self) -> str:
        """The word by which it says that nobody stands above; empty where it has none."""
        found = words_of_grade(self.sentence.language).search(self.words)
        return found[0] if found else ""


class _Actor(NamedTuple):
    """Somebody whose verb may follow."""

    start: int
    end: int
    person: str | None
    body: str | None


def told_commands(graph: CaseGraph) -> tuple[ToldCommand, ...]:
    """Return what our texts and their translations say of it in our own name, worked out once."""
    return graph.once("told commands", lambda: tuple(_all(graph)))


def _all(graph: CaseGraph) -> Iterator[ToldCommand]:
    for language in LANGUAGES:
        for sentence in printed_saying(graph, language, said_of_command(language).search):
            for match in said_of_command(language).finditer(sentence.own):
                if not _is_of_others(graph, sentence) and not _is_open(sentence.own, match, language):
                    yield from _told(graph, sentence, match)


def _is_open(own: str, match: re.Match[str], language: str) -> bool:
    """Tell whether a sentence denies it, leaves it open, or says it of nobody."""
    words, before = word_list("told_command", language), re.split(r"[;:.]", own[: match.start()])[-1]
    is_of_nobody = whole_words(words["nobody"]).match(own[match.end() :].lstrip())
    return bool(is_of_nobody or whole_words(words["open"]).search(before)) or is_denied(own, *match.span(), language)


def _is_of_others(graph: CaseGraph, sentence: Sentence) -> bool:
    """Tell whether it is somebody else's word; what a statement of ours alleges is ours."""
    text = sentence.text
    if text.kind == "allegations" and text.loc[-1] in ("statement", "title"):
        record = graph.find("allegations", Allegation, text.record_id)
        return record is not None and (record.made_by is not None or record.status == "made_by_source")
    return not is_asserted(sentence, graph)


def _told(graph: CaseGraph, sentence: Sentence, match: re.Match[str]) -> Iterator[ToldCommand]:
    before, behind = _actors(graph, sentence, match)
    actor: _Actor | None = None
    if match["commands"]:
        below = next((one.body for one in behind if one.body), None)
        actor = before[-1] if before and _is_subject(sentence, before[-1], match.start()) else None
    else:
        below = next((one.body for one in reversed(before) if one.body), None)
        if match["own"]:
            actor = _pronoun(graph, sentence, match.start("own"), match["own"], below)
        elif behind and _is_next(sentence.own[match.end() : behind[0].start], sentence.language):
            actor = behind[0]
    if actor and (actor.person or actor.body):
        yield ToldCommand(sentence, match.start(), match.end(), actor.person, actor.body, below)


def _is_next(between: str, language: str) -> bool:
    """Tell whether nothing but an article stands between some words and a name."""
    articles = word_list("told_command", language)["articles"]
    return re.fullmatch(rf"[\s*]*(?:(?:{articles})\s*)?", between, re.IGNORECASE) is not None


def _actors(graph: CaseGraph, sentence: Sentence, match: re.Match[str]) -> tuple[list[_Actor], list[_Actor]]:
    """Return who is named before and behind some words, and before them the pronouns; all in their order."""
    own, language = sentence.own, sentence.language
    names = named_people(graph)
    found = [_Actor(start, end, person, None) for start, end, person in names.places_in(own)]
    found += [_Actor(one.start, one.end, None, one.body) for one in bodies_in(graph, own)]
    for one in pronouns_of_people(language).finditer(own):
        found.append(_pronoun(graph, sentence, one.start(), one[0], None))
    found.sort(key=lambda one: one[:2])
    free = [one for one in found if not _behind_preposition(own, one, language)]
    return [one for one in free if one.end <= match.start()], [one for one in found if one.start >= match.end()]


def _pronoun(graph: CaseGraph, sentence: Sentence, at: int, words: str, below: str | None) -> _Actor:
    """Return whom a pronoun means: the person told of, where the gender is right, or the one other body before it."""
    pronouns = word_list("told_command", sentence.language)["pronouns"]
    word = words.split()[-2].casefold() if " " in words else words.casefold()
    end = at + len(words)
    if word in pronouns["body"].split("|"):
        before = sentence.text.value[: sentence.start + at].rpartition("\n\n")[2]
        others = {one.body for one in bodies_in(graph, before)} - {below}
        return _Actor(at, end, None, others.pop() if len(others) == 1 else None)
    key = person_told_of(graph, sentence, at)
    person = graph.find("people", Person, key or "")
    gender = gender_of(person) if person else None
    is_other = gender is not None and word in pronouns[OTHER_GENDER[gender]].split("|")
    return _Actor(at, end, None if is_other else key, None)


def _behind_preposition(own: str, actor: _Actor, language: str) -> bool:
    return preposition_before(language).search(own[: actor.start]) is not None


def _is_subject(sentence: Sentence, actor: _Actor, at: int) -> bool:
    """Tell whether nobody else may be the subject between a name and its verb; a relative must follow its name."""
    between = _APPOSITION.sub(" ", sentence.own[actor.end : at])
    relative = whole_words(word_list("told_command", sentence.language)["relatives"]).search(between)
    if relative:
        return not between[: relative.start()].strip(" ,*\n") and len(between[relative.end() :].split()) <= _FEW
    return not _CAPITAL.search(names_behind_prepositions(sentence.language).sub(" ", between))
