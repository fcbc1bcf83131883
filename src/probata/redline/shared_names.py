"""Names that two versions have in common while they are compared: in made files they count, each file for itself."""

from __future__ import annotations

from collections.abc import Iterator

from probata.word import WordFile
from probata.word.names import TAG, Names, rename
from probata.word.same_names import same_names


class SharedNames:
    """Gives both files the same names for the same things, and takes them back."""

    def __init__(self, old: Names, new: Names) -> None:
        """Take what the names of both versions stand for; nothing where that is not known of both."""
        self._known = (old, new) if old and new else None
        self._own = {shared: name for names in self._known or () for name, shared in _shared(names)}

    def give(self, old: WordFile, new: WordFile) -> None:
        """Name what comes from one record, and one note or target, alike; by its words where no more is known."""
        if self._known:
            for file, names in zip((old, new), self._known, strict=True):
                rename(file, dict(_shared(names)))
        else:
            rename(old, same_names(old, new))

    def take_back(self, file: WordFile) -> None:
        """Give the file its own names again: what they stand for goes to nobody."""
        rename(file, self._own)


def _shared(names: Names) -> Iterator[tuple[str, str]]:
    """Give each name and what it is called meanwhile; of a control its record, field and number."""
    for name, meaning in names.items():
        is_control = name.startswith(TAG)
        yield name, f"{meaning.rpartition(':')[0]}:{name.removeprefix(TAG)}" if is_control else meaning
