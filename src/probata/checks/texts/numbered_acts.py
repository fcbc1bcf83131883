"""Numbers of laws and orders in our texts: `Directive 71` where the records know `Directive 17` alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.prose.sentences import Sentence, printed_saying_in_all_languages
from probata.checks.texts.named_authorities import numbers_with_a_word
from probata.checks.texts.numbered_names import spoken_of
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.authority import Authority


class OtherAct(NamedTuple):
    """A law or order in a text with the digits of the recorded one turned round or one of them changed."""

    sentence: Sentence
    start: int
    end: int
    """Where it stands in the sentence."""
    words: str
    authority: Authority
    name: str
    """What the record has."""
    is_cited: bool
    """Whether the sentence cites the recorded one, or what prints it."""


def other_acts(graph: CaseGraph) -> Iterator[OtherAct]:
    """Give the numbers that no record has, where one authority alone has a number behind such a word.

    Two digits turned round are given wherever they stand, one changed digit only where the sentence cites the recorded
    act. A sentence that names that one as well tells of both.
    """
    forms = _forms(graph)
    known = _known(graph) if forms else ""
    for word, (authority, name) in forms.items():
        number = name.split()[-1]
        form = re.compile(rf"(?<![\w-]){re.escape(word)}\s+(\d+)(?![\w/-]|\.\d)", re.IGNORECASE)
        others = {match[1] for match in form.finditer(known)}
        for sentence in printed_saying_in_all_languages(graph, form.search):
            named = list(form.finditer(sentence.own))
            if any(match[1] == number for match in named):
                continue
            for match in named:
                cited = {*keys_in_text(sentence.raw), *(one.source for one in sentence.text.citations)}
                is_cited = bool(cited & {authority.id, authority.source or authority.id})
                is_near = _is_turned(match[1], number) or (is_cited and _is_changed(match[1], number))
                if match[1] not in others and is_near:
                    words = " ".join(match[0].split())
                    yield OtherAct(sentence, match.start(), match.end(), words, authority, name, is_cited)


def _forms(graph: CaseGraph) -> dict[str, tuple[Authority, str]]:
    """Return the words that stand before the number of one authority alone, in small letters."""
    found: defaultdict[str, dict[str, tuple[Authority, str]]] = defaultdict(dict)
    for authority in graph.authorities:
        for name in numbers_with_a_word(authority):
            found[name.split()[0].casefold()][authority.id] = (authority, name)
    return {word: next(iter(several.values())) for word, several in found.items() if len(several) == 1}


def _known(graph: CaseGraph) -> str:
    """Return all that names acts without being a text of ours."""
    authorities = (
        text
        for one in graph.authorities
        for text in (one.name, one.citation, one.number, *(holding.text for holding in one.holdings))
    )
    return " ; ".join(text for text in (*spoken_of(graph), *authorities) if text)


def _is_turned(number: str, recorded: str) -> bool:
    return number != recorded and sorted(number) == sorted(recorded)


def _is_changed(number: str, recorded: str) -> bool:
    differing = sum(one != other for one, other in zip(number, recorded, strict=False))
    return len(number) == len(recorded) > 1 and differing == 1
