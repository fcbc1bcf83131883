"""Words that a change leaves at the beginning of a line are words, and no entry of a list or heading."""

from __future__ import annotations

from tests.each import each

from probata.pull.line_signs import Written, without_new_signs
from probata.source.change_yaml import Edit, edited


@each(
    ("text", "old", "new", "becomes"),
    [
        ("First.\n\nSecond here.", "Second here", "1", "First.\n\n1\\."),
        ("Room 1. It was cold.", "Room ", "", "1\\. It was cold."),
        ("Room - 5 beds", "Room ", "", "\\- 5 beds"),
        ("Room # 5", "Room ", "", "\\# 5"),
        ("- Room 7) cold", "Room ", "", "- 7\\) cold"),
        ("1 was cold", " was cold", ".", "1\\."),
        ("Words.", "Words.", "Words.\n\n1. entry", "Words.\n\n1. entry"),
        ("In 2024. It", "In 2024", "In 2025", "In 2025. It"),
        ("2024.5 tonnes", "2024", "2025", "2025.5 tonnes"),
        ("1. a", "a", "b", "1. b"),
    ],
)
def test_only_a_sign_that_was_meant_begins_a_line(text: str, old: str, new: str, becomes: str) -> None:
    start = text.index(old)
    made = without_new_signs(text, Written(start, start + len(old), new))
    assert edited(text, [Edit(made.start, made.end, made.new)]) == becomes
