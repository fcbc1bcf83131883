"""Wording by language: labels from catalogues, dates and numbers by Babel."""

from probata.messages.wording import Wording, load_wording

__all__ = ["Wording", "load_wording"]
