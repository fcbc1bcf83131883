"""The output folder: documents for others in `outgoing`, what is ours in `internal`.

A file is written to a temporary name and moved into place, and one that somebody changed is never overwritten.
"""

from probata.output.folder import OutputFolder, Placed

__all__ = ["OutputFolder", "Placed"]
