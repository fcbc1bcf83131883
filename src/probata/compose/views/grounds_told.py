"""The grounds of roles as running text, with a note behind what rests on the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from probata.compose.printer import Printer
from probata.compose.sentences.ground_sentence import Teller
from probata.compose.sentences.holder import holder_of
from probata.document.foreign import texts
from probata.document.inlines import Inline, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue
from probata.messages import load_grammar
from probata.model.responsibility import Responsibilities
from probata.model.role import Role

Held = tuple[Role, Responsibilities]
"""A role with the grounds that are put forward from it."""


def grounds_told(
    held: Sequence[Held], printer: Printer, origin: Origin, acts: Sequence[str] = ()
) -> tuple[InlineValue, ...]:
    """Return what is said of roles, in sentences, those that say nothing left out.

    Where the same is said of several roles of a person, one after the other, it is said once. `acts` are what was done,
    each a noun with its article where the language has one: "the beatings".
    """
    runs: list[list[Held]] = []
    for role, grounds in held:
        if runs and _what_is_told(*runs[-1][-1]) == _what_is_told(role, grounds):
            runs[-1].append((role, grounds))
        else:
            runs.append([(role, grounds)])
    return tuple(value for run in runs if (value := _told(run, printer, origin, acts)))


def _what_is_told(role: Role, grounds: Responsibilities) -> tuple[str, bool, Responsibilities]:
    """Return what a sentence on a role tells besides the post: who it is, whether it is still held, and the grounds."""
    untold = {"citations": (), "stated": None, "period": None}
    return role.person, role.status == "current", tuple(ground.model_copy(update=untold) for ground in grounds)


def _told(run: Sequence[Held], printer: Printer, origin: Origin, acts: Sequence[str]) -> InlineValue | None:
    """Return what is said of roles of one person; where the next rests on the same, one note behind both will do."""
    cited = zip(*(grounds for _, grounds in run), strict=True)
    grounds = [
        alike[0].model_copy(update={"citations": tuple(dict.fromkeys(c for one in alike for c in one.citations))})
        for alike in cited
    ]
    holder = holder_of([role for role, _ in run], printer.graph, printer.wording)
    told = Teller(holder, acts, load_grammar(printer.wording.language)).tell(grounds)
    made: list[Inline] = []
    for one, following in zip_longest(told, told[1:]):
        cites = () if following and following.citations == one.citations else one.citations
        made += [Text(" ", origin)] if made else []
        made += [*texts(origin, *one.pieces), *printer.cite(cites, origin)]
    return InlineValue(tuple(made)) if made else None
