"""What an import would do to the records of a case, of any kind: nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from probata.diagnostics import Diagnostic
from probata.diagnostics.say import did_you_mean
from probata.edits.change import MoreFields
from probata.edits.ids import words_of
from probata.graph.case_graph import CITABLE
from probata.graph.resolve import REFERENCES, SHORT_FORMS, cited_keys
from probata.importers.changes import (
    Changes,
    Contradiction,
    Fate,
    Held,
    Incoming,
    Outcome,
    fault,
    placed,
)
from probata.importers.ids import LONGEST, unique_id
from probata.importers.records.compare import Plain, as_list, contradictions, covers, kept, missing, usual_value
from probata.importers.records.matching import BY_ID, NEARLY, Match, Shelf, is_named
from probata.importers.records.said import forms, name_of, names_in, rules_of, texts_at, values_at
from probata.importers.same import of_text
from probata.importers.works import NO_LAW, Law
from probata.model.citation import from_short
from probata.model.dates import parse_when
from probata.model.decode import Decoded, decode_records
from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.model.record import ID_FORM
from probata.model.source_record import NAMED_BY_PERSONS
from probata.source.add_to_yaml import with_more
from probata.source.case_source import CaseSource
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode, to_plain
from probata.workbook.shape import shape_of

_OUTSIDE = {"conduct": "conduct code", "elements": "element of a legal test", "instruments": "instrument",
            "forums": "forum", "filings": "filing"}  # fmt: skip
_ALIKE = 0.7
"""How alike two names must be for one to be a slip of the other."""
_MOST_ASKED = 50
"""Names for which the nearest are looked for; where more are unknown, they are of another list."""
_RECORD_IT = "record it first, or correct the name"
_SHOWN = 5
"""Candidates that a message names."""


@dataclass(slots=True)
class Names:
    """What references may lead to: ids by kind, and the names of records."""

    outside: Mapping[str, frozenset[str]]
    """Ids that stand outside the records, such as those of conduct."""

    ids: dict[str, dict[str, str]] = field(default_factory=dict)
    """Kind → id, ours or that of the file → our id."""

    names: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Kind → name as it is compared → ids."""

    _asked: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def put(self, kind: str, held: Held, *other_ids: str) -> None:
        """Add a record, under other ids too."""
        ids = self.ids.setdefault(kind, {})
        for name in (held.id, *filter(None, other_ids)):
            ids.setdefault(name, held.id)
        listed = self.names.setdefault(kind, {})
        for name in names_in(kind, held.fields):
            if held.id not in listed.setdefault(name, []):
                listed[name].append(held.id)

    def resolved(self, kind: str, node: MappingNode, faults: list[Diagnostic]) -> MappingNode:
        """Return a record with our ids in place of what it names; what leads nowhere is added to `faults`."""
        for path, kinds in REFERENCES.get(kind, {}).items():
            has_short_form = (kind, path) in SHORT_FORMS

            def found(scalar: Scalar, kinds: tuple[str, ...] = kinds) -> Scalar:
                return self._found(scalar, kinds, faults)

            changed = _changed(node, path.split("."), has_short_form, found)
            node = changed if isinstance(changed, MappingNode) else node
        cited = _changed(node, ["citations", "source"], False, self._cited)
        return cited if isinstance(cited, MappingNode) else node

    def _cited(self, scalar: Scalar) -> Scalar:
        """Return our id of a source that came in under another; whether it is there at all is asked later."""
        return Scalar(self.ids.get("sources", {}).get(scalar.text, scalar.text), scalar.span)

    def _found(self, scalar: Scalar, kinds: tuple[str, ...], faults: list[Diagnostic]) -> Scalar:
        said = scalar.text.strip()
        for kind in kinds:
            if said in self.outside.get(kind, ()):
                return Scalar(said, scalar.span)
            if ours := self.ids.get(kind, {}).get(said):
                return Scalar(ours, scalar.span)
        named = list(dict.fromkeys(one for kind in kinds for one in self.names.get(kind, {}).get(of_text(said), ())))
        if len(named) == 1:
            return Scalar(named[0], scalar.span)
        faults.append(_several(scalar, kinds, named) if named else self._nowhere(scalar, kinds))
        return scalar

    def help_on_cited(self, key: str) -> str:
        """Return the next step for a citation that leads nowhere."""
        known = [*(one for kind in CITABLE for one in self.ids.get(kind, ())), *self.outside.get("instruments", ())]
        return did_you_mean(key, known, "add the source first, or leave the column out", _ALIKE)

    def _near(self, said: str, kinds: tuple[str, ...]) -> str:
        """Return the next step for a name that nobody has; one name often stands in many rows."""
        if (said, kinds) not in self._asked and len(self._asked) >= _MOST_ASKED:
            return _RECORD_IT
        if (said, kinds) not in self._asked:
            known = {name: name for kind in kinds for name in (*self.ids.get(kind, ()), *self.outside.get(kind, ()))}
            known |= {name: ids[0] for kind in kinds for name, ids in self.names.get(kind, {}).items()}
            near = dict.fromkeys(f"`{known[name]}`" for name in get_close_matches(said, known, _SHOWN, _ALIKE))
            help = f"did you mean {' or '.join(near)}?" if near else _RECORD_IT
            self._asked[said, kinds] = help
        return self._asked[said, kinds]

    def _nowhere(self, scalar: Scalar, kinds: tuple[str, ...]) -> Diagnostic:
        return fault("IMP176", "nobody-of-this-name", f"no {_called(kinds)} has the id or the name `{scalar.text}`",
                     scalar.span, self._near(of_text(scalar.text), kinds))  # fmt: skip


def _several(scalar: Scalar, kinds: tuple[str, ...], named: list[str]) -> Diagnostic:
    listed = ", ".join(f"`{name}`" for name in named[:_SHOWN])
    return fault("IMP177", "several-of-this-name", f"the name `{scalar.text}` may be {_called(kinds)} {listed}",
                 scalar.span, "write the id of the one that is meant")  # fmt: skip


def _called(kinds: tuple[str, ...]) -> str:
    return " or ".join(_OUTSIDE.get(kind) or KIND_BY_KEY[kind].singular for kind in kinds)


def _changed(node: Node, path: list[str], has_short_form: bool, found: Callable[[Scalar], Scalar]) -> Node:
    """Return a node with what is found in place of the scalars at a path; a short form stands for its main field."""
    if isinstance(node, SequenceNode):
        return SequenceNode(tuple(_changed(item, path, has_short_form, found) for item in node.items), node.span)
    if isinstance(node, Scalar):
        return found(node) if len(path) <= has_short_form and not node.is_null else node
    if not path:
        return node
    return MappingNode(tuple(_entries(node, path, has_short_form, found)), node.span)


def _entries(
    node: MappingNode, path: list[str], has_short_form: bool, found: Callable[[Scalar], Scalar]
) -> Iterator[Entry]:
    for entry in node.entries:
        is_on_path = entry.key.text == path[0]
        yield Entry(entry.key, _changed(entry.value, path[1:], has_short_form, found)) if is_on_path else entry


# What a new record needs said besides: where it comes from, and that an end that is not given is not known.

_DATES, _STATUS, _UNKNOWN, _NOTE = "dates", "status", "unknown", "note"
_CONSENT = "consent_required"


def completed(kind: str, node: MappingNode, provenance: str = "") -> MappingNode:
    """Return a new record with where it comes from, in its remark for the team, if it has one.

    Where its period has no end and nothing is said of its status, that is unknown: a record takes a missing status for
    `ended`, and a missing end never means that somebody is still in office.
    """
    shape = shape_of(kind)
    says_nothing = node.get(_STATUS) is None and _UNKNOWN in shape.below(_STATUS).choices
    if says_nothing and _has_open_end(node.get(_DATES)):
        node = _with(node, _STATUS, _UNKNOWN)
    if provenance and _NOTE in shape.fields and node.get(_NOTE) is None:
        node = _with(node, _NOTE, provenance)
    return node


def kept_back(node: MappingNode, kind: str) -> str:
    """Return what a record with a remark needs said, where it says nothing of it; empty where it needs nothing.

    What a remark asks for, "do not name", nobody has read yet: such a person, letter or interview shall be shown when
    somebody decides so.
    """
    is_private = kind == "sources" and isinstance(told := node.get("type"), Scalar) and told.text in NAMED_BY_PERSONS
    field = _CONSENT if _CONSENT in shape_of(kind).fields else "confidentiality" if is_private else ""
    return field if field and node.get(_NOTE) is not None and node.get(field) is None else ""


_KEPT_BACK = {
    _CONSENT: ("true", "which is set: write `no` where it does not"),
    "confidentiality": ("confidential", "which is set: take it out where it does not"),
}


def _may_ask(field: str) -> str:
    return f"its remark may ask for protection, `{field}: {_KEPT_BACK[field][0]}`"


def _with(node: MappingNode, key: str, text: str) -> MappingNode:
    return MappingNode((*node.entries, Entry(Scalar(key, node.span), Scalar(text, node.span))), node.span)


def _has_open_end(dates: Node | None) -> bool:
    stated = dates.get("stated") if isinstance(dates, MappingNode) else dates
    try:
        return isinstance(stated, Scalar) and parse_when(stated.text).is_open
    except ValueError:
        return False


# Why a record of others is refused though every value of it can be read.


def unsure(one: Incoming, match: Match) -> Diagnostic:
    """Say that a record may be one of ours and cannot be told by itself."""
    named = ", ".join(f"`{held.id}`" for held in match.found[:_SHOWN])
    called = KIND_BY_KEY[one.kind].singular
    if match.is_sure or match.by == NEARLY:
        message = f"by its {match.by} it may be {called} {named}"
        help = "write the id of the one that is meant under `Id`"
        if not match.is_sure:
            help = f"{help}, or this name among its aliases; where it is somebody else, write another id"
        return fault("IMP178", "one-of-several", message, one.span, help)
    message = f"it has the {match.by} of {called} {named}, and nothing else tells whether it is the same"
    help = f"write {named} under `Id` where it is, another id where it is not; a date of birth or a number tells, too"
    return fault("IMP179", "same-name-alone", message, one.span, help)


def against(one: Incoming, held: Held, by: str) -> Diagnostic:
    """Say that a record contradicts the one of ours that it is matched with."""
    if one.is_work:
        message, help = f"it is like `{held.id}` and contradicts it", "correct one of the two"
    else:
        message = f"it is {KIND_BY_KEY[one.kind].singular} `{held.id}` by its {by} and contradicts it"
        help = "correct one of the two; where they are two, give this one an id of its own under `Id`"
    return fault("IMP180", "contradicts-record", message, one.span, help)


def locked(one: Incoming, held: Held) -> Diagnostic:
    """Say that the record of ours cannot be added to."""
    message = f"it is `{held.id}`, whose record cannot be read as a whole"
    return fault(
        "IMP181", "record-not-read", message, one.span, "`probata check` says what is wrong there: correct it first"
    )


# What keeps a record of others out though it can be read: a field that it lacks, a source that is not there.


def faults_of(kind: str, node: MappingNode, names: Names, before: Mapping[str, Any] | None = None) -> list[Diagnostic]:
    """Return what is wrong with a record as it would be written; `before` is what ours says without it."""
    decoded = _decoded(kind, node)
    known = set(_cited(_decoded(kind, placed(before, node.span)))) if before else set()
    new = [key for key in _cited(decoded) if key not in known and not _is_citable(key, names)]
    return decoded.findings + [
        fault("IMP182", "source-not-there", f"no source or authority has the id `{key}`", node.span,
              names.help_on_cited(key))
        for key in dict.fromkeys(new)
    ]  # fmt: skip


def _decoded(kind: str, node: MappingNode) -> Decoded[Any]:
    return decode_records([node], KIND_BY_KEY[kind].record, kind)


def _cited(decoded: Decoded[Any]) -> list[str]:
    return [key for made, _ in decoded.records for _, key in cited_keys(made)]


def _is_citable(key: str, names: Names) -> bool:
    is_there = any(key in names.ids.get(kind, ()) for kind in CITABLE)
    return is_there or key in names.outside.get("instruments", ())


# Lists of a record of ours that grow by what theirs has more: a further name, another nationality, one more source.

_CITATIONS = "citations"


def more(kind: str, ours: Plain, theirs: Plain) -> dict[str, list[Any]]:
    """Return the entries that the growing lists of ours lack, by field.

    An entry that says less than one of ours is there already. One that says more of the same, or bears a name or number
    that ours has already, is not added beside it: which of the two is right is for whoever keeps the record.
    """
    found: dict[str, list[Any]] = {}
    for key in sorted(rules_of(kind).grows & theirs.keys() & ours.keys()):
        entries = [one for one in as_list(theirs[key]) if not _is_known(kind, ours, key, one)]
        if new := list(_lacking(as_list(ours[key]), entries, key == _CITATIONS)):
            found[key] = new
    return found


def _is_known(kind: str, ours: Plain, key: str, entry: Any) -> bool:
    """Tell whether an entry bears a name of ours, or what tells records apart: the number of a passport."""
    rules = rules_of(kind)
    names = names_in(kind, ours)
    for where in {*rules.names, *(one for line in rules.sure for one in line)}:
        if where.partition(".")[0] == key:
            held = names if where in rules.names else texts_at(kind, ours, where)
            if held & texts_at(kind, {key: [entry]}, where):
                return True
    return False


def _lacking(ours: list[Any], theirs: list[Any], is_cited: bool) -> Iterator[Any]:
    held = [_long(one, is_cited) for one in ours]
    for entry in theirs:
        said = _long(entry, is_cited)
        if not any(covers(one, said) or covers(said, one) for one in held):
            held.append(said)
            yield entry


def _long(entry: Any, is_cited: bool) -> Any:
    return from_short(entry) if is_cited else entry


# The id of a record that is new: that of where it comes from where it can be ours, else one made of what it says.

_WORDS_OF_A_TEXT = 4


def wished_id(kind: str, plain: Mapping[str, Any], given: str) -> str:
    """Return the id that a record gets where no other has it; the same record always gets the same.

    Words in another script than ours make none: where there are no others, it is called by its kind.
    """
    if len(given) <= LONGEST and re.fullmatch(ID_FORM, given):
        return given
    lines = ([_words(kind, plain, where) for where in line] for line in rules_of(kind).id)
    found = next((line for line in lines if all(line)), [words_of(KIND_BY_KEY[kind].singular)])
    return "-".join(word for words in found for word in words)[:LONGEST].rstrip("-.")


def _words(kind: str, plain: Mapping[str, Any], where: str) -> list[str]:
    path = tuple(where.split("."))
    shape = shape_of(kind).at(path)
    text = next((form for value in values_at(plain, path) for form in forms(value, shape)), "")
    is_id = bool(re.fullmatch(ID_FORM, text)) and not shape.is_date
    return [text.lower()] if is_id else words_of(text)[:_WORDS_OF_A_TEXT]


# A post and a tenure without a title: what stands for it until somebody writes it.

_TITLE = "title"


def titled(kind: str, node: MappingNode, shelves: Mapping[str, Shelf]) -> tuple[MappingNode, str]:
    """Return a record with a title, and a remark on it; as it is where it has one, or nothing tells which post it is.

    A tenure takes that of its post. A post of which the body alone is known says that its title is not recorded.
    """
    if kind not in ("positions", "roles") or node.get(_TITLE) is not None:
        return node, ""
    if kind == "positions":
        body = shelves["bodies"].by_id.get(_text(node.get("body")))
        title = f"post at {name_of('bodies', body.fields)} (title not recorded)" if body else ""
        remark = f"it lacks the title of the post: `{title}` stands for it until you write it"
    else:
        post = shelves["positions"].by_id.get(_text(node.get("seats")))
        title = str(post.fields.get(_TITLE, "")) if post else ""
        remark = f"it lacks a title: that of the post, `{title}`, stands for it"
    if not title:
        return node, ""
    entry = Entry(Scalar(_TITLE, node.span), Scalar(title, node.span))
    return MappingNode((*node.entries, entry), node.span), remark


def _text(node: Node | None) -> str:
    """Return the id that stands in a field, or first in a list of them."""
    first = node.items[0] if isinstance(node, SequenceNode) and node.items else node
    first = first.get("position") if isinstance(first, MappingNode) else first
    return first.text if isinstance(first, Scalar) else ""


def outcome_of(fate: Fate, name: str, one: Incoming, **told: Any) -> Outcome:
    """Return what became of a record; `told` are the other fields of the outcome."""
    told.setdefault("remarks", one.remarks)
    kind = "" if one.is_work else one.kind
    return Outcome(fate, name, one.label or "a row", one.span, kind, unheld=one.unheld, persons=one.persons,
                   bodies=one.bodies, **told)  # fmt: skip


def refused(
    one: Incoming, faults: list[Diagnostic], held: Held | None = None, against: tuple[Contradiction, ...] = ()
) -> Outcome:
    """Return that a record is refused; `held` is that of ours that it is like."""
    return outcome_of(Fate.REFUSED, held.id if held else "", one, faults=tuple(faults), against=against)


def paths_in(fields: Mapping[str, Any], before: str = "") -> list[str]:
    """Return the paths, with dots, of all that fields hold."""
    return [
        path
        for key, value in fields.items()
        for path in (paths_in(value, f"{before}{key}.") if isinstance(value, Mapping) else [f"{before}{key}"])
    ]


@dataclass(slots=True)
class Plan:
    """The records of a case, and what happens to them one incoming record after the other.

    A record that is taken in is known to all that come after it. One that contradicts the record it is matched with
    changes nothing.
    """

    names: Names
    shelves: dict[str, Shelf] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(default_factory=dict)
    """Ids that no new record of a kind may have."""

    law: Law = NO_LAW
    """What can be cited without a source: a work of it becomes none."""

    outcomes: list[Outcome] = field(default_factory=list)
    changes: dict[str, Changes] = field(default_factory=dict)

    def of(self, fate: Fate) -> list[Outcome]:
        """Return the outcomes of one sort."""
        return [outcome for outcome in self.outcomes if outcome.fate is fate]

    def put(self, kind: str, held: Held, *other_ids: str) -> None:
        """Add a record that the case holds, or will hold, or what it can be found by now."""
        self.shelves[kind].put(held)
        self.names.put(kind, held, *other_ids)
        self.taken[kind].add(held.id)

    def take_all(self, incoming: Iterable[Incoming]) -> None:
        """Decide what becomes of each."""
        for one in incoming:
            self.outcomes.append(self._take(one))

    def _take(self, one: Incoming) -> Outcome:
        faults = list(one.faults)
        node, lacks = titled(one.kind, self.names.resolved(one.kind, one.node, faults), self.shelves)
        one = replace(one, remarks=(*one.remarks, lacks)) if lacks else one
        theirs = to_plain(node)
        if one.is_work:
            return self._take_work(one, node, theirs, faults)
        if faults:
            return refused(one, faults)
        match = self.shelves[one.kind].find(theirs, (one.wished, *one.known_as))
        if one.is_named_apart and match.by != BY_ID and self._are_others(one.kind, match, theirs):
            return self._added(one, node)
        if len(match.found) == 1 and match.is_sure:
            return self._merged(match.found[0], match.by, one, node, theirs)
        if match.found:
            return refused(one, [unsure(one, match)])
        return self._added(one, node)

    def _take_work(self, one: Incoming, node: MappingNode, fields: dict[str, Any], faults: list[Diagnostic]) -> Outcome:
        """Decide what becomes of a work; what is law that the case can cite already is no source."""
        theirs = {key: value for key, value in fields.items() if key not in one.coarse}
        found = self.shelves[one.kind].find_work(theirs, tuple(filter(None, (*one.known_as, one.wished))))
        if found is None and (law := self.law.find(fields)):
            remark = f"it stands in {law[1]}: cite it as `{law[0]}`; no source is made of it"
            return outcome_of(Fate.SAME, law[0], one, remarks=(*one.remarks, remark))
        if faults:
            return refused(one, faults)
        if found is not None:
            return self._merged(found, "", one, node, theirs)
        if not is_named(fields):
            message, help = "it has neither a title nor an address, DOI or number", "give it a title, or leave it out"
            return refused(one, [fault("IMP186", "work-unnamed", message, one.span, help)])
        return self._added(one, node)

    def _are_others(self, kind: str, match: Match, theirs: dict[str, Any]) -> bool:
        """Tell whether records of ours are others than one that bears an id of its own: only alike, or contradicted."""
        return not match.is_sure or all(contradictions(kind, held.fields, theirs) for held in match.found)

    def _merged(self, held: Held, by: str, one: Incoming, node: MappingNode, theirs: dict[str, Any]) -> Outcome:
        if differing := contradictions(one.kind, held.fields, theirs):
            return refused(one, [against(one, held, by)], held, tuple(differing))
        new = missing(one.kind, held.fields, theirs) | more(one.kind, held.fields, theirs)
        usual = tuple(_was_usual(one.kind, held.fields, new))
        if "note" in new and (open_yet := kept_back(placed({**held.fields, **new}, one.span), one.kind)):
            usual = (*usual, f"{_may_ask(open_yet)}: set it where it does")
        whole = with_more(held.fields, new)
        ours = tuple(kept(one.kind, whole, theirs))
        self.names.put(one.kind, held, one.wished, *one.known_as)
        if not new:
            return outcome_of(Fate.SAME, held.id, one, by=by, kept=ours)
        if held.is_locked:
            return refused(one, [locked(one, held)], held)
        if faults := faults_of(one.kind, placed(whole, one.span), self.names, held.fields):
            return refused(one, faults)
        held.fields.clear()
        held.fields.update(whole)
        if held.span is not None:
            self._changes(one.kind).filled.append(MoreFields(one.kind, held.id, held.span, new))
        self.put(one.kind, held)
        return outcome_of(
            Fate.FILLED, held.id, one, by=by, filled=tuple(paths_in(new)), kept=ours, remarks=(*one.remarks, *usual)
        )

    def _added(self, one: Incoming, node: MappingNode) -> Outcome:
        remarks = [*one.remarks, one.of_new] if one.of_new else list(one.remarks)
        if field := kept_back(node, one.kind):
            node = _with(node, field, _KEPT_BACK[field][0])
            remarks.append(f"{_may_ask(field)}, {_KEPT_BACK[field][1]}")
        node = completed(one.kind, node, one.provenance)
        wished = wished_id(one.kind, to_plain(node), one.wished)
        name = unique_id(wished, self.taken[one.kind])
        record = to_plain(_with_id(node, name))
        if faults := faults_of(one.kind, _with_id(node, name), self.names):
            return refused(one, faults)
        if one.wished and name != one.wished:
            why = "is taken by another record" if wished == one.wished else "can be none"
            remarks.append(f"the id `{one.wished}` {why}: `{name}` is given")
        self._changes(one.kind).added.append(record)
        # The record itself, so that what fills it in later is written with it.
        self.put(one.kind, Held(name, record), one.wished, *one.known_as)
        return outcome_of(Fate.ADDED, name, one, remarks=tuple(remarks))

    def _changes(self, kind: str) -> Changes:
        return self.changes.setdefault(kind, Changes())


def _was_usual(kind: str, ours: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say of each field that is filled in what it meant before, though nothing was written."""
    for key in new:
        if key not in ours and (usual := usual_value(kind, key)):
            yield f"`{key}`: ours was `{usual}`, which is meant where nothing is written"


def _with_id(node: MappingNode, name: str) -> MappingNode:
    entry = Entry(Scalar("id", node.span), Scalar(name, node.span))
    return MappingNode((entry, *node.without({"id"}).entries), node.span)


# The records that a case holds, as an import of records looks at them.


def plan_for(
    case: CaseSource, outside: Mapping[str, frozenset[str]], beside: Collection[str], law: Law = NO_LAW
) -> Plan:
    """Return the plan of an import that takes nothing in yet.

    `outside` are ids by kind that stand outside the records, `beside` those that nothing that is cited may have.
    """
    plan = Plan(Names(outside), law=law)
    for kind in KINDS:
        plan.shelves[kind.key] = Shelf(kind.key)
        plan.taken[kind.key] = set(beside) if kind.key in CITABLE else set()
        for node in case.records.get(kind.key, []):
            if isinstance(node, MappingNode) and isinstance(found := node.get("id"), Scalar):
                is_faulty = bool(decode_records([node], kind.record, kind.key).findings)
                spelt = {kind.record.spellings.get(key, key): value for key, value in to_plain(node).items()}
                plan.put(kind.key, Held(found.text, spelt, node.span, is_faulty))
    for cited in CITABLE:
        plan.taken[cited] |= {name for other in CITABLE for name in plan.names.ids.get(other, ())}
    return plan
