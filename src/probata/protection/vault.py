"""Identities apart: what tells who protected persons are, in one file that only its keys open (age, by pyrage).

age: <https://age-encryption.org/v1>. The file is filled up to a whole number of blocks, so that its size says little of
how much is in it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyrage

from probata.disclosure.identities import TextApart, Texts

FORMAT = 1
MOST_BYTES = 200_000_000
_BLOCK = 65_536
_KEY = "AGE-SECRET-KEY-1"
MOST_OF_KEY = 65_536
"""Bytes of a key file that are looked at."""


class VaultError(Exception):
    """The file or its key cannot be used; the message says which and why, in the user's words."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of the case as it was before names were taken out of it, and the hash of what it was after."""

    before: bytes
    after_sha256: str


@dataclass(frozen=True, slots=True)
class Vault:
    """What is kept apart from the records of a case."""

    recipients: tuple[str, ...]
    """Public keys that open it."""

    identities: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    """Fields of records as their files had them, by kind and id."""

    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    """Those that were chosen, by person: they stay, also when everything is put back."""

    texts: Texts = field(default_factory=dict)
    """Texts that say a pseudonym now, so that with the key a document says what they said."""

    files: Mapping[str, KeptFile] = field(default_factory=dict)
    """By the path in the case, so that everything can be put back to the byte."""


def sealed(vault: Vault) -> bytes:
    """Return the file; raises `VaultError` where one of its keys is none."""
    plain = json.dumps(
        {
            "format": FORMAT,
            "recipients": vault.recipients,
            "identities": vault.identities,
            "pseudonyms": vault.pseudonyms,
            "texts": {
                record: {said: [one.before, one.edits] for said, one in held.items()}
                for record, held in vault.texts.items()
            },
            "files": {
                name: {"before": base64.b64encode(one.before).decode(), "after_sha256": one.after_sha256}
                for name, one in vault.files.items()
            },
        },
        ensure_ascii=False,
    ).encode()
    padded = plain + b" " * (-len(plain) % _BLOCK)
    return bytes(pyrage.encrypt(padded, [_recipient(one) for one in vault.recipients]))


def _recipient(written: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(written.strip())
    except pyrage.RecipientError:
        raise VaultError(f"`{written}` is no public key of age, which begins with `age1`") from None


def opened(data: bytes, keys: Sequence[str]) -> Vault:
    """Return what a file holds; raises `VaultError` where no key opens it, or it is damaged or not ours."""
    if len(data) > MOST_BYTES:
        raise VaultError("the file of identities is larger than any that was written")
    try:
        plain = pyrage.decrypt(data, [_identity(key) for key in keys])
    except pyrage.DecryptError as error:
        if "matching" in str(error):
            said = "the key does not open the file of identities: it is another's or older, or the file is damaged"
            raise VaultError(said) from None
        raise VaultError("the file of identities is damaged: take it from a backup") from None
    try:
        held = json.loads(plain)
        files = {
            str(name): KeptFile(base64.b64decode(one["before"], validate=True), str(one["after_sha256"]))
            for name, one in held["files"].items()
        }
        pseudonyms = {str(key): str(text) for key, text in held["pseudonyms"].items()}
        texts = {
            str(record): {str(said): _text_apart(*one) for said, one in told.items()}
            for record, told in held.get("texts", {}).items()
        }
        if held["format"] != FORMAT:
            raise ValueError
        return Vault(tuple(map(str, held["recipients"])), dict(held["identities"]), pseudonyms, texts, files)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise VaultError("the file of identities is of another version of the program, or not ours") from None


def _text_apart(before: str, edits: Sequence[Sequence[Any]]) -> TextApart:
    return TextApart(str(before), tuple((int(start), int(end), str(one), str(word)) for start, end, one, word in edits))


def keys_in(text: str) -> tuple[str, ...]:
    """Return the secret keys in a key file, as `age-keygen` writes it; raises `VaultError` where there is none."""
    keys = tuple(line.strip() for line in text[:MOST_OF_KEY].splitlines() if line.strip().startswith(_KEY))
    for key in keys:
        _identity(key)
    if not keys:
        raise VaultError(f"no key stands in it: a line begins with `{_KEY}`")
    return keys


def _identity(key: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(key)
    except pyrage.IdentityError:
        raise VaultError("the key in it is damaged") from None


def fresh_key() -> str:
    """Return a new secret key."""
    return str(pyrage.x25519.Identity.generate())


def public_key(key: str) -> str:
    """Return the public key of a secret one."""
    return str(_identity(key).to_public())
