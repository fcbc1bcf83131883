"""How a finding calls records: by their titles, with the id behind in brackets, since authors know their headings.

A check names a record by its kind and id, as in "role `governor`"; the title comes in here, for all checks alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from probata.diagnostics import say
from probata.diagnostics.message import Message, Part, Ref
from probata.graph.case_graph import CaseGraph
from probata.model.dataset import Dataset
from probata.model.person import Person

KINDS = {
    "allegation": "allegations", "body": "bodies", "count": "counts", "event": "events", "figure": "figures",
    "post": "positions", "role": "roles", "source": "sources", "table": "datasets",
}  # fmt: skip
"""What findings call a kind of records → its name."""
_LONGEST = 90
"""Characters of a title that are shown."""
_MARKS = str.maketrans("“”", "‘’")


_OF_SEVERAL = {"cited": ("sources", "authorities"), "unit": ("positions", "bodies")}
"""Words for a record of one of two kinds → these."""


def with_titles(message: str, graph: CaseGraph) -> Message:
    """Call each record that a message names by its title, where it has one."""
    parts: list[Part] = []
    for one in Message(message).parts:
        if isinstance(one, Ref):
            called = parts[-1] if parts and isinstance(parts[-1], str) else ""
            one = _titled(one, graph, called=called)
        parts.append(one)
    return Message.of(parts)


def _titled(one: Ref, graph: CaseGraph, called: str) -> Ref:
    kinds = _OF_SEVERAL.get(one.kind, (one.kind,))
    kind = next((kind for kind in kinds if graph.has(kind, one.text)), kinds[0])
    word = next((word for word in KINDS if f" {called}".endswith(f" {word} ")), "")
    title = "" if one.shown or KINDS.get(word) != kind else title_of(graph, kind, one.text)
    return Ref(one.text, f"{title} (`{one.text}`)" if title else one.shown, kind)


def title_of(graph: CaseGraph, kind: str, key: str) -> str:
    """Return the title or name of a record in quotation marks, cut where it is long; empty where it has none."""
    found = graph.records.get(kind, {}).get(key)
    title = found.name.display if isinstance(found, Person) else getattr(found, "title", None)
    title = title or getattr(found, "name", None)
    return marked(title) if isinstance(title, str) and title.strip() and title != key else ""


def heading_of(dataset: Dataset, key: str) -> str:
    """Return a column as its table heads it, with its key behind; the key alone where it has no other heading."""
    heading = next((column.heading for column in dataset.columns if column.key == key), "")
    return f"{marked(heading)} ({say.words(key)})" if heading.strip() and heading != key else say.words(key)


def headings_of(dataset: Dataset, keys: Sequence[str]) -> str:
    """Return several columns so, parted by commas."""
    return ", ".join(heading_of(dataset, key) for key in keys)


def marked(title: str) -> str:
    """Set a title or label in quotation marks on one line; marks and backticks of its own give way."""
    line = " ".join(title.split()).translate(_MARKS).replace("`", "'")
    return f"“{line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”"
