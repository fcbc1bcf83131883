"""Files that `probata new` copies: a small fictional case in `case/`, every file commented for a lawyer.

Data only. Nothing here is imported by a stage; the command reads the folder through `importlib.resources`.
"""
