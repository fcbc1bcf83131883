"""`probata list`: forums, instruments, formats and checks."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from probata.cli.terminal import console, workspace


class Thing(StrEnum):
    """What can be listed."""

    FORUMS = "forums"
    INSTRUMENTS = "instruments"
    FORMATS = "formats"
    CHECKS = "checks"


class Form(StrEnum):
    """Output forms."""

    TABLE = "table"
    JSON = "json"


def list_things(
    what: Annotated[Thing, typer.Argument(help="forums, instruments, formats or checks")],
    format: Annotated[Form, typer.Option("--format", help="A table, or JSON for other programs.")] = Form.TABLE,
) -> int:
    """List what the program knows: forums, instruments of law, file formats, checks."""
    rows = {
        Thing.FORUMS: _forums,
        Thing.INSTRUMENTS: _instruments,
        Thing.FORMATS: _formats,
        Thing.CHECKS: _checks,
    }[what]()
    if format is Form.JSON:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return 0
    table = Table(*rows[0].keys()) if rows else Table()
    for row in rows:
        table.add_row(*row.values())
    console().print(table)
    return 0


def _forums() -> list[dict[str, str]]:
    from probata.forum import known_forums, load_forum

    roots = workspace().template_roots
    rows = []
    for name in known_forums(roots):
        loaded = load_forum(name, roots)
        profile = loaded.forum.profile if loaded.forum else None
        unverified = sum(not rule.verified for rule in profile.rules) if profile else 0
        rows.append(
            {
                "id": name,
                "title": profile.title if profile else "cannot be read",
                "rules": str(len(profile.rules)) if profile else "",
                "unverified": str(unverified) if profile else "",
            }
        )
    return rows


def _instruments() -> list[dict[str, str]]:
    from probata.law import load_catalogue

    return [
        {
            "id": key,
            "title": instrument.title,
            "provisions": str(len(instrument.provisions)),
            "unverified": str(sum(not provision.verified for provision in instrument.provisions)),
        }
        for key, instrument in sorted(load_catalogue().instruments.items())
    ]


def _formats() -> list[dict[str, str]]:
    from probata.pipeline import FORMATS, load_format

    return [{"id": name, "title": load_format(name).title} for name in FORMATS]


def _checks() -> list[dict[str, str]]:
    from probata.checks import list_checks

    return [
        {
            "name": page.check.name,
            "code": page.check.code,
            "level": page.check.severity.label,
            "finds": page.summary,
        }
        for page in list_checks()
    ]
