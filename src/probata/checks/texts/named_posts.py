"""The posts of a case where a text names one by the title alone: `the governor`."""

from __future__ import annotations

import re

from probata.checks.prose.words import Words, whole_words
from probata.checks.support.post_titles import short_title
from probata.graph.case_graph import CaseGraph

_WORD = re.compile(r"[^\W\d_]{2,}")


def names_a_post(graph: CaseGraph, text: str) -> bool:
    """Tell whether an article stands before the title of a recorded post or role, up to what it is a post of."""
    titles = graph.once("titles of posts in texts", lambda: (_titles(graph),))[0]
    return titles is not None and titles.search(text) is not None


def _titles(graph: CaseGraph) -> Words | None:
    recorded = [*(one.title for one in graph.positions), *(one.title for one in graph.roles)]
    named = {title for title in map(short_title, recorded) if _WORD.search(title)}
    known = sorted(re.escape(title).replace("\\ ", " ") for title in named)
    return whole_words(rf"(?:the|le|la|el) (?:{'|'.join(known)})") if known else None
