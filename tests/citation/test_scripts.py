"""Which runs of text are in another language, and which are addresses."""

from __future__ import annotations

import time

from tests.each import each

from probata.citation.written_citation import AddressesOf, marked_up
from probata.document.inlines import Text

from .cases import shown


@each(
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
        ("at https://a.org/b_c, seen", (), "at https://a.org/b_c, seen"),
        ("javascript://a.org", (), "javascript://a.org"),
    ],
)
def test_other_scripts_are_found(text: str, tags: tuple[str, ...], expected: str) -> None:
    assert shown(marked_up((Text(text),), tags)) == expected


def test_the_address_of_a_source_is_a_link_and_one_in_its_title_is_text() -> None:
    entry = {"URL": "https://a.org/b_c", "title": "On https://b.org/, a site", "DOI": "10.1/x"}
    addresses = AddressesOf([entry])
    text = "“On https://b.org/, a site” <https://a.org/b_c>, https://doi.org/10.1/x."

    assert shown(marked_up((Text(text),), (), addresses)) == (
        "“On https://b.org/, a site” <(https://a.org/b_c → https://a.org/b_c)>, "
        "(https://doi.org/10.1/x → https://doi.org/10.1/x)."
    )


def test_many_marks_of_another_script_before_no_letter_of_it_are_gone_through_once() -> None:
    start = time.process_time()
    assert shown(marked_up((Text("。" * 40_000 + "a 。中"),), ())) == "。" * 40_000 + "a {zh: 。中}"
    assert time.process_time() - start < 5
