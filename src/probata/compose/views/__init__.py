"""What a template sees of each record: printable fields only, never a note of the team.

A view gives `None` where nothing is recorded; templates write `| or_gap("…")` behind it.
"""
