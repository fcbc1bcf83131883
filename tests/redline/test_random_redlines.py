"""What holds of every redline, from random pairs of documents: making one checks that both versions come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree
from tests.redline.random_documents import documents
from tests.writers.docx_file import W, written
from tests.writers.docx_validity import audit, integrity, texts, unpaired_bookmarks

from probata.document.tree import Document
from probata.redline import make_redline
from probata.redline.verify import verify


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), documents())
def test_rejected_it_is_the_old_text_and_accepted_the_new_one(first: Document, second: Document) -> None:
    old, new = written(first), written(second)
    verify(old, new, make_redline(old, new, "A. Author").data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("validated")


# No search for a smaller pair: a validator takes a second for each.
@settings(
    max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(documents(), documents())
def test_no_validator_finds_what_it_does_not_find_in_the_two_versions(
    folder: Path, first: Document, second: Document
) -> None:
    old, new = written(first), written(second)
    data = make_redline(old, new, "A. Author").data
    assert set(faults(data, folder)) - set(faults(old, folder)) - set(faults(new, folder)) == set()


def faults(data: bytes, folder: Path) -> list[str]:
    roots = texts(data)
    ours = [fault for root in roots for fault in unpaired_bookmarks(root)]
    ours += ["an open field" for root in roots if has_open_field(root)]
    return [*audit(data, folder), *integrity(data, folder), *ours]


def has_open_field(root: etree._Element) -> bool:
    """Tell whether a field is not begun, divided and ended in this order, whatever is marked as deleted in it."""
    stack: list[str] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType", "")
        if kind == "begin":
            stack.append(kind)
        elif not stack or (kind == "separate" and stack[-1] != "begin"):
            return True
        elif kind == "separate":
            stack[-1] = kind
        else:
            stack.pop()
    return bool(stack)
