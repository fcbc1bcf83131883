"""Values as one odd word each, put back after the Markdown was parsed.

Escaping cannot be made airtight in Markdown; a word of private-use characters can, as long as nobody else may write
one: reading refuses these characters in records, narratives and templates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from probata.diagnostics import Span
from probata.document.blocks import Blocks
from probata.document.inlines import Inlines
from probata.document.origin import Origin

_OPEN, _CLOSE, _ZERO = "\ue000", "\ue001", 0xE010
PATTERN = re.compile(f"{_OPEN}([\ue010-\ue019]+){_CLOSE}")
_QUOTED = re.compile("%EE%80%80((?:%EE%80%9[0-9])+)%EE%80%81")


@dataclass(frozen=True, slots=True)
class LiteralValue:
    """Characters of a record, printed as they are; white space is folded."""

    text: str
    origin: Origin | None = None
    own_at: Span | None = None
    """Where it stands, of the author's own words, in which names in double braces are filled in; none of any other."""


@dataclass(frozen=True, slots=True)
class InlineValue:
    """Inlines made by the program, such as a citation or a gap."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class StackedValue:
    """Lines one below the other."""

    lines: tuple[LiteralValue | InlineValue, ...]


@dataclass(frozen=True, slots=True)
class BlockValue:
    """Blocks made by the program, such as a table of figures; stands alone in its paragraph."""

    blocks: Blocks

    @property
    def number(self) -> int:
        """How many blocks there are, so that a template can announce one or several."""
        return len(self.blocks)


@dataclass(frozen=True, slots=True)
class ParagraphsValue:
    """Several paragraphs, each of a text or of what stands in one line behind each other."""

    paragraphs: tuple[tuple[LiteralValue | InlineValue | MarkdownValue, ...], ...]
    is_lettered: bool = False
    """True where they are items, (a), (b) and so on below a numbered paragraph."""


@dataclass(frozen=True, slots=True)
class MarkdownValue:
    """Markdown of a record, parsed on its own where it stands, so that its line numbers are its own."""

    text: str
    span: Span
    origin: Origin | None = None
    sentence: str = ""
    """Kind of its sentences, where a paragraph does not say otherwise."""
    filled: bool = False
    """True for the author's own text, in which names in double braces are filled in; every other text is literal."""
    verbatim: bool = False
    """True for words that are another's, such as a witness's, printed letter by letter; see `markup/parse.py`."""
    tail: Inlines = ()
    """What the program puts behind the last paragraph, such as a note; the text itself is not touched."""


Value = LiteralValue | InlineValue | StackedValue | BlockValue | ParagraphsValue | MarkdownValue


@dataclass(slots=True)
class Placeholders:
    """The values of one document, in the order in which they were placed."""

    values: list[Value] = field(default_factory=list)

    def place(self, value: Value) -> str:
        """Take a value and return the word that stands for it."""
        self.values.append(value)
        digits = "".join(chr(_ZERO + int(digit)) for digit in str(len(self.values) - 1))
        return f"{_OPEN}{digits}{_CLOSE}"

    def split(self, text: str) -> list[str | Value]:
        """Return the text in pieces: literal stretches and the values between them."""
        pieces: list[str | Value] = []
        end = 0
        for match in PATTERN.finditer(text):
            index = self._index(match[1])
            if index >= len(self.values):
                continue
            if match.start() > end:
                pieces.append(text[end : match.start()])
            pieces.append(self.values[index])
            end = match.end()
        if end < len(text):
            pieces.append(text[end:])
        return pieces

    def fill(self, text: str) -> str:
        """Return the text with every value as plain characters; used for ids, attributes and pinpoints."""
        return "".join(piece if isinstance(piece, str) else _as_text(piece) for piece in self.split(text))

    def unquote(self, url: str) -> str:
        """Return an address with the values that stand in it, whose characters the parser has percent-encoded."""
        return self.fill(_QUOTED.sub(lambda match: self._known(match[0]), url))

    def _known(self, quoted: str) -> str:
        """Return a placeholder without its percent signs; as it is where no value stands behind it."""
        word = unquote(quoted)
        return word if self.fill(word) != word else quoted

    def alone(self, text: str) -> Value | None:
        """Return the value that is all of the text, or `None`."""
        pieces = self.split(text.strip())
        return pieces[0] if len(pieces) == 1 and not isinstance(pieces[0], str) else None

    @staticmethod
    def _index(digits: str) -> int:
        return int("".join(str(ord(digit) - _ZERO) for digit in digits))


def _as_text(value: Value) -> str:
    return fold(value.text) if isinstance(value, LiteralValue) else ""


def fold(text: str) -> str:
    """Return the text with every run of white space and line breaks as one space."""
    return re.sub(r"[ \t\n\r\f\v\x85\u2028\u2029]+", " ", text)
