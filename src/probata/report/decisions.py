"""What was decided, and why; and which of it stands: a decision falls with what it rested on."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.decided import Decisions, is_decided
from probata.diagnostics import Diagnostic
from probata.model.decision import Decision
from probata.report.lists import ListOf
from probata.report.material import Material

OF_DECISIONS = ("decision-without-check", "decision-without-finding", "date-yet-to-come")
"""The checks that tell of a decision that it decides nothing, or was not made on its day."""


def list_of_decisions(material: Material) -> ListOf:
    """Return every decision, with whether it stands and, where it does not, because of what."""
    columns = ("On", "Check", "Record", "Decision", "Reason", "By", "Stands", "Why it does not stand", "Place")
    rows = tuple(
        (material.wording.when(one.date), one.check, one.record, one.decision, one.reason, one.author,
         *_standing(material, one), material.place("decisions", one.id))
        for one in material.graph.decisions
    )  # fmt: skip
    return ListOf("decisions", "What was decided, and why", columns, rows, "Nothing was decided.")


def _standing(material: Material, decision: Decision) -> tuple[str, str]:
    """Say whether a decision stands, `in part` where it does for some findings alone, and why not."""
    found = _decided_on(material, decision)
    if told := tuple(_told_of(material, decision)):
        return "no", "\n".join(told)
    if why := tuple(dict.fromkeys(_changes(material, decision, found))):
        return "in part" if any(map(is_decided, found)) else "no", "\n".join(why)
    return ("yes", "") if found else ("not known", "not all records and documents were looked at")


def _decided_on(material: Material, decision: Decision) -> tuple[Diagnostic, ...]:
    return tuple(one for one in material.findings if (one.name, one.record) == (decision.check, decision.record))


def _told_of(material: Material, decision: Decision) -> Iterator[str]:
    """Give what is found of the decision itself, and the one that was made after it on the same."""
    later = Decisions(material.graph).of(decision.check, decision.record)
    if later and later.id != decision.id:
        yield f"decided again by `{later.id}`, further down in the file"
        return
    for one in material.findings:
        if one.record == f"decisions/{decision.id}" and one.name in OF_DECISIONS:
            yield one.message


def _changes(material: Material, decision: Decision, found: tuple[Diagnostic, ...]) -> Iterator[str]:
    """Give what changed of that on which it rests: as to the findings that are open, or as far as its record tells."""
    decisions = Decisions(material.graph)
    for one in found:
        if not is_decided(one):
            yield from decisions.changes(decision, one.to_decide, (one.message,))
    if not found:
        yield from decisions.changes(decision)
