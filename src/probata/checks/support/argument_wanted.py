"""What an argument lacks, in plain words: for a finding, and for the to-do list of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probata.diagnostics import say
from probata.forum import Lacking, Limb


def as_told(missing: Sequence[Lacking]) -> str:
    """Say what is not argued, after "does not argue"."""
    parts = [" or ".join(one.label for one in of_one if not one.needed_by) for of_one in _by_basis(missing)]
    parts += [_besides(one) for one in missing if one.needed_by]
    return ", nor ".join(filter(None, parts))


def as_gap(missing: Sequence[Lacking]) -> str:
    """Say what is still to be argued, after "the argument on"; of several bases that are not complete, one will do."""
    of_bases = [" and on ".join(one.label for one in of_one) for of_one in _by_basis(missing) if of_one[0].basis]
    always = [one.label for one in missing if not one.basis]
    return " and on ".join((*always, *filter(None, [", or on ".join(of_bases)])))


def _by_basis(missing: Sequence[Lacking]) -> Iterable[list[Lacking]]:
    found: dict[str | None, list[Lacking]] = {}
    for one in missing:
        found.setdefault(one.basis, []).append(one)
    return found.values()


def _besides(one: Lacking) -> str:
    """Name the limbs that will do, and those that are not met without them."""
    will_do, by = _named(one.limbs), _named(one.needed_by)
    wanted = f"one of {will_do}" if len(one.limbs) > 1 else will_do
    return f"{wanted}, without which {by} {'are' if len(one.needed_by) > 1 else 'is'} not met"


def _named(limbs: Sequence[Limb]) -> str:
    return " and ".join(f"{say.words(limb.id)} ({limb.label})" for limb in limbs)
