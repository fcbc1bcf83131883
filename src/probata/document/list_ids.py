"""Ids of lists that documents print of themselves."""

LIST_OF_ABBREVIATIONS = "list-of-abbreviations"
"""The table of abbreviations with what they stand for."""
