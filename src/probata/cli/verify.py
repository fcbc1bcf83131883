"""`probata verify`: whether the store of held copies holds what the records say."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from probata.cli.build_search import stems_of
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.opening import open_named
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.cli.today import now
from probata.evidence.timestamps import LARGEST, certificates_in
from probata.evidence.verify import Answer, Item, Verification, alike, fail, unsure
from probata.graph import CaseGraph
from probata.output.folder import LEDGER
from probata.output.ledger import Ledger
from probata.protection.certificate import FOLDER
from probata.protection.check_certificate import certified
from probata.source.file_names import one_form
from probata.source.text_file import whole_file

EPILOG = "Example: `probata verify claims/my-case --certificates authority.pem`"


def run(
    case: CaseArgument,
    certificates: Annotated[
        Path | None,
        typer.Option(
            "--certificates",
            metavar="FILE",
            help="Certificates of authorities that you trust (PEM): the signatures of timestamps are verified by them.",
        ),
    ] = None,
    noted: Annotated[
        str,
        typer.Option("--log-had", metavar="HASH", help="Hash of a line that the log had, as you noted it elsewhere."),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Check every held copy.

    Its bytes are there and are those of the record, record and log agree, its custody has no gap, and what its
    timestamps say is so. Then the log: unbroken, and not cut. Then what lies in the store and no record names. Each
    passes, fails, or cannot be told, with the next step. Last, where a build wrote certificates of its
    search for what is protected: whether the files for others are those that were searched; and of all that was made
    for others, whether it is as it was made.

    Exit code 1 where anything fails or cannot be told.
    """
    terminal = Terminal(quiet)
    opened = open_named(case, None, records_only=True)
    graph = opened.graph(terminal)
    known, line = _certificates(certificates), noted.strip().lower()
    run = Verification.of_case(graph, opened.session.reading, now(), known, line)
    try:
        home = opened.house.documents / one_form(opened.place.path.resolve().name)
        items = [*run.items(), *certified(home, stems_of(graph)), *_as_written(home)]
    except OSError as error:
        raise CannotContinueError(
            f"the store cannot be read: {error}", "check who may read the folder `held`"
        ) from None
    last = run.store.log.last
    if as_json:
        terminal.out.file.write(json.dumps(_plain(opened.place.shown, graph, items, last), indent=2) + "\n")
    else:
        _tell(terminal, opened.place.shown, graph, items, last)
    if any(item.answer is not Answer.PASS for item in items):
        raise typer.Exit(ExitCode.FINDINGS)


def _as_written(home: Path) -> Iterator[Item]:
    """Give each file for others, and certificate, that is not as it was made; and the list of them, where it is not.

    Whoever edited a file knows it; nobody else does. What was deleted is not told, nor what another put there. Raises
    `OSError`.
    """
    files = {path.name: path for path in (home / "outgoing").glob("*") if path.is_file()}
    files |= {f"{FOLDER}/{path.name}": path for path in (home / "internal" / FOLDER).glob("*") if path.is_file()}
    changed = Ledger(home / "internal" / LEDGER).changed(files)
    if changed is None:
        step = "take it from a backup, or look at every file for others and build them again"
        yield Item("list", LEDGER, (fail("it is not as it was written, and what is for others cannot be told", step),))
    for name in changed or ():
        step = "where nobody edited it, make it again"
        what = "it is not as it was made last: edited, damaged, or left by a command that was stopped"
        yield Item("file for others", name, (unsure(what, step),))


def _certificates(path: Path | None) -> list[Any]:
    if path is None:
        return []
    try:
        return list(certificates_in(whole_file(path, LARGEST)))
    except (OSError, ValueError) as error:
        raise CannotContinueError(f"`{path.as_posix()}` holds no certificates: {error}", "give a PEM file") from None


def _tell(terminal: Terminal, shown: str, graph: CaseGraph, items: list[Item], last: str) -> None:
    for several in alike(items):
        item, names = several[0], ", ".join(f"`{one.name}`" for one in several)
        if item.answer is not Answer.PASS:
            terminal.result(f"{item.answer.value}: {item.kind} {names}", "bold")
        elif item.said or terminal.verbose:
            terminal.tell(f"pass: {item.kind} {names}")
        for said in item.said:
            tell = terminal.tell if item.answer is Answer.PASS else terminal.result
            tell(f"    {said.what}")
            if said.step:
                tell(f"    next step: {said.step}")
    counts = Counter(item.answer for item in items)
    told = ", ".join(f"{counts[answer]} {answer.value}" for answer in Answer)
    held = len(graph.copies)
    terminal.result(f"{shown}: {held} held cop{'ies' if held != 1 else 'y'}; {told}", "bold")
    if unheld := without_copy(graph):
        terminal.tell(unheld)
    if graph.copies:
        terminal.tell(f"the log ends with {last}")


def without_copy(graph: CaseGraph) -> str:
    """Say in one sentence how many sources have no copy; nothing where all have one."""
    sources = graph.sources
    missing = sum(not graph.copies_of(source.id) for source in sources)
    if not missing:
        return ""
    return f"no copy is held of {'any' if missing == len(sources) else missing} of the {len(sources)} sources"


def _plain(shown: str, graph: CaseGraph, items: list[Item], last: str) -> dict[str, Any]:
    return {
        "case": shown,
        "copies": len(graph.copies),
        "sources_without_copy": [one.id for one in graph.sources if not graph.copies_of(one.id)],
        "log_ends_with": last,
        "items": [
            {
                "kind": item.kind,
                "name": item.name,
                "answer": item.answer.value,
                "said": [{"answer": s.answer.value, "what": s.what, "next_step": s.step} for s in item.said],
            }
            for item in items
        ],
    }
