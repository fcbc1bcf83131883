"""Probata: from the small records of a human-rights case to the documents that are filed.

The way through is `probata.pipeline`; every room it passes is a package beside it.
"""

__version__ = "0.1.0"
