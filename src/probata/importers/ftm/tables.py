"""The tables of `schemata.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(files("probata.importers.ftm").joinpath("schemata.toml").read_text(encoding="utf-8"))


def table(name: str) -> Mapping[str, str]:
    """Return a table of words by words."""
    found: Mapping[str, str] = _read()[name]
    return found


def holdings() -> Mapping[str, Mapping[str, str]]:
    """Return the schemata that tie a person to a body without a post, each with its properties and its word."""
    found: Mapping[str, Mapping[str, str]] = _read()["holdings"]
    return found


def called() -> Mapping[str, list[str]]:
    """Return the words by which posts make their holders members or directors of a body, and those before them."""
    found: Mapping[str, list[str]] = _read()["called"]
    return found


def technical() -> frozenset[str]:
    """Return the properties that are passed over without a word."""
    return frozenset(_read()["technical"]["names"])


def languages() -> frozenset[str]:
    """Return the codes of languages that FollowTheMoney takes."""
    return frozenset(_read()["languages"]["codes"])
