"""Held copies: whether what is said to be held is there as a copy, and whether a copy contradicts its source."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import check
from probata.checks.engine.finding import Finding
from probata.diagnostics import Severity, say
from probata.graph.sources import SEEN

_NAMED = 10


@check("EVI171", Severity.INFO, "sources")
def no_held_copy(case: CheckInput) -> Iterator[Finding]:
    whole, copies = case.graph.sources, case.graph.copies
    seen = [source for source in whole if source.held in SEEN]
    missing = [source for source in seen if not case.graph.copies_of(source.id)]
    if not missing:
        return
    if copies:
        said = f"no copy is held of {len(missing)} of the {len(seen)} sources that are said to be seen"
    else:
        said = f"no copy is held of any of the {len(whole)} sources, {len(missing)} of them said to be seen"
    notes = (f"such as {say.sources(missing[:_NAMED])}",) if copies else ()
    step = "`probata preserve` takes the file into the store, with its hash and what is known of its capture"
    yield case.finding("sources", missing[0].id, said, step, at=("held",), notes=notes)


@check("EVI172", Severity.WARNING, "sources")
def copy_of_unseen_source(case: CheckInput) -> Iterator[Finding]:
    for source in case.graph.sources:
        copies = case.graph.copies_of(source.id)
        if copies and source.held not in SEEN:
            said = f"a copy of source {say.source(source)} is held, {say.each('copies', copies)}, and its record says "
            said += f"{say.words(source.held)}"
            step = "read it and leave out `held` there, or correct the source of the copy"
            yield case.finding("sources", source.id, said, step, at=("held",))
