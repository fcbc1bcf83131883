"""Sentences are found by what they say: each wording is tested once, and all that have it are given in their order."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.checks.example_case import load_example

from probata.checks.prose.sentences import our_sentences, ours_saying, printed_saying, printed_sentences
from probata.checks.prose.times import times_in
from probata.checks.prose.words import LANGUAGES

CASE = """
case: {title: Example, summary: "Twelve guards came. Nobody came. Nobody left."}
allegations:
  - {id: a, title: Nobody came, statement: "Twelve guards came."}
  - {id: b, title: Nobody came, statement: "Twelve guards came. Nobody came."}
"""
PIECES = st.sampled_from(
    ["12", "2", "1,000", "1 000", "0.5", "May", "3 May 2022", "2022", "%", " per cent", " por ciento", "twelve", "Two",
     "hundred", "thousand", "twenty-five", "one", "a", "and", "to", ",", ".", "-", "(", "the guards"]
)  # fmt: skip


def test_a_wording_is_tested_once_and_each_sentence_that_has_it_is_given(tmp_path: Path) -> None:
    graph = load_example(tmp_path, CASE)[0].graph
    tested: list[str] = []

    def has_guards(own: str) -> bool:
        tested.append(own.strip())
        return "guards" in own

    found = [(one.text.record_id, one.own.strip()) for one in printed_saying(graph, "en", has_guards)]

    assert found == [(graph.name, "Twelve guards came."), ("a", "Twelve guards came."), ("b", "Twelve guards came.")]
    assert len(tested) == len({one.own for one in printed_sentences(graph)})


def test_sentences_keep_their_order_whatever_wording_they_have(tmp_path: Path) -> None:
    graph = load_example(tmp_path, CASE)[0].graph

    assert list(printed_saying(graph, "en", lambda _: True)) == list(printed_sentences(graph))
    assert list(ours_saying(graph, "en", lambda _: True)) == list(our_sentences(graph))
    assert list(ours_saying(graph, "fr", lambda _: True)) == []


@given(st.lists(PIECES, max_size=8).map(" ".join) | st.lists(PIECES, max_size=8).map("".join))
def test_no_date_is_passed_over_for_want_of_a_year_elsewhere(own: str) -> None:
    for language in LANGUAGES:
        beside_a_year = list(times_in(f"In 1999; {own}", language))
        assert [one[2:] for one in beside_a_year[1:]] == [one[2:] for one in times_in(own, language)]
