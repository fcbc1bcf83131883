"""A sentence of a finding holds what it names as values."""

from __future__ import annotations

from copy import deepcopy

from tests.each import each

from probata.diagnostics import Diagnostic, Severity, say
from probata.diagnostics.message import Code, Date, Message, Number, Ref, Value, Words

SENTENCE = f"role {say.role('r-1')} was held {say.date('2015/2016')} by {say.words('a `b`')}: write `dates: …`, 2 of 3"


def test_what_a_sentence_names_is_a_value() -> None:
    message = Message(SENTENCE)

    assert message == "role `r-1` was held `2015/2016` by `a `b``: write `dates: …`, 2 of 3"
    assert list(message.values) == [
        Ref("r-1", kind="roles"), Date("2015/2016"), Words("a `b`"), Code("dates: …"), Number("2"), Number("3"),
    ]  # fmt: skip
    assert [one.identity for one in message.refs] == ["roles/r-1"]


def test_a_copy_and_a_longer_sentence_keep_the_values() -> None:
    message = Message(SENTENCE)

    assert deepcopy(message).parts == Message(message.written).parts == message.parts
    assert Message(f"again: {say.said(message)}").parts[1:] == message.parts[1:]


@each(
    ("text", "value"),
    [
        (say.quote("a title"), Words("a title", "“a title”")),
        ("“a title”", Words("a title", "“a title”")),
        (say.record("roles/r-1"), Ref("r-1", kind="roles")),
        (say.record("r-1"), Words("r-1")),
        ("\ufdd0Nothing\ufdd1x\ufdd2", Words("Nothingx")),
        ("\ufdd0Ref\ufdd2", Words("Ref")),
        (say.words("\ufdd0Ref\ufdd1x\ufdd2"), Words("Refx")),
    ],
)
def test_signs_of_a_stranger_make_no_value_of_another_kind(text: str, value: Value) -> None:
    assert Message(text).parts == (value,)


def test_a_finding_reads_its_sentences() -> None:
    found = Diagnostic("X", "x", Severity.INFO, SENTENCE, help="write `x`", notes=(f"see {say.source('s')}",))

    assert (found.message, found.notes) == (Message(SENTENCE), ("see `s`",))
    assert Message(found.message).parts == Message(SENTENCE).parts
