"""The style sheet of a forum without the rules that no writer may use: they reach outside it, or nest too deep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, Final

from probata.diagnostics import Diagnostic, Severity, Span

DEEPEST: Final = 12
"""Brackets and braces in one another; a rule in a rule in `@media` with `calc()` has four."""

LONGEST: Final = 120
"""Signs of a selector, with those of the rules round it; the layout engine breaks down at twice as many."""

_FETCHING: Final = {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"}
"""Functions of CSS in which a text is an address."""
_TO_WRITE: Final = (
    "write the rules themselves here; of fonts, those that ship are used; a picture can stand here as a `data:` address"
)
_TO_DIVIDE: Final = "divide it into several rules"


def usable_rules(css: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a style sheet that asks for no file and no address, and a finding for each rule that is left out of it.

    Whatever an `@import` or a `url(…)` names is never looked for: a page that is read elsewhere would ask for it again.
    The lines of the others stay where they are.
    """
    if not css.strip():
        return css, ()
    starts = list(accumulate((len(line) + 1 for line in css.split("\n")), initial=0))
    found: list[Diagnostic] = []
    kept, done = "", 0
    for rule, end in _rules(css):
        stop = len(css) if end is None else starts[end.source_line - 1] + end.source_column - 1
        if fault := _fault(rule):
            found.append(_finding(*fault, path))
            kept += "\n" * css.count("\n", done, stop)
        else:
            kept += css[done:stop]
        done = stop
    return kept, tuple(found)


def _rules(css: str) -> Iterator[tuple[list[Any], Any]]:
    from tinycss2 import parse_component_value_list  # the layout engine's own parser; it needs no recursion

    rule: list[Any] = []
    for token in parse_component_value_list(css):
        if rule and (rule[-1] == ";" or rule[-1].type == "{} block"):
            yield rule, token
            rule = []
        rule.append(token)
    yield rule, None


def _fault(rule: Iterable[Any]) -> tuple[Any, str, str] | None:
    """Return the token for which a rule is left out, why, and what to do; without recursion: depth costs nothing."""
    ahead = [(rule, 0, 0)]
    while ahead:
        tokens, depth, above = ahead.pop()
        signs = above
        for token in tokens:
            is_block = token.type == "{} block"
            if address := _outside(token):
                return token, f"`{address[:60]}` leads outside it, and its rule is left out", _TO_WRITE
            inner = token.arguments if token.type == "function" else getattr(token, "content", None)
            if inner is not None and depth == DEEPEST:
                return token, f"a rule is left out: its brackets nest more than {DEEPEST} levels deep", _TO_DIVIDE
            if is_block and signs > LONGEST:
                return token, f"a rule is left out: its selector has more than {LONGEST} signs", _TO_DIVIDE
            if inner is not None:
                ahead.append((inner, depth + 1, signs if is_block else 0))
            signs = above if is_block or token in (",", ";") else signs + 1
    return None


def _outside(token: Any) -> str:
    """Return the address or rule by which a token leads outside the style sheet; empty where it does not."""
    if token.type == "at-keyword" and token.lower_value == "import":
        return "@import"
    if token.type == "url":
        return f"url({token.value})" if _is_address(token.value) else ""
    if token.type == "function" and token.lower_name in _FETCHING:
        texts = (one.value for one in token.arguments if one.type == "string")
        return next((text for text in texts if _is_address(text)), "")
    return ""


def _is_address(text: str) -> bool:
    return not text.strip().lower().startswith(("data:", "#"))


def _finding(token: Any, why: str, help: str, path: str) -> Diagnostic:
    line, column = token.source_line, token.source_column
    return Diagnostic("PDF106", "style-without-effect", Severity.WARNING, f"in the style sheet {why}",
                      Span(path, line, column, line, column + 1), help)  # fmt: skip
