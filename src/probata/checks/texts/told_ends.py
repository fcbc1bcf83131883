"""One end of a post as our texts in English tell it: “until 2019”, “took up … in April 2014”, with whose post it is.

A sentence tells it of a post where its verb speaks of taking up, getting, holding or losing one, or where a title
stands beside a name, and the same clause names the title of a recorded role or post of the person, or says that the
person headed the body of that post. The title may be the subject, too: “The Deputy Director was appointed in …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.texts.dates_in_text import ToldTime, times_in
from probata.checks.texts.forms_of_ends import End, Form, Whose, forms_in_apposition, forms_of_ends, forms_of_nouns
from probata.checks.texts.holders_told_of import holders_of_title, is_of_other_body, named_beside, the_post_of
from probata.checks.texts.marked_clauses import NAME, TIME, put_mark
from probata.checks.texts.months_alone import months_alone
from probata.checks.texts.named_people import named_people, person_told_of
from probata.checks.texts.role_titles import begins_with_title, has_bare_title, names_role
from probata.checks.texts.saying import ours_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import LANGUAGES
from probata.graph.case_graph import CaseGraph
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class ToldEnd:
    """When a text says that somebody took up, got or left a post."""

    sentence: Sentence
    time: ToldTime
    end: End
    roles: tuple[Role, ...]
    """The roles of the person in that post or body, one or more."""
    has_year: bool = True
    """Whether the text gives the year; without it the month, and the day where there is one, are those of any year."""

    @property
    def words(self) -> str:
        """The date as it is written."""
        return self.sentence.own[self.time.start : self.time.end]


def told_ends(graph: CaseGraph) -> Iterator[ToldEnd]:
    """Give each single end of a recorded post that our texts tell in our own name."""
    yield from graph.once("told ends", lambda: tuple(_told_ends(graph)))


def _told_ends(graph: CaseGraph) -> Iterator[ToldEnd]:
    for sentence in ours_saying(graph, LANGUAGES[0], _times) if graph.roles else ():
        for place, time in enumerate(_times(sentence.own) if not sentence.attributed else ()):
            shown = _marked(sentence.own, place)
            if found := next(_in_sentence(graph, sentence, shown), None):
                has_year = bool(re.search(r"\d{4}", sentence.own[time.start : time.end]))
                yield ToldEnd(sentence, time, *found, has_year)


def _times(own: str) -> tuple[ToldTime, ...]:
    """Return the dates and periods of a text; months without a year where it tells no other time."""
    return tuple(times_in(own)) or tuple(months_alone(own))


def _marked(own: str, place: int) -> str:
    """Write the mark of a date over one of the times that is a date; the others end a clause."""
    for number, time in enumerate(_times(own)):
        is_it = number == place and time.first == time.last
        own = put_mark(own, time.start, time.end, TIME if is_it else NAME)
    return own


def _in_sentence(graph: CaseGraph, sentence: Sentence, shown: str) -> Iterator[tuple[End, tuple[Role, ...]]]:
    for form in (*forms_of_ends(), *forms_of_nouns()):
        for match in form.pattern.finditer(shown):
            if roles := _roles_told_of(graph, sentence, form, match):
                yield form.end, roles
    for form in forms_in_apposition():
        for match in form.pattern.finditer(shown):
            person = named_beside(graph, sentence.own, match.start(), match.end())
            titled = (role for role in graph.roles_of(person) if begins_with_title(graph, role, match[1]))
            before = shown[: match.start()]
            if roles := tuple(one for one in titled if not is_of_other_body(graph, sentence, one, before, match[1])):
                yield form.end, roles


def _roles_told_of(graph: CaseGraph, sentence: Sentence, form: Form, match: re.Match[str]) -> tuple[Role, ...]:
    """Return the roles of which a verb, or a noun with whose it is, tells an end."""
    verb = form.verb.search(match[0])
    first, last = verb.span() if verb else (0, 0)
    before, clause = match.string[: match.start() + first], match[0][first:]
    titled = holders_of_title(graph, sentence, before) if form.whose is Whose.SUBJECT else ()
    own = titled or graph.roles_of(_holder(graph, sentence, form, clause, match.start() + last))
    named = (role for role in own if names_role(graph, role, match[0]) or has_bare_title(graph, role, clause))
    roles = tuple(role for role in named if not is_of_other_body(graph, sentence, role, before, clause))
    if roles or form.whose is Whose.OBJECT:
        return roles
    return the_post_of(graph, form, own, (before, clause, match.string[match.end() :]), is_titled=bool(titled))


def _holder(graph: CaseGraph, sentence: Sentence, form: Form, clause: str, at: int) -> str | None:
    """Return who is appointed, as the words behind the verb say, or else who is told of up to the verb."""
    if form.whose is Whose.OBJECT:
        named = named_people(graph).named_in(clause)
        return named[0] if len(named) == 1 else None
    return person_told_of(graph, sentence, at)
