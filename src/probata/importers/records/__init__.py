"""Tables and entities of others as records of any kind: which record of ours each is, and what it adds to it.

`columns` tells which field a heading is, `rows` makes a record of a row with the place of each cell, `references` finds
whom it names, `matching` which record of ours it is, `plan` what becomes of it. Nothing is written here.
"""
