"""A new forum: a folder whose `forum.yaml` and template say nothing yet but what they inherit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.forum_starter import brief_text, profile_text
from probata.cli.new_folder import new_folder
from probata.cli.new_word_template import word_template
from probata.compose.template_file import JINJA, WORD, TemplateFile, template_of
from probata.compose.template_loader import TemplateLoader
from probata.compose.template_sections import templates_upwards
from probata.compose.told import ToldSyntaxError
from probata.compose.word_template.word_template import LARGEST
from probata.diagnostics import Diagnostic
from probata.forum import known_forums, load_forum
from probata.pipeline import Workspace
from probata.source.text_file import TEMPLATES, read_bytes

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
