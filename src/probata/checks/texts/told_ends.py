"""One end of a post as our texts in English tell it: “until 2019”, “took up … in April 2014”, with whose post it is.

A sentence tells it of a post where its verb speaks of taking up, holding or leaving one, and the same clause names the
title of a recorded role or post of the person, or says that the person headed the body of that post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from probata.checks.texts.dates_in_text import ToldTime, times_in
from probata.checks.texts.marked_clauses import TIME, listed_words, put_mark, words_between, words_to_the_end
from probata.checks.texts.named_people import named_people, person_told_of
from probata.checks.texts.saying import ours_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import LANGUAGES
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.language import primary
from probata.model.position import Position
from probata.model.record import Record
from probata.model.role import Role

_SHORTEST = 8
"""Letters of a title or name that is told from other words: `Governor`."""
_LONGEST = 160
"""Letters between a verb and its date."""


@dataclass(frozen=True, slots=True)
class ToldEnd:
    """When a text says that somebody took up or left a post."""

    sentence: Sentence
    time: ToldTime
    is_start: bool
    roles: tuple[Role, ...]
    """The roles of the person in that post or body, one or more."""

    @property
    def words(self) -> str:
        """The date as it is written."""
        return self.sentence.own[self.time.start : self.time.end]


def told_ends(graph: CaseGraph) -> Iterator[ToldEnd]:
    """Give each single end of a recorded post that our texts tell in our own name."""
    yield from graph.once("told ends", lambda: tuple(_told_ends(graph)))


def _told_ends(graph: CaseGraph) -> Iterator[ToldEnd]:
    only_time = cache(_only_time)
    for sentence in ours_saying(graph, LANGUAGES[0], only_time):
        time = only_time(sentence.own)
        if time and not sentence.attributed:
            yield from _in_sentence(graph, sentence, time)


def _only_time(own: str) -> ToldTime | None:
    """Return the one date that a text tells; `None` where it tells none, or several."""
    times = [time for time in times_in(own) if time.first == time.last]
    return times[0] if len(times) == 1 else None


def _in_sentence(graph: CaseGraph, sentence: Sentence, time: ToldTime) -> Iterator[ToldEnd]:
    shown = put_mark(sentence.own, time.start, time.end, TIME)
    for is_start, form in ((True, _took_up()), (False, _left())):
        for match in form.finditer(shown):
            verb = _verb().search(match[0])
            person = person_told_of(graph, sentence, match.start() + (verb.start() if verb else 0))
            own = graph.roles_of(person)
            roles = tuple(role for role in own if names_role(graph, role, match[0]))
            said = verb and _is_subject(graph, person, shown[: match.start() + verb.start()])
            roles = roles or (_the_post(graph, own, match[0], is_start=is_start) if said else ())
            if roles:
                yield ToldEnd(sentence, time, is_start, roles)
                return


def _is_subject(graph: CaseGraph, person: str | None, before: str) -> bool:
    """Tell whether a person, or a pronoun, stands right before a verb."""
    names = named_people(graph)
    name = names.pattern(person) if person and person in names else r"\bs?he"
    return re.search(rf"(?:\b[Ss]?[Hh]e|{name})\W*(?:\b(?:then|also|had)\W*)?$", before) is not None


def _the_post(graph: CaseGraph, own: tuple[Role, ...], clause: str, *, is_start: bool) -> tuple[Role, ...]:
    """Return the one post of a person that is charged, where a clause says no more than “the command” or “the post”.

    Any other post that began or ended may be meant as well, and comes behind it.
    """
    said = re.search(rf"\b(?:{_words('the_post')})\b", clause, re.IGNORECASE)
    alleged = {one.role for allegation in graph.allegations if allegation.pursued for one in allegation.roles}
    charged = [role for role in own if role.responsibility or role.id in alleged]
    if said is None or len(charged) != 1 or ("command" in said[0].casefold() and not _commands(charged[0])):
        return ()
    others = (role for role in own if role is not charged[0])
    ends = ((role, role.dates.stated.start if is_start else role.dates.stated.end) for role in others)
    return (charged[0], *(role for role, end in ends if end))


def _commands(role: Role) -> bool:
    return any(ground.shown_label == "command" for ground in role.responsibility)


def names_role(graph: CaseGraph, role: Role, clause: str, language: str = "en") -> bool:
    """Tell whether a clause has the title of a role or of its post, or says that somebody headed its body.

    A title may end at the name of its body: `Governor of North Prison` for one `of North Prison in Sol`.
    """
    found = (graph.find("positions", Position, seat.position) for seat in role.seats)
    posts = [post for post in found if post]
    bodies = [body for post in posts if (body := graph.find("bodies", Body, post.body or ""))]
    titles = [title for one in (role, *posts) for title in _called(one, language, "title")]
    names = [name for body in bodies for name in _called(body, language, "name", "short_name")]
    names += [name for body in bodies for name in body.other_names]
    # Of a body with a short name its title may say no more: `Member of the Fifth Council` for one `for Public Order`.
    cuts = [*names, *(re.sub(rf"^(?:{_words('articles', language)})\s*", "", name) for name in names)]
    titles += [cut[0] for title in titles for name in cuts if (cut := _up_to(name, title))]
    words = " ".join(clause.casefold().split())
    articles = rf"(?:(?:{_words('articles', language)})\s*)?"
    lesser = rf"(?<![\w-])(?!(?:{_words('lesser', language)})[\s-])(?:[\w’'-]+[\s’'])"
    return any(_has(words, rf"{lesser}{articles}", title) for title in titles) or any(
        _has(words, rf"(?:{_words('ran', language)})\s+{articles}", name) for name in names
    )


def _called(record: Record, language: str, *fields: str) -> Iterator[str]:
    """Give what a record is called in a language: as it is recorded, and as it is translated."""
    of_language = (texts for tag, texts in record.translations.items() if primary(tag) == language)
    for texts in ({field: getattr(record, field) for field in fields}, *of_language):
        yield from (texts[field] for field in fields if texts.get(field))


def _up_to(name: str, title: str) -> re.Match[str] | None:
    """Return a title up to the name of its body in it, where more follows."""
    return re.match(rf".+?(?<![\w-]){re.escape(name)}(?=\W+\w)", title, re.IGNORECASE)


def _has(words: str, before: str, name: str) -> bool:
    """Tell whether a name stands whole behind some words; what goes on with *of* may be another."""
    whole = rf"{before}{re.escape(name.casefold())}(?![\w-])(?!\s+(?:of|for|de|du|del)\b)"
    return len(name) >= _SHORTEST and re.search(whole, words) is not None


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('took_up')}|{_words('left')}|{_words('was')})\b", re.IGNORECASE)


@cache
def _took_up() -> re.Pattern[str]:
    verb = rf"\b(?:{_words('took_up')})\b"
    return _forms(
        rf"{verb}{_between()}\b(?:in|on)\s+{TIME}+", rf"^\W*(?:in|on)\s+{TIME}+,?\s{_between()}{verb}{_rest()}"
    )


@cache
def _left() -> re.Pattern[str]:
    verb, held = rf"\b(?:{_words('left')})\b", rf"\b(?:{_words('was')})\b"
    return _forms(
        rf"{verb}{_between()}\b(?:in|on)\s+{TIME}+",
        rf"^\W*(?:in|on)\s+{TIME}+,?\s{_between()}{verb}{_rest()}",
        rf"{held}{_between()}\b(?:until|till)\s+{TIME}+",
        rf"^\W*(?:until|till)\s+{TIME}+,?\s{_between()}{held}{_rest()}",
    )


def _forms(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


def _between() -> str:
    return words_between(_words("turns"), _LONGEST)


def _rest() -> str:
    return words_to_the_end(_words("turns"), _LONGEST)


def _words(key: str, language: str = "en") -> str:
    return listed_words("tenure", key, language)
