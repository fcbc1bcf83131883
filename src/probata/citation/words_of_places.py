"""One word for a kind of place in one document: other sources call it as authorities do, where a style says so.

A CSL style takes such words from the language, and a manual has its own: `paras. 4–6` beside `paras 4–6`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from probata.citation.legal_pinpoint import COMMA
from probata.citation.style import Style
from probata.citation.style_xml import CSL, parse_style
from probata.citation.words import PinpointForm, Words


def with_words_of_places(words: Words, style: Style) -> Words:
    """Return the words of a document with those that its style has for places; the same where it leaves them to others.

    It leaves them where the CSL style has a word of its own, or prints them without stops: then its manual has a rule.
    A language that has terms of its own keeps them. Pages have the word in the manual's own style alone: another CSL
    style that prints them bare has that from its manual.
    """
    found = style.legal.places_of_sources.items()
    forms = {kind: PinpointForm(*map(_bare, texts)) for kind, texts in found if style.is_own or kind != "page"}
    if not forms or words.terms:
        return words
    if _has_rule(parse_style(style.csl), frozenset(words.locators)):
        return replace(words, leaves_places=Path(style.name).name != Path(style.legal.csl).name)
    return replace(
        words,
        paragraphs=forms.get("paragraph", words.paragraphs),
        pinpoints={**words.pinpoints, **{kind: form for kind, form in forms.items() if kind not in words.locators}},
        places={kind: (_word(one.one), _word(one.several)) for kind, one in forms.items() if kind in words.locators},
    )


def _has_rule(root: ElementTree.Element, kinds: frozenset[str]) -> bool:
    named = {term.get("name", "") for term in root.findall(f"{CSL}locale/{CSL}terms/{CSL}term")}
    labels = root.iterfind(f".//{CSL}label[@variable='locator']")
    return bool(named & kinds) or any(label.get("strip-periods") == "true" for label in labels)


def _bare(text: str) -> str:
    return text.removeprefix(COMMA).removeprefix(",").strip()


def _word(text: str) -> str:
    return text.replace("{}", "").strip()
