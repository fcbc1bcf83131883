"""What a check says of one record, with records called by their titles and the user's own words in backticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.engine.answers import Outcome as Outcome  # checks take it from here, with what they say
from probata.diagnostics import Severity, Span, say
from probata.diagnostics.message import Date, Message, Part, Ref
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.messages import load_wording
from probata.model.dataset import Dataset
from probata.model.dates import is_when, parse_when
from probata.model.person import Person

# How a finding calls what it names: records by their titles, with the id behind in brackets; dates in words.
# A check names a record by its kind and id and a date as it is recorded; how they are called is decided here, for all.

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


# What a check says of one record, and how a check answers for a whole case.


@value()
class Finding:
    """A finding as a check gives it; the runner adds code, name and weight of the check."""

    record: str
    """The record, as `decisions.yaml` names it: `roles/r-1`."""

    span: Span
    """Its place, or that of the field."""

    message: str
    """One sentence, lower case, no final stop; what it names is put in by `say`. Kept as a `Message`."""

    help: str
    """The next step."""

    notes: tuple[str, ...] = ()
    severity: Severity | None = None
    """Its own weight, where it differs from the check's."""

    outcome: Outcome = Outcome.FAILED
    """`FAILED`, or `CANNOT_TELL` where the records leave it open: then it takes no support from anything. The answer of
    the check counts it as found all the same."""

    gap: str = ""
    """What is missing, in the forum's words, where a forum requires it: a draft names it on its first page."""

    may_be_decided: bool = False
    """Whether a gap that must be filled may be decided or weighed otherwise all the same, as any finding may."""

    others: tuple[str, ...] = ()
    """Further records, where one finding stands for several."""

    alike: str = ""
    """What it says whatever the record: findings of one check that have it in common are told once. Empty where it
    stands by itself, as where each record is to be mended in a way of its own."""

    settled: tuple[str, ...] = ()
    """What a decision on it rests on in the stead of the message, where that names places that move when something else
    is written, such as numbers of paragraphs: words in backticks and numbers, as of a message. Of several parts each
    must have been decided, so that one that is gone fells nothing."""

    after_correction: bool = False
    """Whether it is seen to when all else is mended, so that it never stands before a fault behind it."""

    person: str = ""
    """Of a check that unsettles elements: the one person of whom it is so, where an allegation charges several."""

    in_part: bool = False
    """Of a check that unsettles elements: whether it is so of a part of what is alleged only, and the rest stands."""

    filing: str = ""
    """The filing or forum that the message names, where the same may be said of another at the same place: it is told
    once then, with all of them."""

    def __post_init__(self) -> None:
        """Read the sentences as values."""
        object.__setattr__(self, "message", Message(self.message))
        object.__setattr__(self, "help", Message(self.help))
        object.__setattr__(self, "notes", tuple(map(Message, self.notes)))

    @property
    def refs(self) -> Iterator[Ref]:
        """The records that it names."""
        for sentence in (self.message, *self.notes):
            yield from Message(sentence).refs
