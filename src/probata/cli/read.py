"""`probata read`: write down that an allegation was read, as what, by whom, and on what it then rested."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from probata.cli.appending import day_of, free_id, write_changes
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import open_named, warn_if_open
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.diagnostics.say import did_you_mean
from probata.edits.change import NewRecords
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.read import ALLEGATION_READS, AllegationRead
from probata.proof.reads import DaysKnown, read_later, resting_now

KIND = "reads"
_RIGHT_DAY = "name the day on which it was read, or correct the date in the record that is wrong"
_PLAIN_DATE = re.compile(r"[\d-]+")


def new_read(
    graph: CaseGraph, allegation: Allegation, read_as: AllegationRead, by: str, day: str, taken: set[str]
) -> dict[str, Any]:
    """Return the read as its file holds it, with an id that no other read has."""
    dated = f"-{day}" if _PLAIN_DATE.fullmatch(day) else ""
    name = free_id(f"read-{allegation.id}", f"-{read_as.replace('_', '-')}{dated}", taken)
    taken.add(name)
    resting = resting_now(graph, allegation, read_as)
    return {
        "id": name,
        "what": allegation.id,
        "read_as": read_as,
        "by": by,
        "on": day,
        "rests_on": [f"{record} {fingerprint}" for record, fingerprint in resting],
    }


def refuse_what_cannot_be(
    graph: CaseGraph, record: Mapping[str, Any], read_as: AllegationRead, day: When, result: str
) -> None:
    """Raise `CannotContinueError` for a read of which the records show that it was not made on that day, or a copy."""
    before = [read for read in graph.reads if (read.what, read.read_as) == (record["what"], read_as)]
    resting = tuple(record["rests_on"])
    for read in before:
        same = (read.by, read.on.text, read.result) == (record["by"], day.text, result)
        if same and resting == tuple(f"{one.record} {one.fingerprint}" for one in read.rests_on):
            raise CannotContinueError(
                f"that read is written down already, as `{read.id}`, and nothing has changed since", "nothing is to do"
            )
    if later := read_later(day, before):
        raise CannotContinueError(
            f"`{day.text}` is before the read `{later.id}` of `{later.on.text}`, which it would follow", _RIGHT_DAY
        )
    if told := DaysKnown(graph).later_than(day, (one.rpartition(" ")[0] for one in resting)):
        raise CannotContinueError(f"`{day.text}` is before what the read rests on: {told}", _RIGHT_DAY)


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
        refuse_what_cannot_be(graph, record, kind, day, result.value)
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
