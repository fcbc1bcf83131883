"""`probata import evidence`: what web archives, mail and chats hold, as sources with held copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import print_findings
from probata.cli.import_into import UNWRITTEN, PreviewOption, YesOption, is_agreed, refuse_both
from probata.cli.opening import open_named, warn_if_open
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.cli.today import now
from probata.cli.write_copies import write_copies
from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.say import counted
from probata.edits.change import Change
from probata.evidence.archives.archive import Item
from probata.evidence.archives.read_apart import read_apart, readers_child
from probata.evidence.archives.read_archive import files_in
from probata.evidence.archives.reading import Order
from probata.evidence.preserving import Plan, plan
from probata.evidence.store import Added, Store, look_at
from probata.graph import CaseGraph
from probata.importers.evidence import Archive, Fate, Taken, changes_of, choose, compared, said_of_copy, take
from probata.importers.into_case import in_one_line
from probata.importers.works import KIND

EPILOG = "Example: `probata import evidence claims/my-case 'WhatsApp Chat.zip' capture.wacz mail/ --dry-run`"
_MOST = 10
"""Files that are named one by one of those that were not read."""


class Dates(StrEnum):
    """Which comes first in dates of chats."""

    DAY = "day-first"
    MONTH = "month-first"


_ORDERS: Mapping[Dates | None, Order] = {None: "", Dates.DAY: "day", Dates.MONTH: "month"}


@dataclass(slots=True)
class _Read:
    """What was read of all that was named."""

    archives: list[Archive] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    """Files of a folder that are none of the forms."""


def evidence(
    case: CaseArgument,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…",
            help="Files, or folders of them: WACZ, WARC, what auto-archiver wrote, pages of Hunchly (MHTML), mail "
            "(`.eml`, `.mbox`), chats of WhatsApp, Signal and Telegram. What a file is shows in its bytes.",
        ),
    ],
    items: Annotated[
        list[str] | None,
        typer.Option(
            "--item",
            metavar="PLACE",
            help="Take this item alone, such as `message 12`. May be given several times. Without it: all but the "
            "messages of a conversation, which is one source, and what is attached to mails and messages.",
        ),
    ] = None,
    list_them: Annotated[
        bool,
        typer.Option("--list", help="List all that the files hold, each with its place, and write nothing."),
    ] = False,
    dates: Annotated[
        Dates | None,
        typer.Option("--dates", help="Of a chat in which no day is above 12: which comes first in its dates."),
    ] = None,
    received_from: Annotated[
        str, typer.Option("--from", metavar="NAME", help="From whom the files came. No document prints it.")
    ] = "",
    yes: YesOption = False,
    dry_run: PreviewOption = False,
    quiet: QuietOption = False,
) -> None:
    """Take what web archives, mail and chats hold into a case, as sources with held copies.

    Each file is kept once, as it is, in `held/` of the case. Each page, post, mail or conversation in it becomes a
    source, and its copy says where in the file it stands. Mail and chats are confidential until you say otherwise.
    First is shown what would become of each; it is written when you say yes, in the terminal or with `--yes`. The same
    file a second time adds nothing.

    The files may come from anybody: nothing in them is run, followed or fetched. What is not taken is named.
    """
    terminal = Terminal(quiet)
    refuse_both(yes, dry_run)
    opened = open_named(case, None, records_only=True)
    graph, at = opened.graph(terminal), now()
    if graph.unread.holds_any([KIND, "copies"]):
        raise CannotContinueError("some sources or held copies cannot be read", "`probata check` says what is wrong; "
                                  "correct it first")  # fmt: skip
    found = _read(paths, _ORDERS[dates])
    if list_them:
        print_findings(terminal.err, found.faults, {})
        _list(terminal, found)
        return
    chosen = choose(found.archives, items or ())
    taken = take(chosen, graph)
    store = Store.of(graph.root)
    made, told = _copies(graph, store, taken, received_from.strip())
    print_findings(terminal.err, [*found.faults, *told], {})
    _show(terminal, found, taken)
    if not taken:
        raise CannotContinueError("nothing was taken", "what is named above says why")
    of_sources = changes_of(taken)

    def changes(lines: Sequence[Added]) -> list[Change]:
        return [*of_sources, *made.changes(graph, lines, at)]

    counts = ", ".join(f"{sum(one.fate is fate for one in taken)} {fate.value}" for fate in Fate)
    if not (of_sources or made.new or made.stamped or made.taken()):
        terminal.tell(f"{opened.place.shown}: {counts}; nothing to write", "bold")
    elif not is_agreed(terminal, yes=yes, dry_run=dry_run):
        terminal.tell(f"{opened.place.shown}: {counts}; {UNWRITTEN}", "bold")
    else:
        warn_if_open(terminal, opened.place)
        files = list({one.seen.sha256: one.seen for one in made.taken()}.values())
        written, _ = write_copies(graph, store, files, changes, at)
        terminal.tell(f"{', '.join(file.shown for file in written)}: {counts}", "bold")
    if any(one.severity is Severity.ERROR for one in found.faults):
        raise typer.Exit(ExitCode.FINDINGS)


def _read(paths: Sequence[str], order: Order) -> _Read:
    found = _Read()
    with readers_child() as child:
        for name in paths:
            path = Path(name)
            if not path.exists():
                raise CannotContinueError(f"there is no file or folder `{name}`", "check the name")
            files, faults = files_in(path) if path.is_dir() else ([path], [])
            found.faults += faults
            for file in files:
                seen, read_in = look_at(file), read_apart(child, file, order)
                unknown = not read_in.items and any(one.name == "archive-unknown" for one in read_in.faults)
                if path.is_dir() and unknown:
                    found.others.append(file)
                    continue
                found.faults += read_in.faults
                if read_in.items:
                    found.archives.append(Archive(seen, read_in))
    belonging = {one.path for archive in found.archives for item in archive.read.items for one in item.attachments}
    found.others = [file for file in found.others if file.absolute() not in belonging]
    return found


def _copies(
    graph: CaseGraph, store: Store, taken: Sequence[Taken], received_from: str
) -> tuple[Plan, list[Diagnostic]]:
    """Return the copies of what is taken, and of the files beside; findings on hashes that do not agree."""
    whole, told = Plan(), list[Diagnostic]()
    for one in taken:
        if one.fate in (Fate.SAME, Fate.DATED):
            continue
        plan(graph, store, [one.archive.seen], said_of_copy(one, received_from), whole)
        beside = {look_at(file.path): file for file in one.item.attachments if file.path}
        by_hash = {seen.sha256: (seen, file) for seen, file in beside.items()}
        said = {"source": one.source, "tool": one.archive.read.tool, "received_from": received_from}
        before = set(whole.new)
        plan(graph, store, beside, {name: text for name, text in said.items() if text}, whole)
        for record in (record for key, record in whole.new.items() if key not in before):
            seen, attachment = by_hash[record["sha256"]]
            note, fault = compared(attachment, seen)
            record.update({name: text for name, text in (("url", attachment.address), ("note", note)) if text})
            told += [fault] if fault else []
    return whole, told


def _list(terminal: Terminal, found: _Read) -> None:
    """List all items, messages and what is attached too, each with the place by which it is taken and cited."""
    for archive in found.archives:
        terminal.tell(f"{archive.seen.name}: {archive.read.form}")
        for item in archive.read.items:
            terminal.tell(f"  {item.place}: {_in_words(item, item.text, 120)}")


def _in_words(item: Item, more: str, longest: int) -> str:
    people = "; ".join(person.shown for person in item.people[:3])
    time = next((moment.shown for moment in (item.published, item.captured) if moment), "without a date")
    return in_one_line("; ".join(filter(None, (item.title or item.address, time, people, more))), longest)


def _show(terminal: Terminal, found: _Read, taken: Sequence[Taken]) -> None:
    for archive in found.archives:
        number = len(archive.read.items)
        parts = [
            archive.read.form,
            f"{number:,} items" if number > 1 else "one item",
            archive.read.tool,
            *archive.read.notes,
        ]
        terminal.tell(f"{archive.seen.name}: {'; '.join(filter(None, parts))}")
    for one in taken:
        shown = _in_words(one.item, str(one.fields.get("confidentiality", "")), 300)
        terminal.tell(f"{one.fate.value} `{one.source}`: {one.item.place} of {one.archive.seen.name}: {shown}")
    left = sum(len(archive.read.items) for archive in found.archives) - len(taken)
    if left:
        terminal.tell(f"{counted(left, 'item')}, such as messages and attachments, become no sources of their own: "
                      "`--list` shows the place of each, and `--item PLACE` takes one")  # fmt: skip
    if found.others:
        named = ", ".join(f"`{file.name}`" for file in found.others[:_MOST])
        more = f" and {len(found.others) - _MOST} more" if len(found.others) > _MOST else ""
        terminal.trouble(f"not read, since they are none of the forms: {named}{more}; `probata preserve` keeps any "
                         "file", "yellow")  # fmt: skip
