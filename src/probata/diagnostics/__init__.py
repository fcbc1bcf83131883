"""What is wrong with the user's data, as values: where, what, and what to do next.

A *diagnostic* in code is a *finding* to the user. Nothing in this room raises.
"""

from probata.diagnostics.diagnostic import Diagnostic, Elsewhere, Report, Severity
from probata.diagnostics.span import Span

__all__ = ["Diagnostic", "Elsewhere", "Report", "Severity", "Span"]
