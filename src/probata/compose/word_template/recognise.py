"""What a bracket means: a field, a loop, a condition, an end; or nothing, so that it is printed as it stands.

A bracket is ours where all of it is a known word or where a word and a colon begin it. One that comes near a known word
is told, so that no `[titel]` is filed; any other, such as `[sic]` or `[2019] UKSC 1`, is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from probata.compose.word_template.calls import CALLS, cited
from probata.compose.word_template.conditions import Conditions
from probata.compose.word_template.forms import Else, End, ForEach, Form, Prints, Wrong
from probata.compose.word_template.plain_words import plain_words
from probata.compose.word_template.scope import Scope
from probata.compose.word_template.slips import LEAVE, LONGEST, NEAR, near, nearest, or_leave, rests
from probata.compose.word_template.thing_fields import field_of, or_gap
from probata.compose.word_template.vocabulary import vocabulary

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
            return _word(said)
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


def _word(said: str) -> Prints:
    word = vocabulary().words[said]
    printed = word.get("prints") or f"{{{{ {word['value']}{or_gap(word.get('gap'))} }}}}"
    return Prints(printed, stands_alone=word.get("stands_alone", False))
