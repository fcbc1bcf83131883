"""Whose post a clause tells of: who bears the title before its verb or stands beside it, and which is “the post”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.forms_of_ends import End, Form, Whose
from probata.checks.texts.marked_clauses import TIME, listed_words, part_of_time
from probata.checks.texts.named_bodies import bodies_in
from probata.checks.texts.named_people import named_people, person_told_of
from probata.checks.texts.role_titles import bare_titles, begins_with_title, titles_of
from probata.checks.texts.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.position import Position
from probata.model.role import Role

_TITLE = re.compile(r"\bthe\s+([\w’'-]+(?:\s+[\w’'-]+){0,14})\s*$", re.IGNORECASE)


def holders_of_title(graph: CaseGraph, sentence: Sentence, before: str) -> tuple[Role, ...]:
    """Return the roles whose title stands right before a verb: those of the person named last, if they held one.

    Where nobody was named before in the paragraph they are those of the one person of that title, if the sentence
    cites a source of theirs: else another may have held the post.
    """
    roles = _titled(graph, before)
    person = person_told_of(graph, sentence, len(before)) if roles else None
    if person is None and len({role.person for role in roles}) == 1:
        cited = {key for key, _ in cited_places(sentence.raw)}
        return roles if any(one.source in cited for role in roles for one in role.citations) else ()
    return tuple(role for role in roles if role.person == person)


def _titled(graph: CaseGraph, before: str) -> tuple[Role, ...]:
    """Return the roles whose whole or bare title a text ends in, behind an article."""
    by_title = graph.once("roles by title", lambda: _by_title(graph))
    found = _TITLE.search(" ".join(before.split())[-_FARTHEST:]) if by_title else None
    words = found[1].casefold().split() if found else []
    # An article may stand in a title, too, and the words behind it are then another's.
    return next(
        (
            by_title[one]
            for n in range(len(words))
            if (one := " ".join(words[n:])) in by_title and (n == 0 or words[n - 1] == "the")
        ),
        (),
    )


_FARTHEST = 200
"""Letters before a verb in which the title stands that is its subject."""


def _by_title(graph: CaseGraph) -> Mapping[str, tuple[Role, ...]]:
    found: dict[str, dict[str, Role]] = {}
    for role in graph.roles:
        for title in (*bare_titles(graph, role), *titles_of(graph, role)):
            found.setdefault(" ".join(title.casefold().split()), {})[role.id] = role
    return {title: tuple(roles.values()) for title, roles in found.items()}


def named_beside(graph: CaseGraph, own: str, start: int, end: int) -> str | None:
    """Return the person whose name stands right before a comma or bracket at one place, or right behind the other."""
    before, behind = len(own[:start].rstrip()), len(own) - len(own[end:].lstrip(" ,)\n"))
    for begins, ends, person in named_people(graph).places_in(own):
        if (ends == before and own[start] in ",(–—") or begins == behind:
            return person
    return None


def is_of_other_body(graph: CaseGraph, sentence: Sentence, role: Role, before: str, clause: str) -> bool:
    """Tell whether “its director” is said of a body that is named last before, and that is none of the role's."""
    if not re.search(rf"\b(?:{_words('its')})\b", clause, re.IGNORECASE):
        return False
    posts = (graph.find("positions", Position, seat.position) for seat in role.seats)
    own = {post.body for post in posts if post and post.body}
    paragraph = (sentence.text.value[: sentence.start] + before).rpartition("\n\n")[2]
    last = [named.body for named in bodies_in(graph, paragraph)][-1:]
    return bool(own and last) and last[0] not in own


def the_post_of(
    graph: CaseGraph, form: Form, own: tuple[Role, ...], told: tuple[str, str, str], *, is_titled: bool
) -> tuple[Role, ...]:
    """Return the one post that is meant where a clause says “the command”, or no post at all: “was dismissed in May”.

    `told` is what stands before the verb, the clause from it on, and what stands behind that. Of whoever bears the
    title before the verb it is that one. Else it is the one that is charged; any other that began or ended may be meant
    as well, and comes behind.
    """
    before, clause, behind = told
    said = re.search(rf"\b(?:{_words('the_post')})\b", clause, re.IGNORECASE)
    if not own or not (said or (_says_no_post(form, clause) and not _goes_on(graph, own, behind))):
        return ()
    if is_titled:
        return own
    person = own[0].person
    if form.whose is Whose.SUBJECT and not _is_subject(graph, person, before):
        return ()
    alleged = {one.role for allegation in graph.allegations if allegation.pursued for one in allegation.roles}
    charged = [role for role in own if role.responsibility or role.id in alleged]
    if len(charged) != 1 or ("command" in clause.casefold() and not _commands(charged[0])):
        return ()
    return (charged[0], *_others_with_end(own, charged[0], form.end))


def _others_with_end(own: tuple[Role, ...], charged: Role, end: End) -> Iterator[Role]:
    for role in own:
        stated = role.dates.stated
        if role is not charged and (stated.end if end is End.FINISH else stated.start):
            yield role


def _is_subject(graph: CaseGraph, person: str, before: str) -> bool:
    """Tell whether a person, or a pronoun, stands right before a verb."""
    names = named_people(graph)
    name = names.pattern(person) if person in names else r"\bs?he"
    return re.search(rf"(?:\b[Ss]?[Hh]e|{name})\W*(?:\b(?:then|also|had)\W*)?$", before) is not None


def _says_no_post(form: Form, clause: str) -> bool:
    """Tell whether nothing but “from office”, or by whom, stands between a verb and its date or the end of its clause.

    Some verbs need not even that: whoever was dismissed lost the post, whoever left may have left the town.
    """
    verb = form.verb.match(clause)
    leads = rf"(?:{_words('at_time')}|of)\s+{part_of_time()}{TIME}"
    behind = clause[verb.end() :] if verb else clause
    rest = re.split(rf"\b(?:{leads}|(?:{_words('by_whom')})\s)", behind, flags=re.IGNORECASE)[0]
    said = re.sub(rf"\b(?:{_words('began')}|{_words('ended')})\b", "", rest, flags=re.IGNORECASE).strip(" .,\n")
    if said:
        return re.fullmatch(_words("no_post"), said, re.IGNORECASE) is not None
    alone = "|".join(map(_words, ("by_itself", "put_out", "time_in_post", "appointment")))
    return re.match(rf"(?:{alone})\b", clause, re.IGNORECASE) is not None


def _goes_on(graph: CaseGraph, own: tuple[Role, ...], behind: str) -> bool:
    """Tell whether it is said behind the date what is told, and that is neither “from office” nor one of the roles."""
    rest = re.split(r"[.,;:()]", behind)[0]
    leads = re.match(rf"\s+(?:{_words('goes_on')})\b", rest, re.IGNORECASE)
    is_office = re.fullmatch(rf"\s+{_words('no_post')}\s*", rest, re.IGNORECASE) is not None
    return leads is not None and not is_office and not any(begins_with_title(graph, role, rest) for role in own)


def _commands(role: Role) -> bool:
    return any(ground.shown_label == "command" for ground in role.responsibility)


def _words(key: str) -> str:
    return listed_words("tenure", key)
