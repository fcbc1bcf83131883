"""The evidence for an allegation, and how much of it comes from whoever makes the allegation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput
from probata.graph.sources import SEEN, names_of, plain_name
from probata.model.allegation import Allegation
from probata.model.source_record import Source


def supporting(allegation: Allegation) -> tuple[str, ...]:
    """Return what supports an allegation, each work once."""
    return tuple(dict.fromkeys(item.source for item in allegation.evidence if not item.against))


@dataclass(frozen=True, slots=True)
class OwnEvidence:
    """The sources of an allegation, where none of another hand was read."""

    accuser: str
    own: tuple[str, ...]
    """Those that the accuser writes or publishes."""
    unseen: tuple[str, ...]
    """Those of others, which nobody here has seen."""
    besides: tuple[str, ...]
    """Judgments and other law that are cited with them."""


def own_evidence(case: CheckInput, allegation: Allegation) -> OwnEvidence | None:
    """Return the evidence where some is the word of whoever alleges it, and nothing of others was seen; else `None`.

    What the accuser took down from a witness or holds as a document is primary, and not the accuser's own word. What
    others wrote is theirs, by whichever work it is known.
    """
    accuser = _accuser(case, allegation)
    cited = supporting(allegation)
    sources = [found for key in cited if (found := case.graph.find("sources", Source, key))]
    if not accuser or not sources:
        return None
    own = tuple(source.id for source in sources if _is_word_of(source, accuser))
    others = [source for source in sources if source.id not in own]
    if not own or any(source.held in SEEN for source in others):
        return None
    besides = tuple(key for key in cited if case.graph.has("authorities", key))
    return OwnEvidence(accuser, own, tuple(source.id for source in others), besides)


def own_items(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that are the accuser's own word, which does not bear out what the accuser says."""
    accuser = _accuser(case, allegation)
    for place, item in enumerate(allegation.evidence):
        source = case.graph.find("sources", Source, item.source)
        if accuser and source and not item.against and _is_word_of(source, accuser):
            yield place


def is_word_of_accuser(case: CheckInput, allegation: Allegation, source: Source) -> bool:
    """Tell whether a source is what whoever makes an allegation wrote; never where nobody is named who makes it."""
    accuser = _accuser(case, allegation)
    return bool(accuser) and _is_word_of(source, accuser or "")


def _accuser(case: CheckInput, allegation: Allegation) -> str | None:
    return allegation.made_by or case.graph.case.prepared_by.organisation


def _is_word_of(source: Source, accuser: str) -> bool:
    """Tell whether a source is what the accuser wrote; what they took down is primary."""
    return not (source.rank == "primary" and source.held in SEEN) and _is_of(source, accuser)


def _is_of(source: Source, accuser: str) -> bool:
    """Tell whether a source is published or written by the accuser, whose name may stand in a sentence."""
    told = plain_name(accuser)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) for name in names_of(source))
