"""Names are found by their words: what is found one by one must be found so too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
