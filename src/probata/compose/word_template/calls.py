"""Brackets with a name behind a colon, such as `[figure: dead-by-year]`, and citations.

What was typed never reaches the template engine but as a name of plain letters, digits and a few signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import get_args

from probata.compose.word_template.forms import Cited, Form, Named, Numbered, Prints, Remark, Wrong
from probata.compose.word_template.plain_words import as_typed
from probata.model.narrative import SentenceKind

_NAME = re.compile(r"\w[\w.:/-]*")
_MARK = re.compile(r"\w[\w./ -]*")
_WORD = re.compile(r"[a-z]\w*", re.ASCII)
_UNFIT = re.compile(r"[\[\]{}|\\`<>%#]")
"""Signs that no citation needs and that could be read as something else."""
KINDS: tuple[str, ...] = get_args(SentenceKind)

Call = Callable[[str, Sequence[str]], Form]


def cited(raw: str) -> Form:
    """Return the citation `@source, p. 4; @other`, typed by itself or behind `cite:`."""
    content = as_typed(raw)
    keys = "; ".join(part if part.startswith("@") or " @" in part else f"@{part}" for part in _parts(content))
    if _UNFIT.search(content) or not re.search(r"@\w", keys):
        return Wrong(
            f"`[{content}]` cannot be read as a citation",
            "write `[cite: source, p. 4]`, several with `;` between",
            "template-syntax",
        )
    return Cited(keys)


def _parts(content: str) -> list[str]:
    return [part.strip() for part in content.split(";") if part.strip()]


def _argument(raw: str) -> str:
    return as_typed(raw[_begins(raw) :]).strip("\"' ")


def _begins(raw: str) -> int:
    return next(at for at, character in enumerate(raw) if character in ":：") + 1


def _section(raw: str, sections: Sequence[str]) -> Form:
    said = _argument(raw)
    name = re.sub(r"[\s-]+", "_", said.casefold())
    if name in sections and _WORD.fullmatch(name):
        return Prints(f"{{{{ self.{name}() }}}}", stands_alone=True)
    near = get_close_matches(name, sections, 3)
    help = (
        f"did you mean {', '.join(f'`{one}`' for one in near)}?" if near else f"the sections are {', '.join(sections)}"
    )
    return Wrong(f"the forum above has no section `{said}`", help if sections else "write the part out here instead")


def places_of(said: str) -> str:
    """Return places of narrative sections, divided by commas, as the engine reads them; empty where one is no name."""
    places = [as_typed(place) for place in said.split(",")]
    return ", ".join(_quoted(place) for place in places) if all(_NAME.fullmatch(place) for place in places) else ""


def _narrative(raw: str, sections: Sequence[str]) -> Form:
    return _sections("narrative", raw, heading="\n## {{ found.title }}\n\n")


def _narrative_text(raw: str, sections: Sequence[str]) -> Form:
    return _sections("narrative text", raw)


def _sections(call: str, raw: str, heading: str = "") -> Form:
    places = places_of(_argument(raw))
    if not places:
        return _odd(call, raw)
    loop = f"{{% for found in narrative({places}) %}}\n{heading}{{{{ parts.section(found) }}}}\n{{% endfor %}}"
    return Prints(loop, stands_alone=True)


def _part(raw: str, sections: Sequence[str]) -> Form:
    name = _argument(raw)
    return Prints(f"::: part name={name}\n:::", stands_alone=True) if _NAME.fullmatch(name) else _odd("part", raw)


def _label(raw: str, sections: Sequence[str]) -> Form:
    name = re.sub(r"[\s-]+", "_", _argument(raw).casefold())
    return Prints(f"{{{{ words.{name} }}}}") if _WORD.fullmatch(name) else _odd("label", raw)


def _figure(raw: str, sections: Sequence[str]) -> Form:
    name = _argument(raw)
    return Prints(f"{{{{ figure({_quoted(name)}) }}}}") if _NAME.fullmatch(name) else _odd("figure", raw)


def _exhibit(raw: str, sections: Sequence[str]) -> Form:
    mark = _argument(raw)
    return Prints(f"{{{{ exhibit({_quoted(mark)}) }}}}") if _MARK.fullmatch(mark) else _odd("exhibit mark", raw)


def _kind(raw: str, sections: Sequence[str]) -> Form:
    said = _argument(raw)
    kind = re.sub(r"[\s-]+", "_", said.casefold())
    if kind in KINDS:
        return Named(kind=kind)
    return Wrong(
        f"there is no kind of sentence `{said}`", f"the kinds are {', '.join(one.replace('_', ' ') for one in KINDS)}"
    )


def _odd(call: str, raw: str) -> Wrong:
    message = f"`{call}` is followed by `{_argument(raw)}`, which no name can be"
    return Wrong(message, "write the id as the records have it", "template-syntax")


def _quoted(name: str) -> str:
    """Return a name of letters, digits and signs that mean nothing, in quotation marks."""
    return f'"{name}"'


CALLS: dict[str, Call] = {
    "section": _section,
    "narrative": _narrative,
    "narrative text": _narrative_text,
    "part": _part,
    "label": _label,
    "word": _label,
    "figure": _figure,
    "exhibit mark": _exhibit,
    "kind": _kind,
    "cite": lambda raw, sections: cited(raw[_begins(raw) :]),
    "number": lambda raw, sections: Numbered(_begins(raw)),
    "ref": lambda raw, sections: Numbered(_begins(raw)),
    "id": lambda raw, sections: Named(_begins(raw)),
    "remark": lambda raw, sections: Remark(),
}
