"""The file in which identities are kept apart from a case, and the key that opens it: found, read, made."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probata.cli.case_path import CasePlace
from probata.cli.exit_code import CannotContinueError
from probata.cli.terminal import Terminal
from probata.kept import InMemory
from probata.source.text_file import whole_file

if TYPE_CHECKING:
    from probata.cli.opening import Named
    from probata.protection.vault import Vault

ENDING = ".identities.age"

KeyOption = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="FILE",
        help="The key file that opens identities kept apart. Without it: the one that `probata.toml` names, `key`.",
        dir_okay=False,
    ),
]


def vault_of(place: CasePlace) -> Path:
    """Return where the identities of a case are kept: beside it, so that they are not given away with it."""
    path = place.path.absolute()
    return path.with_name(f"{path.stem if path.is_file() else path.name}{ENDING}")


def read_keys(key: Path, place: CasePlace, terminal: Terminal) -> tuple[str, ...]:
    """Return the secret keys in a file; raises `CannotContinueError` where it cannot be used."""
    from probata.protection.vault import VaultError, keys_in  # not for a case of which nothing is kept apart

    refuse_inside(key, place)
    try:
        keys = keys_in(whole_file(key).decode())
    except (OSError, UnicodeDecodeError) as error:
        reason = (getattr(error, "strerror", None) or "it is no text").lower()
        raise CannotContinueError(f"the key file `{key.as_posix()}` cannot be read: {reason}", _LOST) from None
    except VaultError as error:
        raise CannotContinueError(f"`{key.as_posix()}` is no key file: {error}", _LOST) from None
    if os.name != "nt" and key.stat().st_mode & 0o077:
        terminal.trouble(f"others on this computer may read the key file `{key.as_posix()}`: `chmod 600` it", "yellow")
    return keys


_LOST = (
    "name the right file with `--key`; without any key that opens it the identities cannot be read, by us neither, and "
    "the case goes on with its pseudonyms"
)


def refuse_inside(key: Path, place: CasePlace) -> None:
    """Raise `CannotContinueError` where a key lies in the case: whoever is given the case would be given it."""
    home = place.path if place.path.is_dir() else place.path.parent
    if key.resolve().is_relative_to(home.resolve()):
        raise CannotContinueError(
            f"the key file `{key.as_posix()}` lies in the case", "keep it outside, where nobody else may read"
        )


def make_key(key: Path, place: CasePlace) -> str:
    """Make a key file that its owner alone may read, never over another, and return the key."""
    from probata.protection.vault import fresh_key, public_key

    refuse_inside(key, place)
    made = fresh_key()
    text = f"# public key: {public_key(made)}\n{made}\n"
    try:
        key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise CannotContinueError(f"`{key.as_posix()}` is there already", "name another file") from None
    except OSError as error:
        if key.is_file():
            key.unlink()  # one that is cut off would be no key, and in the way of another
        reason = (error.strerror or str(error)).lower()
        said = f"the key file `{key.as_posix()}` could not be made: {reason}"
        raise CannotContinueError(said, "name another") from None
    return made


def read_vault(place: CasePlace, keys: tuple[str, ...]) -> Vault | None:
    """Return what is kept apart of a case; `None` where there is no such file. Raises `CannotContinueError`."""
    from probata.protection.vault import VaultError, opened

    path = vault_of(place)
    try:
        data = whole_file(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotContinueError(f"`{path.name}` cannot be read: {(error.strerror or '').lower()}", "") from None
    try:
        return opened(data, keys)
    except VaultError as error:
        raise CannotContinueError(f"{error} (`{path.name}`)", _LOST) from None


def with_vault(named: Named, key: Path | None, terminal: Terminal) -> Named:
    """Return a case with what is kept apart of who its persons are; the same one without a key, and where nothing is.

    The key is the one given, else that of the office. Nothing that is kept for the next run may hold a name, and so
    nothing is. Raises `CannotContinueError` where the key does not open it.
    """
    place, key = named.place, key or named.house.key
    if key is None or not vault_of(place).exists():
        return named
    vault = read_vault(place, read_keys(key, place, terminal))
    if vault is None or not any(vault.identities.values()):
        return named
    apart = replace(named.workspace, identities=vault.identities, texts_apart=vault.texts, store=InMemory())
    return replace(named, workspace=apart)
