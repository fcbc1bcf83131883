"""How a finding calls what it names: records by their titles, with the id behind in brackets; dates in words.

A check names a record by its kind and id and a date as it is recorded; how they are called is decided here, for all.
"""

from __future__ import annotations

from collections.abc import Sequence

from probata.diagnostics import say
from probata.diagnostics.message import Date, Message, Part, Ref
from probata.graph.case_graph import CaseGraph
from probata.messages import load_wording
from probata.model.dataset import Dataset
from probata.model.dates import is_when, parse_when
from probata.model.person import Person

_OF_SEVERAL = {"cited": ("sources", "authorities"), "unit": ("positions", "bodies")}
"""Words for a record of one of two kinds → these."""
_LANGUAGE = "en-GB"
"""In which findings are worded."""
_LONGEST = 90
"""Characters of a title that are shown."""
_MARKS = str.maketrans("“”", "‘’")


def for_readers(sentence: str, graph: CaseGraph, *, titles: bool = True) -> Message:
    """Call each record that a sentence names by its title, where it has one, and write its dates out."""
    seen: set[Ref] = set()
    return Message.of(_called(part, graph, titles, seen) for part in Message(sentence).parts)


def _called(part: Part, graph: CaseGraph, titles: bool, seen: set[Ref]) -> Part:
    if isinstance(part, Date) and is_when(part.text):
        return Date(part.text, load_wording(_LANGUAGE).when(parse_when(part.text)))
    if not isinstance(part, Ref):
        return part
    kinds = _OF_SEVERAL.get(part.kind, (part.kind,))
    kind = next((kind for kind in kinds if graph.has(kind, part.text)), kinds[0])
    title = title_of(graph, kind, part.text) if titles else ""
    ref = Ref(part.text, title, kind)
    if title and ref in seen:
        return Ref(part.text, title, kind, again=title)
    seen.add(ref)
    return ref


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
