"""Which runs of text are in another language, and which are addresses."""

from __future__ import annotations

import pytest

from probata.citation.scripts import marked_up
from probata.document.inlines import Emph, Text

from .cases import shown


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("Liu (刘建超) spoke", (), "Liu ({zh: 刘建超}) spoke"),
        ("《中国 2017年 报告》 says", ("zh-Hant",), "{zh-Hant: 《中国 2017年 报告》} says"),
        ("the 東京の話 tale", (), "the {ja: 東京の話} tale"),
        ("Доклад о пытках 2019", (), "{ru: Доклад о пытках} 2019"),
        ("Звіт", ("uk",), "{uk: Звіт}"),
        ("قانون العقوبات now", (), "{ar: قانون العقوبات} now"),
        ("ئۇيغۇر", ("zh", "ug"), "{ug: ئۇيغۇر}"),
        ("plain text, ½ € é", ("fr",), "plain text, ½ € é"),
        ("at https://a.org/b_c, seen", (), "at (https://a.org/b_c → https://a.org/b_c), seen"),
        ("javascript://a.org", (), "javascript://a.org"),
    ],
)
def test_other_scripts_and_addresses_are_found(text: str, tags: tuple[str, ...], expected: str) -> None:
    assert shown(marked_up((Text(text),), tags)) == expected


def test_text_inside_emphasis_is_looked_at_too() -> None:
    assert shown(marked_up((Emph((Text("a 中 b"),)),), ())) == "_a {zh: 中} b_"
