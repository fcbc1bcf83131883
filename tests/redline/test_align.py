"""Which things of two lists go together, and in what pieces text is compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.each import each

from probata.redline.align import Side, align
from probata.redline.patience import same
from probata.redline.words import pieces


def never(old: int, new: int) -> float:
    return 0.0


def test_equal_things_go_together_in_order_and_the_rest_stands_between() -> None:
    old, new = Side("abcd", [""] * 4), Side("axcd", [""] * 4)
    assert align(old, new, never) == [(0, 0), (1, None), (None, 1), (2, 2), (3, 3)]


def test_what_stands_once_in_both_goes_together_among_what_is_repeated() -> None:
    """The heading goes with the heading, though more of the empty paragraphs could be paired without it."""
    assert (4, 0) in same([*"....h"], [*"h...."])


def test_things_of_one_name_go_together_though_nothing_is_alike() -> None:
    old, new = Side(["p", "q"], ["", "name"]), Side(["r", "s"], ["name", ""])
    assert align(old, new, never) == [(0, None), (1, 0), (None, 1)]


def test_the_alike_go_together_so_that_most_is_gained() -> None:
    likeness = {(0, 0): 0.5, (0, 1): 0.9, (1, 1): 0.6}
    old, new = Side("ab", ["", ""]), Side("xy", ["", ""])
    assert align(old, new, lambda i, j: likeness.get((i, j), 0.0)) == [(0, 0), (1, 1)]


def test_a_gap_that_is_too_large_is_another_text() -> None:
    old, new = (Side([f"{kind}{n}" for n in range(300)], [""] * 300) for kind in "ab")
    assert align(old, new, lambda i, j: 1.0)[:2] == [(0, None), (1, None)]


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_every_place_of_both_lists_stands_once_and_in_order(old: list[str], new: list[str]) -> None:
    entries = align(Side(old, [""] * len(old)), Side(new, [""] * len(new)), lambda i, j: 0.5)
    assert [i for i, _ in entries if i is not None] == list(range(len(old)))
    assert [j for _, j in entries if j is not None] == list(range(len(new)))
    assert all(old[i] == new[j] for i, j in same(old, new))


@each(
    ("text", "expected"),
    [
        ("1,250.50 euros", ["1,250.50", " ", "euros"]),
        ("on 2020-03-01, he", ["on", " ", "2020-03-01", ",", " ", "he"]),
        ("the State’s well-known", ["the", " ", "State’s", " ", "well-known"]),
        ("(n 12)", ["(", "n", " ", "12", ")"]),
        ("法院 said", ["法", "院", " ", "said"]),
        ("a  b", ["a", "  ", "b"]),
        ("", []),
    ],
)
def test_text_is_compared_by_words_numbers_and_signs(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(max_size=40))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
