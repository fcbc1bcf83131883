"""What a finding says, as a value: our own words, and among them records, words of the user, code and numbers.

A message is written as a sentence, with what it names put in by `say`:

    f"role {say.role(role)} goes on, and no day is given for which that was true"

What they put in stays a value (`Message.values`), and `shown` is how this case calls it: by its title, by the heading
of its sheet. In our own words, what stands in backticks is `Code` (a field, what is to be written, a command) and
digits are a `Number`; so a sentence without values needs no sign at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from probata.diagnostics.value import value

_OPEN, _BETWEEN, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
"""Signs that Unicode keeps for a program's own use: no text of a user holds them in earnest."""
_PARTS = re.compile(
    f"{_OPEN}(?P<value>[^{_OPEN}{_CLOSE}]*){_CLOSE}"
    r"|`(?P<code>[^`]*)`|(?P<quote>“[^”\ufdd0]*”)|(?P<number>\d(?:[\d.,:/-]*\d)?)"
)
_SIGNS = str.maketrans("", "", _OPEN + _BETWEEN + _CLOSE)


@value()
class Value:
    """What a sentence names. `shown` is how this case calls it; else it stands in backticks."""

    text: str
    shown: str = ""

    def __str__(self) -> str:
        """Word it for text."""
        return self.shown or f"`{self.text}`"

    @property
    def identity(self) -> str:
        """What it is, however it is shown."""
        return self.text


@value()
class Ref(Value):
    """A record, by its id and kind. It is shown by its title, with the id behind."""

    kind: str = ""
    again: str = ""
    """Its title, where its id stood before in the sentence."""

    def __str__(self) -> str:
        """Word it for text."""
        return self.again or (f"{self.shown} (`{self.text}`)" if self.shown else f"`{self.text}`")

    @property
    def identity(self) -> str:
        """The record as `decisions.yaml` names it: `roles/r-1`."""
        return f"{self.kind}/{self.text}"


@value()
class Words(Value):
    """Words of the user, of a record or of a file: a name, what a text says."""


@value()
class Date(Value):
    """A date or period, as records write it."""


@value()
class Field(Value):
    """A field, by its path, of the record that the finding is about or of another kind."""

    kind: str = ""


@value()
class Place(Value):
    """Where in its file or sheet that stands which was named before; not for who is led there."""

    def __str__(self) -> str:
        """Word it for text."""
        return f" ({self.text})"


@value()
class Either(Value):
    """What is said otherwise of sheets than of files of text."""

    sheets: str = ""

    def __str__(self) -> str:
        """Word it for text."""
        return self.shown or self.text


@value()
class Code(Value):
    """What stands in backticks in our own words: a field or file, what is to be written there, or a command."""


@value()
class Number(Value):
    """A number."""

    def __str__(self) -> str:
        """Word it for text."""
        return self.text


Part = str | Value


class Message(str):
    """A sentence of a finding; as a string it is what a terminal shows."""

    __slots__ = ("parts",)
    parts: tuple[Part, ...]

    def __new__(cls, text: str = "") -> Message:
        """Read what an f-string gave."""
        return text if isinstance(text, Message) else cls.of(_parts(text))

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Message:
        """Make a message of its parts."""
        several = tuple(parts)
        made = super().__new__(cls, "".join(map(str, several)))
        made.parts = several
        return made

    @property
    def values(self) -> Iterator[Value]:
        """All that is not our own words."""
        return (part for part in self.parts if not isinstance(part, str))

    @property
    def refs(self) -> Iterator[Ref]:
        """The records that it names."""
        return (part for part in self.parts if isinstance(part, Ref))

    @property
    def first(self) -> str:
        """What it names first; empty where it names nothing."""
        return next((one.text for one in self.values), "")

    @property
    def written(self) -> str:
        """The sentence as an f-string gives it, with its values."""
        return "".join(part if isinstance(part, str) else written(part) for part in self.parts)

    def __getnewargs__(self) -> tuple[str]:
        """Tell what a copy is made from."""
        return (self.written,)


def written(one: Value) -> str:
    """Return what stands for a value in an f-string, until `Message` reads it."""
    inside = (str(getattr(one, name)).translate(_SIGNS) for name in _FIELDS[type(one)])
    return f"{_OPEN}{_BETWEEN.join((type(one).__name__, *inside))}{_CLOSE}"


_KINDS = {one.__name__: one for one in (Ref, Words, Date, Field, Place, Either, Code, Number)}
_FIELDS: Mapping[type[Value], tuple[str, ...]] = {
    one: tuple(field.name for field in fields(one)) for one in _KINDS.values()
}


def _parts(text: str) -> Iterator[Part]:
    end = 0
    for found in _PARTS.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield _value(found)
        end = found.end()
    if end < len(text):
        yield text[end:]


def _value(found: re.Match[str]) -> Value:
    if found["code"] is not None:
        return Code(found["code"])
    if found["quote"]:
        return Words(found["quote"][1:-1], found["quote"])
    if found["number"]:
        return Number(found["number"])
    name, *inside = found["value"].split(_BETWEEN)
    kind = _KINDS.get(name)
    # A stranger's text may hold such signs: they are taken for words of it.
    return kind(*inside) if kind and len(inside) == len(_FIELDS[kind]) else Words(found["value"].translate(_SIGNS))
