"""Names in the script they are written in and in Latin letters."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from probata.model.citation import Citations
from probata.model.record import Line, Part, Prose, in_short


class NativeName(Part):
    """A name in its own script."""

    text: Line
    """The name as its own language writes it, such as 刘建超."""
    lang: Line = "zh"
    """Language of the name as a BCP 47 tag: `zh`, `ar`, `ru`."""
    script: Line | None = None
    """Script as an ISO 15924 code: `Hans`, `Arab`, `Cyrl`."""
    language_name: Prose | None = None
    """Name of the language in words, such as `Kelvandran`, where its tag has none, as `qaa`, or another is usual."""


class PersonName(Part):
    """A person's name in Latin letters, in parts."""

    also_translated: ClassVar[tuple[str, ...]] = ("full",)

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given names."""
    full: Line | None = None
    """The whole name where it does not divide into family and given name."""
    order: Literal["family_first", "given_first"] = "given_first"
    """Which part is written first."""
    system: Line | None = None
    """System of romanisation, such as `Hanyu Pinyin`."""
    native: NativeName | None = None
    """The name in its own script."""

    @property
    def display(self) -> str:
        """The name as it is printed in running text; empty where nothing is recorded."""
        if self.full:
            return self.full
        parts = [self.family, self.given] if self.order == "family_first" else [self.given, self.family]
        return " ".join(part for part in parts if part)


NameField = Annotated[PersonName, in_short("full", PersonName)]
"""A name in parts, or one line of text."""


class Alias(Part):
    """Another name of the same person."""

    name: NameField
    """The other name."""
    kind: Literal["also_known_as", "formerly", "pen_name", "nickname", "misspelling", "variation"] = "also_known_as"
    """What sort of other name it is."""
    strength: Literal["strong", "weak"] | None = None
    """`weak` where many people share it; left out where nobody has judged it."""
    citations: Citations = ()
    """Where it is taken from."""


# Names of persons and bodies as they are written in one line: whether it holds several, and of which they are.

PARTICLES = frozenset(re.findall(
    r"\S+",
    "a aan abu af al auf av bat ben bin binti bint d da dal dalla das de degli dei del della delle den der des di do "
    "dos du e ed el i ibn il la las le les li lo los och op os 't t te ten ter til tot u und van vande vander ver vom "
    "von wa y ya z zu zum zur",
))  # fmt: skip
"""Words in small letters inside the names of persons (particles of CSL processors); any other is in no such name."""
AND = re.compile(r",? (?:and|et|y|und|&) ")
"""Between two names, or within that of one body."""
_LONGEST_OF_A_PERSON = 4


def divided(text: str) -> list[str]:
    """Return the names that a text holds: semicolons are between two, and so is "and" where it can be within none.

    `Smith, John and Roe, Ann` and `John Smith, Ann Roe and Ed Poe` are several; `Ministry of Justice and Interior` and
    `Marks and Spencer` are one.
    """
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if len(parts) > 1 or not AND.search(text):
        return parts
    of_and = AND.split(text)
    if all(part.count(",") == 1 and not is_body(part) for part in of_and):
        return of_and
    pieces = re.split(rf"{AND.pattern}|, ", text)
    return pieces if all(" " in piece and may_be_a_person(piece) for piece in pieces) else [text]


def is_body(text: str) -> bool:
    """Tell whether a word in small letters stands within that is no particle: `Ministry of Interior`."""
    first, *inner = text.split()[:-1] or [""]
    return first[:1].isupper() and any(word.islower() and word not in PARTICLES for word in inner)


def may_be_a_person(text: str) -> bool:
    """Tell whether a name without a comma may be that of a person: a few words in capitals, particles between them."""
    words = [word for word in text.split() if word not in PARTICLES]
    return "," not in text and 1 < len(words) <= _LONGEST_OF_A_PERSON and all(word[0].isupper() for word in words)
