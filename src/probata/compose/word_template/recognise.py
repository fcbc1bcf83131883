"""What a bracket means: a field, a loop, a condition, an end; or nothing, so that it is printed as it stands.

A bracket is ours where all of it is a known word or where a word and a colon begin it. One that comes near a known word
is told, so that no `[titel]` is filed; any other, such as `[sic]` or `[2019] UKSC 1`, is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from probata.compose.word_template.calls import CALLS, cited, places_of
from probata.compose.word_template.forms import Else, End, ForEach, Form, If, Prints, Wrong
from probata.compose.word_template.plain_words import plain_words
from probata.compose.word_template.scope import Scope
from probata.compose.word_template.vocabulary import Field, Thing, vocabulary

_LOOP = re.compile(r"for (?:each|every|all) (?P<name>.+)|for (?P<bare>.+)")
_NOT = re.compile(r"(?:not|no|there is no|there are no|without) (?P<rest>.+)")
_THERE = re.compile(r"there (?:is|are)(?: an?)? (?P<rest>.+)")
_WORD = re.compile(r"[^\W\d_]+")
"""What before a colon is taken for a field that was meant; `[2019: …]` and `[see also: …]` are text."""
_IF = re.compile(r"\W*if", re.IGNORECASE)
_NEAR = 0.8
_SHORTEST = 4
"""Letters below which a word that resembles another is no slip of it."""
_LONGEST = 50
"""Letters above which a bracket is no slip of anything."""
_LEAVE = "to print the brackets themselves, write them twice: `[[…]]`"


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
            return self._condition(raw)
        if said in words.words:
            return _word(said)
        head, colon, rest = said.partition(":")
        if colon and (found := self._headed(raw, head.strip(), rest.strip())):
            return found
        return None if colon else _near(said)

    def unclosed(self, raw: str) -> Wrong | None:
        """Return what is wrong with an opening bracket that is never closed; `None` where it is text."""
        head, colon, _ = plain_words(raw).partition(":")
        if (colon and head in vocabulary().heads) or head.startswith(("if ", "for each ")):
            return Wrong(f"the bracket of `[{head}{colon}` is opened here and not closed",
                         f"write `]` where it ends; {_LEAVE}", "template-syntax")  # fmt: skip
        return None

    def _loop(self, name: str, bare: str) -> Form | None:
        thing = vocabulary().things_called(name or bare)
        if thing and not thing.single:
            return ForEach(thing)
        if not name:
            return None
        known = [called for one in vocabulary().things.values() if not one.single for called in one.called]
        return Wrong(f"there is nothing called `{name}` that can be gone through", _nearest(name, known))

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
            return _field_of(thing, rest)
        if any(name.startswith(f"{head}: ") for name in words.parts):
            return Wrong(f"`{head}` has no `{rest}`", _nearest(rest, _rests(head)))
        if _WORD.fullmatch(head) or (len(head) <= _LONGEST and get_close_matches(head, words.heads, 1, _NEAR)):
            return Wrong(f"there is no field `{head}`", _or_leave(_nearest(head, words.heads)))
        return None

    def _condition(self, raw: str) -> Form:
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
            return _field_of(thing, plain_words(raw[ends[0] + 1 : ends[1]]))
        if not said:
            return Wrong("`if` does not say what it asks", "write what must be there, as in `[if answer: …]`")
        return Wrong(f"there is nothing called `{said}` to ask for", _nearest(said, self._askable(said)))

    def _asked(self, said: str) -> tuple[str, str] | None:
        """Return what is asked, for the engine, and of which thing; `None` where nothing is called so."""
        if match := _NOT.fullmatch(said):
            found = self._asked(match["rest"])
            return (f"not ({found[0]})", found[1]) if found else None
        if match := _THERE.fullmatch(said):
            return self._asked(match["rest"])
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


def value_of(thing: Thing, field: Field) -> str:
    """Return a field of one thing as the engine reads it; of a record that may be missing, nothing where it is."""
    path = f"{thing.value}.{field.path}" if field.path else thing.value
    return f"({path} if {thing.single} else none)" if thing.single else path


def _word(said: str) -> Prints:
    word = vocabulary().words[said]
    printed = word.get("prints") or f"{{{{ {word['value']}{_or_gap(word.get('gap'))} }}}}"
    return Prints(printed, stands_alone=word.get("stands_alone", False))


def _field_of(thing: Thing, rest: str) -> Form:
    field = thing.fields.get(rest)
    called = thing.called[0]
    if field is None:
        known = [*thing.fields, *_rests(called)]
        what = f"`{rest}`" if rest else "a field without a name"
        return Wrong(
            f"`{called}` has no field {what}" if rest else f"`{called}:` names no field", _nearest(rest, known)
        )
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
    printed = f"{{{{ {value} or '' }}}}" if field.kind == "block" else f"{{{{ {value}{_or_gap(field.gap)} }}}}"
    return Prints(printed, "" if thing.single else thing.id, field.kind == "block", value=value)


def _or_gap(gap: str | None) -> str:
    return f" | or_gap({gap})" if gap else ""


def _rests(head: str) -> list[str]:
    """Return what stands behind the colon in the parts that begin so."""
    return [name.partition(": ")[2] for name in vocabulary().parts if name.startswith(f"{head}: ")]


@lru_cache(maxsize=4096)
def _near(said: str) -> Form | None:
    words = vocabulary()
    if said in words.heads or said in (name for thing in words.things.values() for name in thing.many):
        return Wrong(f"`[{said}]` does not say what of it is to be printed",
                     f"name a field behind a colon, as in `[{said}: …]`; {_LEAVE}")  # fmt: skip
    near = get_close_matches(said, words.phrases, 3, _NEAR) if _SHORTEST <= len(said) <= _LONGEST else []
    if not near:
        return None
    return Wrong(f"there is no field `{said}`", _or_leave(f"did you mean {_listed(near)}?"))


def _or_leave(help: str) -> str:
    """Add how brackets are printed as they stand."""
    return f"{help} {_LEAVE[0].upper()}{_LEAVE[1:]}" if help.endswith("?") else f"{help}; {_LEAVE}"


def _nearest(said: str, known: Iterable[str]) -> str:
    names = sorted(set(known))
    near = get_close_matches(said, names, 3)
    return f"did you mean {_listed(near)}?" if near else f"there are {', '.join(f'`{name}`' for name in names)}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
