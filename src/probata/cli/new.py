"""`probata new`: a case or a forum to begin with."""

from __future__ import annotations

import re
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.terminal import CannotContinueError, console, workspace

app = typer.Typer(no_args_is_help=True, help="Begin a case or a forum.")
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*$")


@app.command("case")
def new_case(
    name: Annotated[str, typer.Argument(help="Name of the case, in letters, digits and hyphens.")],
    into: Annotated[Path, typer.Option("--into", help="Folder in which the case is made.")] = Path("claims"),
) -> int:
    """Make a small fictional case that builds at once, every file explained, to be overwritten with your own."""
    from probata.cli.schema import write_schemas

    target = _fresh(into, name)
    with as_file(files("probata.scaffold") / "case") as scaffold:
        shutil.copytree(scaffold, target, ignore=shutil.ignore_patterns("__pycache__", "__init__.py"))
    write_schemas(target / "schemas")
    out = console()
    out.print(f"made {target.as_posix()}; begin with {(target / 'case.yaml').as_posix()}", markup=False)
    out.print(f"then: probata build {target.as_posix()}", markup=False)
    return 0


@app.command("forum")
def new_forum(
    name: Annotated[str, typer.Argument(help="Name of the forum, in letters, digits and hyphens.")],
    extends: Annotated[str, typer.Option("--extends", help="Forum from which it inherits.")],
    into: Annotated[Path, typer.Option("--into", help="Folder of templates.")] = Path("templates"),
) -> int:
    """Make a forum folder that builds at once: everything comes from the forum it extends until you change it."""
    from probata.forum import known_forums, load_forum

    roots = workspace().template_roots
    loaded = load_forum(extends, roots)
    if loaded.forum is None:
        raise CannotContinueError(f"There is no forum `{extends}`: the forums are {', '.join(known_forums(roots))}.")
    target = _fresh(into, name)
    target.mkdir(parents=True)
    (target / "forum.yaml").write_text(_FORUM.format(name=name, extends=extends), encoding="utf-8")
    parent = loaded.forum.file("brief.md.j2")
    holder = parent.parent.name if parent else extends
    blocks = re.findall(r"\{%-? block (\w+)", parent.read_text(encoding="utf-8")) if parent else []
    (target / "brief.md.j2").write_text(_template(holder, blocks), encoding="utf-8")
    console().print(f"made {target.as_posix()}; try: probata build claims/example --forum {name}", markup=False)
    return 0


def _fresh(folder: Path, name: str) -> Path:
    if not _NAME.match(name):
        raise CannotContinueError(f"`{name}` cannot be a name: use letters, digits and hyphens.")
    target = folder / name
    if target.exists():
        raise CannotContinueError(f"{target.as_posix()} exists already; nothing was changed.")
    return target


_FORUM = """\
# A forum of your own. Everything that is not written here comes from `{extends}`.
id: {name}
extends: {extends}

# title: Title of the document
# marking: Confidential

# A rule says what the forum asks for, where that was read and when. What was not read is `verified: false`.
# rules:
#   - id: page-limit
#     text: The submission has no more than 20 pages.
#     source: https://…
#     read_on: 2026-11-24
#     verified: false
"""


def _template(holder: str, blocks: list[str]) -> str:
    lines = [
        f'{{% extends "{holder}/brief.md.j2" %}}',
        "{## The document is that of the forum it extends. Write a block here to change that part of it.",
        "   Each block below is shown empty: take away the marks of the comment round it to use it.",
        "   super() prints what the part holds now.",
        "",
    ]
    for block in blocks:
        lines += [f"   {{% block {block} %}}", "   {{ super() }}", "   {% endblock %}", ""]
    return "\n".join([*lines, "##}", ""])
