"""Where a text says "one" of something that is counted: "one blanket", and not "one of them".

Nobody can list what is counted, so the words that make it something else are: `words/ones.yaml`. What is found may
still be a way of speaking.
"""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.word_lists import word_list

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ONE = re.compile(
    r"(?:\b(?P<before>[^\W\d_]+) )?(?<![-’'\w])(?P<found>one (?P<word>[^\W\d_][\w’'-]*))(?: (?P<next>[^\W\d_]+))?",
    re.IGNORECASE,
)


_HYPHENS = str.maketrans({"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-"})


def spoken_words(text: str) -> str:
    """Return a text with plain hyphens, and a space for what stands in quotation marks: it is another speaker's."""
    return _QUOTED.sub(" ", text).translate(_HYPHENS)


def ones_of_things(text: str) -> list[str]:
    """Return where a text says "one" of something that is counted, in order, each once; "one of them" is nothing."""
    bare, found, at = " ".join(spoken_words(text).split()), [], 0
    while match := _ONE.search(bare, at):
        at = match.end("word")
        if _counts(match):
            found.append(match["found"])
    return list(dict.fromkeys(found))


def _counts(match: re.Match[str]) -> bool:
    """Tell whether what stands round it leaves "one" a number."""
    before, word = (match["before"] or "").casefold(), match["word"].casefold()
    if _is(before, "before") or _is(word, "others") or _is(word, "numbers"):
        return False
    if _is(word, "times"):
        return _is(before, "lengths")
    if word.endswith("ly"):
        return _is(word, "in_ly")
    if word.endswith("ed") and not _is(word, "in_ed"):  # "one armed guard", and not "one kicked me"
        following = (match["next"] or "").casefold()
        return bool(following) and not _is(following, "others") and not following.endswith("ly")
    return True


def _is(word: str, key: str) -> bool:
    return word in _words(key)


@cache
def _words(key: str) -> frozenset[str]:
    """Return the words under a key of the list, in small letters."""
    return frozenset(word.casefold() for line in word_list("ones")[key] for word in line.split("|"))
