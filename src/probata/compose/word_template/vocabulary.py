"""The words that a Word template may have in brackets, from `fields.toml` and the fields that views have."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from inspect import get_annotations
from pkgutil import iter_modules
from typing import Any

from probata.compose import views
from probata.compose.views.record import Shown

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_TYPED = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "：": ":",
})  # fmt: skip
"""Characters that Word puts in the place of those on the keyboard."""


def as_typed(text: str) -> str:
    """Return the text with the keyboard's characters and single spaces; capitals stay, as in the mark of an exhibit."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text.translate(_TYPED))).strip()


def plain_words(text: str) -> str:
    """Return the text as it is looked up; quotation marks round a word do not count."""
    return " ".join(as_typed(text).replace('"', "").casefold().split())


_KINDS = (("tuple", "list"), ("bool", "yes or no"), ("BlockValue", "block"), ("MarkdownValue", "text"),
          ("LiteralValue", "line"), ("InlineValue", "line"), ("StackedValue", "line"), ("LineValue", "line"),
          ("str", "line"), ("int", "line"))  # fmt: skip
"""What a field is, by the beginning of what its view says that it gives; what is none of these has no field."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a thing."""

    path: str
    """What stands behind the thing, such as `person.name`; empty where the thing is its own text."""
    kind: str
    """`line`, `text`, `block`, `list`, or `yes or no`, which can only be asked."""
    what: str
    """What it is, in a few words; empty where its view does not say."""
    gap: str
    """What its gap is called, as the template engine reads it."""
    name: str
    """The words that are typed for it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What there may be several of, such as allegations; or one record, such as the statement."""

    id: str
    called: tuple[str, ...]
    many: tuple[str, ...]
    listed: str
    within: Mapping[str, str]
    single: str
    fields: Mapping[str, Field]
    what: str

    @property
    def value(self) -> str:
        """What the template engine calls one of them."""
        return self.single or f"one_{self.id}"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of it."""

    words: Mapping[str, Mapping[str, Any]]
    parts: Mapping[str, Mapping[str, Any]]
    things: Mapping[str, Thing]
    conditions: Mapping[str, Mapping[str, Any]]
    calls: Mapping[str, Mapping[str, str]]
    ends: Mapping[str, tuple[str, ...]]
    styles: Mapping[str, Mapping[str, Any]]
    marks: Mapping[str, Mapping[str, Any]]

    def thing(self, name: str) -> Thing | None:
        """Return the thing of which one is called so."""
        return next((thing for thing in self.things.values() if name in thing.called), None)

    def things_called(self, name: str) -> Thing | None:
        """Return the thing of which one or all are called so."""
        return next((thing for thing in self.things.values() if name in (*thing.called, *thing.many)), None)

    @property
    def heads(self) -> tuple[str, ...]:
        """What may stand before a colon."""
        things = (name for thing in self.things.values() for name in thing.called)
        parts = (name.partition(":")[0] for name in self.parts)
        return tuple(dict.fromkeys((*things, *parts, *self.calls, "if")))

    @property
    def phrases(self) -> tuple[str, ...]:
        """What stands in brackets whole: words alone, ends, and loops."""
        ends = (end for several in self.ends.values() for end in several)
        loops = (f"for each {name}" for thing in self.things.values() for name in thing.called if not thing.single)
        return (*self.words, *ends, *loops)


@cache
def vocabulary() -> Vocabulary:
    """Return the words, read once."""
    found = tomllib.loads((files(__package__) / "fields.toml").read_text(encoding="utf-8"))
    things = {key: _thing(key, data) for key, data in found["things"].items()}
    ends = {key: tuple(several) for key, several in found["ends"].items()}
    return Vocabulary(found["words"], found["parts"], things, found["conditions"], found["calls"], ends,
                      found["styles"], found["marks"])  # fmt: skip


def _thing(key: str, data: Mapping[str, Any]) -> Thing:
    gaps = data.get("gaps", {})
    said = {path: ("line", what) for path, what in data.get("said", {}).items()}
    known = {
        path: (kind, what or said.get(path, ("", ""))[1])
        for path, kind, what in (_fields_of(data["view"]) if "view" in data else ())
    }
    typed = {plain_words(path.replace("_", " ")): path for path in known} | data.get("fields", {})
    fields = {
        name: Field(path, *known.get(path, said.get(path, ("line", ""))), gap=_gap(name, gaps.get(path)), name=name)
        for name, path in typed.items()
    }
    return Thing(key, tuple(data["called"]), tuple(data.get("many", ())), data.get("list", ""), data.get("within", {}),
                 data.get("single", ""), fields, data["what"])  # fmt: skip


def _gap(name: str, word: str | None) -> str:
    return f"words.gap_{word}" if word else f"'{name}'"


def _fields_of(view: str) -> Iterator[tuple[str, str, str]]:
    names = (f"{views.__name__}.{module.name}" for module in iter_modules(views.__path__))
    found = next(vars(module)[view] for module in map(import_module, names) if view in vars(module))
    given: dict[str, tuple[Any, str]] = {name: (said, "") for name, said in get_annotations(found).items()}
    for name, one in vars(found).items():
        if isinstance(one, Shown):
            given[name] = get_annotations(one.show).get("return"), one.what
        elif isinstance(one, property) and one.fget:
            given[name] = get_annotations(one.fget).get("return"), (one.__doc__ or "").split("\n")[0].rstrip(".")
    for name, (said, what) in given.items():
        kind = next((kind for begins, kind in _KINDS if str(said).startswith(begins)), None)
        if kind and not name.startswith("_"):
            yield name, kind, what
