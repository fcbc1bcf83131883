"""The short form of a citation."""

import pytest

from probata.model.citation import Citation, parse_pinpoint
from probata.model.role import Role


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("p. 4", "page", "4"),
        ("pp 12-14", "page", "12-14"),
        ("p4", "page", "4"),
        ("para 12", "paragraph", "12"),
        ("paras 12-14", "paragraph", "12-14"),
        ("¶ 7", "paragraph", "7"),
        ("part 1", "part", "1"),
        ("note 7", "note", "7"),
        ("n 7, part 2", "note", "7, part 2"),
        ("clause kidnapping", "clause", "kidnapping"),
        ("cls 2-3", "clause", "2-3"),
        ("article 5", "article", "5"),
        ("art 7(1)(i)", "article", "7(1)(i)"),
        ("s 11", "section", "11"),
        ("§ 4", "section", "4"),
        ("reg 6(3)(a)", "regulation", "6(3)(a)"),
        ("heading Data", "heading", "Data"),
        ("at 00:03:10", "timecode", "00:03:10"),
    ],
)
def test_a_pinpoint_is_read_by_its_whole_word(written: str, kind: str, value: str) -> None:
    assert parse_pinpoint(written) == {"type": kind, "value": value}


def test_words_that_name_no_place_are_a_remark() -> None:
    role = Role.model_validate(
        {"id": "r", "person": "p", "title": "t", "dates": "2015", "citations": ["decree, passim", "@gazette, p. 3"]}
    )

    assert role.citations[0] == Citation(source="decree", remark="passim")
    assert (role.citations[1].source, role.citations[1].pinpoint.value if role.citations[1].pinpoint else "") == (
        "gazette",
        "3",
    )
