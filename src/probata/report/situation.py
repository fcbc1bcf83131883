"""The state of the case for whoever takes it over: what there is, what was read and decided, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from probata.checks.engine.decisions import Decisions, is_decided
from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.message import Message
from probata.graph.threads_of_points import is_open, threads_of
from probata.model.allegation import Allegation
from probata.model.case_file import Filing
from probata.model.change import Change
from probata.model.dates import When, parse_when
from probata.model.decision import Decision
from probata.model.kinds import KINDS
from probata.model.read import ALLEGATION_READS, Read
from probata.proof.reads import Change as Voided
from probata.proof.reads import How, ReadState, read_states, unsettled
from probata.report.entries import FindingEntry
from probata.report.lists import ListOf
from probata.report.material import Material
from probata.report.proofs import title_of
from probata.source.node import MappingNode as Node

OF_DECISIONS = ("decision-without-check", "decision-without-finding", "date-in-the-future")
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
    found = tuple(one for one in material.findings if (one.name, one.record) == (decision.check, decision.record))
    if told := tuple(_concerned(material, decision)):
        return "no", "\n".join(told)
    if why := tuple(dict.fromkeys(_changes(material, decision, found))):
        return "in part" if any(map(is_decided, found)) else "no", "\n".join(why)
    return ("yes", "") if found else ("not known", "not all records and documents were looked at")


def _concerned(material: Material, decision: Decision) -> Iterator[str]:
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


_MADE = {"change-without-place": "no: its words have no one place there", "change-not-made": "no: it has a fault"}
"""What the checks say of a change that a document does not have."""


def list_of_changes(material: Material) -> ListOf:
    """Return every change that one document has and the records have not."""
    columns = ("Document", "Comes from", "Before", "After", "By", "On", "Reason", "Made", "Place")
    rows = tuple(
        (one.filing, one.of or "", one.before, one.after or "[left out]", one.author, material.wording.when(one.date),
         one.reason or "", _is_built(material, one), material.place("changes", one.id))
        for one in material.graph.changes
    )  # fmt: skip
    return ListOf("changes", "Kept in one document only", columns, rows, "Every document says what the records say.")


def _is_built(material: Material, change: Change) -> str:
    found = (one.name for one in material.findings if one.record == f"changes/{change.id}" and one.name in _MADE)
    unmade = next(found, "")
    return _MADE[unmade] if unmade else "yes"


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


def situation_of(material: Material, findings: tuple[FindingEntry, ...]) -> tuple[ListOf, ...]:
    """Return the lists of the page for a successor, in the order in which it is read."""
    return (
        _case(material), _filings(material, findings), _allegations(material), list_of_decisions(material),
        list_of_changes(material), list_of_points(material), _gaps(material), _steps(material), _consents(material),
        _sources(material), _notes(material), _records(material),
    )  # fmt: skip


def _case(material: Material) -> ListOf:
    case = material.graph.case
    by = case.prepared_by
    told = (
        ("Title", case.title), ("Status", case.status), ("As of", _when(material, case.as_of)),
        ("Language", case.language), ("State concerned", case.state or ""),
        ("Prepared by", ", ".join(part for part in (by.name, by.organisation, by.contact) if part)),
        ("Marking", case.marking or ""),
        ("Persons concerned", ", ".join(material.person(person) for person in case.persons_concerned)),
        ("Could not be read", f"{material.graph.left_out} records or fields" if material.graph.left_out else "nothing"),
        ("Note", case.note or ""),
        *(("History", _on(_when(material, entry.date), entry.what)) for entry in case.history),
    )  # fmt: skip
    rows = tuple((what, text or "[not recorded]") for what, text in told if text or what not in {"Note", "Marking"})
    return ListOf("case", "The case", ("What", "Recorded"), rows)


def _on(day: str, what: str) -> str:
    return f"{day}: {what}" if day else what


def _filings(material: Material, findings: tuple[FindingEntry, ...]) -> ListOf:
    columns = ("Filing", "Forum", "To", "Date", "Must fix", "Should fix", "Notes", "Place")
    rows: list[tuple[str | int, ...]] = []
    for place, filing in enumerate(material.graph.case.filings):
        elsewhere = _in_other_documents(material, filing)
        about = (one for one in findings if _concerns(one, filing) and (one.record, one.message) not in elsewhere)
        counts = Counter(found.level for found in about)
        to = filing.addressee.name if filing.addressee else ", ".join(one.name for one in filing.addressees)
        rows.append((
            filing.id, filing.forum, to or "[not recorded]", _when(material, filing.date or material.graph.case.as_of),
            *(counts[level.value] for level in Severity),
            material.place("case", material.graph.name, "filings", place),
        ))  # fmt: skip
    return ListOf(
        "filings", "Filings, with what was found that concerns each", columns, tuple(rows), "No filing is named."
    )


def _in_other_documents(material: Material, filing: Filing) -> set[tuple[str, str]]:
    """Return what was found in documents of other filings alone, by record and message: a forum may have several."""
    said = {key: {(one.record, one.message) for one in found} for key, found in material.by_filing.items()}
    own = said.pop(filing.id, set())
    return {one for found in said.values() for one in found} - own


def _concerns(found: FindingEntry, filing: Filing) -> bool:
    """Tell whether a finding is on a filing, or on a record of a case that goes to its forum, or to all of them."""
    on_filings = [record for record in found.records if record.startswith("filings/")]
    if on_filings:
        return f"filings/{filing.id}" in on_filings
    return not found.forums or filing.forum in found.forums


def _allegations(material: Material) -> ListOf:
    columns = ("Allegation", "Title", "State of the work", "Put forward", "Not in", "For", "Against", "Place")
    rows = []
    for found in material.graph.allegations:
        against = sum(1 for item in found.evidence if item.against)
        rows.append((found.id, found.title, found.status.replace("_", " "), "yes" if found.pursued else "no",
                     ", ".join(found.not_in), len(found.evidence) - against, against,
                     material.place("allegations", found.id)))  # fmt: skip
    return ListOf("allegations", "Allegations", columns, tuple(rows), "No allegation is recorded.")


def _gaps(material: Material) -> ListOf:
    rows = tuple(
        (found.id, " or ".join(gap.elements), ", ".join(material.person(person) for person in gap.persons), gap.reason,
         material.place("allegations", found.id, "gaps", place))
        for found in material.graph.all("allegations", Allegation)
        for place, gap in enumerate(found.gaps)
    )  # fmt: skip
    columns = ("Allegation", "Element", "Person", "Reason", "Place")
    return ListOf("gaps", "Gaps that are stated", columns, rows, "No gap is stated.")


def _steps(material: Material) -> ListOf:
    states = {True: "pending", False: "ended", None: "not said"}
    rows = tuple(
        (_when(material, one.date), one.what, one.to or "", one.answer or "", states[one.pending],
         material.place("steps", one.id))
        for one in material.graph.steps
    )  # fmt: skip
    return ListOf("steps", "Steps taken", ("When", "What", "To", "Answer", "State", "Place"), rows)


def _consents(material: Material) -> ListOf:
    rows = tuple(
        (material.person(one.person), one.status.replace("_", " "), ", ".join(one.forums),
         ", ".join(found.replace("_", " ") for found in one.audiences), one.identity, _when(material, one.until),
         material.place("consents", one.id))
        for one in material.graph.consents
    )  # fmt: skip
    columns = ("Person", "Consent", "Forums", "Readers", "Appears", "Until", "Place")
    return ListOf("consents", "Consents", columns, rows, "No consent is recorded.")


def _sources(material: Material) -> ListOf:
    rows = tuple(
        (one.id, one.title or one.translated_title or "", material.wording.label(f"held.{one.held}"), one.url or "",
         material.place("sources", one.id))
        for one in material.graph.sources
        if one.held not in {"held", "on_file"}
    )  # fmt: skip
    columns = ("Source", "Title", "State", "Address", "Place")
    return ListOf("unseen", "Sources that we have not seen", columns, rows, "Every source was seen.")


def _notes(material: Material) -> ListOf:
    rows = tuple(
        (f"{kind}/{record.id}", note, material.place(kind, record.id, "note"))
        for kind, record in material.graph.each()
        if isinstance(note := getattr(record, "note", None), str)
    )
    return ListOf("notes", "Remarks for the team", ("Record", "Remark", "Place"), rows)


def _records(material: Material) -> ListOf:
    rows = tuple(
        (kind.key, len(found), ", ".join(dict.fromkeys(_files(material, kind.key))))
        for kind in KINDS
        if (found := material.graph.records.get(kind.key))
    )
    return ListOf("records", "Records", ("Kind", "Number", "Files"), rows)


def _files(material: Material, kind: str) -> Iterator[str]:
    for key in material.graph.records.get(kind, {}):
        node: Node | None = material.graph.nodes.get((kind, key))
        if node is not None:
            yield node.span.path


# Reads: who read what and when, what voided a read, and which are still to be made.


def list_of_reads(material: Material) -> ListOf:
    """Return every read: those of allegations with what changed since, then those of texts."""
    columns = ("What", "Title", "Read for", "By", "On", "Result", "Stands", "What voided it", "Place")
    rows = (*(_of_allegation(material, state) for state in read_states(material.graph)), *_of_texts(material))
    return ListOf("reads", "Reads, and what voided them", columns, rows, "No read is recorded.")


def _of_allegation(material: Material, state: ReadState) -> tuple[str, ...]:
    allegation = material.graph.find("allegations", Allegation, state.allegation)
    title = allegation.title if allegation else ""
    result, stands = state.result.replace("_", " "), "yes" if state.stands else "no"
    on = _when(material, parse_when(state.on) if state.on else None)
    return (state.allegation, title, _for(state.read_as), state.by, on, result, stands, _why(material, state),
            material.place("reads", state.read))  # fmt: skip


def _why(material: Material, state: ReadState) -> str:
    if state.stands:
        return ""
    told = [_change_told(material, change) for change in state.changes]
    if not state.rests_on:
        told.append("it does not say on what it rested")
    if state.after_its_day:
        told.append(f"it is dated before {state.after_its_day}")
    if state.result != "confirmed":
        told.append(f"its result: {state.result.replace('_', ' ')}")
    return "\n".join(map(Message, told))


def _change_told(material: Material, change: Voided) -> str:
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


def _when(material: Material, when: When | None) -> str:
    return material.wording.when(when) if when else ""
