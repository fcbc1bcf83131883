"""A new forum: a folder whose `forum.yaml` and template say nothing yet but what they inherit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from string import Template

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.new_folder import new_folder
from probata.cli.new_word_template import word_template
from probata.compose.template_blocks import template_blocks
from probata.compose.template_file import JINJA, WORD, TemplateFile, is_word, template_of
from probata.compose.template_loader import TemplateLoader
from probata.compose.template_sections import template_above
from probata.compose.told import ToldSyntaxError
from probata.compose.word_template.word_template import LARGEST
from probata.diagnostics import Diagnostic
from probata.forum import known_forums, load_forum
from probata.pipeline import Workspace
from probata.source.text_file import TEMPLATES, read_bytes

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
{% extends "$template" %}
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


def make_forum(folder: Path, extends: str, workspace: Workspace, in_word: bool = False) -> Path:
    """Make a forum at `folder`, with its template in Word where that is asked for.

    Raises `CannotContinueError` where its name or what it extends will not do.
    """
    refuse_name(folder.name)
    known = known_forums(workspace.template_roots)
    if extends not in known:
        raise CannotContinueError(f"there is no forum `{extends}`", f"the forums are {', '.join(known)}")
    if folder.name in known:
        raise CannotContinueError(f"there is a forum `{folder.name}` already", "choose another name")
    template = _template_of(extends, workspace)
    words = {"name": folder.name, "extends": extends}
    made = _in_word(words, template, workspace) if in_word else _in_text(words, template, workspace)
    with new_folder(folder) as passing:
        (passing / "forum.yaml").write_text(PROFILE.substitute(words), encoding="utf-8")
        (passing / (WORD if in_word else JINJA)).write_bytes(made)
    return folder


def _in_text(words: dict[str, str], template: TemplateFile, workspace: Workspace) -> bytes:
    above, text = template.name, _text_of(workspace)(template.name)
    while is_word(above) and (above := template_above(text) or ""):
        text = _text_of(workspace)(above)
    return BRIEF.substitute(
        words | {"extends": template.path.parent.name, "template": template.name, "blocks": _blocks(text)}
    ).encode()


def _in_word(words: dict[str, str], template: TemplateFile, workspace: Workspace) -> bytes:
    """Return a Word template with the parts of the forum above; the same one, where that forum has its own in Word."""
    if template.is_word:
        return _bytes_of(template)
    return word_template(words["name"], words["extends"], template.name, _text_of(workspace))


def _bytes_of(template: TemplateFile) -> bytes:
    data = read_bytes(template.path.parents[1], template.path, template.name, LARGEST, TEMPLATES)
    if isinstance(data, Diagnostic):
        raise CannotContinueError(f"the template `{template.name}` cannot be used: {data.message}", data.help)
    return data


def _text_of(workspace: Workspace) -> Callable[[str], str]:
    """Return what gives the text of a template by its name; it raises where one cannot be used."""
    loader = TemplateLoader(workspace.template_roots)

    def text(name: str) -> str:
        """Return the text; empty where there is no such template."""
        try:
            loaded = loader(name)
        except ToldSyntaxError as error:
            raise CannotContinueError(f"the template `{name}` cannot be used: {error.message}", error.help) from None
        return loaded[0] if loaded else ""

    return text


def _template_of(forum: str, workspace: Workspace) -> TemplateFile:
    """Return the template that a forum uses."""
    loaded = load_forum(forum, workspace.template_roots)
    found = template_of(loaded.forum.folders) if loaded.forum else None
    if isinstance(found, Diagnostic):
        raise CannotContinueError(f"the forum `{forum}` cannot be used: {found.message}", found.help)
    if found is None:
        raise CannotContinueError(
            f"the forum `{forum}` cannot be read", "`probata list forums` says what is wrong with it"
        )
    return found


def _blocks(template: str) -> str:
    remarks = (
        f"{{## {block.remark or block.name}\n\n{{% block {block.name} %}}\n{{% endblock %}} ##}}\n"
        for block in template_blocks(template)
    )
    return "\n".join(remarks)
