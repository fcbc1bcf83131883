"""The numbers of the pages of a bundle, and what comes in later."""

from __future__ import annotations

from tests.each import each

from probata.bundle.numbers import label_runs, number_pages, ranges
from probata.model.fixed_bundle import FixedPiece

FIXED = {"index": ("1",), "brief": ("2", "3"), "e1": ("4", "5"), "e2": ("6", "7", "8")}


def numbers(*pieces: tuple[str, int], fixed: bool = True) -> str:
    return " ".join(number_pages(pieces, FIXED if fixed else None))


def test_pages_are_numbered_from_one() -> None:
    assert numbers(("index", 1), ("brief", 2), ("e1", 1), fixed=False) == "1 2 3 4"


@each(
    ("pieces", "expected"),
    [
        ((("index", 1), ("brief", 2), ("e1", 2), ("e2", 3)), "1 2 3 4 5 6 7 8"),
        ((("index", 1), ("brief", 2), ("e1", 2), ("late", 2), ("e2", 3)), "1 2 3 4 5 5A 5B 6 7 8"),
        ((("index", 1), ("brief", 3), ("e1", 2), ("e2", 3)), "1 2 3 3A 4 5 6 7 8"),
        ((("index", 1), ("brief", 3), ("late", 1), ("e1", 2), ("e2", 3)), "1 2 3 3A 3B 4 5 6 7 8"),
        ((("index", 1), ("brief", 2), ("e2", 3)), "1 2 3 6 7 8"),
        ((("index", 1), ("brief", 1), ("e1", 2), ("e2", 3)), "1 2 4 5 6 7 8"),
        ((("index", 1), ("brief", 2), ("e1", 2), ("e2", 3), ("late", 2)), "1 2 3 4 5 6 7 8 9 10"),
        ((("index", 1), ("brief", 2), ("e1", 2), ("e2", 4), ("late", 2)), "1 2 3 4 5 6 7 8 9 10 11"),
    ],
)
def test_what_others_have_keeps_its_numbers(pieces: tuple[tuple[str, int], ...], expected: str) -> None:
    assert numbers(*pieces) == expected


def test_more_late_pages_than_letters_have_numbers_of_their_own() -> None:
    late = number_pages([("index", 1), ("brief", 2), ("late", 60), ("e1", 2)], FIXED)

    assert len(set(late)) == len(late)
    assert late[2:4] == ("3", "3A")
    assert late[28:30] == ("3Z", "3AA")


def test_labels_of_a_part_begin_with_its_first_number() -> None:
    assert list(label_runs(["501", "502", "502A", "503"])) == [(0, 501), (2, "502A"), (3, 503)]


def test_what_came_in_late_keeps_its_letters_when_the_bundle_is_fixed_again() -> None:
    fixed = {**FIXED, "late": ("5A", "5B")}
    pieces = [("index", 1), ("brief", 2), ("e1", 3), ("late", 2), ("later", 1), ("e2", 3)]

    assert " ".join(number_pages(pieces, fixed)) == "1 2 3 4 5 5C 5A 5B 5D 6 7 8"


def test_numbers_are_written_down_as_they_are_read() -> None:
    numbers = ("4", "5", "6", "6A", "6B", "9")

    assert ranges(numbers) == "4-6, 6A, 6B, 9"
    assert FixedPiece(piece="brief", pages=ranges(numbers)).numbers == numbers
