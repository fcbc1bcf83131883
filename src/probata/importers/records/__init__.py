"""Works, rows and entities of others as records of any kind: which record of ours each is, and what it adds to it.

`columns` tells which field a heading is, `rows` makes a record of a row with the place of each cell, `matching` finds
which record of ours it is by the rows of `match.toml`, `plan` whom it names and what becomes of it. Nothing is written
here.
"""
