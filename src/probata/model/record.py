"""What every record has in common: strict keys, frozen values, descriptions that the schema shows."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    field_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

# Turns of direction in a text, ended where the text ends: an open one would turn round what is printed behind it.
# The characters and how they nest: Unicode Standard Annex 9, 2.1 to 2.5 and BD8 to BD11. They stand in texts copied
# from pages that mix directions of writing, where nobody sees them.

_EMBEDDINGS, _END_OF_EMBEDDING = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _END_OF_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_TURN = re.compile(f"[{_EMBEDDINGS}{_END_OF_EMBEDDING}{_ISOLATES}{_END_OF_ISOLATE}]")
_SYNTAX = re.compile(r"\n|[]}`|*_#>=~:-]$")
"""Markdown of several lines, or that ends in a mark, behind which other characters might be read with it."""


def ended_turns(text: str) -> str:
    """Return a text with what ends its turns of direction before its last white space; most texts as they are."""
    if _TURN.search(text) is None:
        return text
    kept = text.rstrip()
    return f"{kept}{_ends(kept)}{text[len(kept) :]}"


def ended_turns_of_markdown(text: str) -> str:
    """Return Markdown of one line likewise; other Markdown as it is: each paragraph ends its turns by itself."""
    return text if _SYNTAX.search(text.rstrip()) else ended_turns(text)


def _ends(text: str) -> str:
    """Return what ends the turns that are open at the end of a text, the innermost first."""
    open_turns: list[str] = []
    for turn in _TURN.findall(text):
        if turn in _EMBEDDINGS:
            open_turns.append(_END_OF_EMBEDDING)
        elif turn in _ISOLATES:
            open_turns.append(_END_OF_ISOLATE)
        elif turn == _END_OF_ISOLATE and turn in open_turns:
            while open_turns.pop() != turn:  # embeddings inside an isolate end with it
                pass
        elif turn == _END_OF_EMBEDDING and open_turns[-1:] == [turn]:
            open_turns.pop()
    return "".join(reversed(open_turns))


CONFIG = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

ID_FORM = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
Id = Annotated[str, StringConstraints(pattern=ID_FORM, max_length=80)]
"""An id: letters, digits, hyphen, dot and underscore. Compared exactly, never guessed."""


MARKDOWN = "text/markdown"


class IsMarkdown:
    """Marks a field whose text may hold emphasis, citations and notes."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell an editor of it, as JSON Schema has it for a text in another language."""
        return {**handler(schema), "contentMediaType": MARKDOWN}


class IsProse:
    """Marks a field whose text is in a language, so that documents in another print its translation.

    Names of persons, numbers, marks and addresses are not: they stay as they are in every language.
    """


class IsOwn:
    """Marks a field in the words of whoever writes the case, in which names in double braces are filled in.

    Words of witnesses, of sources and of the persons concerned are not: they are printed as they stand.
    """


class IsVerbatim:
    """Marks a field with somebody else's words, printed letter by letter; see `markup/parse.py`."""


class IsSafeguard:
    """Marks a field that keeps something from readers, or takes something back.

    Its default says more than the record may. Where it cannot be read, the record is left out whole; where it belongs
    to an entry of a list, the entry.
    """


class IsPrivate:
    """Marks a field that stays with the team: the graph from which documents are made does not hold it."""


_Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(ended_turns)]
"""A line without the spaces at its ends, which nobody sees who types or pastes them, and which would be printed."""

_MarkdownText = Annotated[str, StringConstraints(min_length=1), AfterValidator(ended_turns_of_markdown)]

Markdown = Annotated[_MarkdownText, IsMarkdown(), IsProse()]
"""Text with Markdown emphasis, links, `[@source, p. 4]` citations and `^[notes]`."""

OwnMarkdown = Annotated[_MarkdownText, IsMarkdown(), IsProse(), IsOwn()]
"""The same in the author's own words, in which names such as `{{ figure('id') }}` are filled in."""

Verbatim = Annotated[_MarkdownText, IsMarkdown(), IsProse(), IsVerbatim()]
"""Somebody else's words, printed letter by letter: nothing but `**bold**` and `[@source, p. 4]` is read in them."""

Line = _Text
"""A line of plain text, printed as it is written."""

Prose = Annotated[_Text, IsProse()]
"""A line of plain text in the language of the case; `translations` beside it may give it in others."""

OwnProse = Annotated[_Text, IsProse(), IsOwn()]
"""The same in the author's own words, in which names such as `{{ figure('id') }}` are filled in."""

LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_TAG)]
"""A language as a BCP 47 tag, such as `fr` or `es-MX`."""


class Translated(dict[str, dict[str, str]]):
    """Texts by language and field. It has a hash, as the parts that hold it have: nothing changes it once read."""

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary has none
        """Return a hash of all texts."""
        return hash(tuple((language, tuple(texts.items())) for language, texts in self.items()))


Translations = Annotated[dict[LanguageTag, dict[str, Line]], AfterValidator(Translated)]


class Part(BaseModel):
    """A piece of a record, without an id of its own."""

    model_config = CONFIG

    is_safeguard: ClassVar[bool] = False
    """True where every field keeps something from readers: with any fault in it the whole is left out."""

    spellings: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Other spellings of its fields that are read too, such as those of a standard that has the same fields."""

    texts_in_parts: ClassVar[tuple[str, ...]] = ()
    """Fields that are a text with citations, whose translation may stand beside those of the plain texts."""

    also_translated: ClassVar[tuple[str, ...]] = ()
    """Fields that may have a translation and are printed as they are where there is none, such as a pseudonym."""

    translations: Translations = Field(default_factory=Translated)
    """The same texts in other languages, by language and field: `fr: {title: …}`."""

    @property
    def language_of_texts(self) -> str | None:
        """The language of its texts where they have one of their own; `None` where it is that of what holds it."""
        return None

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Offer an editor the texts that can be translated, and `translations` only where there are some."""
        made = handler(schema)
        properties = handler.resolve_ref_schema(made)["properties"]
        for name, text in words_of_fields(cls).items():
            properties[cls.model_fields[name].alias or name]["description"] = text
        translations = properties.pop("translations")

        def words(name: str) -> str:
            return str(properties[name]["description"])

        if names := (*prose_fields(cls), *cls.texts_in_parts, *cls.also_translated):
            texts = {
                name: {"type": "string", "minLength": 1, "description": f"Translation of `{name}`: {words(name)}"}
                for name in names
            }
            one = {"type": "object", "properties": texts, "additionalProperties": False}
            described = {"title": "Translations", "description": translations["description"]}
            properties["translations"] = {**described, "type": "object", "additionalProperties": one}
        properties |= {
            other: {**properties[name], "description": f"Another spelling of `{name}`: {words(name)}"}
            for other, name in cls.spellings.items()
        }
        return made


Level = Literal["public", "recipient", "internal"]
"""Who may read: everybody, whom a filing goes to, or those alone who prepare the case."""
OF_LEVELS = ("level", "fields_for_recipient", "fields_internal")
"""Fields of every record that keep something from readers."""


class Record(Part):
    """A record with an id, unique among the records of its kind."""

    id: Id
    """Short name of this record, used by other records to refer to it; unique in its file."""
    level: Annotated[Level | None, IsSafeguard()] = None
    """Who may read it: `public`, `recipient` (whom a filing goes to, not the public) or `internal` (you alone); where
    left out, `public`."""
    fields_for_recipient: Annotated[tuple[Line, ...], IsSafeguard()] = ()
    """Fields that a public version leaves out, such as `birth` or `birth.place`."""
    fields_internal: Annotated[tuple[Line, ...], IsSafeguard()] = ()
    """Fields that no document for others may hold."""

    @field_validator("fields_for_recipient", "fields_internal")
    @classmethod
    def _are_fields(cls, paths: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse a name that is no field: a slip there would show what is to be kept."""
        for path in paths:
            if path.split(".")[0] not in cls.model_fields:
                raise ValueError(f"there is no field `{path}` to keep from readers")
        return paths

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it with its own fields first: few records keep something from readers."""
        made = super().__get_pydantic_json_schema__(schema, handler)
        properties = handler.resolve_ref_schema(made)["properties"]
        for name in OF_LEVELS:
            properties[name] = properties.pop(name)
        return made


def in_short(field: str, part: type[Part]) -> BeforeValidator:
    """Let a text alone stand for a part: it is what one field of it says."""
    return BeforeValidator(
        lambda value: {field: value} if isinstance(value, str) else value, json_schema_input_type=str | part
    )


def words_of_fields(part: type[BaseModel]) -> dict[str, str]:
    """Return what the code says below each field; pydantic would read the code for it at every start."""
    found: dict[str, str] = {}
    for own in (one for one in reversed(part.__mro__) if issubclass(one, Part)):
        (code,) = ast.parse(inspect.getsource(own)).body
        for field, text in pairwise(code.body if isinstance(code, ast.ClassDef) else ()):
            match field, text:
                case ast.AnnAssign(ast.Name(name)), ast.Expr(ast.Constant(words)) if name in part.model_fields:
                    found[name] = inspect.cleandoc(str(words))
    return found


@cache
def _marked(part: type[Part], mark: type) -> tuple[str, ...]:
    return tuple(name for name, info in part.model_fields.items() if _holds(info, lambda one: isinstance(one, mark)))


def prose_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that hold text in a language, in their order."""
    return _marked(part, IsProse)


def markdown_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that hold text with Markdown."""
    return _marked(part, IsMarkdown)


def verbatim_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that hold somebody else's words, printed letter by letter."""
    return _marked(part, IsVerbatim)


def own_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that are in the author's own words, in which names are filled in."""
    return _marked(part, IsOwn)


def private_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that stay with the team."""
    return _marked(part, IsPrivate)


@cache
def id_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that hold an id or several, in their order."""
    fields = part.model_fields.items()
    return tuple(name for name, info in fields if _holds(info, lambda mark: getattr(mark, "pattern", "") == ID_FORM))


def _holds(info: FieldInfo, is_wanted: Callable[[Any], bool]) -> bool:
    """Tell whether a field has a mark, itself or in what it may hold."""

    def found(annotation: Any) -> bool:
        return any(is_wanted(mark) or found(mark) for mark in get_args(annotation))

    return any(map(is_wanted, info.metadata)) or found(info.annotation)
