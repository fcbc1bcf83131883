"""What tells the records of a kind apart, by `match.toml`, and what a plain record says, as it is compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.importers.changes import fault
from probata.importers.same import as_compared, of_address
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode
from probata.source.shipped import shipped
from probata.workbook.headings import Path
from probata.workbook.shape import Shape, shape_of


@dataclass(frozen=True, slots=True)
class Rules:
    """How records of a kind are known again; paths have dots."""

    names: tuple[str, ...]
    sure: tuple[tuple[str, ...], ...]
    """Each: what must be the same, all of it, in two records that are one."""

    alike: tuple[str, ...]
    """What two records that are one have in common, and others may have too."""

    divided: frozenset[str]
    """Lists of single words, which cells join by commas, slashes and "and"."""

    near: str
    """The date that, with a name that is nearly the same, two records that may be one have in common; or none."""

    apart: tuple[str, ...]
    """Fields of which both cannot be said of one thing: another time, another body. The records are two then."""

    free: frozenset[str]
    """Fields in which two records that are one may differ; ours stays."""

    grows: frozenset[str]
    """Lists of ours that get what theirs has more."""

    compared: Mapping[str, str]
    """Fields that are compared in a way of their own: as `names`, or as `dates` of one work."""

    instead: Mapping[str, str]
    """Fields that stand for one another: what the other says already is not filled in."""

    whole: frozenset[str]
    """Fields that are filled in only where ours has none of them."""

    id: tuple[tuple[str, ...], ...]
    """Fields of whose words an id is made: the first of these lines of which every field says something."""


@cache
def rules_of(kind: str) -> Rules:
    """Return the rules of a kind; one without a line of its own is known again by its id alone."""
    table = shipped("importers.records", "match.toml")
    own, shared = table.get(kind, {}), table["any"]
    return Rules(
        tuple(own.get("names", ())),
        tuple(map(tuple, own.get("sure", ()))),
        tuple(own.get("alike", ())),
        frozenset(own.get("divided", ())),
        str(own.get("near", "")),
        tuple(own.get("apart", ())),
        frozenset([*shared["free"], *own.get("free", ())]),
        frozenset([*shared["grows"], *own.get("grows", ())]),
        own.get("compared", {}),
        own.get("instead", {}),
        frozenset(own.get("whole", ())),
        tuple(map(tuple, own.get("id", shared["id"]))),
    )


# Names in their own script: which they are, and that their language is said.

_CHINESE = "CJK UNIFIED"
_NATIVE = "native"
_HELP = (
    'say it for the column, `--map "Heading=name.native.text; name.native.lang: ar"`, or add a column '
    "`Name: native: lang`; of a body or post `native.text; native.lang: ar`"
)


def is_in_own_script(text: str) -> bool:
    """Tell whether a name has letters that are not Latin."""
    return any(not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in text if letter.isalpha())


def unsaid_languages(node: MappingNode) -> Iterator[Diagnostic]:
    """Find each name in its own script whose language is not said and cannot be the one that a record takes then.

    A record takes Chinese. Written in Chinese characters alone a name may be that; an Arabic one never is.
    """
    for entry in node.entries:
        value = entry.value
        if not isinstance(value, MappingNode):
            continue
        text = value.get("text")
        if entry.key.text == _NATIVE and isinstance(text, Scalar) and value.get("lang") is None:
            if not _may_be_chinese(text.text):
                message = f"the language of the name `{text.text}` is not said"
                yield fault("IMP175", "language-not-said", message, text.span, _HELP)
        else:
            yield from unsaid_languages(value)


def _may_be_chinese(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(letter, "").startswith(_CHINESE) for letter in letters)


# A record that is put together of values with their places, whatever order they come in.

_IN_SHORT = ("value", "stated", "full", "literal", "position", "source")
"""Fields for which a text may stand in place of the whole part."""


class SaidTwiceError(Exception):
    """A field has a value already; carries the place of the second."""

    def __init__(self, path: Path, span: Span) -> None:
        super().__init__(".".join(path))
        self.span = span


@dataclass(slots=True)
class Tree:
    """A part that is being put together."""

    shape: Shape
    span: Span
    fields: dict[str, Node | Tree | list[Node]] = field(default_factory=dict)

    def put(self, path: Path, node: Node, whole: Path = ()) -> None:
        """Put a value at a path; raises `SaidTwiceError` where another stands there.

        Where a text stands in place of a part, it becomes the field of that part for which it stands. Lists grow.
        """
        (key, *rest), whole = path, (*whole, path[0])
        below = self.shape.below(key)
        held = self.fields.get(key)
        if isinstance(node, SequenceNode) and not rest and isinstance(held, list | None):
            self.fields[key] = [*(held or []), *node.items]
        elif isinstance(held, Tree):
            held.put(tuple(rest) or (in_short(below),), node, whole)
        elif rest and below.fields and isinstance(held, Scalar | None):
            part = Tree(below, node.span)
            if held is not None:
                part.put((in_short(below),), held, whole)
            self.fields[key] = part
            part.put(tuple(rest), node, whole)
        elif held is None and not rest:
            self.fields[key] = node
        else:
            raise SaidTwiceError(whole, node.span)

    def node(self) -> MappingNode:
        """Return the part as a reader of records gives it."""
        return MappingNode(tuple(Entry(Scalar(key, _span(value, self.span)), _done(value, self.span))
                             for key, value in self.fields.items()), self.span)  # fmt: skip


def in_short(shape: Shape) -> str:
    """Return the field of a part for which a text may stand in its place; empty where it has none."""
    return next((key for key in _IN_SHORT if key in shape.fields), "")


def _done(value: Node | Tree | list[Node], span: Span) -> Node:
    if isinstance(value, Tree):
        return value.node()
    return SequenceNode(tuple(value), _span(value, span)) if isinstance(value, list) else value


def _span(value: Node | Tree | list[Node], otherwise: Span) -> Span:
    if isinstance(value, list):
        return value[0].span if value else otherwise
    return value.span


NAME, NATIVE, DOI = "@name", "@native", "@doi"
_OF_DOIS = re.compile(r"(?:dx\.)?doi\.org/")
_PARTS_OF_NAME = {"family", "given", "full"}
_TEXT = "text"
_IN_A_SENTENCE = "short_name"
"""A name as it stands in sentences, `the Interior Guard`; in a table its article is left out."""
_ARTICLE = re.compile(r"(?:the|la|le|les|el|los|las) |l['’]", re.IGNORECASE)


def values_at(plain: Any, path: Path) -> Iterator[Any]:
    """Give what stands at a path, through lists; nothing where the record says nothing there."""
    if isinstance(plain, Sequence) and not isinstance(plain, str):
        for item in plain:
            yield from values_at(item, path)
    elif not path:
        yield from [plain] if plain is not None else []
    elif isinstance(plain, Mapping):
        yield from values_at(plain.get(path[0]), path[1:])


def texts_at(kind: str, plain: Mapping[str, Any], where: str) -> set[str]:
    """Return the texts at a path with dots, all names for `@name`, a DOI also of an address, as they are compared."""
    if where == DOI:
        address = str(plain.get("url", ""))
        found = {plain.get("doi") or (address if _OF_DOIS.match(of_address(address)) else "")}
        return {text for form in found if (text := as_compared("doi", form))}
    if where in (NAME, NATIVE):
        found = {form for name in rules_of(kind).names for form in _forms_at(kind, plain, tuple(name.split(".")))}
        found = {form for form in found if where == NAME or is_in_own_script(form)}
    else:
        found = set(_forms_at(kind, plain, tuple(where.split("."))))
    return {text for form in found if (text := as_compared(where, form))}


def names_in(kind: str, plain: Mapping[str, Any]) -> set[str]:
    """Return all names of a record, in every form in which somebody may write them."""
    return texts_at(kind, plain, NAME)


def name_of(kind: str, plain: Mapping[str, Any]) -> str:
    """Return the first name of a record, as it is written; empty where it has none."""
    names = (tuple(name.split(".")) for name in rules_of(kind).names)
    return next((form for path in names for form in _forms_at(kind, plain, path)), "")


def _forms_at(kind: str, plain: Mapping[str, Any], path: Path) -> Iterator[str]:
    # What a text stands in place of may be asked for itself: `birth.date` of `birth: {date: {value: …}}`.
    shape = shape_of(kind).at(path)
    for value in values_at(plain, path):
        for form in forms(value, shape.items or shape):
            yield form
            if path[-1] == _IN_A_SENTENCE and (article := _ARTICLE.match(form)):
                yield form[article.end() :]


def forms(value: Any, shape: Shape) -> Iterator[str]:
    """Give the texts that a value stands for: a text, that of a part, or a name in each order of its parts.

    `Family, Given` is how lists have names that are sorted.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) and _PARTS_OF_NAME & value.keys():
        family, given, full = (str(value.get(key, "")) for key in ("family", "given", "full"))
        yield from filter(None, (full, f"{given} {family}".strip(), f"{family} {given}".strip()))
        yield from (f"{family}, {given}",) if family and given else ()
    elif isinstance(value, Mapping):
        found = value.get(in_short(shape) or _TEXT, value.get(_TEXT))
        yield from [found] if isinstance(found, str) else []
