"""A finding about some words of a text, at the place of these words."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.sentences import at_words
from probata.diagnostics import Severity


def finding_of_words(
    case: CheckInput,
    text: MarkdownText,
    place: tuple[int, int],
    message: str,
    help: str,
    *,
    notes: tuple[str, ...] = (),
    severity: Severity | None = None,
    alike: str = "",
    outcome: Outcome = Outcome.FAILED,
) -> Finding:
    """Make a finding about a record, at the words of its text that stand from one place to another.

    `place` counts characters of the text; where the words are not found in the file, the finding is at the field. For
    the rest see `CheckInput.finding`.
    """
    found = case.finding(
        text.kind, text.record_id, message, help,
        at=text.loc, notes=notes, severity=severity, alike=alike, outcome=outcome,
    )  # fmt: skip
    return at_words(found, case.graph, text, *place)
