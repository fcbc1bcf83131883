"""What the other side would find: checks of a case, by subject, found by discovery.

A subject is a file in `records`, `documents` or `wording`, a check a function in it; its page stands in the Markdown
beside it. To add a check, add a function and its page; nothing else is edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.checks.engine.answers import Answer, Answers
    from probata.checks.engine.case import CheckInput, Drafted, Said
    from probata.checks.engine.check import ALL_DOCUMENTS, DOCUMENTS, Check, Looked
    from probata.checks.engine.decisions import said_where_decided
    from probata.checks.engine.discovery import CheckDefinitionError, checks_about, checks_of_gaps, discover
    from probata.checks.engine.finding import Finding, Outcome
    from probata.checks.engine.folding import fold
    from probata.checks.engine.pages import CheckPage, explain, list_checks
    from probata.checks.engine.run import CheckResult, answers_of, findings_of, run_checks
else:
    __getattr__ = names_from(
        __name__,
        "engine.answers",
        "engine.folding",
        "engine.finding",
        "engine.case",
        "engine.check",
        "engine.discovery",
        "engine.decisions",
        "engine.pages",
        "engine.run",
    )

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
