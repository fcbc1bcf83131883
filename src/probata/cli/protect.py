"""`probata protect`: names and contacts of protected persons in a file of their own, which a key opens."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.cache_folder import cache_folder, forget_all
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.identities import KeyOption, make_key, read_keys, read_vault, vault_of
from probata.cli.import_into import YesOption, can_ask, looking, write_files
from probata.cli.opening import Opened, did_you_mean, open_named
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.diagnostics.say import counted
from probata.disclosure.consent import parts_played
from probata.disclosure.identities import choose_marks
from probata.graph import CaseGraph
from probata.messages import load_wording
from probata.output import FolderInUseError, PlacingError, hold
from probata.output.atomic import remove_leftovers, write_atomically
from probata.protection.apart import (
    Apart,
    marks_taken,
    own_pseudonyms,
    persons_to_protect,
    put_back,
    taken_apart,
)
from probata.protection.left import names_in_copies, names_in_files
from probata.protection.vault import Vault, VaultError, public_key, sealed
from probata.workbench.undone import OWN_FOLDER, own_folder

EPILOG = (
    "Examples: `probata protect claims/example --key ~/keys/example.key`, `probata protect claims/example --undo`, "
    "`probata protect claims/example --recipient age1…`"
)
_SHOWN = 20
"""Places that are named; more are counted."""


def run(
    case: CaseArgument,
    key: KeyOption = None,
    persons: Annotated[
        list[str] | None,
        typer.Option(
            "--person",
            metavar="ID",
            help="Whom to protect; may be given several times. Without it: whoever needs a consent, victims and "
            "witnesses.",
        ),
    ] = None,
    recipients: Annotated[
        list[str] | None,
        typer.Option(
            "--recipient", metavar="AGE", help="A public key, `age1…`, of somebody else who may open the file."
        ),
    ] = None,
    new_key: Annotated[
        Path | None,
        typer.Option("--new-key", metavar="FILE", help="Another key in place of this one; made where there is none.",
                     dir_okay=False),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List every place that holds a name still.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Put names and contacts back into the records.")] = False,
    yes: YesOption = False,
    quiet: QuietOption = False,
) -> None:  # fmt: skip
    """Move names and contacts of protected persons out of the records, into a file that only a key opens.

    In the records each keeps the id and a pseudonym, `Witness K`, chosen once, which says nothing of name, order or
    number. Texts that name them say the pseudonym. The file lies beside the case, `CASE.identities.age`; the key file
    is made where there is none, outside the case, for you alone. **Keep a copy of it: without it nobody can read the
    names.** Everything works without the key, with pseudonyms; `probata build --key FILE` names whom a consent lets it
    name. Run again it looks for names that came in since.

    What still holds a name is listed: ids, addresses, remarks in files, tables, statements, whose words are never
    changed, held copies, documents made before, backups.

    Exit 0: done, and nothing is left. Exit 1: done, and places are named that hold names still. Exit 2: nothing was
    done.
    """
    terminal = Terminal(quiet)
    opened = open_named(case, None)
    graph = opened.graph(terminal)
    path = key or opened.house.key
    if path is None:
        raise CannotContinueError(
            "no key file is named", "name one with `--key FILE`, outside the case; where there is none it is made"
        )
    exists = vault_of(opened.place).exists()
    if not path.exists() and (exists or undo):
        raise CannotContinueError(
            f"there is no key file `{path.as_posix()}`, and the identities of this case were put apart with one",
            "name the key file with which that was done; a copy of it opens them too",
        )
    keys = read_keys(path, opened.place, terminal) if path.exists() else ()
    vault = read_vault(opened.place, keys) if exists else None
    with _alone(graph), looking(opened, terminal):
        if undo:
            _undo(terminal, opened, graph, vault)
            return
        chosen = _chosen(graph, persons, vault)
        held = vault or Vault(())
        apart = taken_apart(graph, _pseudonyms(graph, chosen, held), held)
        if apart.files or recipients or new_key:
            _take_apart(terminal, opened, apart, (path, keys), recipients or (), new_key, yes=yes)
        else:
            terminal.tell("nothing to take apart: no record names anybody who is protected")
    _end(terminal, opened, graph, apart, every=every)


def _take_apart(
    terminal: Terminal, opened: Opened, apart: Apart, own: tuple[Path, tuple[str, ...]], recipients: Sequence[str],
    new_key: Path | None, *, yes: bool,
) -> None:  # fmt: skip
    path, keys = own
    who = ", ".join(f"{key} ({word})" for key, word in sorted(apart.vault.pseudonyms.items()))
    terminal.tell(f"protected: {who or 'nobody'}; to be written: {counted(len(apart.files), 'file')}")
    if not (yes or (can_ask(terminal) and typer.confirm("take names and contacts out of the records?", default=False))):
        raise CannotContinueError("nothing was written", "the same command with `--yes` does it")
    if not keys:
        keys = (make_key(path, opened.place),)
        terminal.tell(f"key file made: {path.as_posix()}; keep a copy of it in a safe place", "bold")
    readers = _readers(apart.vault, keys, recipients, new_key, opened, terminal)
    _write(opened, replace(apart.vault, recipients=readers))
    write_files(terminal, opened.place, apart.files)


@contextmanager
def _alone(graph: CaseGraph) -> Iterator[None]:
    """Keep others from saving in the case meanwhile, and remove what a killed program left there: it may hold names."""
    try:
        with hold(own_folder(graph.root)):
            remove_leftovers(graph.root)
            yield
    except FolderInUseError:
        raise CannotContinueError("somebody else saves in this case just now", "wait a moment and try again") from None
    except PlacingError as error:
        raise CannotContinueError(f"nothing was written: {error}", "try again where you may write") from None


def _chosen(graph: CaseGraph, persons: Sequence[str] | None, vault: Vault | None) -> frozenset[str]:
    known = [one.id for one in graph.people]
    for person in persons or ():
        if person not in known:
            raise CannotContinueError(f"there is no person `{person}`", did_you_mean(person, known))
    before = {*vault.identities.get("people", {})} if vault else set()
    return frozenset(persons or persons_to_protect(graph)) | before


def _pseudonyms(graph: CaseGraph, persons: frozenset[str], vault: Vault) -> dict[str, str]:
    """Return the pseudonym of each: the recorded one, the one chosen before, or a new one."""
    wording, parts = load_wording(graph.case.language), parts_played(graph)
    makers = {one.person for one in graph.statements}
    before = {**vault.pseudonyms, **own_pseudonyms(graph)}
    found = {key: text for key, text in before.items() if key in persons}
    new = [key for key in persons if key not in found]
    marks = choose_marks(new, marks_taken(graph, vault), secrets.token_bytes(32))
    for person, mark in marks.items():
        label = "witness" if parts.get(person, set()) & {"witness", "deponent"} or person in makers else "person"
        found[person] = wording.label(f"document.pseudonym_of_{label}", mark=mark)
    return found


def _readers(
    held: Vault, keys: tuple[str, ...], more: Sequence[str], new_key: Path | None, opened: Opened, terminal: Terminal
) -> tuple[str, ...]:
    """Return the public keys that open the file from now on."""
    own = tuple(map(public_key, keys))
    if new_key is not None:
        fresh = read_keys(new_key, opened.place, terminal) if new_key.exists() else (make_key(new_key, opened.place),)
        kept = (one for one in held.recipients if one not in own)
        return tuple(dict.fromkeys((*map(public_key, fresh), *kept, *more)))
    return tuple(dict.fromkeys((*(held.recipients or own), *more)))


def _write(opened: Opened, vault: Vault) -> None:
    """Write the file, before any record is changed: whatever stops the program, nothing is lost."""
    try:
        write_atomically(vault_of(opened.place), sealed(vault))
    except VaultError as error:
        raise CannotContinueError(f"nothing was written: {error}", "name a public key of age") from None
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"nothing was written: {error}", "try again where you may write") from None


def _undo(terminal: Terminal, opened: Opened, graph: CaseGraph, vault: Vault | None) -> None:
    if vault is None or not any(vault.identities.values()):
        raise CannotContinueError("nothing is kept apart of this case", "its records hold what there is")
    back = put_back(graph, vault)
    write_files(terminal, opened.place, back.files)
    _write(opened, back.vault)  # last: until then the names stand in both
    terminal.tell(f"put back: {counted(len(back.files), 'file') if back.files else 'all was there'}", "bold")
    for name in back.edited:
        terminal.trouble(f"{name} was changed since: its texts keep the pseudonyms, look through them", "yellow")
    raise typer.Exit(ExitCode.FINDINGS if back.edited else ExitCode.FINE)


def _end(terminal: Terminal, opened: Opened, graph: CaseGraph, apart: Apart, *, every: bool) -> None:
    naming, unread = names_in_copies(opened.session.held, apart.names)
    naming_too, unread_too = names_in_files(graph, opened.place.path, apart.names)
    left = [*_ids_left(apart, every=every), *apart.left, *naming, *naming_too]
    unread += unread_too
    forget_all(cache_folder())
    for name in left if every else left[:_SHOWN]:
        terminal.trouble(f"a name is left: {name}", "yellow")
    if not every and (more := len(left) - _SHOWN) > 0:
        terminal.trouble(f"and in {counted(more, 'more place')}: `--all` lists every one")
    if left:
        terminal.trouble(
            "next step: give an id with a name another one, there and where it is named; reword the rest, but no "
            "words of others: give their record `level: internal` where its documents may not name whom it names"
        )
    if unread:
        shown = unread if every else unread[:_SHOWN]
        rest = f", and {len(unread) - len(shown)} more" if len(unread) > len(shown) else ""
        terminal.trouble(f"could not be read whole and may name somebody: {', '.join(shown)}{rest}", "yellow")
    for told in _elsewhere(opened, graph):
        terminal.trouble(told, "yellow")
    terminal.tell("copies and backups of the case from before hold the names, wherever they are")
    raise typer.Exit(ExitCode.FINDINGS if left else ExitCode.FINE)


def _ids_left(apart: Apart, *, every: bool) -> Iterator[str]:
    for one, places in apart.ids.items():
        where = f": {', '.join(places)}" if every else f", in {counted(len(places), 'place')}"
        yield f"the id {one}{where}"


def _elsewhere(opened: Opened, graph: CaseGraph) -> Iterator[str]:
    """Tell of what was made or kept before and may hold the names still."""
    home = graph.root
    if (undone := home / OWN_FOLDER / "undo").is_dir():
        yield f"what can be undone in the workbench holds the names: delete `{undone.as_posix()}`"
    made = opened.house.documents / graph.name
    if made.is_dir():
        yield f"what was made before may hold the names: delete `{made.as_posix()}`, or build it again"
    if any((one / ".git").exists() for one in (home.absolute(), *home.absolute().parents)):
        yield "the history of git holds the names: everybody who has it can read them there"
