"""Reads: who read what and when, what voided a read, and which are still to be made."""

from __future__ import annotations

from collections.abc import Iterator

from probata.diagnostics.message import Message
from probata.model.allegation import Allegation
from probata.model.dates import parse_when
from probata.model.read import ALLEGATION_READS, Read
from probata.proof.reads import Change, How, ReadState, read_states, unsettled
from probata.report.lists import ListOf
from probata.report.material import Material
from probata.report.proofs import title_of


def list_of_reads(material: Material) -> ListOf:
    """Return every read: those of allegations with what changed since, then those of texts."""
    columns = ("What", "Title", "Read for", "By", "On", "Result", "Stands", "What voided it", "Place")
    rows = (*(_of_allegation(material, state) for state in read_states(material.graph)), *_of_texts(material))
    return ListOf("reads", "Reads, and what voided them", columns, rows, "No read is recorded.")


def _of_allegation(material: Material, state: ReadState) -> tuple[str, ...]:
    allegation = material.graph.find("allegations", Allegation, state.allegation)
    title = allegation.title if allegation else ""
    result, stands = state.result.replace("_", " "), "yes" if state.stands else "no"
    return (state.allegation, title, _for(state.read_as), state.by, _day(material, state.on), result, stands,
            _why(material, state), material.place("reads", state.read))  # fmt: skip


def _day(material: Material, on: str) -> str:
    return material.wording.when(parse_when(on)) if on else ""


def _why(material: Material, state: ReadState) -> str:
    if state.stands:
        return ""
    told = [_change(material, change) for change in state.changes]
    if not state.rests_on:
        told.append("it does not say on what it rested")
    if state.after_its_day:
        told.append(f"it is dated before {state.after_its_day}")
    if state.result != "confirmed":
        told.append(f"its result: {state.result.replace('_', ' ')}")
    return "\n".join(map(Message, told))


def _change(material: Material, change: Change) -> str:
    kind, _, key = change.record.partition("/")
    place = "" if change.how is How.GONE or not material.graph.has(kind, key) else f" ({material.place(kind, key)})"
    return f"{change.record} {change.how}{place}"


def _of_texts(material: Material) -> Iterator[tuple[str, ...]]:
    for read in material.graph.all("reads", Read):
        if read.read_as == "text":
            stands = "yes" if read.result == "confirmed" else "no"
            result = read.result.replace("_", " ")
            why = "" if read.result == "confirmed" else f"its result: {result}"
            title, day = title_of(material, read.what), material.wording.when(read.on)
            yield (read.what, title, "text", read.by, day, result, stands, why, material.place("reads", read.id))


def list_of_outstanding(material: Material) -> ListOf:
    """Return the reads of allegations put forward that nobody made, or that do not stand."""
    states = read_states(material.graph)
    made: dict[tuple[str, str], list[ReadState]] = {}
    for state in states:
        made.setdefault((state.allegation, state.read_as), []).append(state)
    standing = {key for key, several in made.items() if not unsettled(several)}
    rows = tuple(
        (allegation.id, allegation.title, _for(kind), "read again" if (allegation.id, kind) in made else "not read yet",
         material.place("allegations", allegation.id))
        for allegation in material.graph.allegations
        for kind in ALLEGATION_READS
        if allegation.pursued and (allegation.id, kind) not in standing
    )  # fmt: skip
    columns = ("Allegation", "Title", "To be read for", "State", "Place")
    return ListOf("outstanding", "Reads still to be made", columns, rows, "Every read that is wanted stands.")


def _for(read_as: str) -> str:
    return read_as.replace("_", " ")
