"""What is kept in one document only, and which points colleagues left open."""

from __future__ import annotations

from probata.graph.threads_of_points import is_open, threads_of
from probata.model.change import Change
from probata.report.lists import ListOf
from probata.report.material import Material

_MADE = {"change-without-place": "no: its words have no one place there", "change-not-made": "no: it has a fault"}
"""What the checks say of a change that a document does not have."""


def list_of_changes(material: Material) -> ListOf:
    """Return every change that one document has and the records have not."""
    columns = ("Document", "Comes from", "Before", "After", "By", "On", "Reason", "Made", "Place")
    rows = tuple(
        (one.filing, one.of or "", one.before, one.after or "[left out]", one.author, material.wording.when(one.date),
         one.reason or "", _is_made(material, one), material.place("changes", one.id))
        for one in material.graph.changes
    )  # fmt: skip
    return ListOf("changes", "Kept in one document only", columns, rows, "Every document says what the records say.")


def _is_made(material: Material, change: Change) -> str:
    found = (one.name for one in material.findings if one.record == f"changes/{change.id}" and one.name in _MADE)
    unmade = next(found, "")
    if unmade:
        return _MADE[unmade]
    was_looked_at = not material.looked_at or change.filing in material.looked_at
    return "yes" if was_looked_at else "not known: the document was not looked at"


def list_of_points(material: Material) -> ListOf:
    """Return every point that a colleague left, each with the answers to it behind it; what is open comes first."""
    columns = ("State", "About", "Document", "Words", "Point", "By", "On", "Answers", "Place")
    threads = sorted(threads_of(material.graph.points), key=lambda thread: not is_open(thread))
    texts = {one.id: one.text for one in material.graph.points}
    rows = tuple(
        (one.status, one.about or "", one.filing or "", one.words or "", one.text, one.author,
         material.wording.when(one.date), texts.get(one.answers or "", one.answers or ""),
         material.place("points", one.id))
        for thread in threads for one in thread
    )  # fmt: skip
    return ListOf("points", "Open points", columns, rows, "No point is recorded.")
