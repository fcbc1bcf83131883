"""`probata decide`: write down that the person who signs stands by a record in spite of a finding, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from probata.checks import list_checks
from probata.checks.engine.decisions import is_decided, rests_on
from probata.cli.appending import day_of, free_id, write_changes
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import open_named, warn_if_open
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic
from probata.diagnostics.say import did_you_mean
from probata.edits.change import NewRecords
from probata.graph import CaseGraph
from probata.pipeline import check_documents

KIND = "decisions"
EPILOG = (
    "Example: `probata decide claims/my-case pinpoint-missing allegations/beatings --decision 'The whole report is "
    "relied on' --reason 'It has four pages on one night' --by 'A Signatory'`"
)


def run(
    case: CaseArgument,
    check: Annotated[str, typer.Argument(metavar="CHECK", help="Name or code of the check, as a finding gives it.")],
    record: Annotated[
        str, typer.Argument(metavar="RECORD", help="The record, such as `roles/governor` or `filings/submission`.")
    ],
    decision: Annotated[str, typer.Option("--decision", metavar="TEXT", help="What is decided.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="When, such as `2026-11-24`. Without it: today.")
    ] = None,
    templates: TemplatesOption = None,
    quiet: QuietOption = False,
) -> None:
    """Decide a finding: it is told as a note from then on, with the decision, reason, name and date.

    The decision goes into `decisions.yaml` of the case, with a fingerprint of the finding, of the record or what the
    check looks at in it, of the records that the finding names, and of what the sources weigh. When one of them
    changes, the decision falls, and the finding weighs again what it did.
    """  # fmt: skip
    terminal = Terminal(quiet)
    said = {"decision": decision, "reason": reason, "author": by}
    for name, text in said.items():
        if not text.strip():
            raise CannotContinueError(f"the {name} is empty", "whoever reads the file later must know it")
    day = day_of(on)
    opened = open_named(case, templates)
    graph = opened.graph(terminal)
    opened.session.report.extend(check_documents(opened.session, opened.workspace))
    found = _findings(list(opened.session.report), check, record)
    _refuse_a_second(graph, found)
    name = free_id(re.sub(r"[^\w.-]+", "-", f"{found[0].name}-{record}"), "", {one.id for one in graph.decisions})
    written: dict[str, Any] = {"id": name, "check": found[0].name, "record": record}
    written |= {key: text.strip() for key, text in said.items()} | {"date": day.text}
    resting = rests_on(graph, record, found)
    warn_if_open(terminal, opened.place)
    entry = written | {"rests_on": [" ".join(pair) for pair in resting]}
    shown = write_changes(graph, [NewRecords(KIND, [entry])])[0].shown
    terminal.tell(f"{shown}: `{name}` decides {len(found)} finding{'s' * (len(found) != 1)}")


def _refuse_a_second(graph: CaseGraph, found: Sequence[Diagnostic]) -> None:
    """Raise `CannotContinueError` where all is decided, so that no second decision stands beside the first."""
    if all(map(is_decided, found)):
        own = [one.id for one in graph.decisions if (one.check, one.record) == (found[0].name, found[0].record)]
        raise CannotContinueError(
            f"`{found[0].name}` on `{found[0].record}` is decided already, by `{own[-1]}`",
            "where something else is decided now, change that entry of `decisions.yaml`",
        )


def _findings(report: Sequence[Diagnostic], check: str, record: str) -> list[Diagnostic]:
    """Return the findings meant; raises `CannotContinueError` with what comes near where there is none."""
    named = [found for found in report if check in (found.name, found.code) or check.upper() == found.code]
    found = [one for one in named if one.record == record]
    if named and named[0].name not in {page.check.name for page in list_checks()}:
        raise CannotContinueError(f"`{check}` is no check: what it finds cannot be decided", "correct the record")
    if found:
        return found
    if named:
        records = list(dict.fromkeys(one.record for one in named))
        help = did_you_mean(record, records, f"it has findings on {', '.join(records[:8])}")
        raise CannotContinueError(f"`{check}` finds nothing on `{record}`", help)
    names = sorted({one.name for one in report})
    help = did_you_mean(check, names, "`probata check` lists the findings of the case")
    raise CannotContinueError(f"nothing is found by `{check}` in this case", help)
