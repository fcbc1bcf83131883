"""Names of bodies in our texts in which one word of the recorded name is another: `Brann Road Holding Centre`.

Slips of a letter are found by `spellings.py`, other numbers by `numbered_names.py`. Here the word is another word, and
all others of the name stand in their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.texts.letters_apart import letters_apart
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.numbered_names import spoken_of
from probata.checks.texts.recorded_names import without_country
from probata.checks.texts.saying import printed_saying
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.language import primary

_TOKEN = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_OF = re.compile(r"\s(?:of|for|in|on|under|at|against|de|du|des|del|d[’'])\s?", re.IGNORECASE)
_PARTED = re.compile(r"[,;:()\[\]*]|\.\s|[’']s\b")
"""What no name of a body goes over, or a word of whoever has it."""
_EXPLAINED = re.compile(r"\s+\([A-Z]{2,7}\)")
"""Behind a name that a text gives an abbreviation of its own: it then is a name by itself."""
_LAWS = re.compile(
    "act|bill|charter|code|constitution|convention|covenant|decree|directive|law|ordinance|regulations?|rules|statute|treaty",
    re.IGNORECASE,
)
"""What a law is called, and no body."""
_LEAST = 3
"""Words of a name without which too little of it is left to know it by."""
_SLIP = 2
"""Letters in which two words differ that are one word spelled in two ways."""

_Key = tuple[str, ...]
_Gaps = dict[_Key, tuple[str, str, Body]]
"""Names with one word left out, each with that word, the whole name and its body."""


class Exchanged(NamedTuple):
    """A name in a text with one word exchanged."""

    text: MarkdownText
    start: int
    end: int
    words: str
    name: str
    """The recorded name."""
    body: Body


def exchanged_words(graph: CaseGraph) -> Iterator[Exchanged]:
    """Give the names, in the language of the case, that no record, title or quotation has as they are written."""
    known = " ; ".join(" ".join(one.casefold().split()) for one in (*spoken_of(graph), *_other_names(graph)))
    gaps = _gaps(graph)
    lengths = sorted({len(key) for key in gaps}, reverse=True)
    exchanged = cache(lambda own: tuple(_exchanged(own, gaps, lengths, known)))
    for sentence in printed_saying(graph, primary(graph.case.language), exchanged) if gaps else ():
        for start, end, words, name, body in exchanged(sentence.own):
            yield Exchanged(sentence.text, sentence.start + start, sentence.start + end, words, name, body)


def _exchanged(own: str, gaps: _Gaps, lengths: list[int], known: str) -> Iterator[tuple[int, int, str, str, Body]]:
    """Give the places and words of such names in the words of a sentence, each with the recorded name."""
    tokens = list(_TOKEN.finditer(own))
    for first in range(len(tokens)):
        for length in lengths if _may_begin(tokens[first][0]) else ():
            window = tokens[first : first + length]
            found = _found(gaps, tuple(token[0] for token in window)) if len(window) == length else None
            if not found:
                continue
            start, end = window[0].start(), window[-1].end()
            words = " ".join(own[start:end].split())
            is_other = _is_law(words) or _EXPLAINED.match(own, end)
            if words.casefold() not in known and not _PARTED.search(words) and not is_other:
                yield start, end, words, *found


def _may_begin(token: str) -> bool:
    return token[0].isupper() or token[0].isdigit()


def _found(gaps: _Gaps, words: _Key) -> tuple[str, Body] | None:
    """Return the name and body of which the words have all but one."""
    for position, word in enumerate(words):
        hit = gaps.get((*words[:position], "", *words[position + 1 :]))
        if hit and word[0].isupper() and _is_another(word.casefold(), hit[0].casefold()):
            return hit[1], hit[2]
    return None


def _is_law(words: str) -> bool:
    return _LAWS.fullmatch(words.split()[-1]) is not None


def _is_another(word: str, recorded: str) -> bool:
    return word.rstrip("s") != recorded.rstrip("s") and letters_apart(word, recorded) > _SLIP


def _gaps(graph: CaseGraph) -> _Gaps:
    """Return each name with one word left out, with that word; what two names have in common is left out."""
    found: dict[_Key, set[tuple[str, str, str]]] = {}
    bodies = {body.id: body for body in graph.bodies}
    for body in graph.bodies:
        for name in {one for one in (body.name, without_country(body), body.short_name, *body.other_names) if one}:
            head = _OF.split(re.sub(r"^(?:the|The) ", "", name), maxsplit=1)[0]
            tokens = tuple(_TOKEN.findall(head))
            for position, word in enumerate(tokens) if len(tokens) >= _LEAST else ():
                if word[0].isupper():
                    key = (*tokens[:position], "", *tokens[position + 1 :])
                    found.setdefault(key, set()).add((word, head, body.id))
    single = {key: next(iter(hits)) for key, hits in found.items() if len({hit[2] for hit in hits}) == 1}
    return {key: (word, head, bodies[body]) for key, (word, head, body) in single.items()}


def _other_names(graph: CaseGraph) -> Iterator[str]:
    """Give what else is named in records: events, works and their makers."""
    yield from (event.title for event in graph.events)
    for source in graph.sources:
        yield from (one for one in (source.translated_title, source.publisher, source.container_title) if one)
        yield from (author.literal for author in source.author if author.literal)
    yield from (one.name for one in graph.authorities if one.name)
