"""A new forum: a folder whose `forum.yaml` and template say nothing yet but what they inherit."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template

from probata.cli.exit_code import CannotContinueError
from probata.compose.engine_faults import TemplateSyntaxFault
from probata.compose.template_files import JINJA, WORD, TemplateFile, TemplateLoader, template_of
from probata.compose.template_sections import inherited_blocks, templates_upwards
from probata.compose.word_template.word_template import LARGEST
from probata.diagnostics import Diagnostic
from probata.document.blocks import Block, Paragraph, Role
from probata.document.inlines import Text
from probata.document.tree import Document, Meta
from probata.forum import known_forums, load_forum
from probata.pipeline import Workspace
from probata.source.text_file import TEMPLATES, read_bytes
from probata.writers.docx.writer import write
from probata.writers.format import WriteOptions

# Making a folder whole: filled beside its place, then moved there.


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes `folder` at the end.

    Raises `CannotContinueError` where something stands at `folder` already or the system refuses; nothing is left
    behind then.
    """
    if folder.exists():
        raise CannotContinueError(
            f"`{folder.as_posix()}` exists already", "choose another name; nothing is overwritten"
        )
    passing = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        passing.mkdir(parents=True)
        yield passing
        passing.rename(folder)
    except OSError as error:
        is_in_a_file = isinstance(error, (FileExistsError, NotADirectoryError))
        reason = "a file stands where a folder is needed" if is_in_a_file else (error.strerror or str(error)).lower()
        raise CannotContinueError(
            f"`{folder.as_posix()}` could not be made: {reason}", "choose another place"
        ) from None
    finally:
        shutil.rmtree(passing, ignore_errors=True)


# What the files of a new forum say: nothing yet but what they inherit, with remarks on what may stand there.

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


# The template of a new forum in Word: each part of the forum above as a bracket, with remarks that explain it.

_REMARKS = (
    "This is the template of {name}, in Word. It prints what {extends} prints, part by part. What stands in "
    "[remark: …] is never printed; delete it when you like.",
    "To word a part yourself, delete its [section: …] and write in its place: headings in the styles Heading 1 to 3, "
    "paragraphs in Numbered Paragraph 1, with a number, or Body Text, without one. A part that you delete is not "
    "printed.",
    "What the records hold is printed by its name in brackets, such as [title], [date], [roles: table] or "
    "[allegation: particulars]. `probata explain fields` lists them all. What is missing is shown as a gap.",
    "A paragraph that is about each of several things is printed for each. For several paragraphs, write "
    "[for each allegation] in a paragraph above them and [end] in one below.",
    "What is to be printed only where something is recorded: [if allegation: answer: An answer was given.] For "
    "several paragraphs, [if …] above them and [end] below.",
    "A section that the rules of the forum ask for is found by its id, such as [id: request] in its heading. To "
    "print the brackets themselves, write them twice, as in [[sic]].",
)
_BETWEEN = (("gap_count", "[gaps]"), ("::: contents", "[contents]"))
"""What stands between the blocks of a template, and its bracket."""
_BLOCK = re.compile(r"\{%-?\s*block\s+(?P<name>\w+)\s*-?%\}.*?\{%-?\s*endblock.*?%\}", re.DOTALL)
_SILENT = re.compile(
    r"\{##.*?##\}|\{%-?\s*macro\b.*?\{%-?\s*endmacro\s*-?%\}|\{%-?\s*(?:import|from|set)\b.*?%\}", re.DOTALL
)
"""What prints nothing."""
_KNOWN = re.compile(r"\{\{ gap_count \}\}|::: contents[^\n]*\n:::")


def word_template(name: str, extends: str, template: str, text_of: Callable[[str], str]) -> bytes:
    """Return the Word file; the same bytes each time.

    `template` is the name of the template above and `text_of` gives the text of one by name. Raises
    `CannotContinueError` where that has text outside its blocks, which would be lost.
    """
    texts = list(templates_upwards(template, text_of))
    remarks = {block.name: block.remark for block in inherited_blocks(texts) if block.remark}
    blocks: list[Block] = [_remark(words.format(name=name, extends=extends), Role.BODY) for words in _REMARKS]
    for bracket in _brackets(texts[-1], extends):
        block = bracket.removeprefix("[section: ").rstrip("]").replace(" ", "_")
        blocks += [_remark(remarks[block])] if block in remarks else []
        blocks.append(Paragraph((Text(bracket),), Role.BODY))
    return write(Document(Meta(f"Template of {name}"), tuple(blocks)), WriteOptions()).data


def _remark(words: str, role: Role = Role.TABLE_NOTE) -> Paragraph:
    return Paragraph((Text(f"[remark: {words}]"),), role)


def _brackets(text: str, extends: str) -> list[str]:
    """Return what a template that extends none prints, in order, as brackets."""
    found: list[str] = []
    end = 0
    printed = _SILENT.sub("", text)
    for match in (*_BLOCK.finditer(printed), None):
        between = printed[end : match.start() if match else len(printed)]
        if _KNOWN.sub("", between).strip():
            raise CannotContinueError(
                f"the template of `{extends}` has text outside its blocks, which one in Word could not take over",
                "put that text into a block, or leave out `--word`",
            )
        found += [bracket for words, bracket in _BETWEEN if words in between]
        if match:
            found.append(f"[section: {match['name'].replace('_', ' ')}]")
            end = match.end()
    return found


_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


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
    made = _in_word(folder.name, extends, template, workspace) if in_word else (
        _in_text(folder.name, template, workspace))  # fmt: skip
    with new_folder(folder) as passing:
        (passing / "forum.yaml").write_text(profile_text(folder.name, extends), encoding="utf-8")
        (passing / (WORD if in_word else JINJA)).write_bytes(made)
    return folder


def _in_text(name: str, template: TemplateFile, workspace: Workspace) -> bytes:
    texts = list(templates_upwards(template.name, _text_of(workspace)))
    return brief_text(name, template.path.parent.name, template.name, texts).encode()


def _in_word(name: str, extends: str, template: TemplateFile, workspace: Workspace) -> bytes:
    """Return a Word template with the parts of the forum above; the same one, where that forum has its own in Word."""
    if template.is_word:
        return _bytes_of(template)
    return word_template(name, extends, template.name, _text_of(workspace))


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
        except TemplateSyntaxFault as error:
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
