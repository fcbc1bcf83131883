"""Words for places and other terms in a CSL style, in place of those that it takes from the language."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from xml.etree import ElementTree

from probata.citation.style_in_language import Term
from probata.citation.style_xml import CSL, LANG


def set_places(
    root: ElementTree.Element,
    language: str,
    places: Mapping[str, tuple[str, str]],
    forms: tuple[str, ...] = ("short",),
) -> None:
    """Write words for one place and for several into a CSL style, where it looks for those of a language first."""
    if not places:
        return
    terms = _terms(root, language)
    for form, (kind, (one, several)) in product(forms, places.items()):
        _write_term(ElementTree.SubElement(terms, f"{CSL}term", {"name": kind, "form": form}), (one, several))


def set_terms_of_manual(root: ElementTree.Element, language: str, texts: Mapping[str, Term]) -> None:
    """Write terms that a manual has otherwise into a CSL style: ordinals and marks by their names, others in short.

    They are written as a sign, too: a style that asks for that of a chapter would else get the word of the language.
    """
    if not texts:
        return
    terms = _terms(root, language)
    for name, text in texts.items():
        forms: tuple[dict[str, str], ...] = ({"form": "short"}, {"form": "symbol"})
        for form in ({},) if name.startswith("ordinal") or name.endswith("quote") else forms:
            _write_term(ElementTree.SubElement(terms, f"{CSL}term", {"name": name, **form}), text)


def _write_term(term: ElementTree.Element, text: Term) -> None:
    """Write what stands for one and for several, or the same for both."""
    if isinstance(text, str):
        term.text = text
        return
    for name, written in zip(("single", "multiple"), text, strict=True):
        ElementTree.SubElement(term, f"{CSL}{name}").text = written


def _terms(root: ElementTree.Element, language: str) -> ElementTree.Element:
    """Return where the style has its own terms of a language."""
    own = next((locale for locale in root.findall(f"{CSL}locale") if locale.get(LANG) == language), None)
    if own is None:
        own = ElementTree.Element(f"{CSL}locale", {LANG: language})
        info = root.find(f"{CSL}info")
        root.insert(0 if info is None else list(root).index(info) + 1, own)
    terms = own.find(f"{CSL}terms")
    return ElementTree.SubElement(own, f"{CSL}terms") if terms is None else terms
