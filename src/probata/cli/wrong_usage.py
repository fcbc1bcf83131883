"""Values of the command line: plain ones as typed, and wrong ones told in plain words.

Typer reads every value with a library that takes longer to load than a kept answer to print, and hands on what that
library says.
"""

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

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command of which values that need no reading are taken as they stand."""
        command = super().get_command(ctx, cmd_name)
        for param in command.params if command else ():
            if getattr(param, "_runtime_param", self) is None:  # typer's own, made when it is first asked for
                param._runtime_param = _AsTyped()  # type: ignore[attr-defined]
        return command

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is called, and reword what is wrong with a value of it."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = plain_words(error.message)
            raise


class _AsTyped:
    """Stands for typer's reader of one parameter, and calls it for what is more than words."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return a value as its command takes it."""
        wanted = param.type_descriptor.annotation
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if wanted is str and isinstance(value, str):
            return value
        if wanted == list[str] and isinstance(value, list | tuple):
            return list(value)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def plain_words(said: str) -> str:
    """Return what is said of a value without the words of the library that found it."""
    for pattern, words in _WORDS:
        said = re.sub(pattern, words, said, flags=re.DOTALL)
    return said
