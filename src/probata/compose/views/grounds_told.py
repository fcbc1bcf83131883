"""The grounds of one role as running text, with a note behind what rests on the same."""

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
from probata.model.responsibility import Responsibility
from probata.model.role import Role


def grounds_told(
    grounds: Sequence[Responsibility], role: Role, printer: Printer, origin: Origin, acts: Sequence[str] = ()
) -> InlineValue | None:
    """Return what the grounds of a role say, in sentences; `None` where they say nothing.

    Where the next sentence rests on the same, one note behind both will do.
    """
    grammar = load_grammar(printer.wording.language)
    told = Teller(holder_of(role, printer.graph, printer.wording), acts, grammar).tell(grounds)
    made: list[Inline] = []
    for one, following in zip_longest(told, told[1:]):
        cites = () if following and following.citations == one.citations else one.citations
        made += [Text(" ", origin)] if made else []
        made += [*texts(origin, *one.pieces), *printer.cite(cites, origin)]
    return InlineValue(tuple(made)) if made else None
