"""Signs that Word names by a font, as characters."""

from __future__ import annotations

from tests.each import each

from probata.word.elements import make
from probata.word.pieces import sign_of


@each(
    ("font", "char", "expected"),
    [
        ("Symbol", "F0B7", "•"), ("Symbol", "F0AE", "→"), ("Symbol", "F061", "α"), ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0E5", "∑"), ("symbol", "F0A3", "≤"), ("Wingdings", "F0E0", "→"), ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FE", "☑"), ("Times New Roman", "00A7", "§"), ("", "2014", "—"),
    ],
)  # fmt: skip
def test_a_known_sign_is_the_character_of_other_fonts(font: str, char: str, expected: str) -> None:
    assert sign_of(make("sym", font=font, char=char)) == expected


@each(
    ("font", "char"),
    [("Webdings", "F061"), ("Wingdings", "F051"), ("Symbol", ""), ("Arial", "D800"), ("Arial", "FFFFFFFFFFFF"),
     ("Arial", "110000"), ("Arial", "0001"), ("Arial", "-41"), ("Arial", "x")],
)  # fmt: skip
def test_a_sign_without_a_character_is_none(font: str, char: str) -> None:
    assert sign_of(make("sym", font=font, char=char)) is None
