"""Document tree to files: one folder a format, found by discovery.

A writer sees the document tree and the findings, nothing else of the project.
"""
