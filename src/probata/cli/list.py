"""`probata list`: forums, blocks, fields, instruments, conduct, elements, styles, forms, formats and checks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import did_you_mean, find_workspace
from probata.cli.options import ListForm, ListFormOption, TemplatesOption
from probata.cli.tables.table import Table
from probata.cli.terminal import Terminal
from probata.pipeline.session import Workspace


class Listed(StrEnum):
    """What can be listed."""

    FORUMS = "forums"
    BLOCKS = "blocks"
    FIELDS = "fields"
    INSTRUMENTS = "instruments"
    PROVISIONS = "provisions"
    STYLES = "styles"
    FORMS = "forms"
    FORMATS = "formats"
    CHECKS = "checks"
    CONDUCT = "conduct"
    ELEMENTS = "elements"


EPILOG = "Examples: `probata list forums`, `probata list provisions iccpr`"


def run(
    what: Annotated[Listed, typer.Argument(help="What to list.", case_sensitive=False, metavar="WHAT")],
    instrument: Annotated[
        str, typer.Argument(metavar="[INSTRUMENT]", help="Of provisions: only those of this one.")
    ] = "",
    form: ListFormOption = ListForm.TABLE,
    templates: TemplatesOption = None,
) -> None:
    """List what a case can use.

    WHAT is one of **forums** (for whom documents can be made, your own included), **blocks** (parts of their
    templates, which a forum of your own may replace), **fields** (what a template in Word may have in brackets),
    **instruments** (of law, with the ids that records use), **provisions** (of one or all of them),
    **conduct** (the codes that an allegation may name), **elements** (of legal tests, which evidence may name),
    **styles** (of citation, and whether each was read in its manual), **forms** (by which an authority is cited, and
    what each needs), **formats** (of files) and **checks** (with how much their findings weigh).
    """
    terminal = Terminal()
    table = _LISTS[what](find_workspace(templates, terminal))
    if instrument:
        table = _of_instrument(what, table, instrument)
    if form is ListForm.TABLE:
        terminal.table(table)
        return
    keys = [column.lower().replace(" ", "_") for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    typer.echo(json.dumps({"version": 1, what.value: rows}, ensure_ascii=False, indent=2))


def _forums(workspace: Workspace) -> Table:
    from probata.forum import known_forums, load_forum

    rows = []
    for name in known_forums(workspace.template_roots):
        loaded = load_forum(name, workspace.template_roots)
        if loaded.forum is None:
            rows.append((name, "[cannot be read]", loaded.findings[0].message if loaded.findings else ""))
        else:
            rows.append((name, loaded.forum.profile.title, loaded.forum.profile.description or ""))
    return Table(("Id", "Title", "Description"), tuple(rows))


def _blocks(workspace: Workspace) -> Table:
    from probata.cli.blocks_of_forums import blocks_of_forums

    forums: dict[str, list[str]] = {}
    remarks: dict[str, str] = {}
    for forum, _, block in blocks_of_forums(workspace.template_roots):
        forums.setdefault(block.name, []).append(forum)
        remarks.setdefault(block.name, block.remark)
    return Table(
        ("Name", "What it prints", "Forums"),
        tuple((name, remarks[name], ", ".join(found)) for name, found in sorted(forums.items())),
    )


def _fields(_: Workspace) -> Table:
    from probata.compose.template_names import told_brackets

    return Table(("Field", "What it is", "About"), tuple(tuple(one) for one in told_brackets()))


def _instruments(_: Workspace) -> Table:
    from probata.law import load_catalogue

    rows = (
        (found.id, found.abbreviation, found.title, str(len(found.provisions)), "yes" if found.verified else "no")
        for found in load_catalogue().instruments.values()
    )
    return Table(("Id", "Abbreviation", "Title", "Provisions", "Verified"), tuple(rows))


def _provisions(_: Workspace) -> Table:
    from probata.law import load_catalogue

    rows = (
        (found.id, one.number, one.heading, "yes" if one.verified else "no", str(one.read_on or ""))
        for found in load_catalogue().instruments.values()
        for one in found.provisions
    )
    return Table(("Instrument", "Provision", "Heading", "Verified", "Read on"), tuple(rows))


def _of_instrument(what: Listed, table: Table, instrument: str) -> Table:
    from probata.law import load_catalogue

    known = tuple(load_catalogue().instruments)
    if what is not Listed.PROVISIONS:
        raise CannotContinueError(f"`{what.value}` are of no instrument", "leave out what stands behind it")
    if instrument not in known:
        raise CannotContinueError(f"there is no instrument `{instrument}`", did_you_mean(instrument, known))
    return replace(table, rows=tuple(row for row in table.rows if row[0] == instrument))


def _conduct(_: Workspace) -> Table:
    from probata.law import load_catalogue

    return Table(
        ("Code", "Printed as", "What falls under it"),
        tuple((found.code, found.label, found.definition) for found in load_catalogue().conduct.values()),
    )


def _elements(_: Workspace) -> Table:
    from probata.law import load_catalogue

    rows = ((found.id, found.label, found.about, found.definition) for found in load_catalogue().elements.values())
    return Table(("Id", "Element", "About", "What must be shown"), tuple(rows))


def _styles(_: Workspace) -> Table:
    from probata.citation.style_file import load_legal_style, style_names

    styles = (load_legal_style(name) for name in style_names())
    rows = ((one.id, one.name, one.csl, "yes" if one.verified else "no", one.read_on, one.remark) for one in styles)
    return Table(("Id", "Manual", "Other sources by CSL", "Verified", "Read on", "Remark"), tuple(rows))


def _forms(_: Workspace) -> Table:
    from probata.citation import cited_forms

    rows = (
        (one.id, one.name, *map(", ".join, (one.needs, map(" with ".join, one.needs_one_of), one.may_have)))
        for one in cited_forms().values()
    )
    return Table(("Id", "For", "Needs", "And one of", "May have"), tuple(rows))


def _formats(_: Workspace) -> Table:
    from probata.writers.format import format_ids, load_format

    return Table(("Id", "Title"), tuple((name, load_format(name).title) for name in format_ids()))


def _checks(_: Workspace) -> Table:
    from probata.checks import list_checks

    rows = (
        (page.check.name, page.check.severity.label, page.summary, page.family, page.check.code)
        for page in list_checks()
    )
    return Table(("Name", "Level", "Finds", "Family", "Code"), tuple(rows))


_LISTS: dict[Listed, Callable[[Workspace], Table]] = {
    Listed.FORUMS: _forums,
    Listed.BLOCKS: _blocks,
    Listed.FIELDS: _fields,
    Listed.INSTRUMENTS: _instruments,
    Listed.PROVISIONS: _provisions,
    Listed.CONDUCT: _conduct,
    Listed.ELEMENTS: _elements,
    Listed.STYLES: _styles,
    Listed.FORMS: _forms,
    Listed.FORMATS: _formats,
    Listed.CHECKS: _checks,
}
