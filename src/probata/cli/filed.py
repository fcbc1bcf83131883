"""`probata filed`: write down that a filing was sent, and keep the files as they went out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.appending import day_of, write_changes
from probata.cli.build import OutOption
from probata.cli.build_case import open_folder
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import Opened, filings_asked_for, open_named, warn_if_open
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption
from probata.cli.terminal import Terminal
from probata.cli.today import now
from probata.diagnostics.say import counted
from probata.document.places import places_of_records
from probata.edits.change import NewRecords
from probata.edits.ids import free_id
from probata.evidence.store import Store
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.model.dates import parse_when
from probata.output import hold
from probata.pipeline import DRAFT, Prepared, finish, prepare, stem_of
from probata.proof.reads import fingerprint
from probata.source.text_file import whole_file

KIND = "sent"

ToOption = Annotated[str, typer.Option("--to", metavar="ADDRESSEE", help="To whom it was sent.")]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="When it was sent. Without it: today.")
]
ReferenceOption = Annotated[
    str | None, typer.Option("--reference", metavar="TEXT", help="The reference that the addressee gave it.")
]
DueOption = Annotated[str | None, typer.Option("--answer-due", metavar="YYYY-MM-DD", help="When an answer is due.")]
FilesArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE…", help="The files as they went out. Without them: those made for filing."),
]

EPILOG = "Example: `probata filed claims/my-case uk-ghr --to 'Sanctions Directorate' --on 2026-03-02`"


def run(
    case: CaseArgument,
    filing: Annotated[str, typer.Argument(metavar="FILING", help="Id of the filing.")],
    to: ToOption,
    files: FilesArgument = None,
    on: OnOption = None,
    reference: ReferenceOption = None,
    answer_due: DueOption = None,
    out: OutOption = None,
    templates: TemplatesOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write down that a filing was sent: its files, to whom, when, and what answer is due.

    The bytes of the files are kept with the held copies, and `sent.yaml` says what each record said then and which
    paragraphs print it. When one changes, **probata check** names the paragraphs, and **probata correct** drafts the
    letter with both wordings. **probata show CASE filings** lists what was sent and what answers are open.
    """
    terminal = Terminal(quiet)
    opened = open_named(case, templates)
    graph = opened.graph(terminal)
    found = filings_asked_for(opened, (filing,))[0]
    day, due = day_of(on), _due(answer_due)
    prepared = prepare(opened.session, opened.workspace, found, final=True, checked=False)
    if not prepared.documents:
        raise CannotContinueError(f"`{found.id}` cannot be made from the records", "`probata check` says why")
    warn_if_open(terminal, opened.place)
    with ExitStack() as held:
        paths = files or _made(open_folder(out or opened.house.documents, graph.name, held).outgoing, opened, found)
        _warn_of_others(prepared, paths, terminal)
        store = Store.of(graph.root)
        with hold(store.folder):
            kept = [one.seen for one in store.add(paths, now())]
        record = {
            "id": free_id(f"{found.id}-{day.text}", "", {one.id for one in graph.sent}),
            "filing": found.id,
            "to": to.strip(),
            "on": day.text,
            **({"reference": reference.strip()} if reference else {}),
            **({"answer_due": due} if due else {}),
            "files": [{"name": one.name, "sha256": one.sha256} for one in kept],
            "printed": list(_printed(graph, prepared)),
        }
        shown = write_changes(graph, [NewRecords(KIND, [record])])[0].shown
    for one in kept:
        terminal.tell(f"kept: {one.name}, SHA-256 {one.sha256}")
    terminal.tell(f"{shown}: `{record['id']}` prints {counted(len(record['printed']), 'record')} as now recorded")


def _due(said: str | None) -> str:
    try:
        return parse_when(said.strip()).text if said else ""
    except ValueError as error:
        raise CannotContinueError(f"`{said}` is no date: {error}", "write it as `2026-11-24`") from None


def _made(outgoing: Path, opened: Opened, filing: Filing) -> list[Path]:
    """Return the files of a filing that were made for filing, of all its parts."""
    forum = opened.session.forums.get(filing.forum)
    stems = [stem_of(filing, part) for part in ("", *(forum.profile.parts if forum else ()))]
    found = sorted(path for stem in stems for path in outgoing.glob(f"{stem}.*") if path.is_file())
    if not found:
        drafts = any(outgoing.glob(f"{DRAFT}{filing.id}*"))
        raise CannotContinueError(
            f"no file of `{filing.id}` was made for filing{', only drafts' if drafts else ''}",
            "make it with `probata build --final`, or name the files that were sent",
        )
    return found


def _warn_of_others(prepared: Prepared, paths: Iterable[Path], terminal: Terminal) -> None:
    """Say which files are not what the records make now: what was printed is told from the records."""
    made = {one.name: one.data for one in (finish(prepared, "docx", tree.meta.part) for tree in prepared.documents)}
    stems = {f"{name.removeprefix(DRAFT).partition('.')[0]}." for name in made}
    for path in paths:
        if not path.name.removeprefix(DRAFT).startswith(tuple(stems)):
            terminal.tell(
                f"`{path.name}` bears the name of no file of `{prepared.filing.id}`; it is kept all the same", "yellow"
            )
        elif path.name in made and whole_file(path) != made[path.name]:
            told = f"`{path.name}` is not as the records make it now: which records it prints may differ"
            terminal.tell(told, "yellow")


def _printed(graph: CaseGraph, prepared: Prepared) -> Iterator[str]:
    """Give the records that a filing prints, each with its fingerprint and its paragraphs."""
    places = places_of_records(prepared.documents)
    cited = prepared.drafted.cited if prepared.drafted else ()
    for record in dict.fromkeys((*places, *(f"sources/{key}" for key in cited))):
        if found := fingerprint(graph, record):
            yield f"{record} {found} {_listed(places.get(record, ()))}".strip()


def _listed(places: Iterable[str]) -> str:
    """Return places as a lawyer writes them: `2-5, table 1`."""
    runs: list[list[str]] = []
    for place in places:
        follows = runs and place.isdecimal() and runs[-1][-1].isdecimal() and int(place) == int(runs[-1][-1]) + 1
        runs[-1].append(place) if follows else runs.append([place])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
