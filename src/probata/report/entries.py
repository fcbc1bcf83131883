"""What the report is made of, piece by piece: plain values that never change and that JSON can hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A person, allegation or forum that findings can be filtered by."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One finding, with whom and what it concerns."""

    number: int
    """Place in the order of use, from 1."""
    level: str
    """`error`, `warning` or `info`."""
    level_in_words: str
    message: str
    next_step: str
    place: str
    """`claims/example/roles.yaml:14:5`; empty where a finding has none."""
    line: str
    """The line of the file, shortened; empty where there is none."""
    code: str
    name: str
    record: str
    attack: str
    """What the other side says; empty where the finding opens no line of attack."""
    notes: tuple[str, ...]
    persons: tuple[str, ...]
    """Ids of the persons to whom its record leads."""
    allegations: tuple[str, ...]
    """Ids of the allegations to which its record leads."""
    forums: tuple[str, ...]
    """Ids of the forums that it is about, where that is known."""
    others: tuple[tuple[str, str], ...] = ()
    """The further records of which the same is found, each with its place; persons and allegations are those of all."""

    @property
    def records(self) -> tuple[str, ...]:
        """All records of which it is told."""
        return (self.record, *(record for record, _ in self.others))


@dataclass(frozen=True, slots=True)
class FilingEntry:
    """Whether a filing could be made for filing now."""

    id: str
    forum: str
    """The title of its forum."""
    is_ready: bool
    number: int
    """Of what must be fixed before, beside the status of the case."""
    reasons: str
    """What that is, in a few words."""
    gaps: str = ""
    """How many gaps its draft has, and which."""


@dataclass(frozen=True, slots=True)
class MatterEntry:
    """Findings that are seen to in one go: the first of them stands for all."""

    finding: FindingEntry
    also_missing: tuple[str, ...]
    """What else is not recorded, beside what the finding names."""
    printed: str
    """Where a document prints its record; empty where none is known to."""
    further_places: int
    more: tuple[int, ...]
    """The numbers of its other findings."""


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """What stands first on the page: what to do next."""

    filings: tuple[FilingEntry, ...] = ()
    of_status: tuple[str, ...] = ()
    """What keeps the case as a whole from being filed, in sentences."""
    decisions: tuple[MatterEntry, ...] = ()
    to_fix: tuple[MatterEntry, ...] = ()
    left: int = 0
    """Matters that it leaves out."""
    notes: int = 0
    also_open: tuple[tuple[str, str], ...] = ()
    """What else is open beside the findings, in sentences, each with the section of the page that shows it."""


@dataclass(frozen=True, slots=True)
class QuotationEntry:
    """Words relied on."""

    speaker: str
    text: str
    original: str
    language: str
    """BCP 47 tag of the original."""
    stands_in: str
    remark: str
    """Date, occasion and how it was translated."""
    place: str


@dataclass(frozen=True, slots=True)
class FaultEntry:
    """Why something does not count."""

    words: str
    check: str
    record: str

    def __str__(self) -> str:
        return f"{self.words} ({self.check}: {self.record})"


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One item of evidence for or against an element."""

    source: str
    title: str
    pinpoint: str
    seen: str
    """Whether we hold it, in words; empty for law."""
    shows: str
    quote: str
    quotations: tuple[QuotationEntry, ...]
    tables: tuple[str, ...]
    rests_on: tuple[str, ...]
    faults: tuple[FaultEntry, ...]
    """Why it does not count: a check and the record that it found fault with."""
    answered: str
    place: str
    statement: tuple[QuotationEntry, ...] = ()
    """The witness's own words at the paragraphs that are cited, where the source is a recorded statement."""


@dataclass(frozen=True, slots=True)
class AskedEntry:
    """A legal test that asks for an element."""

    test: str
    kind: str
    text: str
    read: str
    """Where and when that was read, in words."""


@dataclass(frozen=True, slots=True)
class ElementEntry:
    """How it stands with one element of an allegation."""

    label: str
    definition: str
    person: str
    """Name; empty for what was done."""
    status: str
    gap: str
    independent: tuple[str, ...]
    asked_by: tuple[AskedEntry, ...]
    support: tuple[ItemEntry, ...]
    against: tuple[ItemEntry, ...]
    in_part: tuple[FaultEntry, ...] = ()
    """Why what counts for it is good for a part of what is alleged only."""


@dataclass(frozen=True, slots=True)
class AllegationEntry:
    """An allegation that is put forward, by the elements of its legal tests."""

    id: str
    title: str
    statement: str
    persons: tuple[str, ...]
    """Names."""
    standing: tuple[tuple[str, int], ...]
    """Statuses with the number of elements that have them, as they come."""
    without_elements: tuple[str, ...]
    is_marked: bool
    elements: tuple[ElementEntry, ...]
    place: str


@dataclass(frozen=True, slots=True)
class PictureEntry:
    """A picture of our own making, as SVG."""

    svg: str
    alternative: str
    """What it shows, in words."""


@dataclass(frozen=True, slots=True)
class AxisEntry:
    """Posts of one person against the conduct alleged of them."""

    heading: str
    pictures: tuple[PictureEntry, ...]


@dataclass(frozen=True, slots=True)
class ChartEntry:
    """Bodies and command from one day on which something changes to the last before the next."""

    day: str
    """ISO 8601."""
    last: str
    """The last day for which the chart holds, ISO 8601; empty where it holds until now."""
    heading: str
    is_first_shown: bool
    """Whether the page shows it first: one chart, the earliest with the most posts surely held."""
    held: tuple[str, ...]
    """Posts held, a line each."""
    pictures: tuple[PictureEntry, ...]


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One number with its computation. Whatever computes numbers gives these, and the report prints them."""

    id: str
    title: str
    stated: str
    """What sources state, in their characters; empty where none states it."""
    status: str
    """Reported, adjusted or modelled by its source, or computed by us, and from what."""
    computed: str
    """What we get; empty where nothing is computed."""
    agrees: str
    """`yes`, `no`, or empty where nothing is compared."""
    computation: str
    """In words: the operation, its rows, and what is left out."""
    period: str
    sources: tuple[str, ...]
    place: str
    record: str = ""
    """Where it is recorded: `figures/deaths`."""
    tables: tuple[str, ...] = ()
    """Ids of the tables from which it is taken."""
