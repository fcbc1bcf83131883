"""Numbers of units in our texts: `14th Custody Battalion` where the records know the `4th Custody Battalion` alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.prose.sentences import Sentence, printed_saying_in_all_languages
from probata.checks.prose.texts import MarkdownText
from probata.checks.prose.words import LANGUAGES, word_list
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.allegation import Allegation
from probata.model.body import Body
from probata.model.position import Position
from probata.model.record import Record
from probata.model.role import Role

_ORDINALS = {
    str(word): str(number)
    for language in LANGUAGES
    for number, word in enumerate(word_list("ordinals", language)["from_the_fourth"], start=4)
}
_NUMBER = rf"(\d{{1,4}}(?=\D|$)|{'|'.join(_ORDINALS)})(?:(?:st|nd|rd|th|e|er|ère|re|\.?\s?[ºª°])(?!\w))?"
_NUMBERED = re.compile(rf"(?<![\w.-]){_NUMBER}(?![\w-])", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|le|la|les|el|los|las)\s+|^l[’']", re.IGNORECASE)
_FEW = 2
"""What a name falls into behind its number where it has one word alone."""
_SHORTEST = 8
"""Letters of a name beside its number: `Battalion`, and not `Unit`."""


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A name in a text that has another number than the recorded one, which no record has."""

    text: MarkdownText
    start: int
    end: int
    words: str
    body: Body
    name: str
    """The recorded name."""
    is_same: bool
    """Whether the sentence cites what the body, a post of it or a role there rests on, or is told of that body."""


def other_numbers(graph: CaseGraph) -> Iterator[OtherNumber]:
    """Give the numbers of units that no record has, where one unit alone is recorded under such a name.

    A unit of which a title, a quotation or another name speaks may be real, and is left alone.
    """
    known = spoken_of(graph)
    for form, body, name in _forms(graph):
        numbers = {_digits(match[1]) for title in known for match in form.finditer(title)}
        for sentence in printed_saying_in_all_languages(graph, form.search):
            for match in form.finditer(sentence.own):
                if _digits(match[1]) not in numbers:
                    yield _found(graph, sentence, match, body, name)


def _digits(number: str) -> str:
    return _ORDINALS.get(number.casefold(), number)


def _found(graph: CaseGraph, sentence: Sentence, match: re.Match[str], body: Body, name: str) -> OtherNumber:
    start, end = sentence.start + match.start(), sentence.start + match.end()
    cited = {*keys_in_text(sentence.raw), *(one.source for one in sentence.text.citations)}
    is_same = match[1].isdigit() and (bool(_resting(graph, body) & cited) or _is_about(graph, sentence.text, body))
    return OtherNumber(sentence.text, start, end, " ".join(match[0].split()), body, name, is_same)


def _forms(graph: CaseGraph) -> list[tuple[re.Pattern[str], Body, str]]:
    """Return the numbered names of bodies as patterns for any number, where one body alone has a name of that form."""
    found: dict[str, list[tuple[Body, str]]] = {}
    for body in graph.bodies:
        for name in _names(body):
            number = _NUMBERED.search(name)
            before, behind = (name[: number.start()], name[number.end() :]) if number else ("", "")
            if number and len(re.findall(r"[^\W\d_]", before + behind)) >= _SHORTEST:
                words = re.escape(before) + "\0" + re.escape(behind)
                found.setdefault(words.replace(r"\ ", r"\s+").casefold(), []).append((body, name))
    shortest = [key for key in found if not any(other != key and key.startswith(other) for other in found)]
    return [
        (re.compile(rf"(?<![\w.-]){_of_any_number(key)}(?![\w-])", re.IGNORECASE), *found[key][0])
        for key in shortest
        if len({body.id for body, _ in found[key]}) == 1
    ]


def _of_any_number(key: str) -> str:
    """Return the form of a name for any number; right behind it, all words but a long last one may be left out."""
    behind = key.removeprefix("\0").split(r"\s+")
    is_head = key.startswith("\0") and not behind[0] and not {"of", "for", "de", "du", "del"} & {*behind}
    if is_head and len(behind) > _FEW and len(behind[-1]) >= _SHORTEST:
        middle = "".join(rf"\s+{word}" for word in behind[1:-1])
        return rf"{_NUMBER}(?:{middle})?\s+{behind[-1]}"
    return key.replace("\0", _NUMBER)


def _names(body: Body) -> Iterator[str]:
    for name in (body.name, body.short_name, *body.other_names, *_translated(body, "name", "short_name")):
        if name:
            yield _ARTICLE.sub("", name)


def _translated(record: Record, *fields: str) -> Iterator[str]:
    yield from (texts[field] for texts in record.translations.values() for field in fields if texts.get(field))


def spoken_of(graph: CaseGraph) -> list[str]:
    """Return whatever may name a unit that is no record: titles, other names, and what others say."""
    bodies = (name for body in graph.bodies for name in (*_names(body), *body.misnomers))
    titled: list[Position | Role] = [*graph.positions, *graph.roles]
    posts = (text for one in titled for text in (one.title, *_translated(one, "title")))
    sources = (f"{one.title or ''} ; {one.supports or ''}" for one in graph.sources)
    return [*bodies, *posts, *sources, *(one.text for one in graph.quotations)]


def _is_about(graph: CaseGraph, text: MarkdownText, body: Body) -> bool:
    """Tell whether a text is that of an allegation that names the body, or of a person with a post in it."""
    allegation = graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    if allegation:
        return body.id in allegation.bodies
    posts = {post.id for post in graph.positions if post.body == body.id}
    held = graph.roles_of(text.record_id) if text.kind == "people" else ()
    return any(seat.position in posts for role in held for seat in role.seats)


def _resting(graph: CaseGraph, body: Body) -> set[str]:
    posts = [post for post in graph.positions if post.body == body.id]
    ids = {post.id for post in posts}
    roles = [role for role in graph.roles if any(seat.position in ids for seat in role.seats)]
    resting: list[Body | Position | Role] = [body, *posts, *roles]
    return {citation.source for one in resting for citation in one.citations}
