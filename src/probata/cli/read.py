"""`probata read`: write down that an allegation was read, as what, by whom, and on what it then rested."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from probata.cli.appending import day_of, write_changes
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import open_named, warn_if_open
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.diagnostics.say import did_you_mean
from probata.edits.change import NewRecords
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.read import ALLEGATION_READS, AllegationRead
from probata.proof.new_read import CannotReadError, new_read, refuse_what_cannot_be

KIND = "reads"


class ReadAs(StrEnum):
    """As what an allegation is read."""

    FACT = "fact"
    LAW = "law"
    SOURCE_PROTECTION = "source-protection"
    LIBEL = "libel"

    @property
    def kind(self) -> AllegationRead:
        """The same as records write it."""
        return next(kind for kind in ALLEGATION_READS if kind == self.value.replace("-", "_"))


class Result(StrEnum):
    """What came of it."""

    CONFIRMED = "confirmed"
    DIFFERS = "differs"


AsOption = Annotated[
    list[ReadAs],
    typer.Option(
        "--as",
        help="For what it was read: `fact`, `law`, `source-protection` or `libel`; may be given several times.",
        case_sensitive=False,
    ),
]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who read it.")]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="When, such as `2026-11-24`. Without it: today.")
]
ResultOption = Annotated[
    Result,
    typer.Option(
        "--result", help="`differs` where it is not as stated: the read does not stand then.", case_sensitive=False
    ),
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark for the team.")]


EPILOG = "Example: `probata read claims/my-case beatings --as fact --as law --by 'A Reader'`"


def run(
    case: CaseArgument,
    allegation: Annotated[str, typer.Argument(metavar="ALLEGATION", help="Id of the allegation.")],
    read_as: AsOption,
    by: ByOption,
    on: OnOption = None,
    result: ResultOption = Result.CONFIRMED,
    note: NoteOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write down that somebody read an allegation.

    The read goes into `reads.yaml` of the case, with a fingerprint of each record on which the allegation then rests:
    sources, quotations, tables, roles, exhibits. When one of them changes, the read is void, and **probata check** says
    which. Your remarks and the order of the file stay.

    A day that is yet to come, that is before something on which the read rests, or before a read of the same kind that
    is written down already, is refused; so is the same read a second time.
    """
    terminal = Terminal(quiet)
    if not by.strip():
        raise CannotContinueError("nobody is named who read it", "name the reader: `--by NAME`")
    opened = open_named(case, None)
    graph = opened.graph(terminal)
    found = _find(graph, allegation)
    taken = {read.id for read in graph.reads}
    day = day_of(on)
    kinds = [one.kind for one in dict.fromkeys(read_as)]
    records = [new_read(graph, found, kind, by.strip(), day.text, taken) for kind in kinds]
    for kind, record in zip(kinds, records, strict=True):
        try:
            refuse_what_cannot_be(graph, record, kind, day, result.value)
        except CannotReadError as error:
            raise CannotContinueError(str(error), error.help) from None
    said = {"result": result.value} | ({"note": note.strip()} if note and note.strip() else {})
    warn_if_open(terminal, opened.place)
    shown = write_changes(graph, [NewRecords(KIND, [record | said for record in records])])[0].shown
    for record in records:
        resting = len(record["rests_on"])
        terminal.tell(f"{shown}: `{record['id']}` rests on {resting} record{'s' * (resting != 1)} as they are now")


def _find(graph: CaseGraph, wanted: str) -> Allegation:
    found = graph.find("allegations", Allegation, wanted)
    if found is None:
        known = [allegation.id for allegation in graph.allegations]
        listed = f"the allegations are {', '.join(known)}" if known else "the case has no allegation yet"
        raise CannotContinueError(f"there is no allegation `{wanted}`", did_you_mean(wanted, known, listed))
    return found
