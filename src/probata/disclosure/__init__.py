"""What the readers of a forum may see: persons without consent for it never enter the graph that composes."""

from probata.disclosure.consent import Disclosed, disclose
from probata.disclosure.holes import holes

__all__ = ["Disclosed", "disclose", "holes"]
