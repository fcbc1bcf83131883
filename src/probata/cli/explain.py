"""`probata explain`: the page of a check, the blocks of templates, and the fields of templates in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown

from probata.checks import explain, list_checks
from probata.cli.blocks_of_forums import blocks_of_forums
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import find_workspace
from probata.cli.options import TemplatesOption
from probata.cli.readers import READERS, names_of_readers, page_of_reader
from probata.cli.record_pages import TOLD, explained
from probata.cli.tables.table import Table
from probata.cli.terminal import Terminal
from probata.compose.template_files import is_word
from probata.compose.template_names import NAMES, told_brackets
from probata.compose.template_sections import TemplateBlock
from probata.diagnostics.say import did_you_mean
from probata.forum import known_forums
from probata.forum.discovery import forum_folders
from probata.model.check_name import current_name, is_removed

_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_NO_CHECK = (
    "`probata list checks` lists them; a finding whose code begins with "
    f"{', '.join(READERS)} is no check's: ask for it by its name or code, which stand behind the finding"
)
_IN_WORD = (
    "It stands there as `[section: {}]`, and prints what the forum above has. To word it yourself, delete that line in "
    "Word and write in its place; `probata explain fields` lists what may stand in brackets."
)
_NEAR = 0.8
"""How like a name must be to be taken for one that is misspelt."""


def check(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name or code of the check, as a finding gives it.")],
) -> None:
    """Tell what a check finds, why it matters, and when a finding may be left as it is.

    `probata list checks` lists them all. Of the name or code of a finding that no check made, it tells where that
    comes from.
    """
    terminal = Terminal()
    name = current_name(name)
    page = explain(name) or page_of_reader(name)
    if page is None and is_removed(name):
        raise CannotContinueError(
            f"`{name}` is a check that is no longer made", "`probata list checks` lists the others"
        )
    if page is None:
        names = [*(found.check.name for found in list_checks()), *names_of_readers()]
        raise CannotContinueError(f"there is no check `{name}`", did_you_mean(name, names, _NO_CHECK, _NEAR))
    _print_page(terminal, page)


def record(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What a record is called, or its file.")],
) -> None:
    """Tell what every field of a record is for, and what it may hold."""
    page = explained(name)
    if page is None:
        known = [kind.singular for kind in TOLD]
        help = did_you_mean(name, known, f"records are: {', '.join(known)}", _NEAR)
        raise CannotContinueError(f"there is no record called `{name}`", help)
    _print_page(Terminal(), page)


def _print_page(terminal: Terminal, page: str) -> None:
    if terminal.is_interactive:
        terminal.render(Markdown(page))
    else:
        terminal.result(page.rstrip("\n"))


ForumOption = Annotated[
    str | None, typer.Option("--forum", metavar="ID", help="Only the block of this forum's template.")
]


def block(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of a block, such as `summary` or `request`.")],
    forum: ForumOption = None,
    templates: TemplatesOption = None,
) -> None:
    """Tell what a block of a template prints, in which forums it stands, and what it may print.

    Of a template in Word it is a section that it prints as the forum above has it.

    A block is a part of a document that a forum of your own may replace: see `probata new forum`. `probata list blocks`
    lists them all.
    """
    terminal = Terminal()
    roots = find_workspace(templates, terminal).template_roots
    found = _blocks_named(name, forum, roots)
    for forum_id, path, one in found:
        terminal.result(f"{one.name}, in {forum_id} ({path.as_posix()})")
        terminal.result(f"  {one.remark or 'Its template says nothing of it.'}")
        if is_word(path.name):
            terminal.result(f"  {_IN_WORD.format(one.name.replace('_', ' '))}")
        terminal.result("")
    terminal.result("It may print these names, and the fields in docs/templates.md:\n")
    _print_names(terminal)
    for line in _texts(found):
        terminal.result(line)


AboutArgument = Annotated[
    str | None, typer.Argument(metavar="ABOUT", help="Only those of one thing, such as `allegation` or `person`.")
]


def fields(about: AboutArgument = None) -> None:
    """Tell what a template in Word may have in brackets: fields, finished parts, loops and conditions.

    `probata new forum NAME --extends ID --word` makes such a template; docs/templates.md says how it is worded.
    """
    found = tuple(told_brackets())
    known = list(dict.fromkeys(one.about for one in found))
    if about is not None and about.casefold() not in known:
        help = did_you_mean(about, known, f"there are {', '.join(known)}")
        raise CannotContinueError(f"no field is about `{about}`", help)
    terminal = Terminal()
    for sort in known if about is None else (about.casefold(),):
        terminal.result(f"{sort}:\n")
        for one in found:
            if one.about == sort:
                terminal.result(f"  {one.bracket}{f': {one.what}' if one.what else ''}")
        terminal.result("")


def _print_names(terminal: Terminal) -> None:
    names = tuple((name.replace("`", ""), what, _LINK.sub(r"\1", kind)) for name, what, kind in NAMES)
    if terminal.is_interactive:
        terminal.table(Table(("Name", "What it is", "Kind"), names))
        return
    for name, what, kind in names:
        terminal.result(f"  {name}: {what} ({kind})")


def _blocks_named(name: str, forum: str | None, roots: tuple[Path, ...]) -> list[tuple[str, Path, TemplateBlock]]:
    if forum is not None and forum not in forum_folders(roots):
        raise CannotContinueError(f"there is no forum `{forum}`", f"the forums are {', '.join(known_forums(roots))}")
    blocks = [(key, path, one) for key, path, one in blocks_of_forums(roots) if forum in (None, key)]
    found = [entry for entry in blocks if entry[2].name == name]
    if not found:
        known = list(dict.fromkeys(one.name for _, _, one in blocks))
        help = did_you_mean(name, known, f"the blocks are {', '.join(known) or 'none'}")
        raise CannotContinueError(f"there is no block `{name}`" + (f" in `{forum}`" if forum else ""), help)
    return found


def _texts(found: list[tuple[str, Path, TemplateBlock]]) -> Iterator[str]:
    forums: dict[str, list[str]] = {}
    for forum, path, one in found:
        if not is_word(path.name):
            forums.setdefault(one.text, []).append(forum)
    for text, several in forums.items():
        yield f"\nIts text in {', '.join(several)}, to begin your own from:\n"
        yield from (f"    {line}" for line in text.splitlines())


COMMANDS = (
    (check, ""),
    (block, ""),
    (record, "Example: `probata explain record allegation`"),
    (fields, "Example: `probata explain fields allegation`"),
)
