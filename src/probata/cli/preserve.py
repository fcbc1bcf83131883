"""`probata preserve`: files into the store of held copies, and the records of the copies into the case."""

from __future__ import annotations

from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

import typer

from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.import_into import UNWRITTEN, PreviewOption, YesOption, is_agreed, refuse_both
from probata.cli.opening import Opened, open_named, warn_if_open
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.cli.today import now
from probata.cli.write_copies import check_records, write_copies
from probata.diagnostics.say import counted, did_you_mean
from probata.evidence.preserving import Fate, Plan, Planned, plan
from probata.evidence.store import Seen, Store, look_at
from probata.evidence.timestamps import LARGEST, is_covered_bytes, read_token, request_for
from probata.graph import CaseGraph
from probata.model.moment import parse_moment

_SECONDS = 30
_TYPES = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


def ask_for_timestamp(address: str, data: bytes) -> bytes:
    """Return the answer of an authority that covers `data`, of which the hash alone is sent (RFC 3161, 3.4).

    Raises `CannotContinueError` where there is no answer, or none that is granted and repeats what was asked.
    """
    if not address.lower().startswith(("http://", "https://")):
        raise CannotContinueError(
            f"`{address}` is no address of an authority", "it begins with `https://` or `http://`"
        )
    query, nonce = request_for(data)
    opener = OpenerDirector()  # with no handler for files, and none that follows to another address
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    try:
        with opener.open(Request(address, query, _TYPES), timeout=_SECONDS) as response:  # noqa: S310  # http alone
            answer: bytes = response.read(LARGEST + 1)
    except (OSError, URLError, HTTPException, ValueError) as error:
        raise CannotContinueError(f"{address} does not answer: {error}", "try again, or another authority") from None
    token = read_token(answer)
    if token is None:
        raise CannotContinueError(f"{address} gave no timestamp", "ask whether it still serves, or try another")
    if not is_covered_bytes(token, data) or token.response.tst_info.nonce != nonce:
        raise CannotContinueError(f"{address} gave a timestamp of something else", "try another authority")
    return answer


EPILOG = (
    "Example: `probata preserve claims/my-case report.pdf --source review --captured 2026-11-30T14:05+01:00 "
    "--url https://example.org/report.pdf`"
)


def run(
    case: CaseArgument,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="The files. A timestamp token, with the list of hashes that it covers, may be given too.",
        ),
    ],
    source: Annotated[str, typer.Option("--source", metavar="ID", help="The source that they are copies of.")] = "",
    captured: Annotated[
        str,
        typer.Option("--captured", metavar="MOMENT", help="When they were taken, such as `2026-11-30T14:05+01:00`."),
    ] = "",
    method: Annotated[str, typer.Option("--method", metavar="TEXT", help="How they were taken.")] = "",
    tool: Annotated[str, typer.Option("--tool", metavar="TEXT", help="Program or device, with its version.")] = "",
    url: Annotated[str, typer.Option("--url", metavar="ADDRESS", help="Address that they were taken from.")] = "",
    received_from: Annotated[
        str, typer.Option("--from", metavar="NAME", help="From whom they came. No document prints it.")
    ] = "",
    collector: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who took them. No document or export prints it.")
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="A remark for the team.")] = "",
    timestamp: Annotated[
        str,
        typer.Option(
            "--timestamp",
            metavar="URL",
            help="Ask this authority for a timestamp (RFC 3161). One hash is sent to it, and nothing else.",
        ),
    ] = "",
    yes: YesOption = False,
    dry_run: PreviewOption = False,
    quiet: QuietOption = False,
) -> None:
    """Take files into the store of held copies.

    The bytes go into `held/` of the case, under their SHA-256; nothing there is ever written over or removed. The log
    gets a line, and `copies.yaml` a record of each copy with the time, its original name, size and type, and what you
    say of its capture. What you leave out is not recorded; nothing is made up. First is shown what would be written; it
    is written when you say yes, in the terminal or with `--yes`.

    A link, pipe or device is refused, and so is a file that changes while it is read. The network is used with
    `--timestamp` alone.
    """
    terminal = Terminal(quiet)
    refuse_both(yes, dry_run)
    opened = open_named(case, None, records_only=True)
    graph, at = opened.graph(terminal), now()
    given = {
        "source": source, "captured_at": captured, "method": method, "tool": tool, "url": url,
        "received_from": received_from, "collector": collector, "note": note,
    }  # fmt: skip
    said = {field: text.strip() for field, text in given.items() if text.strip()}
    _refuse(graph, said, at)
    store = Store.of(graph.root)
    seen = [look_at(Path(file)) for file in files]
    made = plan(graph, store, seen, said)
    _show(terminal, graph, made, timestamp)
    _warn_of_log(terminal, graph, store, made)
    if not (made.taken() or made.stamped or timestamp):
        return
    check_records(graph, made.changes(graph, (), at))
    if not is_agreed(terminal, yes=yes, dry_run=dry_run):
        terminal.tell(UNWRITTEN)
        return
    warn_if_open(terminal, opened.place)
    with TemporaryDirectory() as folder:
        try:
            stamps = _stamps(made, timestamp, Path(folder))
        except CannotContinueError as error:
            terminal.trouble(f"no timestamp: {error.message}; the copies are preserved without one", "yellow")
            stamps = None
        made = plan(graph, store, [*seen, *(stamps or ())], said)
        _write(terminal, opened, graph, store, made, at)
    if stamps is None:
        raise typer.Exit(ExitCode.FINDINGS)


def _refuse(graph: CaseGraph, said: dict[str, str], at: str) -> None:
    """Raise `CannotContinueError` for a source that there is not, and a capture that is none or yet to come."""
    if graph.unread.holds_any(["copies"]):
        raise CannotContinueError(
            "some records of held copies cannot be read", "`probata check` says what is wrong; correct it first"
        )
    known = graph.records.get("sources", {})
    if said.get("source", "") not in ("", *known):
        raise CannotContinueError(f"there is no source `{said['source']}`", did_you_mean(said["source"], known))
    try:
        captured = parse_moment(said.get("captured_at", at))
    except ValueError as error:
        raise CannotContinueError(f"`{said['captured_at']}` is {error}", "leave out what is not known") from None
    if parse_moment(at).is_surely_before(captured):
        raise CannotContinueError(f"`{captured.text}` is yet to come", f"it is {at}, as this machine has it")


def _show(terminal: Terminal, graph: CaseGraph, made: Plan, timestamp: str) -> None:
    for one in made.planned:
        terminal.tell(_line(one))
    if made.new:
        source = next(iter(made.new.values())).get("source")
        terminal.tell(f"of source `{source}`" if source else "of no source: `--source ID` names it")
        unsaid = {"captured_at": "time", "method": "method", "tool": "tool"}.items()
        missing = [words for name, words in unsaid if name not in next(iter(made.new.values()))]
        if missing:
            terminal.tell(f"not recorded of the capture: {', '.join(missing)}")
    if timestamp:
        terminal.tell(f"a timestamp is asked for at {timestamp}: one hash is sent, and nothing of the files")


def _warn_of_log(terminal: Terminal, graph: CaseGraph, store: Store, made: Plan) -> None:
    """Say of copies that are held already where the log lacks their lines: no preserving mends that."""
    logged = {line.hash for line in store.log.lines}
    held = {one.record for one in made.planned if one.fate in (Fate.HELD, Fate.BACK)}
    if lost := [copy.id for copy in graph.copies if copy.id in held and copy.logged and copy.logged not in logged]:
        terminal.trouble(
            f"the log has no line, or none that holds, of {', '.join(f'`{name}`' for name in lost)}: it was cut or "
            "changed, and preserving does not mend that; take the log from a backup (`probata verify` says more)",
            "yellow",
        )


def _line(one: Planned) -> str:
    seen, of = one.seen, f" of {', '.join(f'`{name}`' for name in one.of)}" if one.of else ""
    record = f" `{one.record}`" if one.record else ""
    size = counted(seen.size, "byte")
    return f"{one.fate.value}{record}{of}: {seen.name}, {seen.media_type}, {size}, SHA-256 {seen.sha256}"


def _stamps(made: Plan, timestamp: str, folder: Path) -> list[Seen]:
    """Return the list of the hashes of the copies and the token that covers it, as files; none without an address."""
    if not timestamp:
        return []
    copies = [one.seen for one in made.planned if one.fate in (Fate.NEW, Fate.HELD, Fate.BACK)]
    data = "".join(f"{seen.sha256}\n" for seen in copies).encode()
    found = []
    for name, content in (("hashes.txt", data), ("hashes.txt.tsr", ask_for_timestamp(timestamp, data))):
        (folder / name).write_bytes(content)
        found.append(look_at(folder / name))
    return found


def _write(terminal: Terminal, opened: Opened, graph: CaseGraph, store: Store, made: Plan, at: str) -> None:
    files = [one.seen for one in made.taken()]
    changed, added = write_copies(graph, store, files, lambda lines: made.changes(graph, lines, at), at)
    fresh = sum(one.is_new for one in added)
    shown = ", ".join(file.shown for file in changed) or opened.place.shown
    terminal.tell(f"{shown}: {len(made.new)} new; {counted(fresh, 'file')} into `held/`, {counted(len(added), 'line')} "
                  "into its log", "bold")  # fmt: skip
    for one in added:
        if one.aside:
            tell = one.aside.relative_to(store.folder.parent).as_posix()
            terminal.tell(f"what lay in the place of {one.seen.name} and was changed is kept as {tell}")
    if added:
        terminal.tell(f"the log ends with {added[-1].line.hash}; noted elsewhere, it shows later that nothing was cut")
