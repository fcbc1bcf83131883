"""Which file a forum's document is made from, `brief.md.j2` or `template.docx`, and templates by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from probata.compose.engine_faults import TemplateSyntaxFault
from probata.compose.template_sections import MARK, section_names
from probata.diagnostics import Diagnostic, Severity, Span
from probata.forum.discovery import forum_folders
from probata.forum.layer import read_chain
from probata.source.text_file import TEMPLATES, read_text

if TYPE_CHECKING:
    from probata.compose.word_template import WordTemplate

# Which file a forum's document is made from: `brief.md.j2`, or `template.docx` for wording in Word; never both.

JINJA = "brief.md.j2"
WORD = "template.docx"
_OTHER_FORMS = (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".ott", ".rtf", ".pages", ".wpd", ".xls", ".xlsx")
"""Endings of a file `template` that somebody may take for the one that is read."""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template of a forum."""

    path: Path

    @property
    def name(self) -> str:
        """What templates call it: the folder of the forum and the file, as in `uk-ghr/brief.md.j2`."""
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def is_word(self) -> bool:
        """Whether it is a Word file."""
        return is_word(self.path.name)


def is_word(name: str) -> bool:
    """Tell whether a template of that name is a Word file."""
    return name.casefold().endswith(".docx")


def template_of(folders: Sequence[Path]) -> TemplateFile | Diagnostic | None:
    """Return the template of the first folder that has one; `None` where none has.

    A folder with both kinds, and one with a template in a form that is not read, is a finding: nothing is guessed.
    Beside a `template.docx` the file that it was saved from may stay.
    """
    return next((found for folder in folders if (found := _template_in(folder)) is not None), None)


def _template_in(folder: Path) -> TemplateFile | Diagnostic | None:
    names = _names(folder)
    words = [name for name in names if name.casefold() == WORD]
    texts = [name for name in names if name == JINJA]
    if len(words) + len(texts) > 1:
        return _two(folder, words[0], (texts or words)[-1])
    other = next((name for name in names if _is_other_form(name)), None)
    if texts and other:
        return _two(folder, other, texts[0])
    if words or texts:
        return TemplateFile(folder / (words or texts)[0])
    return _unread(folder, other) if other else None


def _names(folder: Path) -> list[str]:
    """Return the files of a folder. `~$template.docx`, by which Word says who has it open, is no template's name."""
    try:
        return sorted(path.name for path in folder.iterdir() if not path.is_dir())
    except OSError:
        return []


def _is_other_form(name: str) -> bool:
    stem, dot, ending = name.casefold().rpartition(".")
    return stem == "template" and f"{dot}{ending}" in _OTHER_FORMS


def _two(folder: Path, one: str, other: str) -> Diagnostic:
    return Diagnostic(
        "TPL105", "two-templates", Severity.ERROR,
        f"the forum `{folder.name}` has two templates, `{one}` and `{other}`", Span(f"{folder.name}/{one}"),
        "keep the one that its documents are to be made from, and move the other out of the folder",
    )  # fmt: skip


def _unread(folder: Path, name: str) -> Diagnostic:
    return Diagnostic(
        "TPL106", "template-not-read", Severity.ERROR,
        f"`{name}` is in a form that no template is read from", Span(f"{folder.name}/{name}"),
        "open it in Word and save it as `template.docx` (Word Document, *.docx), or move it out of the folder",
    )  # fmt: skip


# Templates by name, from the roots: text as it stands, and a Word file as the text that it comes to.

Loaded = tuple[str, str, None]


@dataclass(slots=True)
class TemplateLoader:
    """Reads templates below the roots only, links that lead out refused, and keeps what it read."""

    roots: Sequence[Path]
    """Template roots, the user's before ours."""
    texts: dict[str, str] = field(default_factory=dict)
    """The text of each template that was asked for, by its name."""
    words: dict[str, WordTemplate] = field(default_factory=dict)
    """Of those that are Word files, what they say and where in the file each line of their text stands."""

    def __call__(self, name: str) -> Loaded | None:
        """Return a template as the engine wants it; `None` where no root has it.

        Raises `ToldSyntaxError` for one that cannot be read.
        """
        name = name.removeprefix(MARK)
        parts = Path(name).parts
        if ".." in parts or Path(name).is_absolute():
            return None
        root = next((root for root in self.roots if (root / name).exists()), None)
        if root is None:
            return None
        self.texts[name] = self._word(root, name) if is_word(name) else _text(root, name)
        return self.texts[name], name, None

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What must be mended in the Word templates before anything can be made from them."""
        return tuple(fault for found in self.words.values() for fault in found.faults)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What stands in the Word templates and in no document."""
        return tuple(one for found in self.words.values() for one in found.findings)

    def _word(self, root: Path, name: str) -> str:
        above = self._above(name)
        names = section_names(above.name, self.text) if above else ()
        from probata.compose.word_template import read_word_template  # loads python-docx, which few forums need

        found = self.words[name] = read_word_template(root, root / name, name, above.name if above else "", names)
        if found.faults:
            first = found.faults[0]
            raise TemplateSyntaxFault(first.message, first.help, 1, name)
        return found.text

    def text(self, name: str) -> str:
        """Return the text of a template, empty where no root has it; raises `ToldSyntaxError` likewise."""
        return loaded[0] if (loaded := self(name)) else ""

    def _above(self, name: str) -> TemplateFile | None:
        """Return the template of the forum that a Word template's forum extends.

        Raises `ToldSyntaxError` where that forum has two.
        """
        known = forum_folders(self.roots)
        layers, _ = read_chain(known[Path(name).parts[0]], known) if Path(name).parts[0] in known else ([], [])
        found = template_of([layer.folder.path for layer in layers[1:]])
        if isinstance(found, Diagnostic):
            raise TemplateSyntaxFault(found.message, found.help, 1, found.span.path if found.span else name)
        return found


def _text(root: Path, name: str) -> str:
    found = read_text(root, root / name, name, TEMPLATES)
    if isinstance(found, Diagnostic):
        raise TemplateSyntaxFault(found.message, found.help, found.span.line if found.span else 1, name)
    return found.text
