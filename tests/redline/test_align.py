"""Which things of two lists go together, and in what pieces text is compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from probata.redline.align import Side, align, same


def never(old: int, new: int) -> float:
    return 0.0


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_every_place_of_both_lists_stands_once_and_in_order(old: list[str], new: list[str]) -> None:
    entries = align(Side(old, [""] * len(old)), Side(new, [""] * len(new)), lambda i, j: 0.5)
    assert [i for i, _ in entries if i is not None] == list(range(len(old)))
    assert [j for _, j in entries if j is not None] == list(range(len(new)))
    assert all(old[i] == new[j] for i, j in same(old, new))
