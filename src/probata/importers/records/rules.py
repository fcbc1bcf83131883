"""What tells the records of a kind apart: the table `match.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from probata.source.shipped import shipped


@dataclass(frozen=True, slots=True)
class Rules:
    """How records of a kind are known again; paths have dots."""

    names: tuple[str, ...]
    sure: tuple[tuple[str, ...], ...]
    """Each: what must be the same, all of it, in two records that are one."""

    alike: tuple[str, ...]
    """What two records that are one have in common, and others may have too."""

    divided: frozenset[str]
    """Lists of single words, which cells join by commas, slashes and "and"."""

    near: str
    """The date that, with a name that is nearly the same, two records that may be one have in common; or none."""

    apart: tuple[str, ...]
    """Fields of which both cannot be said of one thing: another time, another body. The records are two then."""

    free: frozenset[str]
    """Fields in which two records that are one may differ; ours stays."""

    grows: frozenset[str]
    """Lists of ours that get what theirs has more."""

    compared: Mapping[str, str]
    """Fields that are compared in a way of their own: as `names`, or as `dates` of one work."""

    instead: Mapping[str, str]
    """Fields that stand for one another: what the other says already is not filled in."""

    whole: frozenset[str]
    """Fields that are filled in only where ours has none of them."""

    id: tuple[tuple[str, ...], ...]
    """Fields of whose words an id is made: the first of these lines of which every field says something."""


@cache
def rules_of(kind: str) -> Rules:
    """Return the rules of a kind; one without a line of its own is known again by its id alone."""
    table = shipped("importers.records", "match.toml")
    own, shared = table.get(kind, {}), table["any"]
    return Rules(
        tuple(own.get("names", ())),
        tuple(map(tuple, own.get("sure", ()))),
        tuple(own.get("alike", ())),
        frozenset(own.get("divided", ())),
        str(own.get("near", "")),
        tuple(own.get("apart", ())),
        frozenset([*shared["free"], *own.get("free", ())]),
        frozenset([*shared["grows"], *own.get("grows", ())]),
        own.get("compared", {}),
        own.get("instead", {}),
        frozenset(own.get("whole", ())),
        tuple(map(tuple, own.get("id", shared["id"]))),
    )
