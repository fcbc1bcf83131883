"""Names are found by their words: what is found one by one must be found so too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probata.disclosure.name_forms import names_in
from probata.disclosure.name_index import NameIndex
from probata.disclosure.names import NameTaker

NAMES = {
    "quillon": ("Marit Quillon", "Quillon, Marit", "Quillón", "玛丽特"),
    "sarrow": ("Iven O'Sarrow", "O'Sarrow"),
    "ilgaz": ("ILGAZ ışık", "Straße Weiß"),
    "short": ("Jo Wu",),
}
WRITTEN = [
    "Marit Quillon", "marit quillon", "QUILLÓN", "Quillon", "玛丽特", "Iven O'Sarrow", "IVEN\nO’SARROW", "Jo-Wu",
    "O’SARROW", "O'SARROW",
    "İlgaz Işık", "ilgaz IŞIK", "STRASSE WEISS", "Straße Weiß", "Jo Wu", "jo wu", "JO WU",
    "https://a.example/last_days-of-marit-quillon", "www.a.example/MARITQUILLON.html", "https://a.example/jo_wu/x",
    "https://a.example/iven%20o%27sarrow", "@Quillon", "\u0301", "e\u0301", "_", "™", "㎏", " ", ", ", "\n\n", "x", "1",
    "Quillo\u0301n", "Quil\u00adlon", "Quill&#243;n", "Quill\u200b", "&amp;", "_Quillon_",
    "对", "进行", "玛", "丽特", "ค่ำ",
]  # fmt: skip


def taken_one_by_one(text: str) -> str:
    """Try every name of every person, as if there were no index."""
    taker = NameTaker(NAMES, "un-sp")
    for names in NAMES.values():
        text = taker._without(text, names)
    return text


def taken_by_index(text: str) -> str:
    taker = NameTaker(NAMES, "un-sp")
    for person in taker.index.persons_in(text):
        text = taker._without(text, NAMES[person])
    return text


@given(st.lists(st.sampled_from(WRITTEN), max_size=7).map("".join))
def test_the_index_passes_over_no_name_that_is_found_by_trying_all(text: str) -> None:
    assert taken_by_index(text) == taken_one_by_one(text)


@pytest.mark.parametrize("written", WRITTEN[:7])
def test_a_name_as_it_is_recorded_or_in_another_case_brings_its_person(written: str) -> None:
    assert len(NameIndex(NAMES).persons_in(f"Then {written} came.")) == 1


def test_a_text_without_any_word_of_a_name_brings_nobody_and_persons_keep_their_order() -> None:
    index = NameIndex(NAMES)
    assert index.persons_in("The harbour is closed in winter, see https://a.example/harbour.") == []
    assert index.persons_in("Jo Wu, Iven O'Sarrow and Marit Quillon") == ["quillon", "sarrow", "short"]


def test_a_name_without_a_letter_is_looked_for_everywhere() -> None:
    assert NameIndex({"nobody": ("†",)}).persons_in("any text") == ["nobody"]


@pytest.mark.parametrize(
    ("written", "is_found"),
    [("对玛丽特进行", True), ("看Jo Wu来", True), ("看Jo Wumen来", False), ("丽特进行", False)],
)
def test_beside_letters_that_are_written_without_blanks_a_name_needs_no_boundary(written: str, is_found: bool) -> None:
    index = NameIndex(NAMES)

    assert any(names_in(NAMES[person], written) for person in index.persons_in(written)) is is_found


def test_one_letter_alone_is_no_name_inside_a_word_of_any_script() -> None:
    assert not names_in(("力",), "吴力来")
    assert names_in(("力",), "力, 吴")


def test_of_many_names_a_text_brings_those_alone_whose_beginning_it_has() -> None:
    index = NameIndex(
        {f"p{n}": (f"Iven Name{n}", f"Name{n}", f"{chr(0x4E00 + n)}{chr(0x5000 + n)}") for n in range(99)}
    )

    assert index.persons_in(f"Name7 saw 对{chr(0x4E00 + 9)}{chr(0x5000 + 9)}进行.") == ["p7", "p9"]
