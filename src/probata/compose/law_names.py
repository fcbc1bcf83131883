"""The catalogue of law with its names in the language of a document."""

from __future__ import annotations

from dataclasses import replace

from probata.document.foreign import ForeignText
from probata.law import Catalogue, ConductCode, Instrument
from probata.messages import ENGLISH, LawNames, load_law_names
from probata.model.language import same_language

RECORD = "law"
"""What an untranslated name of law names in place of a record."""
_TRANSLATED = ("treaty", "declaration")
"""Instruments that have a name in every language; statutes and regulations are cited by their own."""
_FIELDS = ("title", "short", "abbreviation", "citation")


def law_in_language(catalogue: Catalogue, language: str) -> Catalogue:
    """Return the catalogue as documents in a language print it, what has no name in that language as foreign."""
    if same_language(language, ENGLISH):
        return catalogue
    names = load_law_names(language)
    instruments = {key: _instrument(found, names) for key, found in catalogue.instruments.items()}
    conduct = {key: _conduct(found, names) for key, found in catalogue.conduct.items()}
    return replace(catalogue, instruments=instruments, conduct=conduct)


def _instrument(instrument: Instrument, names: LawNames) -> Instrument:
    if instrument.kind not in _TRANSLATED:
        return instrument
    found = names.instruments.get(instrument.id, {})
    told = {name: found.get(name) or _foreign(getattr(instrument, name), instrument.id, name) for name in _FIELDS}
    return instrument.model_copy(update=told)


def _conduct(code: ConductCode, names: LawNames) -> ConductCode:
    label = names.conduct.get(code.code) or _foreign(code.label, code.code, "label")
    return code.model_copy(update={"label": label, "act": names.acts.get(code.code)})


def _foreign(text: str, name: str, field: str) -> ForeignText:
    return ForeignText(text, ENGLISH, RECORD, (name, field))
