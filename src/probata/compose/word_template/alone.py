"""Brackets that are all of a paragraph or row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from probata.compose.word_template.brackets import Bracket, Node, Written
from probata.compose.word_template.forms import Control, Else, End, ForEach, If, Named, Prints, Remark, Wrong


@dataclass(frozen=True, slots=True)
class Alone:
    """The one bracket that stands there, beside brackets that print nothing."""

    bracket: Bracket

    @property
    def said(self) -> str:
        """What was typed between the brackets."""
        return re.sub(r"\s+", " ", "".join(char.text for char in self.bracket.chars)).strip()

    @property
    def control(self) -> Control | None:
        """A loop, a condition without words in it, what was meant to be one, or an end of one."""
        form = self.bracket.form
        if isinstance(form, (If, Wrong)):
            return form if bool(form.begins) is isinstance(form, Wrong) else None
        return form if isinstance(form, (ForEach, Else, End)) else None

    @property
    def condition(self) -> If | None:
        """A condition with words in it."""
        form = self.bracket.form
        return form if isinstance(form, If) and form.begins else None

    @property
    def part(self) -> Prints | None:
        """What takes a paragraph of its own."""
        form = self.bracket.form
        return form if isinstance(form, Prints) and form.stands_alone else None


def alone(nodes: Sequence[Node]) -> Alone | None:
    """Return what stands alone among nodes; `None` where there is text or more than one bracket that does something."""
    seen = [node for node in nodes if not _does_nothing(node)]
    only = seen[0] if len(seen) == 1 else None
    return Alone(only) if isinstance(only, Bracket) else None


def _does_nothing(node: Node) -> bool:
    return node.is_blank if isinstance(node, Written) else isinstance(node.form, (Named, Remark))
