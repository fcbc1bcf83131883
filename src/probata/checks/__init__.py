"""What the other side would find: checks of a case, one check a file, found by discovery.

A family is a folder, a check is a file in it, and the file's module docstring is the page of the check. To add a check,
add a file; nothing else is edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.checks.answer import Answer, Answers
    from probata.checks.check import Check
    from probata.checks.check_input import CheckInput
    from probata.checks.decided import said_where_decided
    from probata.checks.discovery import CheckDefinitionError, checks_about, checks_of_gaps, discover
    from probata.checks.drafted import Drafted
    from probata.checks.finding import Finding, Outcome
    from probata.checks.folding import fold
    from probata.checks.looked_at import ALL_DOCUMENTS, DOCUMENTS, Looked
    from probata.checks.page import CheckPage, explain, list_checks
    from probata.checks.runner import CheckResult, answers_of, findings_of, run_checks
    from probata.checks.said import Said
else:
    __getattr__ = names_from(
        __name__, "answer", "said", "folding", "finding", "drafted", "check_input", "looked_at", "check",
        "discovery", "decided", "page", "runner",
    )  # fmt: skip

__all__ = [
    "ALL_DOCUMENTS",
    "DOCUMENTS",
    "Answer",
    "Answers",
    "Check",
    "CheckDefinitionError",
    "CheckInput",
    "CheckPage",
    "CheckResult",
    "Drafted",
    "Finding",
    "Looked",
    "Outcome",
    "Said",
    "answers_of",
    "checks_about",
    "checks_of_gaps",
    "discover",
    "explain",
    "findings_of",
    "fold",
    "list_checks",
    "run_checks",
    "said_where_decided",
]
