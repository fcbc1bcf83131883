"""Whether a redline holds: rejected it is the old text, accepted the new one."""

from __future__ import annotations

from itertools import zip_longest

from probata.redline.reading import View, read_stories

SHOWN = 60
"""Signs of a text that an error quotes."""


class RedlineRefusedError(Exception):
    """The redline does not give back one of its two versions; the message says where."""


def verify(old: bytes, new: bytes, redline: bytes) -> None:
    """Raise `RedlineRefusedError` where the redline does not give the old text rejected and the new text accepted.

    Both files are read with their own tracked changes accepted. A no-break space counts as a space.
    """
    for name, version, view in (("old", old, View.REJECTED), ("new", new, View.ACCEPTED)):
        expected, found = read_stories(version, View.ACCEPTED), read_stories(redline, view)
        for story in expected:
            _compare(expected[story], found[story], f"with all changes {view.value}", f"the {name} version", story)


def _compare(expected: list[str], found: list[str], state: str, version: str, story: str) -> None:
    for number, (wanted, read) in enumerate(zip_longest(expected, found), 1):
        if _told(wanted) != _told(read):
            place = f"paragraph {number} of the {story}"
            raise RedlineRefusedError(
                f"{state}, {place} would say {_quoted(read)}; in {version} it says {_quoted(wanted)}"
            )


def _told(text: str | None) -> str | None:
    """Return what a reader sees: of spaces, none tells whether a line may be broken there."""
    return text and text.replace("\u00a0", " ")


def _quoted(text: str | None) -> str:
    if text is None:
        return "nothing"
    return f"`{text}`" if len(text) <= SHOWN else f"`{text[:SHOWN]}…`"
