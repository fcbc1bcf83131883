"""A citation as records write it: a source, the exact place in it, and what it is cited for.

Short form: `ccdi-2017, p. 4`. Long form: `{source: ccdi-2017, pinpoint: {type: page, value: "4"}}`, or a list of such
places: `[{type: page, value: "890"}, {type: paragraph, value: "12"}]` is `p. 890, para 12`. The types of
pinpoint follow the Security Force Monitor handbook's access points, with the ones that lawyers need added.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Literal, TypeGuard

from pydantic import BeforeValidator, TypeAdapter

from probata.model.record import Id, IsSafeguard, Line, OwnProse, Part, Prose

PinpointType = Literal[
    "page",
    "paragraph",
    "article",
    "section",
    "regulation",
    "rule",
    "clause",
    "line",
    "row",
    "cell",
    "column",
    "table",
    "figure",
    "annex",
    "note",
    "timecode",
    "frame",
    "chapter",
    "part",
    "heading",
    "slide",
    "whole",
]

_SHORT: dict[PinpointType, str] = {
    "page": r"pp?\.?|pages?",
    "paragraph": r"para?s?\.?|paragraphs?|¶¶?",
    "article": r"arts?\.?|articles?",
    "section": r"ss?\.?|secs?\.?|sects?\.?|sections?|§§?",
    "regulation": r"regs?\.?|regulations?",
    "rule": r"rr?\.?|rules?",
    "clause": r"cls?\.?|clauses?",
    "line": r"lines?|l\.",
    "row": r"rows?",
    "cell": r"cells?",
    "column": r"col\.?|columns?",
    "table": r"tables?",
    "figure": r"figs?\.?|figures?",
    "annex": r"annex(?:es)?",
    "note": r"nn?\.?|notes?|fns?\.?|footnotes?",
    "chapter": r"chs?\.?|chaps?\.?|chapters?",
    "part": r"parts?",
    "heading": r"headings?",
    "slide": r"slides?",
    "timecode": r"at",
    "frame": r"frames?",
}
_ALONE = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _SHORT.items()))
_TIME = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?"
_WITH_HOURS = re.compile(r"\d+:\d\d:\d\d")
_TIMES = re.compile(rf"(?P<value>{_TIME}(?:\s*(?:[-–,&]|and|to)\s*{_TIME})*)(?![\w:])(?P<rest>.*)", re.DOTALL)
_FORMS = [(kind, re.compile(rf"^(?:{words})(?![A-Za-z.])\s*(?P<value>\S.*)$")) for kind, words in _SHORT.items()]

_CAPITAL_FORMS = [
    (kind, re.compile(rf"^(?i:{words})(?![A-Za-z.])\s*(?P<value>(?:\d|(?<=[a-z]{{3}}\s)[IVXLC]+\b).*)$"))
    for kind, words in _SHORT.items()
]
"""The same with capitals, `Article 7`, `Part IV`, where a number follows: `P. Smith dissenting` is no page."""


class Pinpoint(Part, defer_build=False):
    """The exact place in a source."""

    type: PinpointType
    """Page, paragraph, article, row and so on: the right one for the kind of source."""
    value: Line
    """The number or mark of the place, such as `4`, `12-14`, `7(1)(i)` or `00:03:10`."""


_PINPOINTS = TypeAdapter(list[Pinpoint])


def _adjacent(value: Any) -> Any:
    """Turn places beside each other into the first with the others behind it; anything but a list passes as it is."""
    if not isinstance(value, list) or not value:
        return value
    first, *others = _PINPOINTS.validate_python(value)
    behind = (f"{_word(one.type)} {one.value}" for one in others)
    return {"type": first.type, "value": ", ".join((first.value, *behind))}


def _word(kind: PinpointType) -> str:
    """Return a word by which a place of a kind is read behind another."""
    return "at" if kind == "timecode" else kind


_Beside = tuple[Pinpoint, Pinpoint] | tuple[Pinpoint, Pinpoint, Pinpoint]
"""What a schema says of such a list: one without end would be a sheet of its own in a workbook."""

PinpointField = Annotated[Pinpoint, BeforeValidator(_adjacent, json_schema_input_type=Pinpoint | _Beside)]
"""A place, or several of different kinds beside each other: a page and the paragraph on it are `890, paragraph 12`."""


class Citation(Part, defer_build=False):
    """A source with the place in it."""

    source: Id
    """Id of a source, an authority or an instrument."""
    pinpoint: PinpointField | None = None
    """Where in the source; several places, as a page and the paragraph on it, are a list."""
    signal: Prose | None = None
    """Word before the citation, such as `see` or `cf`."""
    remark: Prose | None = None
    """Words after the citation."""
    supports: OwnProse | None = None
    """What the citation shows, in a few words."""
    against: Annotated[bool, IsSafeguard()] = False
    """True where it speaks against what it is attached to."""
    quote: Line | None = None
    """The words relied on."""


def is_citation(part: Part) -> TypeGuard[Citation]:
    """Tell whether a part is a citation: asked of its class, once for each, as in `model/parts.py`."""
    return _is_kind_of_citation(type(part))


@cache
def _is_kind_of_citation(kind: type[Part]) -> bool:
    return issubclass(kind, Citation)


def parse_pinpoint(text: str) -> dict[str, str] | None:
    """Read `p. 4`, `para 12`, `art 7(1)`, `Article 7(1)`; `None` where the text names no place."""
    for kind, pattern in (*_FORMS, *_CAPITAL_FORMS):
        if match := pattern.match(text.strip()):
            return {"type": kind, "value": match["value"].strip()}
    return None


def bare_time(text: str, *, in_recording: bool) -> tuple[str, str] | None:
    """Return the times with which words behind a source begin, `00:03:10` or `3:10-4:20`, and the rest of the words.

    Without hours it is a time in a recording alone: elsewhere `3:10` may be a verse, or a volume and its page. `None`
    where the text begins with no time.
    """
    found = _TIMES.match(text.strip())
    if found is None or not (in_recording or _WITH_HOURS.match(found["value"])):
        return None
    return found["value"], found["rest"]


def is_time(value: str) -> bool:
    """Tell whether the value of a place is one time or several, and not words or a page: `at length`, `at 79`."""
    found = _TIMES.fullmatch(value.strip())
    return found is not None and not found["rest"]


def kind_of_place(text: str) -> PinpointType | None:
    """Return the kind of place that a word for one names, `p.`, `art`; `None` where the text is more or other."""
    found = _ALONE.fullmatch(text.strip())
    return next((kind for kind in _SHORT if found and found.lastgroup == kind), None)


def from_short(value: Any) -> Any:
    """Turn `source, p. 4` into the long form; anything but a string passes as it is."""
    if not isinstance(value, str):
        return value
    source, _, rest = value.partition(",")
    cited: dict[str, Any] = {"source": source.strip().removeprefix("@")}
    if rest.strip():
        place = parse_pinpoint(rest)
        cited |= {"pinpoint": place} if place else {"remark": rest.strip()}
    return cited


Cited = Annotated[Citation, BeforeValidator(from_short, json_schema_input_type=str | Citation)]
"""A citation in its short or its long form."""


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


Citations = Annotated[tuple[Cited, ...], BeforeValidator(_as_list, json_schema_input_type=str | list[str | Citation])]
"""Citations: one or a list, each in its short or its long form."""
