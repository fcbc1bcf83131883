"""The settings of an office: `probata.toml`, in the working folder or in one above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic
from probata.diagnostics.render import concise
from probata.model.house import House
from probata.source.text_file import read_text

NAME = "probata.toml"
OUTPUT, TEMPLATES = Path("output"), Path("templates")
"""Where documents go, and where forums of the user's own are, by custom: beside the settings."""


@dataclass(frozen=True, slots=True)
class FoundHouse:
    """The settings that are in force, where they stand, and what is wrong with them."""

    house: House = field(default_factory=House)
    output: Path | None = None
    templates: Path | None = None
    shown: str = ""
    """The file as the user would type it; empty where there is none."""
    in_force: tuple[str, ...] = ()
    """The settings that it makes, each with its value."""
    findings: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    key: Path | None = None
    """The key file that opens identities kept apart."""
    folder: Path = Path()
    """The folder of the office: that of the file, else that in which the user works."""

    @property
    def documents(self) -> Path:
        """Where documents go where the user names no folder."""
        return self.output or self.folder / OUTPUT

    @property
    def forums(self) -> Path:
        """Where the office's own forums are; the folder need not be there."""
        return self.templates or (TEMPLATES if TEMPLATES.is_dir() else self.folder / TEMPLATES)

    def tell(self, terminal: Terminal) -> None:
        """Print which settings were in force, and what is wrong with them."""
        if self.shown:
            terminal.tell(f"settings of the office: {self.shown}")
        for line in concise.render(self.findings, self.texts).splitlines():
            terminal.trouble(line, "bold red")


def find_house() -> FoundHouse:
    """Read the nearest `probata.toml`; what is wrong in it is a finding, and the rest of it holds.

    A relative path in it is meant from the folder in which it lies.
    """
    for steps in range(len(Path.cwd().parts)):
        folder = Path(*[".."] * steps)
        if (folder / NAME).exists():
            return _read(folder, (folder / NAME).as_posix())
    return FoundHouse()


def _read(folder: Path, shown: str) -> FoundHouse:
    file = read_text(folder, folder / NAME, shown)
    if isinstance(file, Diagnostic):
        return FoundHouse(shown=shown, findings=(file,), folder=folder)
    from probata.cli.house_settings import SettingsReader  # with the models of records, which take time to load
    from probata.source.toml_reader import read_toml

    node, found = read_toml(file.text, shown)
    if node is None:
        return FoundHouse(shown=shown, findings=tuple(found), texts={shown: file.text}, folder=folder)

    read = SettingsReader(folder, node)
    return FoundHouse(
        House(read.author, read.language, read.letterhead, read.letterhead_path, read.look, read.pdf_engine),
        read.output, read.templates, shown, tuple(read.in_force), tuple(read.findings),
        {shown: file.text, **read.texts}, read.key, folder,
    )  # fmt: skip
