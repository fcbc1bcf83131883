"""Wrong values on the command line in plain words: typer hands on what its own library says of them."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperGroup

_WORDS = (
    (r"^Value error, ", ""),
    (r"^Input should be a valid integer.*", "a whole number belongs here, such as 2"),
    (r"^Input should be greater than or equal to (\S+)$", r"a number of \1 or more belongs here"),
)
"""What is said of a value, and what stands in its place."""


class PlainGroup(TyperGroup):
    """A group of commands whose wrong values are told in plain words."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is called, and reword what is wrong with a value of it."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = plain_words(error.message)
            raise


def plain_words(said: str) -> str:
    """Return what is said of a value without the words of the library that found it."""
    for pattern, words in _WORDS:
        said = re.sub(pattern, words, said, flags=re.DOTALL)
    return said
