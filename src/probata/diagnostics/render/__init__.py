"""Findings as text, one file an output form: `concise`, `full` and `json_form`.

Each form is one pure function `render(findings, texts)`. `texts` maps the shown path of a file to its text, for the
line that a message shows; findings come out in the order in which they go in. No colour: the command line adds it.
"""

from __future__ import annotations

from probata.diagnostics.render import concise, full, json_form

__all__ = ["concise", "full", "json_form"]
