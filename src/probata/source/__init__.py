"""The only place that reads case files: data with the place of every value, faults as findings.

Every reader gives the same thing, a tree of `Node`s; the rooms above never see a file.
"""
