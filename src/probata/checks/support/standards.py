"""How high a standard of proof is, by the phrase of a forum or of an allegation: `words/standards.yaml`."""

from __future__ import annotations

from probata.checks.prose.words import any_of, languages_of


def is_lower(phrase: str) -> bool:
    """Tell whether a phrase is that of a standard by which nobody is found guilty; of an unknown one it does not."""
    return _is("lower", phrase)


def is_known(phrase: str) -> bool:
    """Tell whether it is known of a phrase how high its standard is."""
    return is_lower(phrase) or _is("of_guilt", phrase)


def _is(key: str, phrase: str) -> bool:
    """Tell whether a phrase, in whatever language with a list, is that of a standard."""
    return any(any_of("standards", key, language).search(phrase) for language in languages_of("standards"))
