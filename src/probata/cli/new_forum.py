"""A new forum: a folder whose `forum.yaml` and template say nothing yet but what they inherit."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.new_folder import new_folder
from probata.compose.template_blocks import template_blocks
from probata.diagnostics import Diagnostic
from probata.forum import known_forums, load_forum
from probata.forum.discovery import forum_folders
from probata.pipeline import Workspace
from probata.source.text_file import read_text

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")

PROFILE = Template(
    """\
# The forum $name. What it does not say itself, it takes from `$extends`.
#
# Write a field again to change it. Groups are merged field by field, and lists whose entries have an `id` are merged by
# it; any other list stands in the place of the inherited one.
id: $name
extends: $extends

# Title of its documents, in the foot of every page and where a filing gives none. Without it that of `$extends` stands.
#
# title: Submission of the Harbour Office

# One sentence for `probata list forums`.
description: Made from $extends; describe here for whom it is.

# A rule says where it was read and when; only what was read there is `verified: true`. Take away the marks to use it.
#
# rules:
#   - id: length
#     text: A submission has no more than 20 pages.
#     source: https://example.org/rules
#     read_on: 2026-01-31
#     verified: true

# A field that a document needs before it can be filed; a draft shows it as a gap.
#
# required_fields:
#   - id: marking
#     of: case
#     path: marking
#     label: marking
#     rule: length

# Labels that the template prints.
#
# words:
#   date: Date
"""
)

BRIEF = Template(
    """\
{## The template of $name. It prints what the template of `$extends` prints, block by block.

Each block of that template stands below as a remark, in the order of the document. To print something else in its
place, delete the marks of the remark round it and write between the two lines. `super()` between double braces prints
the block as the forum above has it. `probata explain block NAME` shows what a block holds and what it may print.

A value from the records is printed by its name between double braces; what may be missing is followed by or_gap, so
that a draft shows the gap. Whatever stands between these marks is a remark and is never printed. ##}
{% extends "$extends/brief.md.j2" %}
{% import "_base/parts.md.j2" as parts with context %}

$blocks"""
)


def refuse_name(name: str) -> None:
    """Raise `CannotContinueError` where a name is none of a forum, as one that leads out of the templates' folder."""
    if not _NAME.fullmatch(name):
        raise CannotContinueError(
            f"`{name}` cannot be the name of a forum",
            "use small letters, digits and hyphens; `--into` says in which folder it is made",
        )


def make_forum(folder: Path, extends: str, workspace: Workspace) -> Path:
    """Make a forum at `folder`; raises `CannotContinueError` where its name or what it extends will not do."""
    refuse_name(folder.name)
    known = known_forums(workspace.template_roots)
    if extends not in known:
        raise CannotContinueError(f"there is no forum `{extends}`", f"the forums are {', '.join(known)}")
    if folder.name in known:
        raise CannotContinueError(f"there is a forum `{folder.name}` already", "choose another name")
    template, owner = _template_of(extends, workspace)
    words = {"name": folder.name, "extends": extends}
    with new_folder(folder) as passing:
        (passing / "forum.yaml").write_text(PROFILE.substitute(words), encoding="utf-8")
        brief = BRIEF.substitute(words | {"extends": owner, "blocks": _blocks(template)})
        (passing / "brief.md.j2").write_text(brief, encoding="utf-8")
    return folder


def _template_of(forum: str, workspace: Workspace) -> tuple[str, str]:
    """Return the template that a forum uses, and the name of the folder that holds it."""
    loaded = load_forum(forum, workspace.template_roots)
    path = loaded.forum.file("brief.md.j2") if loaded.forum else None
    if path is None:
        raise CannotContinueError(
            f"the forum `{forum}` cannot be read", "`probata list forums` says what is wrong with it"
        )
    owner = next(found for found in forum_folders(workspace.template_roots).values() if found.path == path.parent)
    read = read_text(owner.root, path, path.as_posix())
    if isinstance(read, Diagnostic):
        raise CannotContinueError(f"the template `{path.as_posix()}` cannot be used: {read.message}", read.help)
    return read.text, owner.id


def _blocks(template: str) -> str:
    remarks = (
        f"{{## {block.remark or block.name}\n\n{{% block {block.name} %}}\n{{% endblock %}} ##}}\n"
        for block in template_blocks(template)
    )
    return "\n".join(remarks)
