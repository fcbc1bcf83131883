"""What the files of a new forum say: nothing yet but what they inherit, with remarks on what may stand there."""

from __future__ import annotations

from collections.abc import Sequence
from string import Template

from probata.compose.template_blocks import inherited_blocks

_PROFILE = Template(
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

_BRIEF = Template(
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


def profile_text(name: str, extends: str) -> str:
    """Return the `forum.yaml` of a forum that takes all from another."""
    return _PROFILE.substitute(name=name, extends=extends)


def brief_text(name: str, extends: str, template: str, texts: Sequence[str]) -> str:
    """Return a template that prints what another does; `texts` are those above it, whose blocks it names."""
    return _BRIEF.substitute(name=name, extends=extends, template=template, blocks=_blocks(texts))


def _blocks(texts: Sequence[str]) -> str:
    remarks = (
        f"{{## {block.remark or block.name}\n\n{{% block {block.name} %}}\n{{% endblock %}} ##}}\n"
        for block in inherited_blocks(texts)
    )
    return "\n".join(remarks)
