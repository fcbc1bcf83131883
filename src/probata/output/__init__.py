"""The output folder: documents for others in `outgoing`, what is ours in `internal`.

A file is written whole or not at all, by one build at a time, and one that somebody changed is never overwritten.
"""

from probata.output.atomic import PlacingError, write_atomically
from probata.output.folder import OutputFolder, Placed
from probata.output.lock import FolderInUseError, hold

__all__ = ["FolderInUseError", "OutputFolder", "Placed", "PlacingError", "hold", "write_atomically"]
