"""Where forums are: folders with a `forum.yaml`, in several roots, the user's before ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROFILE = "forum.yaml"
"""Name of the file that makes a folder a forum."""


@dataclass(frozen=True, slots=True)
class ForumFolder:
    """A folder that holds a forum."""

    id: str
    root: Path
    path: Path

    @property
    def is_base(self) -> bool:
        """Tell whether it is only there to be inherited from: its name begins with an underscore."""
        return self.id.startswith("_")


def forum_folders(roots: Sequence[Path]) -> dict[str, ForumFolder]:
    """Return all forums by id, sorted; where two roots have the same one, the earlier root's stands.

    A root that does not exist is passed over.
    """
    found: dict[str, ForumFolder] = {}
    for root in roots:
        for folder in _folders_of(root):
            found.setdefault(folder.id, folder)
    return dict(sorted(found.items()))


def known_forums(roots: Sequence[Path]) -> tuple[str, ...]:
    """Return the ids of the forums for which documents can be made, sorted."""
    return tuple(name for name, folder in forum_folders(roots).items() if not folder.is_base)


def _folders_of(root: Path) -> Iterator[ForumFolder]:
    if root.is_dir():
        for path in root.iterdir():
            if (path / PROFILE).exists():
                yield ForumFolder(path.name, root, path)
