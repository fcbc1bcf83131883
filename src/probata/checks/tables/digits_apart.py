"""How two numbers differ in their digits, as slips of the hand make them differ."""

from __future__ import annotations

SWAPPED, ONE_OTHER = "swapped", "one other"


def digits_apart(one: str, other: str) -> str:
    """Tell how two numbers differ: two neighbouring digits swapped, or one digit that is another.

    Empty where they are the same, are not of one length, or differ otherwise.
    """
    if len(one) != len(other):
        return ""
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    match places:
        case [_]:
            return ONE_OTHER
        case [first, second] if second == first + 1 and one[first] == other[second] and one[second] == other[first]:
            return SWAPPED
    return ""
