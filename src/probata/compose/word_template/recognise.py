"""What a bracket means: a field, a loop, a condition, an end; or nothing, so that it is printed as it stands.

A bracket is ours where all of it is a known word or where a word and a colon begin it. One that comes near a known word
is told, so that no `[titel]` is filed; any other, such as `[sic]` or `[2019] UKSC 1`, is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, get_args

from probata.compose.word_template.forms import (
    Cited,
    Else,
    End,
    ForEach,
    Form,
    If,
    Named,
    Numbered,
    Prints,
    Remark,
    Scope,
    Wrong,
)
from probata.compose.word_template.vocabulary import Field, Thing, as_typed, plain_words, vocabulary
from probata.model.narrative import SentenceKind

NEAR = 0.8
"""How like a word must be to be taken for one that is misspelt."""
_SHORTEST = 4
"""Letters below which a word that resembles another is no slip of it."""
LONGEST = 50
"""Letters above which a bracket is no slip of anything."""
LEAVE = "to print the brackets themselves, write them twice: `[[…]]`"


@lru_cache(maxsize=4096)
def near(said: str) -> Form | None:
    """Return what is wrong with a bracket that comes near a known word; `None` for one that is text."""
    words = vocabulary()
    if said in words.heads or said in (name for thing in words.things.values() for name in thing.many):
        return Wrong(f"`[{said}]` does not say what of it is to be printed",
                     f"name a field behind a colon, as in `[{said}: …]`; {LEAVE}")  # fmt: skip
    found = get_close_matches(said, words.phrases, 3, NEAR) if _SHORTEST <= len(said) <= LONGEST else []
    if not found:
        return None
    return Wrong(f"there is no field `{said}`", or_leave(f"did you mean {_listed(found)}?"))


def or_leave(help: str) -> str:
    """Add how brackets are printed as they stand."""
    return f"{help} {LEAVE[0].upper()}{LEAVE[1:]}" if help.endswith("?") else f"{help}; {LEAVE}"


def nearest(said: str, known: Iterable[str]) -> str:
    """Return the known names that come near what was said, or all of them, as a next step."""
    names = sorted(set(known))
    found = get_close_matches(said, names, 3)
    return f"did you mean {_listed(found)}?" if found else f"there are {', '.join(f'`{name}`' for name in names)}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def rests(head: str) -> list[str]:
    """Return what stands behind the colon in the parts that begin so."""
    return [name.partition(": ")[2] for name in vocabulary().parts if name.startswith(f"{head}: ")]


def value_of(thing: Thing, field: Field) -> str:
    """Return a field of one thing as the engine reads it; of a record that may be missing, nothing where it is."""
    path = f"{thing.value}.{field.path}" if field.path else thing.value
    return f"({path} if {thing.single} else none)" if thing.single else path


def field_of(thing: Thing, rest: str) -> Form:
    """Return a field of a thing by its name, printed; a list, yes or no, and a name that it has not are wrong."""
    field = thing.fields.get(rest)
    called = thing.called[0]
    if field is None:
        known = [*thing.fields, *rests(called)]
        what = f"`{rest}`" if rest else "a field without a name"
        return Wrong(f"`{called}` has no field {what}" if rest else f"`{called}:` names no field", nearest(rest, known))
    if field.kind == "list":
        return Wrong(
            f"`{called}: {rest}` is a list and cannot be printed at one place",
            f"write `[for each …]` and `[end]` round what is to be said of each, or ask with `[if {called}: {rest}]`",
            "template-fault",
        )
    if field.kind == "yes or no":
        return Wrong(
            f"`{called}: {rest}` is yes or no and cannot be printed",
            f"ask for it: `[if {called}: {rest}: …]`",
            "template-fault",
        )
    value = value_of(thing, field)
    printed = f"{{{{ {value} or '' }}}}" if field.kind == "block" else f"{{{{ {value}{or_gap(field.gap)} }}}}"
    return Prints(printed, "" if thing.single else thing.id, field.kind == "block", value=value)


def or_gap(gap: str | None) -> str:
    """Return what makes the engine print a gap where nothing is recorded."""
    return f" | or_gap({gap})" if gap else ""


# Brackets with a name behind a colon, such as `[figure: dead-by-year]`, and citations.
# What was typed never reaches the template engine but as a name of plain letters, digits and a few signs.

_NAME = re.compile(r"\w[\w.:/-]*")
_MARK = re.compile(r"\w[\w./ -]*")
_NAME_OF_CALL = re.compile(r"[a-z]\w*", re.ASCII)
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
    if name in sections and _NAME_OF_CALL.fullmatch(name):
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
    return Prints(f"{{{{ words.{name} }}}}") if _NAME_OF_CALL.fullmatch(name) else _odd("label", raw)


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


# What `[if …]` asks: whether something is recorded, or holds.

_NOT = re.compile(r"(?:not|no|there is no|there are no|without) (?P<rest>.+)")
_THERE = re.compile(r"there (?:is|are)(?: an?)? (?P<rest>.+)")
_IF = re.compile(r"\W*if", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Reads the conditions of one place."""

    scope: Scope

    def form(self, raw: str) -> Form:
        """Read `if X` or `if X: words`, where X itself may be `thing: field`."""
        colons = [at for at, character in enumerate(raw.partition("[")[0]) if character in ":："]
        ends = [*colons[:2], len(raw)]
        begins = match.end() if (match := _IF.match(raw)) else 0
        for end in sorted(ends[:2], reverse=True):
            if found := self._asked(plain_words(raw[begins:end])):
                return If(*found, begins=end + 1 if end < len(raw) else 0)
        said = plain_words(raw[begins : ends[0]])
        said = match["rest"] if (match := _NOT.fullmatch(said)) else said
        if (thing := vocabulary().thing(said)) and len(ends) > 1:
            return field_of(thing, plain_words(raw[ends[0] + 1 : ends[1]]))
        meant: Literal["", "if"] = "" if colons else "if"
        if not said:
            return Wrong("`if` does not say what it asks", "write what must be there, as in `[if answer: …]`",
                         begins=meant)  # fmt: skip
        known = self._askable(said)
        first = max((one for one in known if _goes_on(said, one)), key=len, default="")
        help = f"write a colon behind what it asks: `[if {first}: …]`" if first else nearest(said, known)
        return Wrong(f"there is nothing called `{said}` to ask for", help, begins="" if first else meant)

    def _asked(self, said: str) -> tuple[str, str] | None:
        """Return what is asked, for the engine, and of which thing; `None` where nothing is called so."""
        said, is_denied = _without_denials(said)
        found = self._named(said)
        return (f"not ({found[0]})", found[1]) if found and is_denied else found

    def _named(self, said: str) -> tuple[str, str] | None:
        words = vocabulary()
        if condition := words.conditions.get(said):
            inside = condition.get("inside", {})
            return next((inside[one] for one in self.scope.inner_first if one in inside), condition["asks"]), ""
        if value := words.words.get(said, {}).get("value"):
            return value, ""
        head, colon, rest = (part.strip() for part in said.partition(":"))
        if colon and head == "narrative":
            return (f"narrative({places})", "") if (places := places_of(rest)) else None
        if colon:
            thing = words.thing(head)
            field = thing.fields.get(rest) if thing else None
            return (value_of(thing, field), "" if thing.single else thing.id) if thing and field else None
        thing = next(
            (one for one in words.things.values() if said in one.many or (one.single and said in one.called)), None
        )
        if thing is None:
            return None
        return (thing.single, "") if thing.single else self.scope.listing(thing)

    def _askable(self, said: str) -> list[str]:
        words = vocabulary()
        head = said.partition(":")[0].strip()
        if (thing := words.thing(head)) and ":" in said:
            return [f"{head}: {name}" for name in thing.fields]
        many = (name for thing in words.things.values() for name in thing.many)
        return [*words.conditions, *many, *(name for name, word in words.words.items() if "value" in word)]


def _goes_on(said: str, name: str) -> bool:
    return said.startswith(name) and not said[len(name) :][:1].isalnum() and said != name


def _without_denials(said: str) -> tuple[str, bool]:
    """Return what is asked without `not` and `there is` before it, and whether it is denied; twice denied is not."""
    is_denied = False
    while True:
        if match := _NOT.fullmatch(said):
            is_denied = not is_denied
        elif not (match := _THERE.fullmatch(said)):
            return said, is_denied
        said = match["rest"]


_LOOP = re.compile(r"for (?:each|every|all) (?P<name>.+)|for (?P<bare>.+)")
_WORD = re.compile(r"[^\W\d_]+")
"""What before a colon is taken for a field that was meant; `[2019: …]` and `[see also: …]` are text."""

_FOR_COLON = " ;.,/=-–"
"""What is typed in place of a colon."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Tells what the brackets of one place mean."""

    scope: Scope
    sections: Sequence[str]
    """Parts of the forum above."""

    def form(self, raw: str) -> Form | None:
        """Return what a bracket is by the characters in it; `None` for one that is text."""
        words = vocabulary()
        said = plain_words(raw)
        if said.startswith("@"):
            return cited(raw)
        if said in words.ends["else"]:
            return Else()
        if said in words.ends["end"]:
            return End(next((what for what in ("for", "if") if f" {what}" in said), ""))
        if match := _LOOP.fullmatch(said):
            return self._loop(match["name"] or "", match["bare"] or "")
        if said == "if" or said.startswith("if "):
            return Conditions(self.scope).form(raw)
        if said in words.words:
            word = vocabulary().words[said]
            printed = word.get("prints") or f"{{{{ {word['value']}{or_gap(word.get('gap'))} }}}}"
            return Prints(printed, stands_alone=word.get("stands_alone", False))
        head, colon, rest = said.partition(":")
        if colon and (found := self._headed(raw, head.strip(), rest.strip())):
            return found
        return None if colon else self._without_colon(said) or near(said)

    def unclosed(self, raw: str) -> Wrong | None:
        """Return what is wrong with an opening bracket that is never closed; `None` where it is text."""
        head, colon, _ = plain_words(raw).partition(":")
        word = next((one for one in vocabulary().words if f"{head} ".startswith(f"{one} ")), "")
        head = head if colon else word or head
        if word or (colon and head in vocabulary().heads) or head.startswith(("if ", "for each ")):
            return Wrong(f"the bracket of `[{head}{colon}` is opened here and not closed",
                         f"write `]` where it ends; {LEAVE}", "template-syntax")  # fmt: skip
        return None

    def _loop(self, name: str, bare: str) -> Form | None:
        thing = vocabulary().things_called(name or bare)
        if thing and not thing.single:
            return ForEach(thing)
        if not name:
            return None
        known = [called for one in vocabulary().things.values() if not one.single for called in one.called]
        return Wrong(f"there is nothing called `{name}` that can be gone through", nearest(name, known), begins="for")

    def _without_colon(self, said: str) -> Wrong | None:
        """Return what is wrong with a field whose colon was forgotten; `None` where none of that name is known."""
        for head in vocabulary().heads:
            rest = said.removeprefix(head)
            if rest == said or rest[:1] not in _FOR_COLON:
                continue
            rest = rest.strip(_FOR_COLON)
            thing = vocabulary().thing(head)
            sections = [name.replace("_", " ") for name in self.sections] if head == "section" else ()
            if rest in (*(thing.fields if thing else ()), *rests(head), *sections) or (head == "cite" and rest):
                return Wrong(f"there is no field `{said}`", or_leave(f"did you mean `[{head}: {rest}]`?"))
        return None

    def _headed(self, raw: str, head: str, rest: str) -> Form | None:
        words = vocabulary()
        if part := words.parts.get(f"{head}: {rest}"):
            return Prints(
                part["prints"], part.get("of", ""), not part.get("in_line"), part.get("caption", ""),
                part.get("plain", False),
            )  # fmt: skip
        if call := CALLS.get(head):
            return call(raw, self.sections)
        if thing := words.thing(head):
            return field_of(thing, rest)
        if any(name.startswith(f"{head}: ") for name in words.parts):
            return Wrong(f"`{head}` has no `{rest}`", nearest(rest, rests(head)))
        if _WORD.fullmatch(head) or (len(head) <= LONGEST and get_close_matches(head, words.heads, 1, NEAR)):
            return Wrong(f"there is no field `{head}`", or_leave(nearest(head, words.heads)))
        return None
