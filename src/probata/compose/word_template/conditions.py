"""What `[if …]` asks: whether something is recorded, or holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from probata.compose.word_template.calls import places_of
from probata.compose.word_template.forms import Form, If, Wrong
from probata.compose.word_template.plain_words import plain_words
from probata.compose.word_template.scope import Scope
from probata.compose.word_template.slips import nearest
from probata.compose.word_template.thing_fields import field_of, value_of
from probata.compose.word_template.vocabulary import vocabulary

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
    """Tell whether words go on behind a name."""
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
