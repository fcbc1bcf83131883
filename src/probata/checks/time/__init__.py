"""Dates of roles, conduct and accounts against each other."""
