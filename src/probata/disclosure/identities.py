"""Who the persons of a case are, where that is kept apart from its records; and the pseudonyms that stand for them.

Records hold a pseudonym then, as the name too, so that everything works without the identities. With them a document
names whom a consent lets it name.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from types import MappingProxyType
from typing import Any

from probata.diagnostics import Diagnostic, Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.case_file import Filing
from probata.model.parts import reworded
from probata.model.person import Person
from probata.model.record import Record
from probata.model.statement import Statement

Identity = Mapping[str, Any]
"""Fields of a record as its file has them."""
Identities = Mapping[str, Mapping[str, Identity]]
"""Who persons are, by kind and id of record."""
NO_IDENTITIES: Identities = MappingProxyType({})

APART: Mapping[str, Sequence[str]] = {
    "people": (
        "name", "translations", "aliases", "title", "birth", "death", "gender", "identifiers", "addresses", "education",
        "family", "present_situation", "description", "protected", "note",
    ),
    "statements": ("address", "initials"),
}  # fmt: skip
"""Fields that tell who a person is, by kind of record."""
_RECORDS: Mapping[str, type[Record]] = {"people": Person, "statements": Statement}


def with_identities(graph: CaseGraph, identities: Identities) -> CaseGraph:
    """Return a case with what is kept apart from it, by kind and id; the same case where there is nothing.

    What a record says itself goes before it, but for the name, which is the pseudonym there.
    """
    records = {kind: dict(found) for kind, found in graph.records.items()}
    for kind, held in identities.items():
        for key, fields in held.items():
            if (own := records.get(kind, {}).get(key)) is not None:
                records[kind][key] = _with_identity(kind, own, fields)
    return replace(graph, records=records) if any(identities.values()) else graph


def _with_identity(kind: str, own: Record, fields: Identity) -> Record:
    model = _RECORDS[kind]
    needed = {key: getattr(own, key) for key, info in model.model_fields.items() if info.is_required()}
    read = model.model_validate({**needed, **fields})
    empty = model.model_validate(needed)
    update = {key: getattr(read, key) for key in fields if key == "name" or getattr(own, key) == getattr(empty, key)}
    return own.model_copy(update=update)


@dataclass(frozen=True, slots=True)
class TextApart:
    """A text as it was before pseudonyms were put in it."""

    before: str
    edits: tuple[tuple[int, int, str, str], ...]
    """Where it named somebody, whom, and what stands there now; in order."""

    def naming_all_but(self, unnamed: Collection[str]) -> str:
        """Return the text with the pseudonyms of some persons, and the names of the others."""
        text = self.before
        for start, end, person, word in reversed(self.edits):
            text = f"{text[:start]}{word}{text[end:]}" if person in unnamed else text
        return text


Texts = Mapping[str, Mapping[str, TextApart]]
"""Texts as they were, by the record and by what they say now."""


def with_texts(graph: CaseGraph, texts: Texts, unnamed: Collection[str]) -> CaseGraph:
    """Return a case whose texts say what they said before pseudonyms came in, but of some persons their pseudonyms.

    A text that was changed since stays as it is.
    """
    if not texts:
        return graph
    records = {kind: dict(found) for kind, found in graph.records.items()}
    case = graph.case
    for record, held in texts.items():
        kind, _, key = record.partition("/")
        said = {after: one.naming_all_but(unnamed) for after, one in held.items()}
        before = partial(_before, said)
        if kind == "case":
            case = reworded(case, before)
        elif (own := records.get(kind, {}).get(key)) is not None:
            records[kind][key] = reworded(own, before)
    return replace(graph, case=case, records=records)


def _before(said: Mapping[str, str], text: str) -> str:
    for _ in said:  # what was put in later goes first
        text = said.get(text, text)
    return text


def known_by_pseudonym_alone(graph: CaseGraph) -> frozenset[str]:
    """Return the persons whose names the records do not hold: nobody can search for them without the identities."""
    return frozenset(one.id for one in graph.people if one.pseudonym and one.name.display == one.pseudonym)


def named_by_pseudonym(graph: CaseGraph, filing: Filing, shown: CaseGraph) -> Iterator[Diagnostic]:
    """Find that who makes the statement of a filing may be named in it, and is known by a pseudonym alone."""
    made = shown.find("statements", Statement, filing.statement or "")
    agreed = {one.person for one in graph.consents if filing.forum in one.forums and one.identity != "named"}
    if made and made.person in known_by_pseudonym_alone(graph) - agreed:
        yield Diagnostic(
            "DIS104", "identity-apart", Severity.ERROR,
            f"{say.person(made.person)} makes the statement of {say.filing(filing)} and is known here by a pseudonym",
            graph.span("people", made.person), "make it with the key: `probata build --key FILE`",
            record=f"people/{made.person}", filing=filing.id,
        )  # fmt: skip


# Letters that say nothing: drawn from all by a key that is thrown away, so that they follow neither names, nor the
# order of records, nor how many persons there are.

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which read as numbers."""
_FEW = 12
"""Persons who get one letter each: more would show how many there are."""


def choose_marks(ids: Collection[str], taken: Collection[str], key: bytes) -> dict[str, str]:
    """Return a mark of one letter or two for each person; none that is taken.

    `key` is random, and never kept: what was chosen stands in the records.
    """
    single = len(ids) + len(taken) <= _FEW
    pool = [*_LETTERS] if single else ["".join(two) for two in product(_LETTERS, repeat=2)]
    free = sorted((one for one in pool if one not in taken), key=lambda one: _drawn(key, f"mark {one}"))
    return dict(zip(sorted(ids, key=lambda one: _drawn(key, f"person {one}")), free, strict=False))


def _drawn(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")
