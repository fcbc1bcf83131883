"""The sentences of a document that name somebody, each by its words alone, wherever it stands.

Numbers, references and gaps are left out: they move or are corrected for reasons that have nothing to do with the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from probata.diagnostics import say
from probata.disclosure import NameSearch
from probata.document.inlines import CrossRef, Gap, Inlines, NoteRef
from probata.document.rebuild import map_children
from probata.document.walk import plain_text

_STOP = re.compile(r"(?<=[.!?])[”’»\")\]]*\s+(?=[“‘«¿¡\"(\[]*[^\W\d_a-zß-öø-ÿ])")
_NOT_FILLED = re.compile(r"\{\{[^{}]*\}\}")
"""A name in double braces as a text shows it that has a fault elsewhere: a number or title stands there else."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def namings(texts: Iterable[Inlines], named: NameSearch) -> tuple[str, ...]:
    """Return the words of each sentence that names, with the sentence behind it, which may say more of whom is named.

    A second one of the same words is told by its number, so that one that is added is another.
    """
    count: Counter[str] = Counter()
    found: list[str] = []
    for words in (one for text in texts for one in _sentences(plain_text(_without_what_moves(text)), named)):
        count[words] += 1
        found.append(f"{say.words(words)} {count[words]}" if count[words] > 1 else say.words(words))
    return tuple(found)


def _sentences(text: str, named: NameSearch) -> Iterator[str]:
    sentences = _STOP.split(_NOT_FILLED.sub("", text))
    for position, sentence in enumerate(sentences):
        if named.found(sentence):
            behind = " ".join(one for one in sentences[position + 1 : position + 2] if not named.found(one))
            yield " ".join(_WORD.findall(f"{sentence} {behind}")) or sentence.replace("`", "'")


def _without_what_moves(inlines: Inlines) -> Inlines:
    kept = (inline for inline in inlines if not isinstance(inline, (CrossRef, NoteRef, Gap)))
    return tuple(map_children(inline, _without_what_moves) for inline in kept)
