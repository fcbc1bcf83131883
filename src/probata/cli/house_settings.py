"""The single settings of `probata.toml`, and its paths that are written well and lead nowhere."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.say import did_you_mean
from probata.forum.discovery import PROFILE, forum_folders
from probata.model.case_file import Author
from probata.model.decode import Decoded, decode_one
from probata.model.house_settings import AUTHOR_FIELDS, HouseSettings
from probata.model.record import Part
from probata.source.file_names import on_disk
from probata.source.node import MappingNode, node_at
from probata.source.text_file import whole_file
from probata.source.toml_reader import BACKSLASH

# Paths in `probata.toml` that are written well and lead nowhere: what is said of them, and what to write.

Said = tuple[str, str]
"""A message and the next step."""


def not_followed(written: str) -> Said | None:
    """Tell of a path with the `~` of a shell, or one of a drive or server of Windows on another system.

    Each would be a folder of that very name here. `~$letter.docx`, as Word calls its passing files, is a name.
    """
    first, *more = PurePosixPath(written.replace("\\", "/")).parts
    if first == "~" or (first.startswith("~") and more):
        return f"`{first}` is not followed to a folder", f"write the whole path that it stands for, or {_FROM_HERE}"
    drive = PureWindowsPath(written).drive
    if drive and os.name != "nt":
        return f"`{drive}` is a drive or server of Windows, and this computer has none", f"write {_FROM_HERE}"
    return None


_FROM_HERE = "the path from the folder of this file, such as `filings`: it holds on each computer"


def without_forums(folder: Path) -> Said | None:
    """Tell of a folder that holds something and no forum; one that is empty waits for the first."""
    if (folder / PROFILE).is_file():
        return f"`{folder.as_posix()}` is a forum and not the folder of them", "name the folder in which it lies"
    held = any(not path.name.startswith(".") for path in folder.iterdir())
    if not held or forum_folders([folder]):
        return None
    return (
        f"no forum lies in the folder `{folder.as_posix()}`",
        f"name the folder in which those of your forums lie; each has a `{PROFILE}`",
    )


# The single settings of `probata.toml`: read one by one, so that a fault in one leaves the others.

TABLE = "house"
AUTHOR = "author"
SETTINGS = tuple(name for name in HouseSettings.model_fields if name not in Part.model_fields)

_SHAPE = "write it between quotation marks; the fields of the author stand below `[house.author]`"
_FROM = "check the path: it is meant from the folder of this file"

P = TypeVar("P", bound=Part)


class SettingsReader:
    """Takes the settings that hold and collects what is wrong with the others."""

    def __init__(self, folder: Path, node: MappingNode) -> None:
        """Read all settings; `folder` is that of the file."""
        self.folder = folder
        self.findings: list[Diagnostic] = []
        self.in_force: list[str] = []
        self._refuse_others(node, [TABLE], f"write the heading `[{TABLE}]` above the settings")
        self._fields = self._group(node, TABLE)
        known = [AUTHOR, *SETTINGS]
        self._refuse_others(self._fields, known, f"the settings are {', '.join(known)}")
        self.author = self._decoded(self._group(self._fields, AUTHOR), Author) or Author()
        self._settings = self._decoded(self._known_fields(), HouseSettings) or HouseSettings()
        self.in_force.extend(f"{AUTHOR}.{name}" for name in AUTHOR_FIELDS if getattr(self.author, name))
        self.language = self._settings.language
        self._note("language", self.language)
        self.letterhead_path = ""
        self.letterhead = self._letterhead()
        self.texts: dict[str, str] = {}
        self.look = self._look()
        self.output = self._path("output")
        self.key = self._path("key")
        self._note("key", self.key)
        self.templates = self._templates()
        self._note("output", self.output)
        self.pdf_engine = self._settings.pdf_engine
        self._note("pdf_engine", self.pdf_engine)

    def _refuse_others(self, node: MappingNode, known: Sequence[str], advice: str) -> None:
        for entry in node.entries:
            if entry.key.text not in known:
                help = did_you_mean(entry.key.text, known, advice)
                self._fault("unknown-setting", f"there is no setting `{entry.key.text}` here", entry.key.span, help)

    def _group(self, node: MappingNode, key: str) -> MappingNode:
        found = node.get(key)
        if found is None or isinstance(found, MappingNode):
            return found or MappingNode((), node.span)
        heading = TABLE if key == TABLE else f"{TABLE}.{key}"
        self._fault("wrong-shape", f"the value of `{key}` should be fields", found.span,
                    f"write the heading `[{heading}]`, and the fields below it")  # fmt: skip
        return MappingNode((), node.span)

    def _known_fields(self) -> MappingNode:
        return self._fields.without({entry.key.text for entry in self._fields.entries} - set(SETTINGS))

    def _decoded(self, node: MappingNode, model: type[P]) -> P | None:
        decoded: Decoded[P] = Decoded()
        decode_one(node, model, TABLE, decoded)
        for found in decoded.findings:
            help = _SHAPE if found.name == "wrong-shape" else found.help
            self.findings.append(replace(found, code=f"HSE{found.code[3:]}", help=help))
        return decoded.records[0][0] if decoded.records else None

    def _letterhead(self) -> bytes | None:
        path = self._path("letterhead")
        if path is None:
            return None
        path = on_disk(path)
        try:
            # A folder cannot be read; Windows would say that it may not be.
            data = b"" if path.is_dir() else whole_file(path)
        except OSError as error:
            self._unreadable(path, error)
            return None
        if path.suffix.lower() != ".docx" or not _is_word(data):
            self._fault("no-word-file", f"`{path.as_posix()}` is no Word file", self._place("letterhead"),
                        "save the letterhead in Word as `Word Document (*.docx)`")  # fmt: skip
            return None
        self.letterhead_path = path.as_posix()
        self._note("letterhead", path)
        return data

    def _unreadable(self, path: Path, error: OSError) -> None:
        if isinstance(error, FileNotFoundError):
            self._fault("missing-letterhead", f"there is no file `{path.as_posix()}`", self._place("letterhead"), _FROM)
            return
        reason = (error.strerror or str(error)).lower()
        self._fault("unreadable-letterhead", f"`{path.as_posix()}` cannot be read: {reason}", self._place("letterhead"),
                    "close it in Word, and check who may read it")  # fmt: skip

    def _look(self) -> Mapping[str, Any]:
        path = self._path("look")
        if path is None:
            return {}
        from probata.forum.look import read_look  # few offices have a look, and its models take time to make

        look = read_look(path.parent, path)
        self.texts[path.as_posix()] = look.text
        self.findings.extend(look.findings)
        self._note("look", path)
        return look.data

    def _templates(self) -> Path | None:
        path = self._path("templates")
        if path and not path.is_dir():
            self._fault("missing-templates", f"there is no folder `{path.as_posix()}`", self._place("templates"), _FROM)
            return None
        if path and (said := without_forums(path)):
            self._fault("no-forums", said[0], self._place("templates"), said[1])
        self._note("templates", path)
        return path

    def _path(self, name: str) -> Path | None:
        """Return the path of a setting, from the folder of the file; Windows's own way to write it is taken too."""
        written: str | None = getattr(self._settings, name)
        if not written:
            return None
        if not written.isprintable():
            self._fault("unreadable-path", f"the path of `{name}` cannot be read", self._place(name), BACKSLASH)
            return None
        if said := not_followed(written):
            self._fault("path-not-followed", said[0], self._place(name), said[1])
            return None
        return self.folder / written.replace("\\", "/")

    def _place(self, name: str) -> Span:
        return node_at(self._fields, (name,)).span

    def _note(self, name: str, value: str | Path | None) -> None:
        if value:
            self.in_force.append(f"{name}: {value.as_posix() if isinstance(value, Path) else value}")

    def _fault(self, name: str, message: str, span: Span, help: str) -> None:
        self.findings.append(Diagnostic(_CODES[name], name, Severity.ERROR, message, span, help))


_CODES = {
    "unknown-setting": "HSE101",
    "wrong-shape": "HSE107",
    "missing-letterhead": "HSE112",
    "unreadable-letterhead": "HSE113",
    "no-word-file": "HSE114",
    "missing-templates": "HSE115",
    "unreadable-path": "HSE116",
    "path-not-followed": "HSE117",
    "no-forums": "HSE118",
}


def _is_word(data: bytes) -> bool:
    try:
        return "word/document.xml" in zipfile.ZipFile(BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return False
