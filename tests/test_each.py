"""One test for many cases fails where one of them does, tries the others all the same, and names the case."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.each import each


def test_each_case_is_tried_in_a_folder_of_its_own_and_those_that_fail_are_named(tmp_path: Path) -> None:
    tried: list[tuple[str, int]] = []

    @each("word", ["one", "two"], made={"length": len})
    @each("number", [1, 2, 3])
    def test(word: str, length: int, number: int, tmp_path: Path) -> None:
        assert list(tmp_path.iterdir()) == []
        tried.append((word, number))
        assert length == number

    with pytest.raises(BaseExceptionGroup, match="2 of 2 cases fail") as raised:
        test(tmp_path=tmp_path)

    assert tried == [(word, number) for word in ("one", "two") for number in (1, 2, 3)]
    assert [fault.__notes__ for fault in raised.value.exceptions] == [["case: 'one'"], ["case: 'two'"]]
    inner = raised.value.exceptions[0]
    assert isinstance(inner, BaseExceptionGroup)
    assert [fault.__notes__ for fault in inner.exceptions] == [["case: 1"], ["case: 2"]]
