"""`probata correct`: the letter that corrects a filing that was sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from probata.checks import Drafted
from probata.cli.build import OutOption
from probata.cli.build_case import open_folder
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import filings_asked_for, open_named
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption
from probata.cli.terminal import Terminal
from probata.diagnostics.say import did_you_mean
from probata.document.tree import BRIEF
from probata.evidence.store import Store
from probata.graph import CaseGraph
from probata.messages import load_wording
from probata.model.sent import Sent, SentFile
from probata.output import PlacingError
from probata.pipeline import DRAFT, Prepared, finish, prepare, stem_of
from probata.pipeline.planning import BUNDLE
from probata.protection.certificate import stem_in
from probata.redline.changes import ChangeTold, changes_of, dates_kept, line_of
from probata.redline.read_shown import read_shown
from probata.redline.shown import Shown
from probata.returned.correction import letter
from probata.returned.made_copies import names_of
from probata.returned.redlined import Version, author_of, redlined
from probata.source.text_file import whole_file

FOLDER = "corrections"

EPILOG = "Example: `probata correct claims/my-case uk-ghr-2026-03-02`"


def run(
    case: CaseArgument,
    sent: Annotated[str, typer.Argument(metavar="SENT", help="Id of what was sent; `probata show CASE filings`.")],
    out: OutOption = None,
    templates: TemplatesOption = None,
    quiet: QuietOption = False,
) -> None:
    """Draft the letter that corrects a filing that was sent.

    It has each passage as it was filed and as it reads now: the Word files that were kept by **probata filed** are
    compared with what the records make for filing. A date that is corrected in one passage and stands in another still
    is told. The letter lies in `internal/corrections/`: read it, and send it
    yourself. Then write down with **probata filed** that the corrected filing was sent; that one counts from then on.
    """
    terminal = Terminal(quiet)
    opened = open_named(case, templates)
    graph = opened.graph(terminal)
    found = _find(graph, sent)
    filing = filings_asked_for(opened, (found.filing,))[0]
    is_final = not any(one.name.startswith(DRAFT) for one in found.files)
    prepared = prepare(opened.session, opened.workspace, filing, is_final, checked=False)
    if not prepared.documents:
        raise CannotContinueError(f"`{filing.id}` cannot be made from the records", "`probata check` says why")
    with ExitStack() as held:
        folder = open_folder(out or opened.house.documents, graph.name, held)
        compared = list(_compared(graph, found, prepared, Store.of(graph.root), folder.internal))
        changes = [(part, one) for part, shown in compared for one in changes_of(shown) if _is_to_correct(one)]
        if not changes:
            terminal.tell("nothing that was sent reads otherwise now: there is nothing to correct")
            return
        bundle = stem_of(filing, BUNDLE)
        wording = load_wording(prepared.documents[0].meta.language)
        drafted = letter(found, filing, prepared.documents[0].meta, author_of(graph), changes, wording,
                         has_bundle=any(stem_in(one.name, [bundle]) for one in found.files))  # fmt: skip
        made = finish(replace(prepared, drafted=Drafted(drafted)), "docx", BRIEF)
        if not made.data:
            raise CannotContinueError(
                "the letter cannot be written", "; ".join(one.message for one in made.diagnostics)
            )
        try:
            path = folder.note(f"{FOLDER}/{found.id}.docx", made.data)
        except PlacingError as error:
            raise CannotContinueError(str(error), "close it elsewhere and try again") from None
    for part, change in changes:
        terminal.tell(f"{part or 'brief'}: {line_of(change)}")
    for part, shown in compared:
        for date, place in dates_kept((change for _, change in changes), shown):
            told = (
                f"{part or 'brief'}: {place} still says {date}, which is corrected elsewhere: look at the record of it"
            )
            terminal.trouble(told, "yellow")
    terminal.result(f"letter: {path.as_posix()}")


def _find(graph: CaseGraph, wanted: str) -> Sent:
    found = graph.find("sent", Sent, wanted)
    if found is None:
        known = [one.id for one in graph.sent]
        listed = f"what was sent is {', '.join(known)}" if known else "nothing is written down as sent: `probata filed`"
        raise CannotContinueError(f"nothing was sent as `{wanted}`", did_you_mean(wanted, known, listed))
    return found


def _is_to_correct(change: ChangeTold) -> bool:
    """Tell whether a change is one of words; lists that follow the text are left out."""
    return not change.is_listing and change.old.split() != change.new.split()


def _compared(
    graph: CaseGraph, sent: Sent, prepared: Prepared, store: Store, internal: Path
) -> Iterator[tuple[str, Shown]]:
    """Give each part as it was sent and as it reads now in one, with what it is called."""
    titles = {head.name: head.named for head in prepared.document.meta.parts} if prepared.document else {}
    of_part = _word_files(graph, sent, prepared)
    if not of_part:
        raise CannotContinueError(
            "no Word file of the filing was kept of what was sent, and a PDF cannot be compared",
            "write it down again with the Word files that it was made from, under the names that they were made with",
        )
    for document in prepared.documents:
        part = document.meta.part
        file = of_part.get(part)
        if file is None:
            continue
        kept = store.path_of(file.sha256)
        if kept is None:
            raise CannotContinueError(f"`{file.name}` is not held any more", "`probata verify` says what is missing")
        data = whole_file(kept)
        if sha256(data).hexdigest() != file.sha256:
            raise CannotContinueError(f"`{file.name}` is not what was sent: it was changed in `held/` since",
                                      "`probata verify` says more; take it from a backup")  # fmt: skip
        now = finish(prepared, "docx", part)
        old, new = Version(file.name, data, names_of(data, internal)), Version(now.name, now.data, now.names)
        yield titles.get(part, ""), read_shown(redlined(old, new, author_of(graph)).data)


def _word_files(graph: CaseGraph, sent: Sent, prepared: Prepared) -> dict[str, SentFile]:
    """Return the Word file of each part as the addressee has it; a letter that corrects it changes none."""
    before = (
        one for one in graph.sent if (one.filing, one.to) == (sent.filing, sent.to) and one.on.first <= sent.on.first
    )
    found: dict[str, SentFile] = {}
    for one in sorted(before, key=lambda one: one.on.first):
        for file in one.files:
            name = file.name.removeprefix(DRAFT)
            parts = (tree.meta.part for tree in prepared.documents)
            found |= {part: file for part in parts if name.startswith(_stem(prepared, part)) and name.endswith(".docx")}
    return found


def _stem(prepared: Prepared, part: str) -> str:
    return f"{stem_of(prepared.filing, part)}."
