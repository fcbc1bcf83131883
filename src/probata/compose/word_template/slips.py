"""Brackets that come near a known word, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from probata.compose.word_template.forms import Form, Wrong
from probata.compose.word_template.vocabulary import vocabulary

NEAR = 0.8
"""How like a word must be to be taken for one that is misspelt."""
_SHORTEST = 4
"""Letters below which a word that resembles another is no slip of it."""
LONGEST = 50
"""Letters above which a bracket is no slip of anything."""
LEAVE = "to print the brackets themselves, write them twice: `[[…]]`"


@lru_cache(maxsize=4096)
def near(said: str) -> Form | None:
    """Return what is wrong with a bracket that comes near a known word; `None` for one that is text."""
    words = vocabulary()
    if said in words.heads or said in (name for thing in words.things.values() for name in thing.many):
        return Wrong(f"`[{said}]` does not say what of it is to be printed",
                     f"name a field behind a colon, as in `[{said}: …]`; {LEAVE}")  # fmt: skip
    found = get_close_matches(said, words.phrases, 3, NEAR) if _SHORTEST <= len(said) <= LONGEST else []
    if not found:
        return None
    return Wrong(f"there is no field `{said}`", or_leave(f"did you mean {_listed(found)}?"))


def or_leave(help: str) -> str:
    """Add how brackets are printed as they stand."""
    return f"{help} {LEAVE[0].upper()}{LEAVE[1:]}" if help.endswith("?") else f"{help}; {LEAVE}"


def nearest(said: str, known: Iterable[str]) -> str:
    """Return the known names that come near what was said, or all of them, as a next step."""
    names = sorted(set(known))
    found = get_close_matches(said, names, 3)
    return f"did you mean {_listed(found)}?" if found else f"there are {', '.join(f'`{name}`' for name in names)}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def rests(head: str) -> list[str]:
    """Return what stands behind the colon in the parts that begin so."""
    return [name.partition(": ")[2] for name in vocabulary().parts if name.startswith(f"{head}: ")]
