"""Wording by language: labels from catalogues, dates and numbers by Babel, names of law."""

from probata.messages.wording import ENGLISH, LawNames, Wording, catalogues, load_grammar, load_law_names, load_wording

__all__ = ["ENGLISH", "LawNames", "Wording", "catalogues", "load_grammar", "load_law_names", "load_wording"]
