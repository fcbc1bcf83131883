"""What an id has that nobody sees to be wrong."""

from __future__ import annotations

from tests.each import each

from probata.diagnostics.message import Message
from probata.model.explain_fault import help_on_id, message_on_id


@each(
    ("written", "said", "next_step"),
    [
        ("border\u200bguard", "character 7 is a sign that cannot be seen, `U+200B`", "type it anew"),
        ("border\u00adguard", "character 7 is a sign that cannot be seen, `U+00AD`", "type it anew"),
        ("border\u00a0guard", "character 7 is a space", "type a plain hyphen there"),
        ("border–guard", "character 7 is a long dash", "type a plain hyphen there"),
    ],
)
def test_a_sign_that_nobody_sees_to_be_wrong_is_named(written: str, said: str, next_step: str) -> None:
    assert Message(message_on_id(written)) == f"`{written}` cannot be an id: {said}"
    assert next_step in Message(help_on_id(("id",), written))
