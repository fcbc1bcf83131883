"""The recorded names that a text has: people, bodies, posts, events and authorities, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from probata.checks.prose.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.event import Event
from probata.model.person import Person
from probata.model.record import Record
from probata.model.statement import Statement

_SHORTEST = {"people": 1, "posts": 8, "bodies": 4}
"""Letters of a name; a shorter one is too easily a word of the language. Five for other kinds."""
_WORD = re.compile(r"\w+")
_APART = re.compile(r"[;:()]|\n\s*\n")
_ARTICLE = re.compile(r"^(?:the|le|la|les|el|los|las)\s+|^l[’']", re.IGNORECASE)
_WORD_AND_NUMBER = re.compile(r"[^\W\d_]{3,}\s+\d+")
"""`Directive 17`; a number that is digits alone, such as `112/2022`, names nothing in a text."""


_FIRST_PERSON = re.compile(r"\bI\b|\b[Jj]e\b|\b[Jj]’|\byo\b")


class Mention(NamedTuple):
    """A recorded name in a text."""

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]
    """The records that bear the name."""

    @property
    def only(self) -> str:
        """The record that is meant; empty where several bear the name."""
        return self.ids[0] if len(self.ids) == 1 else ""


class Names:
    """The names of a case, as one automaton over words; what a wording names is kept."""

    def __init__(self, graph: CaseGraph) -> None:
        """Gather the names. A name that records of several kinds bear is found once for each kind."""
        bearers: dict[tuple[str, str], dict[str, None]] = {}
        for kind, key, name in _names(graph):
            plain = _spaced(name)
            if len(plain.strip()) >= _SHORTEST.get(kind, 5):
                bearers.setdefault((plain, kind), {})[key] = None
        self._bearers = [(kind, tuple(keys)) for (_, kind), keys in bearers.items()]
        self._by_name = {name: tuple(keys) for name, keys in bearers.items()}
        words = [name for name, _ in bearers]
        self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard) if words else None
        self.in_text = lru_cache(maxsize=200_000)(self._in_text)

    def called(self, name: str, kind: str) -> tuple[str, ...]:
        """Return the records of a kind that bear exactly this name."""
        return self._by_name.get((_spaced(name), kind), ())

    def _in_text(self, text: str) -> tuple[Mention, ...]:
        """Return the names in their order; of those that share letters the longest, and the first by kind."""
        if self._automaton is None:
            return ()
        words = list(_WORD.finditer(text))
        small = [word[0].lower() for word in words]
        at, places = 0, dict[int, int]()
        for place, word in enumerate(small):
            places[at] = place
            at += len(word) + 1
        places[at] = len(words)
        hits = self._automaton.find_matches_as_indexes(f" {' '.join(small)} ", overlapping=True) if words else []
        whole = [(words[places[first]].start(), words[places[end - 1] - 1].end(), which) for which, first, end in hits]
        found: list[Mention] = []
        for start, end, which in sorted(whole, key=lambda hit: (hit[0] - hit[1], hit[0], hit[2])):
            if all(end <= other.start or other.end <= start for other in found) and _is_one(text, start, end):
                found.append(Mention(start, end, *self._bearers[which]))
        return tuple(sorted(found))


def _spaced(name: str) -> str:
    """Return the words of a name in small letters, each between spaces: marks between words make no difference."""
    return f" {' '.join(word.lower() for word in _WORD.findall(name))} "


def _is_one(text: str, start: int, end: int) -> bool:
    """Tell whether words are one name: no clause ends within them, and no hyphen joins them to another word."""
    return not (
        _APART.search(text, start, end) or text[start - 1 : start] == "-" or re.match(r"-\w", text[end : end + 2])
    )


def names_of_case(graph: CaseGraph) -> Names:
    """Return the names of a case, gathered once."""
    return graph.once("names in texts", lambda: Names(graph))


def mentions_in(graph: CaseGraph, text: str) -> tuple[Mention, ...]:
    """Return the recorded names in a text."""
    return names_of_case(graph).in_text(text)


def events_in(graph: CaseGraph, text: str) -> tuple[Event, ...]:
    """Return the events that a text names, each once."""
    keys = dict.fromkeys(key for one in mentions_in(graph, text) if one.kind == "events" for key in one.ids)
    found = (graph.find("events", Event, key) for key in keys)
    return tuple(event for event in found if event)


def people_in(graph: CaseGraph, text: str) -> tuple[Mention, ...]:
    """Return where a text names people of the case, as their names are written."""
    return tuple(one for one in mentions_in(graph, text) if one.kind == "people" and text[one.start].isupper())


def person_described(graph: CaseGraph, sentence: Sentence, at: int) -> str:
    """Return whose description a text is, or who is named last before a place in its paragraph; empty for nobody."""
    text = sentence.text
    if text.kind == "people" and graph.has("people", text.record_id):
        return text.record_id
    before = text.value[: sentence.start + at].rpartition("\n\n")[2]
    named = people_in(graph, before)
    if made := graph.find("statements", Statement, text.record_id) if text.kind == "statements" else None:
        # A statement is its maker's, until it names another.
        return named[-1].ids[-1] if named and not _FIRST_PERSON.search(before, named[-1].end) else made.person
    return named[-1].ids[-1] if named else ""


def _names(graph: CaseGraph) -> Iterator[tuple[str, str, str]]:
    """Give each name with its record; the kinds that come first are taken where one name is that of several."""
    for person in graph.people:
        yield from (("people", person.id, name) for name in _of_person(person))
    for event in graph.events:
        yield from (
            ("events", event.id, name) for name in (event.title, *event.other_names, *_translated(event, "title"))
        )
    for authority in graph.authorities:
        yield from (("authorities", authority.id, name) for name in (authority.name, *_translated(authority, "name")))
        yield from (("numbered", authority.id, name) for name in numbers_with_a_word(authority))
    for body in graph.bodies:
        yield from (("bodies", body.id, _ARTICLE.sub("", name)) for name in names_of_body(body))
    for post in graph.positions:
        yield from (("posts", f"positions/{post.id}", name) for name in (post.title, *_translated(post, "title")))
    for role in graph.roles:
        yield from (("posts", f"roles/{role.id}", name) for name in (role.title, *_translated(role, "title")))


def _of_person(person: Person) -> Iterator[str]:
    yield person.name.display
    yield from (one for one in (person.name.family,) if one)


def names_of_body(body: Body) -> Iterator[str]:
    """Give how texts call a body, with or without its country, in all languages."""
    yield from (name for name in (body.name, without_country(body), body.short_name, *body.other_names) if name)
    yield from _translated(body, "name", "short_name")


def without_country(body: Body) -> str:
    """Return the name of a body without its country at the end, as it is called where the country is not in doubt."""
    return re.sub(rf" of (?:the )?{re.escape(body.country)}$", "", body.name) if body.country else ""


def numbers_with_a_word(authority: Authority) -> tuple[str, ...]:
    """Return the number of an authority and its short names in other languages, where they are a word and digits."""
    shorts = (texts.get("short", "") for texts in authority.translations.values())
    return tuple(one for one in (authority.number or "", *shorts) if _WORD_AND_NUMBER.fullmatch(one))


def _translated(record: Record, *fields: str) -> Iterator[str]:
    yield from (texts[field] for texts in record.translations.values() for field in fields if texts.get(field))
